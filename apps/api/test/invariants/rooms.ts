import type { Rule } from "./rule.js";

/** Rooms that were split or merged, and the vehicles tied to them. */
export const ROOM_RULES: readonly Rule[] = [
  [
    "GAP-03: lineage has no circle, and old and new rooms of what is done do not live on the same day",
    `WITH RECURSIVE line AS (
       SELECT parent_id AS origin, child_id AS id, 1 AS depth FROM room_lineage WHERE project_id = $1
       UNION ALL
       SELECT line.origin, l.child_id, line.depth + 1 FROM line JOIN room_lineage l ON l.project_id = $1 AND l.parent_id = line.id
        WHERE line.depth < 50)
     SELECT origin FROM line WHERE origin = id OR depth = 50
     UNION ALL
     SELECT l.child_id FROM room_lineage l
       JOIN room_restructure x ON x.project_id = l.project_id AND x.id = l.restructure_id AND x.state = 'DONE'
       JOIN room p ON p.project_id = l.project_id AND p.id = l.parent_id
       JOIN room c ON c.project_id = l.project_id AND c.id = l.child_id
      WHERE l.project_id = $1 AND (p.ended_on IS NULL OR p.ended_on >= c.starts_on)`,
  ],
  [
    "SCN-08, SCN-09: no vehicle is tied to a room beyond its life, and no room has two main cars on a day",
    `SELECT v.id FROM vehicle_relation v JOIN room r ON r.project_id = v.project_id AND r.id = v.room_id
      WHERE v.project_id = $1 AND (v.starts_on < r.starts_on OR coalesce(v.ends_on, 'infinity') > coalesce(r.ended_on, 'infinity'))
     UNION ALL
     SELECT a.id FROM vehicle_relation a
       JOIN vehicle_relation b ON b.project_id = a.project_id AND b.room_id = a.room_id AND b.vehicle_id > a.vehicle_id
      WHERE a.project_id = $1 AND a.rank = 'MAIN' AND b.rank = 'MAIN'
        AND a.starts_on <= coalesce(b.ends_on, 'infinity') AND b.starts_on <= coalesce(a.ends_on, 'infinity')`,
  ],
];
