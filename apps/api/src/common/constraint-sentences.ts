/** What to tell the user when a constraint of the database refuses; keys are constraint names. */
export const constraintSentences: Record<string, string> = {
  uq_app_user_mobile: "这个手机号已经有用户",
  uq_project_name: "已有同名的管理区",
};
