import {
  areaKindLabels,
  roundingModeLabels,
  roundingUnitLabels,
  type Proration,
  type RoundingMode,
  type RoundingUnit,
} from "@linli/contracts/enums";
import { dayOf, daysIn, periodOf } from "../../common/calendar.js";
import { divide, parseDecimal, pow10, ZERO } from "../../common/exact-decimal.js";
import { formatFen } from "../../common/money.js";
import { explainLateFee } from "../late-fees/explain-late-fee.js";
import { explainStart } from "../charge-start/start-trace.js";
import { explainUse, restSentence } from "./explain-use.js";
import { monthlyPrice } from "./price.js";
import { shareSentences } from "./explain-share.js";
import type { CutReason, FormulaTrace, PriceTrace } from "./pricing.types.js";

const CUT_NAMES: Record<CutReason, string> = {
  RATE: "单价",
  AREA: "面积",
  PAYER: "收费对象",
  REDUCTION: "减免",
  LATE_FEE: "违约金方案",
};
const POLICY_NAMES: Record<Proration, string> = {
  ACTUAL_DAYS: "不足整月，按实际天数占当月天数计费",
  FIXED_30: "不足整月，每月按 30 天折算",
  HALF_MONTH:
    "不足整月，按半月计费：上半月开始的自 15 日起计，下半月开始的自次月起计；14 日及以前结束的计半个月，以后结束的计整月",
  WHOLE_MONTH: "不足整月，按整月计费",
  FROM_NEXT_MONTH: "月中停止计费的从次月起生效，本月按整月计费",
};

/** Digits shown of an unrounded amount before it is cut with an ellipsis. */
const SHOWN_PLACES = 4;

/**
 * The sentences of the card 「为什么是这个金额」: the days, what cut or shortened the month, the calculation, and for the
 * last of several payers what was left.
 */
export function explain(trace: PriceTrace): string[] {
  if (trace.lateFee) return explainLateFee(trace.lateFee);
  if (trace.meters) return [...explainUse(trace), ...startSentences(trace)];
  return [...explainDays(trace), ...startSentences(trace)];
}

const startSentences = ({ start, to }: PriceTrace) => (start ? explainStart(start, to) : []);

function explainDays(trace: PriceTrace): string[] {
  const sentences = [daysSentence(trace)];
  if (trace.pol) sentences.push(POLICY_NAMES[trace.pol]);
  if (trace.cut) sentences.push(`月中${trace.cut.map((cut) => CUT_NAMES[cut]).join("、")}变更，按天分段计费`);
  if (trace.own) sentences.push(`本户单独约定${trace.own.map((own) => (own === "qty" ? "数量" : "单价")).join("和")}`);
  if (trace.area) sentences.push(`按${areaKindLabels[trace.area]}计费`);
  if (trace.formula) sentences.push(...formulaSentences(trace.formula));
  if (trace.share) sentences.push(...shareSentences(trace.share));
  if (!trace.left) return [...sentences, ...calculation(trace), ...reductionSentences(trace)];
  const { priced, due, paid } = trace.left;
  sentences.push(...calculation({ ...trace, fen: priced }));
  if (due !== priced) sentences.push(`原账单曾减免或调整，这些天按比例应收 ${formatFen(due)} 元`);
  if (paid > 0) sentences.push(`原账单上已收 ${formatFen(paid)} 元，还应收 ${formatFen(trace.fen)} 元`);
  return sentences;
}

/** What is taken off by an entry of its own (BIL-41). */
function reductionSentences({ red, fen }: PriceTrace): string[] {
  if (!red) return [];
  const how = red.kind === "PERCENT" ? `减免 ${red.value}%` : `每月减免 ${money(red.value)} 元`;
  return [`空置减免 ${red.no}：${how}，减 ${formatFen(red.fen)} 元，应缴 ${formatFen(fen - red.fen)} 元`];
}

function daysSentence({ from, to }: PriceTrace): string {
  const days = dayOf(to) - dayOf(from) + 1;
  const daysInMonth = daysIn(periodOf(from));
  if (days === daysInMonth) return `${from} 至 ${to} 整月`;
  return `${from} 至 ${to} 共 ${days} 天（当月 ${daysInMonth} 天）`;
}

function calculation(trace: PriceTrace): string[] {
  const exact = unrounded(trace);
  const amount = `${formatFen(trace.fen)} 元`;
  if (trace.rest) return [`${formula(trace)} = ${exact}`, restSentence(trace.rest, trace.fen)];
  const isExact = trace.fen === exactFen(exact);
  if (trace.share && isFixedMonth(trace)) return [];
  if (trace.formula && !trace.part)
    return [isExact ? formula(trace) : `${formula(trace)} → ${roundingName(trace)} ${amount}`];
  if (isExact && isFixedMonth(trace)) return [formula(trace)];
  if (isExact) return [`${formula(trace)} = ${amount}`];
  return [`${formula(trace)} = ${exact} → ${roundingName(trace)} ${amount}`];
}

function formula({ base, qty, price, sur, part, share }: PriceTrace): string {
  const product = share ? `本月分摊 ${money(price)} 元` : productText(base, qty, money(price));
  const month = sur ? `${product} + 附加费 ${money(sur)} 元` : product;
  if (!part) return month;
  return `${sur ? `(${month})` : month} × ${part}`;
}

/** A fixed amount for a whole month: nothing was calculated. */
const isFixedMonth = ({ base, qty, sur, part }: PriceTrace) => base === "FIXED" && qty === "1" && !sur && !part;

function productText(base: PriceTrace["base"], qty: string, price: string): string {
  if (base === "FORMULA") return `公式结果 ${price} 元`;
  if (base === "AREA") return `${qty} m² × ${price} 元/m²`;
  if (base === "HOUSEHOLD") return `${qty} 户 × ${price} 元/户`;
  return base === "FIXED" && qty === "1" ? `每月固定 ${price} 元` : `${qty} × ${price} 元`;
}

const FORMULA_UNITS: Readonly<Record<string, string>> = { 单价: " 元", 附加费: " 元" };

/** The formula, and what was put in for its names. */
function formulaSentences({ text, values }: FormulaTrace): string[] {
  const put = values.map(([name, value]) => {
    const unit = FORMULA_UNITS[name] ?? (name.endsWith("面积") ? " m²" : "");
    return `${name} ${value}${unit}`;
  });
  return put.length > 0 ? [`公式：${text}`, `代入：${put.join("，")}`] : [`公式：${text}`];
}

/** A decimal of yuan with at least two places. */
function money(text: string): string {
  const [yuan = "0", places = ""] = text.split(".");
  return `${yuan}.${places.padEnd(2, "0")}`;
}

/** The amount before rounding, as far as it is worth showing; an ellipsis when digits follow. */
function unrounded({ qty, price, sur, part }: PriceTrace): string {
  const [quantity, unitPrice, surcharge] = [qty, price, sur ?? "0"].map((text) => parseDecimal(text) ?? ZERO);
  const { units, scale } = monthlyPrice(quantity ?? ZERO, unitPrice ?? ZERO, surcharge ?? ZERO);
  const [numerator = "1", denominator = "1"] = part?.split("/") ?? [];
  const dividend = units * BigInt(numerator) * pow10(SHOWN_PLACES);
  const divisor = pow10(scale) * BigInt(denominator);
  const shown = divide(dividend, divisor, "FLOOR");

  const digits = shown.toString().padStart(SHOWN_PLACES + 1, "0");
  const text = `${digits.slice(0, -SHOWN_PLACES)}.${digits.slice(-SHOWN_PLACES)}`;
  return shown * divisor === dividend ? text.replace(/0{1,2}$/, "") : `${text}…`;
}

/** The fen of an unrounded amount that has no more than two places, else NaN. */
function exactFen(text: string): number {
  return /^\d+\.\d{2}$/.test(text) ? Number(text.replace(".", "")) : Number.NaN;
}

function roundingName({ round }: PriceTrace): string {
  const [mode, unit] = round.split(" ") as [RoundingMode, RoundingUnit];
  return `${roundingModeLabels[mode]}到${roundingUnitLabels[unit]}`;
}
