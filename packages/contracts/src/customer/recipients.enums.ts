/** What somebody outside the company does with personal data (LAW-34). */
export const recipientKindLabels = {
  PROCESSOR: "受托处理",
  RECIPIENT: "对外提供",
  JOINT: "共同处理",
} as const;
export type RecipientKind = keyof typeof recipientKindLabels;

/** The kinds of personal data that leave the company. */
export const personalDataLabels = {
  NAME: "姓名",
  PHONE: "电话",
  ADDRESS: "房号与地址",
  FAMILY: "家庭成员",
  VEHICLE: "车辆",
  CHARGES: "收费与欠费",
  ID_NUMBER: "证件号码",
  BANK_ACCOUNT: "银行账号",
  FACE: "人脸等生物特征",
} as const;
export type PersonalDataKind = keyof typeof personalDataLabels;

/** Sensitive personal data (LAW-31): its processing is assessed before it begins. */
export const sensitiveData: readonly PersonalDataKind[] = ["ID_NUMBER", "BANK_ACCOUNT", "FACE"];

export const recipientBasisLabels = { CONTRACT: "履行合同", LAW: "法定义务", CONSENT: "个人同意" } as const;
export type RecipientBasis = keyof typeof recipientBasisLabels;
