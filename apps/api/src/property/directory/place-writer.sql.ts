// The statements of PlaceWriter. Rows come as one JSON parameter; ids and moments come with them.

export const INSERT_BUILDINGS = `
  INSERT INTO building (project_id, id, created_at, code, name, kind, floors, has_lift, sort)
  SELECT $1, s.id, $2, s.code, coalesce(s.name, s.code), coalesce(s.kind, 'RESIDENTIAL'), s.floors, s.has_lift, 0
    FROM jsonb_to_recordset($3::jsonb) AS s(id uuid, code text, name text, kind text, floors int, has_lift boolean)
  ON CONFLICT (project_id, code) DO NOTHING
  RETURNING id, name`;

export const UPDATE_BUILDINGS = `
  UPDATE building b
     SET name = coalesce(s.name, o.name), kind = coalesce(s.kind, o.kind),
         floors = greatest(o.floors, s.floors), has_lift = coalesce(s.has_lift, o.has_lift)
    FROM jsonb_to_recordset($2::jsonb) AS s(code text, name text, kind text, floors int, has_lift boolean)
    JOIN building o ON o.project_id = $1 AND o.code = s.code
   WHERE b.project_id = $1 AND b.id = o.id
     AND (o.name, o.kind, o.floors, o.has_lift) IS DISTINCT FROM
         (coalesce(s.name, o.name), coalesce(s.kind, o.kind), greatest(o.floors, s.floors), coalesce(s.has_lift, o.has_lift))
  RETURNING b.id, b.name,
            jsonb_build_object('name', o.name, 'kind', o.kind, 'floors', o.floors, 'hasLift', o.has_lift) AS before,
            jsonb_build_object('name', b.name, 'kind', b.kind, 'floors', b.floors, 'hasLift', b.has_lift) AS after`;

export const INSERT_UNITS = `
  INSERT INTO unit (project_id, id, created_at, building_id, code, name, floors, has_lift, sort)
  SELECT $1, s.id, $2, b.id, s.code, coalesce(s.name, s.code), s.floors, s.has_lift, 0
    FROM jsonb_to_recordset($3::jsonb) AS s(id uuid, building_code text, code text, name text, floors int, has_lift boolean)
    JOIN building b ON b.project_id = $1 AND b.code = s.building_code
  ON CONFLICT (project_id, building_id, code) DO NOTHING
  RETURNING id, name`;

export const UPDATE_UNITS = `
  UPDATE unit u
     SET name = coalesce(s.name, o.name), floors = coalesce(s.floors, o.floors), has_lift = coalesce(s.has_lift, o.has_lift)
    FROM jsonb_to_recordset($2::jsonb) AS s(building_code text, code text, name text, floors int, has_lift boolean)
    JOIN building b ON b.project_id = $1 AND b.code = s.building_code
    JOIN unit o ON o.project_id = $1 AND o.building_id = b.id AND o.code = s.code
   WHERE u.project_id = $1 AND u.id = o.id
     AND (o.name, o.floors, o.has_lift) IS DISTINCT FROM
         (coalesce(s.name, o.name), coalesce(s.floors, o.floors), coalesce(s.has_lift, o.has_lift))
  RETURNING u.id, u.name,
            jsonb_build_object('name', o.name, 'floors', o.floors, 'hasLift', o.has_lift) AS before,
            jsonb_build_object('name', u.name, 'floors', u.floors, 'hasLift', u.has_lift) AS after`;
