/** The day of the latest statement that was not taken back, as an expression; $1 is the project. */
export const LATEST_STATEMENT = `(SELECT max(d.booked_on) FROM fund_document d
   WHERE d.project_id = $1 AND d.kind = 'STATEMENT' AND d.reversal_of IS NULL
     AND NOT EXISTS (SELECT 1 FROM fund_document red WHERE red.project_id = $1 AND red.reversal_of = d.id))`;
