import type { LateFeeUnit } from "@linli/contracts";
import { Exact } from "../../common/exact.js";
import { trimDecimal } from "../rates/rate.mapper.js";
import { percentText } from "./explain-late-fee.js";
import type { LateFeeRate } from "./late-fee.types.js";

/** What a scheme is judged by; its rates the latest first. */
interface Scheme {
  unit: LateFeeUnit;
  capShare: string | null;
  rates: readonly LateFeeRate[];
}

/**
 * Why a scheme may be cut by a court (LAW-12, BIL-51): it can pass the project's ceiling, as a share of the principal. Says
 * how many days or months overdue that takes at the latest rate; null when its cap keeps it below.
 */
export function warningOf({ unit, capShare, rates }: Scheme, ceiling: string): string | null {
  if (capShare !== null && Number(capShare) <= Number(ceiling)) return null;
  const limit = percentText(trimDecimal(ceiling));
  const [latest] = rates;
  const count = latest ? new Exact(ceiling).div(latest.rate).floor().plus(1).toFixed() : "";
  const after = latest ? `按现行利率，逾期计到第 ${count} ${unit === "DAY" ? "天" : "个月"}时超过` : "可能超过";
  const cap = capShare === null ? "没有封顶" : `封顶为本金的 ${percentText(trimDecimal(capShare))}`;
  return `${cap}：${after}本金的 ${limit}，过高的部分可能不被法院支持`;
}
