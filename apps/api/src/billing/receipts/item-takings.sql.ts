/** The money that came in for charges of a fee item `i` until it was taken back, as a subselect; `days` narrows the entries `e`. */
export const itemTakings = (days: string): string =>
  `(SELECT coalesce(-sum(e.amount_fen), 0)::bigint FROM charge c
      JOIN charge_entry e ON e.project_id = c.project_id AND e.charge_id = c.id AND e.kind IN ('RECEIPT', 'OFFSET')
     WHERE c.project_id = i.project_id AND c.fee_item_id = i.id AND ${days})`;
