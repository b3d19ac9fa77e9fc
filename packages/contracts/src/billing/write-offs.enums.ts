/** Why a debt is given up for lost (坏账原因). */
export const writeOffReasonLabels = {
  LIMITATION: "超过诉讼时效",
  BANKRUPT: "债务人破产或注销",
  DECEASED: "债务人死亡且无遗产",
  COURT: "法院判决或终结执行",
  UNREACHABLE: "长期无法联系",
  OTHER: "其他",
} as const;
export type WriteOffReason = keyof typeof writeOffReasonLabels;

export const writeOffStatusLabels = {
  PENDING: "待审批",
  APPROVED: "已核销",
  REJECTED: "已拒绝",
  WITHDRAWN: "已撤回",
} as const;
export type WriteOffStatus = keyof typeof writeOffStatusLabels;
