import type { FeeItemKind } from "../billing.enums.js";

/** Where a recalculation of unpaid bills stands (未缴账单重算, BIL-13). */
export const recalculationStatusLabels = {
  COMPUTING: "计算差异中",
  COMPUTED: "待提交",
  PENDING: "待审批",
  APPLYING: "重算中",
  APPLIED: "已重算",
  REJECTED: "已拒绝",
  WITHDRAWN: "已撤回",
  FAILED: "未完成",
} as const;
export type RecalculationStatus = keyof typeof recalculationStatusLabels;

/** Why a bill that differs is left as it is; the first that holds, in this order. */
export const recalculationObstacleLabels = {
  PAID: "已收款或已冲抵",
  ON_DEBIT: "银行托收中",
  ONLINE: "线上支付中",
  DISPUTED: "争议中",
  IN_PLAN: "分期缓缴中",
  CLOSED: "账期已月结",
  REDUCED: "有核销、部分红冲或随收据的优惠",
  WAIVER_BORNE: "减免由他人承担",
  WAIVER_PENDING: "减免申请待审批",
  BEARER_PAID: "减免或优惠的承担方已付款，或其应收已减免、核销",
  ASSUMED: "欠费已由他人承担",
  WAIVER_OF_PAYER: "减免属于原收费对象",
  ROOM_DISABLED: "房间已停用",
  NO_PRICE: "缺少价格、面积或数量",
  NO_PAYER: "没有收费对象",
  DISCOUNT_MONTHS: "同享优惠的其余账单将不足月数",
  LATER_MONTH: "同一阶梯的以后月份，不在所选月份内",
  MOVED: "申请后有变动",
  DISCOUNTED_TOGETHER: "同享优惠的账单有变动",
} as const;
export type RecalculationObstacle = keyof typeof recalculationObstacleLabels;

/** What is different between a bill and what would be billed today. */
export const recalculationCauseLabels = {
  PRICE: "单价或阶梯",
  QUANTITY: "面积或数量",
  PERSONS: "户内人数",
  USED_BEFORE: "之前已用量",
  DAYS: "计费天数",
  REDUCTION: "空置减免",
  PAYER: "收费对象",
  LATE_FEE: "违约金方案",
  DISCOUNT: "优惠月数不足",
  RULES: "计费规则",
} as const;
export type RecalculationCause = keyof typeof recalculationCauseLabels;

/** Which lines of a list of differences. */
export const recalculationLineKindLabels = {
  CHANGE: "可以重算",
  BLOCKED: "不能重算",
} as const;
export type RecalculationLineKind = keyof typeof recalculationLineKindLabels;

/** Most service months that one recalculation covers. */
export const RECALCULATION_MONTHS = 24;

/** Kinds of fee items whose bills follow from rates, shares or readings by month. */
export const recalculableKinds: readonly FeeItemKind[] = ["REGULAR", "METERED", "SHARED", "LEASE"];
