/** What imports that stand say of days up to which is paid (`pt`), with the import (`po`); SQL of a FROM. */
export const STANDING_PAID_THROUGH = `paid_through pt
      JOIN opening po ON po.project_id = pt.project_id AND po.id = pt.opening_id AND po.status = 'POSTED'`;

/**
 * Whether what a room had paid of an item before this system covers `row`, a binding or charge: what is the room's own
 * always, what is for a thing only when the room paid for that thing in the first month of the project; SQL.
 */
export const isPaidBefore = (row: string): string =>
  `(${row}.object_id IS NULL OR EXISTS (SELECT 1 FROM rate_binding pb JOIN project pj ON pj.id = pb.project_id
     WHERE pb.project_id = ${row}.project_id AND pb.object_id = ${row}.object_id AND pb.room_id = ${row}.room_id
       AND pb.fee_item_id = ${row}.fee_item_id AND pb.starts_on < (pj.first_period || '-01')::date + interval '1 month'))`;

/** The last day that a binding `row` was paid for before this system, of imports that stand; SQL. */
export const paidThroughOf = (row: string): string =>
  `(SELECT max(pt.paid_to) FROM ${STANDING_PAID_THROUGH}
     WHERE pt.project_id = ${row}.project_id AND pt.room_id = ${row}.room_id AND pt.fee_item_id = ${row}.fee_item_id
       AND ${isPaidBefore(row)})`;
