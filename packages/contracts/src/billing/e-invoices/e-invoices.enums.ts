/** Who issues a project's electronic invoices (BIL-122): nobody, or a supplier behind the port. */
export const invoiceAdapterLabels = { OFF: "不启用", FILE_DROP: "文件交换" } as const;
export type InvoiceAdapter = keyof typeof invoiceAdapterLabels;

/** Where an electronic invoice (数电票) stands (BIL-121). */
export const eInvoiceStatusLabels = {
  PENDING: "待开",
  ISSUING: "开具中",
  ISSUED: "已开具",
  FAILED: "开具失败",
  REVERSING: "红冲中",
  REVERSED: "已红冲",
} as const;
export type EInvoiceStatus = keyof typeof eInvoiceStatusLabels;

/** Where a red invoice (红字发票) stands. */
export const redInvoiceStatusLabels = {
  PENDING: "待送出",
  ISSUING: "红冲中",
  ISSUED: "已红冲",
  FAILED: "红冲失败",
} as const;
export type RedInvoiceStatus = keyof typeof redInvoiceStatusLabels;

/** Why an invoice is reversed, as the red confirmation (红字确认单) names it. */
export const redInvoiceReasonLabels = {
  WRONG: "开票有误",
  RETURNED: "销货退回",
  SERVICE_ENDED: "服务中止",
  ALLOWANCE: "销售折让",
} as const;
export type RedInvoiceReason = keyof typeof redInvoiceReasonLabels;

/** What happened to an electronic invoice. */
export const eInvoiceEventLabels = {
  REQUESTED: "申请开票",
  SENT: "送交开具",
  ISSUED: "开具成功",
  FAILED: "开具失败",
  RETRIED: "重新开具",
  RED_REQUESTED: "申请红冲",
  RED_SENT: "送交红冲",
  RED_ISSUED: "红冲成功",
  RED_FAILED: "红冲失败",
  RED_RETRIED: "重新红冲",
} as const;
export type EInvoiceEventKind = keyof typeof eInvoiceEventLabels;

/** The unit of the area in the data of a real-estate lease. */
export const leaseAreaUnitLabels = {
  SQUARE_METRE: "平方米",
  SQUARE_KILOMETRE: "平方千米",
  HECTARE: "公顷",
  MU: "亩",
} as const;
export type LeaseAreaUnit = keyof typeof leaseAreaUnitLabels;
