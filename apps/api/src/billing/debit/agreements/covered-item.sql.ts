/**
 * The fee item by which an agreement covers a charge, as a subselect: a late fee goes with the charge it accrued on
 * (BIL-101), everything else with its own item.
 */
export const coveredItem = (charge: string): string =>
  `COALESCE((SELECT q.fee_item_id FROM charge q
     WHERE q.project_id = ${charge}.project_id AND q.id = ${charge}.principal_id), ${charge}.fee_item_id)`;
