export const customerKindLabels = { PERSON: "个人", COMPANY: "公司" } as const;
export type CustomerKind = keyof typeof customerKindLabels;

export const sexLabels = { MALE: "男", FEMALE: "女", NONE: "不适用" } as const;
export type Sex = keyof typeof sexLabels;

export const idTypeLabels = {
  ID_CARD: "居民身份证",
  PASSPORT: "护照",
  HK_MACAU_PERMIT: "港澳居民来往内地通行证",
  TAIWAN_PERMIT: "台湾居民来往大陆通行证",
  MILITARY: "军官证",
  CREDIT_CODE: "统一社会信用代码",
  OTHER: "其他证件",
} as const;
export type IdType = keyof typeof idTypeLabels;

/** What a customer is to a room (客房关系). */
export const relationRoleLabels = {
  OWNER: "业主",
  TENANT: "租户",
  FAMILY: "家庭成员",
  USER: "使用人",
  AGENT: "代理人",
  DEVELOPER: "建设单位",
} as const;
export type RelationRole = keyof typeof relationRoleLabels;

export const kinshipLabels = {
  SPOUSE: "配偶",
  PARENT: "父母",
  CHILD: "子女",
  RELATIVE: "亲属",
  HOUSEKEEPER: "保姆",
  OTHER: "其他",
} as const;
export type Kinship = keyof typeof kinshipLabels;

/** How a guardian agreed that a child's data are kept. */
export const consentWayLabels = {
  WRITTEN: "书面签字",
  IN_PERSON: "当面口头",
  PHONE: "电话",
  ONLINE: "线上确认",
} as const;
export type ConsentWay = keyof typeof consentWayLabels;

/** What keeps somebody from being removed from a household (SCN-03). */
export const holdKindLabels = {
  OWNER: "业主",
  PAYER: "收费对象",
  PREPAYMENT: "预收余额",
  OPEN_CHARGES: "未缴费用",
  DEBIT_AGREEMENT: "划款协议",
} as const;
export type HoldKind = keyof typeof holdKindLabels;

/** The (M) fields of a customer (CUS-05…07), by the names `incomplete` lists them under. */
export const mandatoryCustomerFieldLabels = {
  性别: "性别",
  证件名称: "证件名称",
  证件号码: "证件号码",
  户口所在地: "户口所在地",
  紧急联络人: "紧急联络人",
  紧急联络人电话: "紧急联络人电话",
  手机或家庭电话: "手机或家庭电话",
  与业主关系: "与业主关系",
  监护人同意: "监护人同意",
} as const;
export type MandatoryCustomerField = keyof typeof mandatoryCustomerFieldLabels;

/** What the files of a customer can be. */
export const customerFileLabels = { ID_COPY: "证件复印件", CONTRACT: "合同", OTHER: "其他" } as const;

/** What the file of a consent is. */
export const consentFileLabels = { PROOF: "书面材料" } as const;
