import type { FeeItemKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { joinSurvivor } from "../../customer/merged-customers.js";
import { objectLabel } from "../objects/charge-item.sql.js";
import { taxOn } from "../tax/tax-part.js";
import { STANDING_LINES } from "./standing.sql.js";

/** What a receipt settled of a charge, and what of it stands on invoices; in fen. */
export interface SettledLine {
  receiptId: string;
  receiptNo: string;
  chargeId: string;
  roomId: string;
  roomCode: string;
  /** What it is for beside the room, e.g. a parking space. */
  objectId: string | null;
  objectLabel: string | null;
  feeItemId: string;
  feeItemName: string;
  feeItemKind: FeeItemKind;
  collectedForOthers: boolean;
  unit: string | null;
  period: string;
  serviceFrom: string;
  serviceTo: string;
  /** Of the charge as a whole. */
  quantity: string | null;
  chargeFen: number;
  receivedFen: number;
  invoicedFen: number;
  taxCode: string | null;
  taxRate: string | null;
}

/** A receipt as invoices see it. */
export interface InvoicedReceipt {
  id: string;
  receiptNo: string;
  /** Whom it is shown under today. */
  payerId: string;
  payerName: string;
  isRed: boolean;
  /** Reversed or voided. */
  undone: boolean;
  chargesFen: number;
  prepaymentFen: number;
  /** An invoice issued elsewhere that was registered by hand. */
  registeredNo: string | null;
}

/** The receipts that exist of the ids. */
export function receiptsOf(
  db: Pick<EntityManager, "query">,
  projectId: string,
  ids: readonly string[],
): Promise<InvoicedReceipt[]> {
  return db.query<InvoicedReceipt[]>(
    `SELECT r.id, r.receipt_no AS "receiptNo", k.id AS "payerId", k.name AS "payerName", r.reversal_of IS NOT NULL AS "isRed",
            red.id IS NOT NULL AS undone, r.charges_fen AS "chargesFen", r.prepayment_fen AS "prepaymentFen", hand.invoice_no AS "registeredNo"
       FROM receipt r ${joinSurvivor("k", "r.project_id", "r.payer_id")}
       LEFT JOIN receipt red ON red.project_id = r.project_id AND red.reversal_of = r.id
       LEFT JOIN receipt_invoice hand ON hand.project_id = r.project_id AND hand.receipt_id = r.id AND hand.red_invoice_no IS NULL
      WHERE r.project_id = $1 AND r.id = ANY ($2) ORDER BY r.id`,
    [projectId, ids],
  );
}

/** What receipts settled of charges; code and rate of the tax are those of the day a charge falls due (BIL-120). */
export function settledLines(
  db: Pick<EntityManager, "query">,
  projectId: string,
  receiptIds: readonly string[],
): Promise<SettledLine[]> {
  return db.query<SettledLine[]>(
    `SELECT e.receipt_id AS "receiptId", r.receipt_no AS "receiptNo", c.id AS "chargeId", c.room_id AS "roomId", m.code AS "roomCode",
            c.object_id AS "objectId", ${objectLabel("c")} AS "objectLabel", i.id AS "feeItemId", i.name AS "feeItemName", i.kind AS "feeItemKind", i.collected_for_others AS "collectedForOthers", i.unit,
            c.period, c.service_from AS "serviceFrom", c.service_to AS "serviceTo", trim_scale(c.quantity)::text AS quantity,
            c.amount_fen AS "chargeFen", e.fen AS "receivedFen", coalesce(s.fen, 0)::bigint AS "invoicedFen",
            tax.code AS "taxCode", tax.rate AS "taxRate"
       FROM (SELECT x.project_id, x.receipt_id, x.charge_id, (-sum(x.amount_fen))::bigint AS fen FROM charge_entry x
              WHERE x.project_id = $1 AND x.receipt_id = ANY ($2) AND x.kind IN ('RECEIPT', 'OFFSET')
              GROUP BY x.project_id, x.receipt_id, x.charge_id) e
       JOIN receipt r ON r.project_id = e.project_id AND r.id = e.receipt_id
       JOIN charge c ON c.project_id = e.project_id AND c.id = e.charge_id
       JOIN room m ON m.project_id = c.project_id AND m.id = c.room_id
       JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id ${taxOn("c.due_on", { ofCollected: true })}
       LEFT JOIN (SELECT l.receipt_id, l.charge_id, sum(l.standing_fen) AS fen FROM (${STANDING_LINES}) l
                   GROUP BY l.receipt_id, l.charge_id) s ON s.receipt_id = e.receipt_id AND s.charge_id = e.charge_id
      ORDER BY r.receipt_no, m.code, c.period, c.service_from, i.sort, i.name, c.id`,
    [projectId, receiptIds],
  );
}

/** How people call a line: 1-1-101 物业服务费 2026-03. */
export const lineName = (line: SettledLine) => `${placeOf(line)} ${line.feeItemName} ${line.period}`;

/** What a line is for: the room, and the thing of the room when it is for one. */
export const placeOf = ({ roomCode, objectLabel: label }: Pick<SettledLine, "roomCode" | "objectLabel">) =>
  label === null ? roomCode : `${roomCode} ${label}`;

/** Why nothing of a receipt can be invoiced, in a sentence; null when something may. */
export function receiptRefusal(receipt: InvoicedReceipt): string | null {
  const { receiptNo, isRed, undone, chargesFen, prepaymentFen, registeredNo } = receipt;
  if (isRed) return `${receiptNo} 是红字收据，不能开票`;
  if (undone) return `收据 ${receiptNo} 已红冲或作废，不能开票`;
  if (registeredNo) return `收据 ${receiptNo} 已登记在别处开具的发票 ${registeredNo}，不能再开电子发票`;
  if (chargesFen === 0 && prepaymentFen > 0)
    return `收据 ${receiptNo} 收的是预收款，预收款不开发票；冲抵应收以后，请对冲抵的收据开票`;
  return null;
}

/** Why a line cannot be invoiced, in a sentence; null when it may. */
export function lineRefusal(line: SettledLine, { invoiceCollected }: { invoiceCollected: boolean }): string | null {
  const name = lineName(line);
  if (line.feeItemKind === "DEPOSIT") return `${name} 是押金，押金不是收入，不开发票`;
  if (line.collectedForOthers && !invoiceCollected)
    return `${name} 是代收款项，由供应单位开票；确由本单位开票的，请先在“电子发票设置”中允许`;
  if (!line.taxCode) return `收费项目 ${line.feeItemName} 没有设置税收分类编码，请先在“收费项目”中补充`;
  if (line.taxRate === null) return `收费项目 ${line.feeItemName} 没有设置税率，请先在“收费项目”中补充`;
  return null;
}
