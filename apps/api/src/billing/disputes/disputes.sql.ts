/** Whether somebody disputes the charge `c` now. */
export const IS_DISPUTED = `EXISTS (SELECT 1 FROM charge_dispute d
  WHERE d.project_id = c.project_id AND d.charge_id = c.id AND d.settled_on IS NULL)`;
