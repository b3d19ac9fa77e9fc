/**
 * Owners of a room during some days, who are liable beside a payer who was no owner of it then (LAW-03), as rows (id, name).
 * Nobody is beside the developer who bears the time before the start of charging (BIL-14): that is his own debt (LAW-02),
 * up to the end of the month of the handover at most.
 * @param project SQL for the project, as the others for what they are called; the payer is who stands for him after merges
 */
export const ownersBeside = (
  project: string,
  { room, payer, firstDay, lastDay }: { room: string; payer: string; firstDay: string; lastDay: string },
): string => {
  const owned = (customer: string) => `EXISTS (
     SELECT 1 FROM room_relation x WHERE x.project_id = ${project} AND x.room_id = ${room} AND x.customer_id = ${customer}
        AND x.role = 'OWNER' AND x.starts_on <= ${lastDay} AND (x.ends_on IS NULL OR x.ends_on >= ${firstDay}))`;
  return `SELECT beside.id, beside.name FROM customer beside
   WHERE beside.project_id = ${project} AND beside.id <> ${payer} AND ${owned("beside.id")} AND NOT ${owned(payer)}
     AND NOT EXISTS (
       SELECT 1 FROM project p
         JOIN billing_settings s ON s.project_id = p.id AND s.charge_start <> 'OFF'
         JOIN room r ON r.project_id = p.id AND r.id = ${room}
        WHERE p.id = ${project} AND p.developer_id = ${payer}
          AND (r.handed_over_on IS NULL OR ${firstDay} < date_trunc('month', r.handed_over_on) + interval '1 month'))`;
};
