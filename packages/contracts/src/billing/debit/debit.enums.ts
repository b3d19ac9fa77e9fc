/** Where a debit agreement (划款协议) stands (BIL-100). */
export const debitAgreementStatusLabels = {
  PENDING: "待签",
  ACTIVE: "有效",
  SUSPENDED: "暂停",
  ENDED: "终止",
} as const;
export type DebitAgreementStatus = keyof typeof debitAgreementStatusLabels;

export const debitAccountKindLabels = { CARD: "银行卡", PASSBOOK: "存折", COMPANY: "对公账户" } as const;
export type DebitAccountKind = keyof typeof debitAccountKindLabels;

export const debitFileLabels = { AGREEMENT: "协议扫描件" } as const;

/** How a bank file is built (3.12). */
export const debitFileFormLabels = { FIXED: "定长文本", SEPARATED: "分隔文本", EXCEL: "Excel" } as const;
export type DebitFileForm = keyof typeof debitFileFormLabels;

export const debitEncodingLabels = { GBK: "GBK", UTF8: "UTF-8" } as const;
export type DebitEncoding = keyof typeof debitEncodingLabels;

export const debitSeparatorLabels = { PIPE: "竖线 |", COMMA: "逗号 ,", SEMICOLON: "分号 ;", TAB: "制表符" } as const;
export type DebitSeparator = keyof typeof debitSeparatorLabels;

export const debitUnitLabels = { FEN: "分", YUAN: "元" } as const;
export type DebitUnit = keyof typeof debitUnitLabels;

export const debitDateFormatLabels = { COMPACT: "20260131", DASHED: "2026-01-31" } as const;
export type DebitDateFormat = keyof typeof debitDateFormatLabels;

export const debitAlignLabels = { LEFT: "左对齐", RIGHT: "右对齐" } as const;
export type DebitAlign = keyof typeof debitAlignLabels;

export const debitPadLabels = { SPACE: "补空格", ZERO: "补 0" } as const;
export type DebitPad = keyof typeof debitPadLabels;

/** What a column of a bank file holds. */
export const debitFieldLabels = {
  CONSTANT: "固定内容",
  SKIP: "不使用",
  BATCH_NO: "批次号",
  FILE_DATE: "文件日期",
  COUNT: "总笔数",
  TOTAL: "总金额",
  LINE_NO: "行号",
  REFERENCE: "我方流水号",
  BANK_CODE: "银行代码",
  BANK_NAME: "银行名称",
  ACCOUNT: "银行账号",
  ACCOUNT_KIND: "账户类型",
  HOLDER: "开户人",
  ID_TYPE: "证件类型",
  ID_NUMBER: "证件号码",
  MOBILE: "手机",
  AGREEMENT_NO: "协议号码",
  CUSTOMER_NO: "客户编号",
  CUSTOMER_NAME: "客户名称",
  ROOMS: "房号",
  AMOUNT: "应扣金额",
  SHORT_FUND: "余额不足时部分扣款",
  SUMMARY: "摘要",
  PAID_AMOUNT: "实扣金额",
  RESULT_CODE: "结果代码",
  RESULT_TEXT: "结果说明",
  VALUE_DATE: "扣款日期",
  SUCCESS_COUNT: "成功笔数",
  SUCCESS_TOTAL: "成功金额",
  FAILED_COUNT: "失败笔数",
  FAILED_TOTAL: "失败金额",
} as const;
export type DebitField = keyof typeof debitFieldLabels;

export const debitMergeLabels = { ACCOUNT: "同一账户合并一笔", CHARGE: "每笔应收一笔" } as const;
export type DebitMerge = keyof typeof debitMergeLabels;

/**
 * 草稿 → 已导出 → 已回盘 (lines the bank said nothing of are still with it) → 部分 / 完成; 作废 before the bank has answered
 * (BIL-101).
 */
export const debitBatchStatusLabels = {
  DRAFT: "草稿",
  EXPORTED: "已导出",
  RETURNED: "已回盘",
  PARTIAL: "部分成功",
  DONE: "完成",
  VOID: "作废",
} as const;
export type DebitBatchStatus = keyof typeof debitBatchStatusLabels;

export const debitLineStatusLabels = {
  DRAFT: "待导出",
  IN_PROCESS: "扣款中",
  SUCCEEDED: "扣款成功",
  PARTIAL: "部分扣款",
  FAILED: "扣款失败",
  VOID: "作废",
} as const;
export type DebitLineStatus = keyof typeof debitLineStatusLabels;

/** Our names for what banks answer (BIL-103). */
export const debitReasonLabels = {
  INSUFFICIENT_FUNDS: "余额不足",
  OVER_LIMIT: "超过限额",
  ACCOUNT_FROZEN: "账户冻结或挂失",
  ACCOUNT_CLOSED: "账户已销户",
  ACCOUNT_WRONG: "账号错误",
  NAME_MISMATCH: "户名不符",
  NOT_SIGNED: "未签约或协议失效",
  ID_MISMATCH: "证件不符",
  BANK_FAULT: "银行超时或故障",
  OTHER: "其他原因",
} as const;
export type DebitReason = keyof typeof debitReasonLabels;

/** What follows for the agreement: nothing, paused until put right, to be signed anew, over. ASK: the line stays open. */
export const debitActionLabels = {
  RETRY: "下次再扣，提醒客户",
  SUSPEND: "暂停协议，联系客户更正",
  RESIGN: "协议退回待签，重新签约",
  END: "终止协议",
  ASK: "向银行查询，查明前不再扣",
} as const;
export type DebitAction = keyof typeof debitActionLabels;

export const debitReasonActions: Readonly<Record<DebitReason, DebitAction>> = {
  INSUFFICIENT_FUNDS: "RETRY",
  OVER_LIMIT: "RETRY",
  ACCOUNT_FROZEN: "SUSPEND",
  ACCOUNT_CLOSED: "END",
  ACCOUNT_WRONG: "SUSPEND",
  NAME_MISMATCH: "SUSPEND",
  NOT_SIGNED: "RESIGN",
  ID_MISMATCH: "SUSPEND",
  BANK_FAULT: "ASK",
  OTHER: "RETRY",
};

/** Why a charge did not go into a batch (BIL-101). */
export const debitExclusionLabels = {
  NO_AGREEMENT: "没有划款协议",
  NOT_SIGNED: "协议待签",
  SUSPENDED: "协议暂停",
  NOT_VALID: "协议不在有效期内",
  OTHER_PAYER: "收费对象不是协议的客户",
  NO_CONSENT: "没有单独同意",
  DISPUTED: "有争议",
  IN_PLAN: "分期缓缴中",
  UNDER_MINIMUM: "低于起扣金额",
  OVER_LIMIT: "超过限额",
  IN_OTHER_BATCH: "已在另一托收批次中",
  LEFT_OUT: "人工剔除",
} as const;
export type DebitExclusionReason = keyof typeof debitExclusionLabels;
