import type { ReportBasis } from "@linli/contracts";

/** By which day the money of a rate counts, in words (BIL-110). */
const BASIS_WORDS: Readonly<Record<ReportBasis, string>> = {
  PAID: "按收款日期：收款计入收据上的收款日所在的月份，补录的收款也是",
  POSTED: "按入账日期：收款计入录入系统那一天所在的月份，补录上月的收款算在补录的月份，此前视为未收",
};

/** Where the figures of closed months come from. */
const CLOSED_WORDS: Readonly<Record<ReportBasis, string>> = {
  PAID: "已月结的月份取自月结快照，快照按收款日期",
  POSTED: "月结快照按收款日期；按入账日期的已月结月份由快照加减补录的收款明细得出",
};

/** How the rates are computed, in words (BIL-110). */
export const rateFormulas = (basis: ReportBasis): string[] => [
  "当期收缴率 = 本月应收中已收（含以前预收并冲抵本月的） ÷（本月应收 − 减免）",
  "往期清欠率 = 本月收回的往期欠费 ÷（期初欠费 − 减免）",
  "综合收缴率 =（当期已收 + 收回往期）÷（当期应收 + 期初欠费 − 减免）",
  "户数收缴率 = 缴清本月费用的房间数 ÷ 本月有应收的房间数",
  `${BASIS_WORDS[basis]}。应收、减免按记账月份，提前收取的款项（含预收冲抵）计入应收所属的月份，红冲冲减红冲当月的收款。${CLOSED_WORDS[basis]}`,
];
