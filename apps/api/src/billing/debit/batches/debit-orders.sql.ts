import type { EntityManager } from "typeorm";
import type { PersonalData } from "../../../common/crypto.js";
import type { DebitOrder } from "../files/field-values.js";

type Row = Omit<DebitOrder, "account" | "idNumber" | "mobile" | "summary" | "rooms"> & {
  accountCipher: string;
  idNumberCipher: string | null;
  mobileCipher: string | null;
  roomCodes: string[];
  items: string[];
  first: string;
  last: string;
};

const MOST_ROOMS = 3;

/** The debits of a batch as the bank is told of them, with whole account numbers. */
export async function ordersOf(
  tx: EntityManager,
  personal: PersonalData,
  projectId: string,
  batchId: string,
): Promise<DebitOrder[]> {
  const rows = await tx.query<Row[]>(
    `SELECT l.line_no AS "lineNo", l.reference, l.amount_fen AS "amountFen", a.account_cipher AS "accountCipher",
            a.account_kind AS "accountKind", a.holder, a.bank_name AS "bankName", a.bank_code AS "bankCode", a.id_type AS "idType",
            a.id_number_cipher AS "idNumberCipher", a.mobile_cipher AS "mobileCipher", a.agreement_no AS "agreementNo",
            k.number AS "customerNo", k.name AS "customerName", c."roomCodes", c.items, c.first, c.last
       FROM debit_line l
       JOIN debit_agreement a ON a.project_id = l.project_id AND a.id = l.agreement_id
       JOIN customer k ON k.project_id = a.project_id AND k.id = a.customer_id
       JOIN (SELECT x.line_id, array_agg(DISTINCT r.code) AS "roomCodes", array_agg(DISTINCT f.name) AS items, min(h.period) AS first, max(h.period) AS last
               FROM debit_line_charge x
               JOIN charge h ON h.project_id = x.project_id AND h.id = x.charge_id
               JOIN room r ON r.project_id = h.project_id AND r.id = h.room_id
               JOIN fee_item f ON f.project_id = h.project_id AND f.id = h.fee_item_id
              WHERE x.project_id = $1 AND x.batch_id = $2 GROUP BY x.line_id) c ON c.line_id = l.id
      WHERE l.project_id = $1 AND l.batch_id = $2 ORDER BY l.line_no`,
    [projectId, batchId],
  );
  return rows.map(({ accountCipher, idNumberCipher, mobileCipher, roomCodes, items, first, last, ...row }) => {
    const rooms = roomCodes.slice(0, MOST_ROOMS).join("、") + (roomCodes.length > MOST_ROOMS ? "等" : "");
    const period = first === last ? first : `${first}至${last}`;
    return {
      ...row,
      account: personal.decrypt(accountCipher),
      idNumber: idNumberCipher && personal.decrypt(idNumberCipher),
      mobile: mobileCipher && personal.decrypt(mobileCipher),
      rooms,
      summary: `${rooms} ${period} ${items.length > 1 ? `${items[0]}等` : items[0]}`,
    };
  });
}
