import { gracePolicyLabels, lateFeeUnitLabels } from "@linli/contracts/enums";
import { parseDecimal } from "../../common/exact-decimal.js";
import { formatFen } from "../../common/money.js";
import type { LateFee } from "./late-fee.js";
import type { LateFeeRules, LateFeeSegment } from "./late-fee.types.js";

/** How a late fee came about, stored with its charge; those of before they were kept are by day and know nothing carried. */
export interface LateFeeTrace
  extends
    Omit<LateFee, "carriedFen" | "months">,
    Pick<LateFeeRules, "graceDays" | "gracePolicy" | "capShare">,
    Partial<Pick<LateFee, "carriedFen" | "months">>,
    Partial<Pick<LateFeeRules, "unit">> {
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
  const {
    dueOn,
    graceDays,
    gracePolicy,
    capShare,
    segments,
    fen,
    uncappedFen,
    bookedFen,
    carriedFen = 0,
    unit = "DAY",
  } = trace;
  const totalFen = fen + bookedFen;
  const carried = carriedFen > 0 ? `（扣除重开前已计的 ${formatFen(carriedFen)} 元）` : "";
  const grace = graceDays > 0 ? `，宽限 ${graceDays} 天（${gracePolicyLabels[gracePolicy]}）` : "";
  const way = unit === "DAY" ? "逐日计收" : `${lateFeeUnitLabels[unit]}收`;
  const sentences = [`应缴日 ${dueOn}${grace}，逾期按欠缴本金${way}，不计复利`, ...segments.map(segmentWords)];
  if (uncappedFen !== null && capShare !== null)
    sentences.push(
      `合计 ${formatFen(uncappedFen)} 元，按本金的 ${percentText(capShare)} 封顶${carried}，计 ${formatFen(totalFen)} 元`,
    );
  else sentences.push(`合计 ${formatFen(totalFen)} 元，四舍五入到分`);
  if (bookedFen > 0) sentences.push(`此前已入账 ${formatFen(bookedFen)} 元，还应计 ${formatFen(fen)} 元`);
  return sentences;
}

function segmentWords(segment: LateFeeSegment): string {
  const [count, rate] =
    "days" in segment
      ? [`${segment.days} 天`, `每日 ${percentText(segment.dailyRate)}`]
      : [`${segment.months} 个月`, `每月 ${percentText(segment.monthlyRate)}`];
  return `${segment.from} 至 ${segment.to} 共 ${count}：欠 ${formatFen(segment.openFen)} 元 × ${rate} × ${count}`;
}

/** Keeps what `explainLateFee` needs. */
export const traceOf = (rules: LateFeeRules, dueOn: string, lateFee: LateFee): LateFeeTrace => ({
  ...lateFee,
  dueOn,
  unit: rules.unit,
  graceDays: rules.graceDays,
  gracePolicy: rules.gracePolicy,
  capShare: rules.capShare,
});
