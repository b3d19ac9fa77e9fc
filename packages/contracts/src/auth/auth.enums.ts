export const applicationStatusLabels = { PENDING: "待审批", APPROVED: "已通过", REJECTED: "已拒绝" } as const;
export type ApplicationStatus = keyof typeof applicationStatusLabels;
