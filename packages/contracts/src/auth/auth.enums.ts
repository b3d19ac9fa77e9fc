export const applicationStatusLabels = { PENDING: "待审批", APPROVED: "已通过", REJECTED: "已拒绝" } as const;
export type ApplicationStatus = keyof typeof applicationStatusLabels;

/** Where a role may land after sign-in (CRM-02): pages of the console, without the project. */
export const homePathLabels = {
  "/workbench": "工作台",
  "/billing/desk": "收银台",
  "/billing/month": "月结",
  "/property/rooms": "房间",
  "/projects": "管理区",
  "/system/users": "用户",
  "/system/audit": "审计日志",
} as const;
export type HomePath = keyof typeof homePathLabels;

/** How a user stands. LOCKED ends by itself (LAW-51). */
export const userStateLabels = { ACTIVE: "在用", LOCKED: "已锁定", INACTIVE: "已停用" } as const;
export type UserState = keyof typeof userStateLabels;
