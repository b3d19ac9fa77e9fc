/** The kinds of things that leave audit rows, by the name the rows carry. Kinds not listed show their own name. */
export const auditEntityLabels: Record<string, string> = {
  session: "登录会话",
  user: "用户",
  role: "角色",
  "access-application": "开通申请",
  "audit-log": "审计日志",
  project: "管理区",
};
