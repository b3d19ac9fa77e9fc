import type { RedInvoiceReason, TitleKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { PersonalData } from "../../../common/crypto.js";
import { trimDecimal } from "../../rates/rate.mapper.js";
import { tradeNoOf } from "../../online/trade-no.js";
import { EInvoiceLine } from "../e-invoice-line.entity.js";
import type { EInvoice } from "../e-invoice.entity.js";
import type { PortInvoice, PortLine, PortRedInvoice } from "../port/invoice-port.js";
import type { RedInvoice } from "../red/red-invoice.entity.js";

/** An invoice as its supplier gets it: the same for the same attempt. */
export async function portInvoice(db: EntityManager, personal: PersonalData, invoice: EInvoice): Promise<PortInvoice> {
  const { projectId, id, requestNo, attempt, seller, issuerName, lease, remark, netFen, taxFen, amountFen } = invoice;
  const whole = (cipher: string | null) => cipher && personal.decrypt(cipher);
  return {
    serial: tradeNoOf(id),
    attempt,
    requestNo,
    seller,
    issuerName,
    buyer: {
      ...buyerOf(invoice),
      address: invoice.buyerAddress,
      phone: invoice.buyerPhone,
      bank: invoice.buyerBank,
      account: whole(invoice.accountCipher),
      email: whole(invoice.emailCipher),
      mobile: whole(invoice.mobileCipher),
    },
    lines: await linesOf(db, projectId, id),
    netFen,
    taxFen,
    amountFen,
    lease,
    remark,
  };
}

/** A red invoice as its supplier gets it. */
export async function portRedInvoice(db: EntityManager, red: RedInvoice, invoice: EInvoice): Promise<PortRedInvoice> {
  const { projectId, id, attempt, explanation, netFen, taxFen, amountFen } = red;
  return {
    serial: tradeNoOf(id),
    attempt,
    requestNo: invoice.requestNo,
    invoiceNo: invoice.invoiceNo!,
    invoiceIssuedOn: invoice.issuedOn!,
    reason: red.reason as RedInvoiceReason,
    explanation,
    seller: invoice.seller,
    buyer: buyerOf(invoice),
    lines: await db.query<PortRedInvoice["lines"]>(
      `SELECT l.position, l.item_name AS "itemName", l.tax_code AS "taxCode", l.spec, trim_scale(l.tax_rate)::text AS "taxRate",
              x.net_fen AS "netFen", x.tax_fen AS "taxFen", x.amount_fen AS "amountFen"
         FROM red_invoice_line x JOIN e_invoice_line l ON l.project_id = x.project_id AND l.id = x.line_id
        WHERE x.project_id = $1 AND x.red_id = $2 ORDER BY l.position`,
      [projectId, id],
    ),
    netFen,
    taxFen,
    amountFen,
  };
}

const buyerOf = ({ buyerKind, buyerName, buyerTaxNumber }: EInvoice) => ({
  kind: buyerKind as TitleKind,
  name: buyerName,
  taxNumber: buyerTaxNumber,
});

async function linesOf(db: EntityManager, projectId: string, invoiceId: string): Promise<PortLine[]> {
  const lines = await db.find(EInvoiceLine, { where: { projectId, invoiceId }, order: { position: "ASC" } });
  return lines.map(
    ({ position, itemName, taxCode, spec, unit, quantity, price, taxRate, netFen, taxFen, amountFen }) => ({
      position,
      itemName,
      taxCode,
      spec,
      unit,
      quantity: trimDecimal(quantity),
      price: trimDecimal(price),
      taxRate: trimDecimal(taxRate),
      netFen,
      taxFen,
      amountFen,
    }),
  );
}
