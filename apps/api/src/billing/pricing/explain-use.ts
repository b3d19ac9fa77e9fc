import {
  meterKindLabels,
  meterUnits,
  roundingModeLabels,
  roundingUnitLabels,
  tierBasisLabels,
} from "@linli/contracts/enums";
import type { RoundingMode, RoundingUnit } from "@linli/contracts/enums";
import { Exact } from "../../common/exact.js";
import { formatFen } from "../../common/money.js";
import { capacityOf } from "./meter-use.js";
import type { MeterTrace, PriceTrace, TierTrace } from "./pricing.types.js";
import { tierName } from "./tiers.js";

/** The sentences of a metered amount: each meter's readings, the use, how it fell into tiers, the calculation. */
export function explainUse(trace: PriceTrace): string[] {
  const { meters = [], tiers } = trace;
  const unit = meters[0] ? meterUnits[meters[0].kind] : "";
  const sentences = meters.flatMap(meterSentences);
  if (meters.length > 1)
    sentences.push(`合计用量 ${meters.map(({ use }) => use).join(" + ")} = ${trace.qty} ${unit}`.trim());
  if (trace.own) sentences.push("本户单独约定单价");
  if (!tiers)
    return [
      ...sentences,
      ...total(`${trace.qty} × ${yuan(trace.price)} 元`, new Exact(trace.qty).times(trace.price), trace),
    ];
  return [...sentences, ...tierSentences(tiers, unit), ...tierTotal(tiers, trace)];
}

function meterSentences(meter: MeterTrace): string[] {
  const name = `${meterKindLabels[meter.kind]} ${meter.no}${meter.out ? "（换下的旧表）" : ""}`;
  const unit = meterUnits[meter.kind];
  const whole = meter.whole ?? meter.use;
  const sentences = [`${name}（${meter.from} 至 ${meter.to}）：${difference(meter)} = ${whole} ${unit}`.trim()];
  if (meter.est === "now") sentences.push("本次读数为估抄，下次实抄时多退少补");
  if (meter.est === "before") sentences.push("上次读数为估抄，本次用量已包含对上次的补差");
  if (meter.part) sentences.push(`期间收费标准变更，按天分摊：${whole} × ${meter.part} = ${meter.use} ${unit}`.trim());
  return sentences;
}

/** The calculation of a use, without its result. */
function difference({ before, now, mult, rev, roll }: MeterTrace): string {
  const [first, second] = rev ? [`上次读数 ${before}`, `本次读数 ${now}`] : [`本次读数 ${now}`, `上次读数 ${before}`];
  const turned = roll === undefined ? "" : ` + 满 ${roll} 位翻转 ${capacityOf(roll).toFixed()}`;
  const sum = `${first} − ${second}${turned}${rev ? "（反转表）" : ""}`;
  return mult ? `(${sum}) × 倍率 ${mult}` : sum;
}

function tierSentences({ basis, before, after, persons, base }: TierTrace, unit: string): string[] {
  const of = (use: string) => `${use} ${unit}`.trim();
  const counted = `阶梯按${tierBasisLabels[basis]}计算：之前已用 ${of(before)}，加上本次累计 ${of(after)}`;
  if (persons === undefined) return [counted];
  return [counted, `本户 ${persons} 人，比标准的 ${base} 人多 ${persons - (base ?? 0)} 人，各档的用量上限相应提高`];
}

function tierTotal({ split }: TierTrace, trace: PriceTrace): string[] {
  let from = "0";
  const used: string[] = [];
  for (const [index, { upTo, price, use }] of split.entries()) {
    const range = upTo === null ? `${from} 以上` : `${from}～${upTo}`;
    if (Number(use) > 0) used.push(`${tierName(index)}（${range}）${use} × ${yuan(price)} 元`);
    from = upTo ?? from;
  }
  const exact = split.reduce((sum, { use, price }) => sum.plus(new Exact(use).times(price)), new Exact(0));
  return total(used.join(" + ") || "没有用量", exact, trace);
}

function total(formula: string, product: Exact, { sur, fen, round, rest }: PriceTrace): string[] {
  const text = sur ? `${formula} + 附加费 ${yuan(sur)} 元` : formula;
  const exact = product.plus(sur ?? 0);
  const amount = `${formatFen(fen)} 元`;
  if (rest) return [`${text} = ${exact.toFixed()}`, restSentence(rest, fen)];
  if (exact.times(100).eq(fen)) return [`${text} = ${amount}`];
  const [mode, unit] = round.split(" ") as [RoundingMode, RoundingUnit];
  return [`${text} = ${exact.toFixed()} → ${roundingModeLabels[mode]}到${roundingUnitLabels[unit]} ${amount}`];
}

/** What the last part of a stretch is: what the others leave. */
export const restSentence = ({ whole, taken }: NonNullable<PriceTrace["rest"]>, fen: number): string =>
  `为使各段合计正好等于 ${formatFen(whole)} 元，本段取余额：${formatFen(whole)} − ${formatFen(taken)} = ${formatFen(fen)} 元`;

/** A price with at least two places. */
function yuan(text: string): string {
  const price = new Exact(text);
  return price.decimalPlaces() < 2 ? price.toFixed(2) : price.toFixed();
}
