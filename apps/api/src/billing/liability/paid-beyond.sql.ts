/**
 * `keyed`: what was paid beyond a day, by room and customer (BIL-65). Of a charge that goes on after the day, the paid part
 * by days; deposits are no prepayments. `project`, `day` and `feeItem` are SQL; of a fee item the accounts and charges of it alone.
 */
export function paidBeyond({ project, day, feeItem }: { project: string; day: string; feeItem?: string }): string {
  const only = (alias: string) => (feeItem ? ` AND ${alias}.fee_item_id = ${feeItem}` : "");
  return `WITH owed AS (
  SELECT a.room_id, a.customer_id, a.balance_fen AS balance, 0 AS charges, NULL::date AS paid_to
    FROM prepayment_account a WHERE a.project_id = ${project} AND a.balance_fen > 0${only("a")}
  UNION ALL
  SELECT c.room_id, c.payer_id, 0,
         round((c.received_fen + c.offset_fen)::numeric * (c.service_to - greatest(c.service_from - 1, ${day}::date))
               / (c.service_to - c.service_from + 1)),
         c.service_to
    FROM charge c JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id AND i.kind <> 'DEPOSIT'
   WHERE c.project_id = ${project} AND c.service_to > ${day}::date AND c.received_fen + c.offset_fen > 0${only("c")}
), keyed AS (
  SELECT o.room_id, coalesce(p.merged_into_id, p.id) AS customer_id, sum(o.balance) AS balance, sum(o.charges) AS charges,
         max(o.paid_to) AS paid_to
    FROM owed o JOIN customer p ON p.project_id = ${project} AND p.id = o.customer_id
   GROUP BY 1, 2)`;
}
