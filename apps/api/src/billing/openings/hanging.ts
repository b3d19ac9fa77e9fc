import { isDemand } from "../dunning/dunning.sql.js";
import { isPaidBefore } from "./paid-through.queries.js";

const CHARGES = `FROM opening_row r
  JOIN charge c ON c.project_id = r.project_id AND c.id = r.id
  JOIN room o ON o.project_id = c.project_id AND o.id = c.room_id
 WHERE r.project_id = $1 AND r.opening_id = $2`;

const ofA = (table: string, key: string, which: string) =>
  `EXISTS (SELECT 1 FROM ${table} y WHERE y.project_id = x.project_id AND y.id = x.${key} AND y.${which})`;

/** Rows `x` of other tables that point to a charge of an import, what they are, and which of them count. */
const POINTING: readonly (readonly [table: string, column: string, what: string, which?: string])[] = [
  ["waiver_line", "charge_id", "的欠费已申请减免"],
  ["write_off_line", "charge_id", "的欠费已申请核销"],
  ["charge_dispute", "charge_id", "的欠费登记过争议"],
  ["debit_line_charge", "charge_id", "的欠费进过托收批次"],
  ["charge", "principal_id", "的欠费已产生违约金"],
  ["payment_plan_charge", "charge_id", "的欠费在分期计划内", "NOT x.released"],
  [
    "dunning_step_charge",
    "charge_id",
    "的欠费已催缴",
    ofA("dunning_step", "step_id", `voided_on IS NULL AND ${isDemand("y")}`),
  ],
  [
    "dunning_step_charge",
    "charge_id",
    "的应收已送过账单",
    ofA("dunning_step", "step_id", `voided_on IS NULL AND NOT ${isDemand("y")}`),
  ],
  [
    "dunning_promise_charge",
    "charge_id",
    "的欠费登记过缴费承诺",
    ofA("dunning_promise", "promise_id", "voided_on IS NULL"),
  ],
  ["dunning_lawsuit_charge", "charge_id", "的欠费已起诉或仲裁"],
  ["online_order_charge", "charge_id", "的欠费有线上订单", ofA("online_order", "order_id", "status <> 'CLOSED'")],
];

/**
 * What hangs on an import that is to be taken back, as `code` of the room (or name of the item) and `what`. $1 project, $2 import, $3 its
 * number.
 */
export const HANGING = [
  `SELECT o.code, '的欠费已收款、冲抵或调整' AS what ${CHARGES} AND r.kind <> 'DEPOSIT'
      AND EXISTS (SELECT 1 FROM charge_entry e WHERE e.project_id = c.project_id AND e.charge_id = c.id)`,
  ...POINTING.map(
    ([table, column, what, which = "true"]) =>
      `SELECT o.code, '${what}' ${CHARGES}
          AND EXISTS (SELECT 1 FROM ${table} x WHERE x.project_id = c.project_id AND x.${column} = c.id AND ${which})`,
  ),
  `SELECT o.code, '的押金 ' || d.deposit_no || ' 已扣除、转出、退还或标记可退'
     FROM opening_row r JOIN deposit d ON d.project_id = r.project_id AND d.id = r.id
     JOIN room o ON o.project_id = d.project_id AND o.id = d.room_id
    WHERE r.project_id = $1 AND r.opening_id = $2
      AND (d.used_fen > 0 OR d.refundable OR EXISTS (SELECT 1 FROM refund_request q
            WHERE q.project_id = d.project_id AND q.deposit_id = d.id AND q.status IN ('PENDING', 'APPROVED', 'PAID')))`,
  `SELECT o.code, '的预收账户之后有变动'
     FROM prepayment_movement m
     JOIN prepayment_account a ON a.project_id = m.project_id AND a.id = m.account_id
     JOIN room o ON o.project_id = a.project_id AND o.id = a.room_id
    WHERE m.project_id = $1 AND m.source = 'OPENING' AND m.document_no = $3
      AND EXISTS (SELECT 1 FROM prepayment_movement x WHERE x.project_id = m.project_id AND x.account_id = m.account_id AND x.id > m.id)`,
  `SELECT o.code, '的' || i.name || '已从 ' || p.paid_to || ' 之后出账'
     FROM paid_through p
     JOIN room o ON o.project_id = p.project_id AND o.id = p.room_id
     JOIN fee_item i ON i.project_id = p.project_id AND i.id = p.fee_item_id
     JOIN project j ON j.id = p.project_id
    WHERE p.project_id = $1 AND p.opening_id = $2 AND p.paid_to >= (j.first_period || '-01')::date
      AND EXISTS (SELECT 1 FROM charge c WHERE c.project_id = p.project_id AND c.room_id = p.room_id AND c.fee_item_id = p.fee_item_id
                     AND c.source = 'RUN' AND c.reversed_fen < c.amount_fen AND c.service_from > p.paid_to AND ${isPaidBefore("c")})`,
  `SELECT o.code, '已拆分或合并，新房间的' || i.name || '从 ' || p.paid_to || ' 之后出账'
     FROM paid_through p
     JOIN room o ON o.project_id = p.project_id AND o.id = p.room_id AND o.ended_on <= p.paid_to
     JOIN fee_item i ON i.project_id = p.project_id AND i.id = p.fee_item_id
    WHERE p.project_id = $1 AND p.opening_id = $2`,
  `SELECT i.name, '的代收款之后登记过解缴'
     FROM opening_row r JOIN fee_item i ON i.project_id = r.project_id AND i.id = r.fee_item_id
    WHERE r.project_id = $1 AND r.opening_id = $2 AND r.kind = 'COLLECTED'
      AND EXISTS (SELECT 1 FROM remittance m WHERE m.project_id = r.project_id AND m.fee_item_id = r.fee_item_id
                   GROUP BY m.fee_item_id HAVING sum(m.amount_fen) > 0)`,
].join(" UNION ALL ");
