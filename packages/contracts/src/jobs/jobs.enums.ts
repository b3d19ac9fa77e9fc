export const jobStatusLabels = {
  QUEUED: "排队中",
  RUNNING: "进行中",
  DONE: "已完成",
  FAILED: "失败",
  CANCELLED: "已取消",
} as const;
export type JobStatus = keyof typeof jobStatusLabels;

export const jobKindLabels = {
  "billing.rehearse": "应收试算",
  "billing.publish": "应收发布",
  "billing.reverse-run": "应收批次红冲",
  "billing.recalculate": "应收重算差异",
  "billing.apply-recalculation": "应收重算",
  "billing.offset": "预收冲抵",
  "billing.opening": "期初入账",
  "imports.check": "导入检查",
  "imports.commit": "导入入库",
  "exports.write": "数据导出",
  "billing.report": "收费报表文件",
  "billing.archive": "会计档案导出",
} as const;
export type JobKind = keyof typeof jobKindLabels;
