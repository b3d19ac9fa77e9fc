import type { RedInvoiceLineDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { InvalidInput, notFound } from "../../../common/rule-violation.js";
import { taxPartOf } from "../../tax/tax-part.js";
import { redExceeds } from "../e-invoices.errors.js";

/** What of a line no issued red invoice took back, in fen. */
export interface RestOfLine {
  lineId: string;
  position: number;
  itemName: string;
  taxCode: string;
  taxRate: string;
  netFen: number;
  taxFen: number;
  amountFen: number;
}

/** The lines of an invoice with what is left of them, in their order. */
export function restOf(tx: EntityManager, projectId: string, invoiceId: string): Promise<RestOfLine[]> {
  return tx.query<RestOfLine[]>(
    `SELECT l.id AS "lineId", l.position, l.item_name AS "itemName", l.tax_code AS "taxCode", trim_scale(l.tax_rate)::text AS "taxRate",
            (l.net_fen - coalesce(r.net, 0))::bigint AS "netFen", (l.tax_fen - coalesce(r.tax, 0))::bigint AS "taxFen",
            (l.amount_fen - coalesce(r.whole, 0))::bigint AS "amountFen"
       FROM e_invoice_line l
       LEFT JOIN (SELECT x.line_id, sum(x.net_fen) AS net, sum(x.tax_fen) AS tax, sum(x.amount_fen) AS whole
                    FROM red_invoice_line x
                    JOIN red_invoice d ON d.project_id = x.project_id AND d.id = x.red_id
                   WHERE d.project_id = $1 AND d.invoice_id = $2 AND d.status = 'ISSUED' GROUP BY x.line_id) r ON r.line_id = l.id
      WHERE l.project_id = $1 AND l.invoice_id = $2 ORDER BY l.position`,
    [projectId, invoiceId],
  );
}

/** What a red invoice takes back: what was asked for, or all that is left. @throws EINVOICE_RED_EXCEEDS, NOT_FOUND, INVALID_INPUT */
export function redLines(
  rest: readonly RestOfLine[],
  asked: readonly Pick<RedInvoiceLineDto, "lineId" | "amountFen">[] | null | undefined,
): RestOfLine[] {
  if (!asked) return rest.filter(({ amountFen }) => amountFen > 0);
  return asked.map(({ lineId, amountFen }, index) => {
    if (asked.findIndex((one) => one.lineId === lineId) < index)
      throw new InvalidInput({ [`lines.${index}.lineId`]: ["同一行明细填写了两次"] });
    const line = rest.find((one) => one.lineId === lineId);
    if (!line) throw notFound("发票明细");
    if (amountFen > line.amountFen) throw redExceeds(line.itemName, line.amountFen);
    return { ...line, ...partOf(line, amountFen) };
  });
}

/** Net and tax of a part; the last part takes the rest, so that all parts come to the line. */
function partOf({ netFen, taxFen, amountFen: restFen, ...tax }: RestOfLine, amountFen: number) {
  if (amountFen === restFen) return { netFen, taxFen, amountFen };
  const own = taxPartOf(amountFen, tax)!.taxFen;
  const part = Math.min(Math.max(own, amountFen - netFen), taxFen);
  return { netFen: amountFen - part, taxFen: part, amountFen };
}
