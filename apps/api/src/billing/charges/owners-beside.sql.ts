/**
 * Owners of a room during some days, who are liable beside a payer who was no owner of it then (LAW-03), as rows (id, name).
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
   WHERE beside.project_id = ${project} AND beside.id <> ${payer} AND ${owned("beside.id")} AND NOT ${owned(payer)}`;
};
