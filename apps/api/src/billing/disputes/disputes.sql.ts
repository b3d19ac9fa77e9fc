import { withOrigins } from "../charges/charge-origins.js";

/**
 * The charges that somebody disputes now, as ids: those it was registered on, and those issued in their place, on which the
 * same debt goes on.
 * @param project SQL for the project
 */
const disputedNow = (project: string): string => `
  SELECT d.charge_id FROM charge_dispute d WHERE d.project_id = ${project} AND d.settled_on IS NULL
  UNION
  SELECT a.charge_id FROM charge_dispute d JOIN charge_origin a ON a.project_id = d.project_id AND a.origin_id = d.charge_id
   WHERE d.project_id = ${project} AND d.settled_on IS NULL`;

/** Whether somebody disputes the charge `c` now. */
export const isDisputed = (project: string): string => `c.id IN (${disputedNow(project)})`;

/** Whether dispute `d` is about a charge or one in whose place it was issued; both parameters are SQL. */
export const isAbout = (project: string, chargeId: string): string =>
  `d.project_id = ${project} AND d.charge_id = ANY (ARRAY${withOrigins(project, chargeId)})`;

/** Whether the charge `c` was disputed on a day, itself or as what it stands for; `day` is SQL. */
export const disputedOn = (day: string): string => {
  const lasting = `d.opened_on <= ${day} AND (d.settled_on IS NULL OR d.settled_on > ${day})`;
  return `(EXISTS (SELECT 1 FROM charge_dispute d WHERE d.project_id = c.project_id AND d.charge_id = c.id AND ${lasting})
    OR EXISTS (SELECT 1 FROM charge_origin a JOIN charge_dispute d ON d.project_id = a.project_id AND d.charge_id = a.origin_id
                WHERE a.project_id = c.project_id AND a.charge_id = c.id AND ${lasting}))`;
};
