/** The label of what a charge (or binding) is for beside its room; null for the room itself. SQL; `row` is its alias. */
export const objectLabel = (row: string): string =>
  `(SELECT x.label FROM charge_object x WHERE x.project_id = ${row}.project_id AND x.id = ${row}.object_id)`;

/** The fee item of a charge with what it is for: 停车费（车位 B1-023）. SQL; `name` is the item's name. */
export const itemWithObject = (row: string, name: string): string =>
  `${name} || coalesce('（' || ${objectLabel(row)} || '）', '')`;

/** The same of something that names its charges: `chargeId` is the SQL of one of them, `project` that of its project. */
export const itemWithObjectOf = (project: string, chargeId: string, name: string): string =>
  `${name} || coalesce((SELECT '（' || x.label || '）' FROM charge z
     JOIN charge_object x ON x.project_id = z.project_id AND x.id = z.object_id
    WHERE z.project_id = ${project} AND z.id = ${chargeId}), '')`;
