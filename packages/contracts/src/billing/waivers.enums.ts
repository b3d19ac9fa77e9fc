/** Why something is waived (减免原因, BIL-41, BIL-42). */
export const waiverReasonLabels = {
  VACANT: "房屋空置",
  SERVICE: "服务不到位",
  BILLING_ERROR: "计费有误",
  HARDSHIP: "困难家庭",
  PROMOTION: "优惠活动",
  COURT: "法院判决或调解",
  OTHER: "其他",
} as const;
export type WaiverReason = keyof typeof waiverReasonLabels;

/** Papers of a waiver (BIL-42). */
export const waiverFileLabels = { PROOF: "证明材料", AGREEMENT: "协议或判决", OTHER: "其他材料" } as const;
export type WaiverFile = keyof typeof waiverFileLabels;

export const waiverStatusLabels = {
  PENDING: "待审批",
  APPROVED: "已减免",
  REJECTED: "已拒绝",
  WITHDRAWN: "已撤回",
  REVERSED: "已冲回",
} as const;
export type WaiverStatus = keyof typeof waiverStatusLabels;
