/** The owners of the room `r` on a day, by name, as an expression. */
export const OWNERS = (day: string): string => `coalesce((SELECT string_agg(c.name, '、' ORDER BY c.name)
   FROM room_relation x JOIN customer c ON c.project_id = x.project_id AND c.id = x.customer_id
  WHERE x.project_id = r.project_id AND x.room_id = r.id AND x.role = 'OWNER' AND x.starts_on <= ${day}::date
    AND (x.ends_on IS NULL OR x.ends_on >= ${day}::date)), '')`;
