import { gracePolicyLabels } from "@linli/contracts/enums";
import { parseDecimal } from "../../common/exact-decimal.js";
import { formatFen } from "../../common/money.js";
import type { LateFee, LateFeeRules } from "./late-fee.js";

/** How a late fee came about, stored with its charge. */
export interface LateFeeTrace
  extends Omit<LateFee, "carriedFen">, Pick<LateFeeRules, "graceDays" | "gracePolicy" | "capShare"> {
  /** Left out in those of before it was kept. */
  carriedFen?: number;
  dueOn: string;
}

/** '0.0005' → '0.05%'. */
export function percentText(share: string): string {
  const parsed = parseDecimal(share);
  if (!parsed) throw new RangeError(`not a share: ${share}`);
  const digits = (parsed.units * 100n).toString().padStart(parsed.scale + 1, "0");
  const whole = digits.slice(0, digits.length - parsed.scale);
  const places = digits.slice(digits.length - parsed.scale).replace(/0+$/, "");
  return `${whole}${places && `.${places}`}%`;
}

/** The sentences of the card 「为什么是这个金额」 for a late fee. */
export function explainLateFee(trace: LateFeeTrace): string[] {
  const { dueOn, graceDays, gracePolicy, capShare, segments, fen, uncappedFen, bookedFen, carriedFen = 0 } = trace;
  const totalFen = fen + bookedFen;
  const carried = carriedFen > 0 ? `（扣除重开前已计的 ${formatFen(carriedFen)} 元）` : "";
  const grace = graceDays > 0 ? `，宽限 ${graceDays} 天（${gracePolicyLabels[gracePolicy]}）` : "";
  const sentences = [`应缴日 ${dueOn}${grace}，逾期按欠缴本金逐日计收，不计复利`];
  for (const { from, to, days, openFen, dailyRate } of segments)
    sentences.push(
      `${from} 至 ${to} 共 ${days} 天：欠 ${formatFen(openFen)} 元 × 每日 ${percentText(dailyRate)} × ${days} 天`,
    );
  if (uncappedFen !== null && capShare !== null)
    sentences.push(
      `合计 ${formatFen(uncappedFen)} 元，按本金的 ${percentText(capShare)} 封顶${carried}，计 ${formatFen(totalFen)} 元`,
    );
  else sentences.push(`合计 ${formatFen(totalFen)} 元，四舍五入到分`);
  if (bookedFen > 0) sentences.push(`此前已入账 ${formatFen(bookedFen)} 元，还应计 ${formatFen(fen)} 元`);
  return sentences;
}

/** Keeps what `explainLateFee` needs. */
export const traceOf = (rules: LateFeeRules, dueOn: string, lateFee: LateFee): LateFeeTrace => ({
  ...lateFee,
  dueOn,
  graceDays: rules.graceDays,
  gracePolicy: rules.gracePolicy,
  capShare: rules.capShare,
});
