/** Which red receipts (红冲) need a second person beside who asks for it (BIL-80, LAW-52). */
export const reversalApprovalLabels = {
  NEVER: "不须审批",
  OLDER: "隔日或已交班的收据须审批",
  ALWAYS: "一律须审批",
} as const;
export type ReversalApproval = keyof typeof reversalApprovalLabels;
