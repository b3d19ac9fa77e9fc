import { chargeExclusionLabels } from "../exclusions.enums.js";

/** What a level of dunning is for (BIL-113): a bill before its charges are due is no demand, a demand is about what is late. */
export const dunningKindLabels = { BILL: "到期前送达账单", DEMAND: "逾期催缴" } as const;
export type DunningKind = keyof typeof dunningKindLabels;

/** What the paper of each kind calls things. A bill says nothing of being late. */
export const dunningPapers = {
  BILL: { title: "缴费提醒", number: "提醒单号", issuedOn: "开具日期", lines: "费用明细", open: "待缴" },
  DEMAND: { title: "催款单", number: "催款单号", issuedOn: "催款日期", lines: "逾期费用明细", open: "欠缴" },
} as const satisfies Record<DunningKind, object>;

/** How a debtor is asked to pay (催缴方式, BIL-113). Nothing among them cuts a supply or a way in (LAW-06). */
export const dunningChannelLabels = {
  SMS: "短信或微信",
  PHONE: "电话",
  VISIT: "上门",
  NOTICE: "书面催款单",
  REGISTERED: "挂号信或快递",
  LAWYER: "律师函",
} as const;
export type DunningChannel = keyof typeof dunningChannelLabels;

/** How a demand reached the debtor, or did not. */
export const dunningDeliveryLabels = {
  SIGNED: "当面签收",
  LEFT: "留置送达（有见证或影像）",
  POSTED: "邮寄签收",
  ELECTRONIC: "短信或微信已送达",
  PUBLISHED: "公告送达",
  SPOKEN: "电话或当面口头",
  RETURNED: "退信或拒收",
  UNREACHED: "没有联系上",
} as const;
export type DunningDelivery = keyof typeof dunningDeliveryLabels;

/** Deliveries that can be proved in court and so interrupt limitation (LAW-13). */
export const interruptingDeliveries: readonly DunningDelivery[] = [
  "SIGNED",
  "LEFT",
  "POSTED",
  "ELECTRONIC",
  "PUBLISHED",
];

/** Why a preview leaves somebody out. */
export const dunningSkipLabels = {
  BELOW_MINIMUM: "低于最低金额",
  ...chargeExclusionLabels,
  ON_DEBIT: "正在银行托收",
  PAUSED: "暂停催缴",
  PROMISED: "承诺付款日未到",
  TOO_SOON: "上次催缴的期限未到",
  HIGHER: "已催到更高级别",
} as const;
export type DunningSkip = keyof typeof dunningSkipLabels;

export const dunningCaseStateLabels = { OPEN: "催缴中", SETTLED: "已无逾期" } as const;
export type DunningCaseState = keyof typeof dunningCaseStateLabels;

/** What holds a case up at the moment. */
export const dunningMarkLabels = {
  NEVER: "从未催缴",
  PROMISED: "承诺期内",
  BROKEN: "承诺未履行",
  PAUSED: "暂停催缴",
  DISPUTED: "有争议",
  LAWSUIT: "诉讼或仲裁中",
} as const;
export type DunningMark = keyof typeof dunningMarkLabels;

export const dunningSortLabels = { AMOUNT: "金额大的在前", OLDEST: "最早到期的在前", ROOM: "按房号" } as const;
export type DunningSort = keyof typeof dunningSortLabels;

/** In which form a debtor promised; what was only said cannot be proved and does not count for limitation. */
export const promiseFormLabels = { WRITTEN: "书面（有签字）", ELECTRONIC: "短信或微信", SPOKEN: "口头" } as const;
export type PromiseForm = keyof typeof promiseFormLabels;

/** Whether a promise was kept, found from the receipts. */
export const promiseStateLabels = { RUNNING: "承诺期内", KEPT: "已履行", BROKEN: "未履行" } as const;
export type PromiseState = keyof typeof promiseStateLabels;

/** What bears on the limitation of a debt (诉讼时效). */
export const limitationActLabels = {
  DEMAND: "催告送达",
  PROMISE: "债务人承诺",
  PAYMENT: "部分付款",
  LAWSUIT: "起诉或仲裁",
} as const;
export type LimitationActKind = keyof typeof limitationActLabels;

/** Days before the end of limitation from which on it is near. */
export const LIMITATION_NEAR_DAYS = 180;

/** Files that prove a step of dunning. */
export const dunningFileLabels = {
  SIGNED: "签收回执",
  PHOTO: "现场照片",
  POST: "邮寄凭证",
  PAPER: "催款文书",
  CHAT: "聊天或短信截图",
} as const;

/** Files of a promise to pay, and of a lawsuit. */
export const promiseFileLabels = { PROMISE: "承诺书", CHAT: "聊天或短信截图" } as const;
export const lawsuitFileLabels = { FILING: "立案材料", RULING: "裁判文书" } as const;

/** What may stand in braces in the text of a level, with an example for the preview. */
export const dunningPlaceholders = {
  客户: "王芳",
  房号: "1-2-1011",
  管理区: "翠湖花园",
  电话: "0531-8888 6666",
  欠费: "3,456.00",
  违约金: "34.56",
  合计: "3,490.56",
  最早应缴日: "2026年3月20日",
  逾期天数: "120",
  期限: "2026年8月1日",
} as const;
export type DunningPlaceholder = keyof typeof dunningPlaceholders;

const { 客户, 房号, 管理区, 电话, 合计, 最早应缴日 } = dunningPlaceholders;

/** The same for each kind: a bill has no arrears, no late fee, no days late and no deadline but the due day. */
export const dunningPlaceholdersOf: Record<DunningKind, Partial<Record<DunningPlaceholder, string>>> = {
  BILL: { 客户, 房号, 管理区, 电话, 合计, 最早应缴日 },
  DEMAND: dunningPlaceholders,
};
