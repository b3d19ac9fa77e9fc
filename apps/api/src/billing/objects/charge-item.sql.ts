/** The label of what a charge (or binding) is for beside its room; null for the room itself. SQL; `row` is its alias. */
export const objectLabel = (row: string): string =>
  `(SELECT x.label FROM charge_object x WHERE x.project_id = ${row}.project_id AND x.id = ${row}.object_id)`;

/** The fee item of a charge with what it is for: 停车费（车位 B1-023）. SQL; `name` is the item's name. */
export const itemWithObject = (row: string, name: string): string =>
  `${name} || coalesce('（' || ${objectLabel(row)} || '）', '')`;
