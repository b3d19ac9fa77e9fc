import type { LateFeeUnit } from "@linli/contracts";
import type { DataSource } from "typeorm";
import { percentText } from "../late-fees/explain-late-fee.js";
import { trimDecimal } from "../rates/rate.mapper.js";

/** How overdue charges of a scheme bear late fees. */
export interface LateFeeTerms {
  schemeId: string;
  unit: LateFeeUnit;
  rate: string;
  graceDays: number;
  capShare: string | null;
  collectedAllowed: boolean;
}

/** What of a charge decides whether it bears late fees. */
export interface LateFeeBearer {
  itemName: string;
  /** Null where it bears none. */
  lateFeeSchemeId: string | null;
  isCollected: boolean;
}

/** The terms of the schemes in use on a day (BIL-50); a handful, however many notices. */
export function lateFeeTermsOf(db: DataSource, projectId: string, day: string): Promise<LateFeeTerms[]> {
  return db.query<LateFeeTerms[]>(
    `SELECT s.id AS "schemeId", s.unit, r.rate::text AS rate, s.grace_days AS "graceDays", s.cap_share::text AS "capShare",
            s.collected_allowed AS "collectedAllowed"
       FROM late_fee_scheme s
       JOIN LATERAL (SELECT r.rate FROM late_fee_rate r
                      WHERE r.project_id = s.project_id AND r.scheme_id = s.id AND r.starts_on <= $2::date
                      ORDER BY r.starts_on DESC LIMIT 1) r ON true
      WHERE s.project_id = $1 AND s.active ORDER BY s.name`,
    [projectId, day],
  );
}

/** The formula in a sentence for each scheme among the charges of a notice (BIL-114). */
export function lateFeeSentences(terms: readonly LateFeeTerms[], charges: readonly LateFeeBearer[]): string[] {
  return terms.flatMap((scheme) => {
    const own = charges.filter(
      ({ lateFeeSchemeId, isCollected }) =>
        lateFeeSchemeId === scheme.schemeId && (scheme.collectedAllowed || !isCollected),
    );
    if (own.length === 0) return [];
    const items = [...new Set(own.map(({ itemName }) => itemName))].join("、");
    return [`${items}逾期未缴的，${formulaOf(scheme)}。`];
  });
}

/** The rate and what it is multiplied with, in words. */
const OVERDUE: Record<LateFeeUnit, (percent: string) => string> = {
  DAY: (percent) => `每日 ${percent} × 逾期天数`,
  MONTH_BEGUN: (percent) => `每月 ${percent} × 逾期月数（不满一月按一月）`,
  MONTH_FULL: (percent) => `每月 ${percent} × 逾期整月数`,
};

function formulaOf({ unit, rate, graceDays, capShare }: LateFeeTerms): string {
  const percent = percentText(trimDecimal(rate));
  return [
    `违约金＝未缴本金 × ${OVERDUE[unit](percent)}`,
    ...(graceDays > 0 ? [`缴费期限后宽限 ${graceDays} 天`] : []),
    ...(capShare === null ? [] : [`最高为本金的 ${percentText(trimDecimal(capShare))}`]),
  ].join("，");
}
