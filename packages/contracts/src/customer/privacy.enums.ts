/** What a customer is told of or asked for separately (LAW-31, LAW-32). What the contract needs wants no consent. */
export const consentPurposeLabels = {
  MARKETING: "营销信息",
  FACE: "人脸识别",
  DEBIT_ACCOUNT: "托收账户",
  MINOR: "未成年人信息",
} as const;
export type ConsentPurpose = keyof typeof consentPurposeLabels;

export const consentActionLabels = { GIVEN: "同意", WITHDRAWN: "撤回" } as const;
export type ConsentAction = keyof typeof consentActionLabels;

/** What somebody may ask about his data (LAW-38). */
export const requestKindLabels = {
  ACCESS: "查阅",
  COPY: "复制",
  CORRECTION: "更正",
  DELETION: "删除",
  EXPLANATION: "解释说明",
} as const;
export type RequestKind = keyof typeof requestKindLabels;

export const requestWayLabels = {
  COUNTER: "前台",
  PHONE: "电话",
  WECHAT: "微信",
  EMAIL: "邮件",
  LETTER: "信函",
} as const;
export type RequestWay = keyof typeof requestWayLabels;

/** Who asks: himself, his guardian, or the relatives of somebody who died. */
export const requesterLabels = { SELF: "本人", GUARDIAN: "监护人", RELATIVE: "已故者近亲属" } as const;
export type Requester = keyof typeof requesterLabels;

export const requestStateLabels = {
  OPEN: "待处理",
  IN_PROGRESS: "处理中",
  DONE: "已完成",
  REJECTED: "已拒绝",
} as const;
export type RequestState = keyof typeof requestStateLabels;

/** What a request may become. */
export const requestTransitions: Readonly<Record<RequestState, readonly RequestState[]>> = {
  OPEN: ["IN_PROGRESS", "DONE", "REJECTED"],
  IN_PROGRESS: ["DONE", "REJECTED"],
  DONE: [],
  REJECTED: [],
};

/** Calendar days within which a request is answered. */
export const REQUEST_DAYS = 15;

/** Years after somebody left for which contract data are kept (LAW-35, limitation of claims). */
export const RETENTION_YEARS = 3;

/** As what everything about a person is handed out: to be read, or to be taken to another system. */
export const personFileLabels = { XLSX: "Excel（便于阅读）", JSON: "JSON（便于转移）" } as const;
export type PersonFile = keyof typeof personFileLabels;
