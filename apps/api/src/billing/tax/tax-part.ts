import type { TaxPartDto } from "@linli/contracts";
import { divide, parseDecimal, pow10 } from "../../common/exact-decimal.js";

/** Tax code and rate of a fee item on a day, as `taxOn` reads them; the rate in per cent, null when there is none. */
export interface TaxOfDay {
  taxCode: string | null;
  taxRate: string | null;
}

/** The tax in an amount that holds it (BIL-120): net = gross ÷ (1 + rate), rounded half up; tax is the rest. */
export function taxPartOf(grossFen: number, { taxCode, taxRate }: TaxOfDay): TaxPartDto | null {
  const rate = taxRate === null ? null : parseDecimal(taxRate);
  if (taxRate === null || !rate) return null;
  const hundred = 100n * pow10(rate.scale);
  const netFen = Number(divide(BigInt(grossFen) * hundred, hundred + rate.units, "HALF_UP"));
  return { taxCode, taxRate, netFen, taxFen: grossFen - netFen };
}

/**
 * SQL: code and rate of the fee item `i` on a day, as `tax.code` and `tax.rate`; the rate is null where the item has none or
 * the money is collected for others.
 * @param day SQL for a day, such as `c.due_on`
 * @param ofCollected also the rate of what is collected for others, for who invoices it himself
 */
export const taxOn = (day: string, { ofCollected = false } = {}): string => `CROSS JOIN LATERAL (
  SELECT s.code, CASE WHEN ${ofCollected ? "true" : "NOT i.collected_for_others"} THEN trim_scale(s.rate)::text END AS rate
    FROM (SELECT '-infinity'::date AS starts, i.tax_code AS code, i.tax_rate AS rate
          UNION ALL
          SELECT (x ->> 'startsOn')::date, x ->> 'taxCode', (x ->> 'taxRate')::numeric FROM jsonb_array_elements(i.tax_changes) x) s
   WHERE s.starts <= ${day} ORDER BY s.starts DESC LIMIT 1) tax`;
