/** A subquery: the rooms a room came from by splits and merges that count, within one project. $1 project, $2 room. */
export const PREDECESSORS = `
  WITH RECURSIVE line AS (
    SELECT l.parent_id AS id, 1 AS depth
      FROM room_lineage l JOIN room_restructure x ON x.project_id = l.project_id AND x.id = l.restructure_id
     WHERE l.project_id = $1 AND l.child_id = $2 AND x.state = 'DONE'
    UNION
    SELECT l.parent_id, line.depth + 1
      FROM line
      JOIN room_lineage l ON l.project_id = $1 AND l.child_id = line.id
      JOIN room_restructure x ON x.project_id = l.project_id AND x.id = l.restructure_id
     WHERE x.state = 'DONE' AND line.depth < 20)
  SELECT id FROM line`;
