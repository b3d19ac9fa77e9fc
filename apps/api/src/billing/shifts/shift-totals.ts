import type { ShiftItemDto, ShiftMethodDto, ShiftTotalsDto, TakingsTotalsDto } from "@linli/contracts";
import type { DataSource, EntityManager } from "typeorm";

type Db = Pick<DataSource | EntityManager, "query">;

/** Which rows are summed: conditions on `receipt r` and `refund f`; $1 is the project. */
export interface TakingsScope {
  receipts: string;
  refunds: string;
  params: readonly unknown[];
}

interface Counts {
  receipts: number;
  reds: number;
  refunds: number;
  firstReceiptNo: string | null;
  lastReceiptNo: string | null;
  prepaymentFen: number;
}

/** What a shift comes to: sums of the receipts, refunds and deposit slips that name it (BIL-73). */
export async function shiftTotals(
  db: Db,
  projectId: string,
  shiftId: string,
  floatFen: number,
): Promise<ShiftTotalsDto> {
  const scope = { receipts: "r.shift_id = $2", refunds: "f.shift_id = $2", params: [projectId, shiftId] };
  const takings = await takingsTotals(db, scope);
  const [banked] = await db.query<{ fen: number }[]>(
    `SELECT coalesce(sum(d.amount_fen), 0)::bigint AS fen FROM bank_deposit d
      WHERE d.project_id = $1 AND d.shift_id = $2 AND d.cancel_reason IS NULL`,
    [projectId, shiftId],
  );
  const bankedFen = banked!.fen;
  return {
    ...takings,
    bankedFen: -bankedFen,
    expectedFen: floatFen + takings.cashInFen + takings.cashOutFen - bankedFen,
  };
}

/** Sums of receipts and refunds by method and by fee item. */
export async function takingsTotals(db: Db, scope: TakingsScope): Promise<TakingsTotalsDto> {
  const { receipts, refunds } = scope;
  const params = [...scope.params];
  const [counts] = await db.query<Counts[]>(countsOf(receipts, refunds), params);
  const methods = await db.query<ShiftMethodDto[]>(methodsOf(receipts, refunds), params);
  const items = await db.query<ShiftItemDto[]>(itemsOf(receipts), params);
  const money = methods.filter(({ method }) => method !== "PREPAYMENT");
  const cash = money.find(({ method }) => method === "CASH");
  return {
    ...counts!,
    methods,
    items,
    receivedFen: sum(money.map(({ receivedFen }) => receivedFen)),
    reversedFen: sum(money.map(({ reversedFen }) => reversedFen)),
    refundedFen: sum(money.map(({ refundedFen }) => refundedFen)),
    depositsFen: sum(items.filter(({ kind }) => kind === "DEPOSIT").map(({ receivedFen }) => receivedFen)),
    offsetFen: sum(items.map(({ offsetFen }) => offsetFen)),
    cashInFen: cash?.receivedFen ?? 0,
    cashOutFen: (cash?.refundedFen ?? 0) + (cash?.voidedFen ?? 0),
  };
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

const countsOf = (receipts: string, refunds: string) => `
  SELECT count(*) FILTER (WHERE r.reversal_of IS NULL)::int AS receipts,
         count(*) FILTER (WHERE r.reversal_of IS NOT NULL)::int AS reds,
         (SELECT count(*)::int FROM refund f WHERE f.project_id = $1 AND ${refunds}) AS refunds,
         min(r.receipt_no) AS "firstReceiptNo", max(r.receipt_no) AS "lastReceiptNo",
         coalesce(sum(r.prepayment_fen), 0)::bigint AS "prepaymentFen"
    FROM receipt r WHERE r.project_id = $1 AND ${receipts}`;

const methodsOf = (receipts: string, refunds: string) => `
  SELECT t.method::text AS method, sum(t.received)::bigint AS "receivedFen", sum(t.reversed)::bigint AS "reversedFen",
         sum(t.voided)::bigint AS "voidedFen", sum(t.refunded)::bigint AS "refundedFen"
    FROM (SELECT m.method, CASE WHEN r.reversal_of IS NULL THEN m.amount_fen ELSE 0 END AS received,
                 CASE WHEN r.reversal_of IS NULL THEN 0 ELSE m.amount_fen END AS reversed,
                 CASE WHEN r.money_settled THEN m.amount_fen ELSE 0 END AS voided, 0 AS refunded
            FROM receipt r JOIN receipt_method m ON m.project_id = r.project_id AND m.receipt_id = r.id
           WHERE r.project_id = $1 AND ${receipts}
          UNION ALL
          SELECT f.method, 0, 0, 0, -f.amount_fen FROM refund f WHERE f.project_id = $1 AND ${refunds}) t
   GROUP BY t.method ORDER BY t.method`;

const itemsOf = (receipts: string) => `
  SELECT i.id AS "feeItemId", i.name AS "feeItemName", i.kind,
         coalesce(-sum(e.amount_fen) FILTER (WHERE e.kind = 'RECEIPT'), 0)::bigint AS "receivedFen",
         coalesce(-sum(e.amount_fen) FILTER (WHERE e.kind = 'OFFSET'), 0)::bigint AS "offsetFen"
    FROM receipt r
    JOIN charge_entry e ON e.project_id = r.project_id AND e.receipt_id = r.id
    JOIN charge c ON c.project_id = e.project_id AND c.id = e.charge_id
    JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
   WHERE r.project_id = $1 AND ${receipts}
   GROUP BY i.id, i.name, i.kind, i.sort ORDER BY i.sort, i.name`;
