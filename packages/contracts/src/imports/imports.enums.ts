/** What a workbook is imported as. */
export const importKindLabels = {
  ROOMS: "房产",
  CUSTOMERS: "客户与客房关系",
  PAYERS: "收费对象",
  SPACES: "车位",
  BINDINGS: "收费标准绑定",
  VEHICLES: "车辆",
  COMMUNITY: "整个小区（楼栋、业主、费用、房屋、车位）",
} as const;
export type ImportKind = keyof typeof importKindLabels;

export const importStatusLabels = {
  UPLOADED: "已上传",
  CHECKING: "检查中",
  CHECKED: "已检查",
  COMMITTING: "入库中",
  DONE: "已完成",
  FAILED: "失败",
} as const;
export type ImportStatus = keyof typeof importStatusLabels;

export const importOutcomeLabels = {
  CREATE: "新增",
  UPDATE: "修改",
  SAME: "无变化",
  REFUSE: "拒绝",
  LEFT_OUT: "已略过",
} as const;
export type ImportOutcome = keyof typeof importOutcomeLabels;

/** How a workbook is read. FREE: any table whose columns were chosen. */
export const importProfileLabels = {
  MICROCOMMUNITY_HC: "小区资料（五张表：楼栋单元、业主、费用、房屋、车位）",
  MICROCOMMUNITY_IMPORT_ROOM: "房产与业主一张表",
  SALES: "开发商销售系统：房间与买受人一张表",
  TEMPLATE: "本系统模板",
  FREE: "其他表格",
} as const;
export type ImportProfile = keyof typeof importProfileLabels;

/** Our own templates. */
export const importTemplateLabels = {
  ROOMS: "房产",
  CUSTOMERS: "客户与客房关系",
  PAYERS: "收费对象",
  SPACES: "车位",
  BINDINGS: "收费标准绑定",
  VEHICLES: "车辆",
} as const;
export type ImportTemplateKind = keyof typeof importTemplateLabels;

/** The kinds of records an import writes, in the order in which it writes them. ROW: a row no record could be made of. */
export const importEntityLabels = {
  building: "楼栋",
  unit: "单元",
  room: "房间",
  customer: "客户",
  relation: "客房关系",
  payer: "收费对象",
  fee: "收费项目",
  binding: "收费绑定",
  space: "车位",
  vehicle: "车辆",
  row: "无法识别的行",
} as const;
export type ImportEntity = keyof typeof importEntityLabels;

/** REFUSE and LINK block the commit; INCOMPLETE is imported and listed; NOTE is worth knowing. */
export const importSeverityLabels = {
  REFUSE: "错误",
  LINK: "关系缺失",
  INCOMPLETE: "资料不完整",
  NOTE: "提示",
} as const;
export type ImportSeverity = keyof typeof importSeverityLabels;
