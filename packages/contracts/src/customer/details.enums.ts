export const phoneKindLabels = { MOBILE: "手机", HOME: "家庭电话", OFFICE: "办公电话", OTHER: "其他电话" } as const;
export type PhoneKind = keyof typeof phoneKindLabels;

/** How somebody made sure that a telephone is the customer's. */
export const phoneCheckLabels = {
  CODE: "短信验证码",
  CALL: "回拨确认",
  IN_PERSON: "当面确认",
  DOCUMENT: "书面材料",
} as const;
export type PhoneCheck = keyof typeof phoneCheckLabels;

export const addressKindLabels = {
  POSTAL: "通讯地址",
  REGISTERED: "户籍地址",
  COMPANY: "公司地址",
  OTHER: "其他地址",
} as const;
export type AddressKind = keyof typeof addressKindLabels;

/** Whom an invoice is made out to. */
export const titleKindLabels = { PERSONAL: "个人", COMPANY: "企业单位" } as const;
export type TitleKind = keyof typeof titleKindLabels;

export const contactWayLabels = {
  PHONE: "电话",
  SMS: "短信",
  WECHAT: "微信",
  EMAIL: "邮件",
  VISIT: "上门",
} as const;
export type ContactWay = keyof typeof contactWayLabels;

export const languageLabels = { MANDARIN: "普通话", CANTONESE: "粤语", ENGLISH: "英语", OTHER: "其他" } as const;
export type Language = keyof typeof languageLabels;

/** How a tag looks. */
export const tagToneLabels = {
  neutral: "灰色",
  active: "蓝色",
  good: "绿色",
  warning: "橙色",
  bad: "红色",
} as const;
export type TagTone = keyof typeof tagToneLabels;

/** Tags most projects want (SCN-06), offered where there are none yet. */
export const usualTags: readonly { name: string; tone: TagTone }[] = [
  { name: "VIP", tone: "warning" },
  { name: "老人", tone: "active" },
  { name: "宠物", tone: "neutral" },
  { name: "残疾", tone: "active" },
  { name: "孕妇", tone: "active" },
];

/** Mandatory fields (CUS-05…07) that a project may decide not to collect (GAP-16, LAW-30). */
export const notCollectedLabels = {
  sex: "性别",
  idNumber: "证件号码",
  registeredPlace: "户口所在地",
  emergencyName: "紧急联络人",
  emergencyPhone: "紧急联络人电话",
} as const;
export type NotCollected = keyof typeof notCollectedLabels;
