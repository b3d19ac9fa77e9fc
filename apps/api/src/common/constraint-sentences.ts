/** What to tell the user when a constraint of the database refuses; keys are constraint names. */
export const constraintSentences: Record<string, string> = {
  uq_role_name: "已有同名的角色",
  uq_app_user_mobile: "这个手机号已经有用户",
  uq_project_name: "已有同名的管理区",
  uq_fee_item_code: "已有相同代码的收费项目",
  uq_fee_item_name: "已有同名的收费项目",
  uq_rate_name: "这个收费项目已有同名的收费标准",
  uq_rate_version_start: "同一天已有一个价格版本",
  ck_rate_due_days: "应缴日超出范围",
  uq_charge_service: "这段费用已经出账",
};
