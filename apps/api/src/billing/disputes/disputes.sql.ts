/** Whether somebody disputes the charge `c` now. */
export const IS_DISPUTED = `EXISTS (SELECT 1 FROM charge_dispute d
  WHERE d.project_id = c.project_id AND d.charge_id = c.id AND d.settled_on IS NULL)`;

/**
 * The days of a charge `c` that bear no late fee, as JSON of `{from, to}`: those of an open dispute (`to` null) and of one
 * that was upheld (BIL-54). Null when there are none.
 */
export const DISPUTED_DAYS = `(SELECT jsonb_agg(jsonb_build_object('from', d.opened_on, 'to', d.settled_on)) FROM charge_dispute d
  WHERE d.project_id = c.project_id AND d.charge_id = c.id AND (d.settled_on IS NULL OR d.outcome = 'UPHELD'))`;
