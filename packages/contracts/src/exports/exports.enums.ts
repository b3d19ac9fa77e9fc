/** What can be exported; each kind is the workbook of the import template of the same name (QRY-04). */
export const exportKindLabels = {
  ROOMS: "房产",
  CUSTOMERS: "客户与客房关系",
  PAYERS: "收费对象",
  SPACES: "车位",
  BINDINGS: "收费标准绑定",
  VEHICLES: "车辆",
} as const;
export type ExportKind = keyof typeof exportKindLabels;

/** From the request to the file. EXPIRED: the file was kept for seven days and is gone. */
export const exportStatusLabels = {
  PENDING: "等待审批",
  RUNNING: "生成中",
  READY: "可下载",
  REJECTED: "未批准",
  FAILED: "失败",
  EXPIRED: "已过期",
} as const;
export type ExportStatus = keyof typeof exportStatusLabels;

/** Days a file can be downloaded (LAW-34). */
export const EXPORT_DAYS = 7;
