// The statements of RoomWriter. Rows come as one JSON parameter; ids and moments come with them.

/** Columns of a staged room, in the order of its fields. */
export const STAGED_COLUMNS = [
  "id",
  "unit_id",
  "code",
  "name",
  "floor",
  "building_area",
  "charge_area",
  "inner_area",
  "usable_area",
  "layout",
  "orientation",
  "purpose",
  "state",
  "handover_noticed_on",
  "handed_over_on",
  "moved_in_on",
  "remark",
  "incomplete",
] as const;

const ROOM_COLUMNS = `unit_id, name, floor, building_area, charge_area, inner_area, usable_area, layout, orientation, purpose, state,
  handover_noticed_on, handed_over_on, moved_in_on, remark, incomplete`;

export const UPDATE_ROOMS = `
  UPDATE room r SET ${ROOM_COLUMNS.split(",")
    .map((column) => column.trim())
    .map((column) => `${column} = s.${column}`)
    .join(", ")}
    FROM jsonb_to_recordset($2::jsonb) AS s(id uuid, unit_id uuid, code text, name text, floor int, building_area numeric,
         charge_area numeric, inner_area numeric, usable_area numeric, layout text, orientation text, purpose text, state text,
         handover_noticed_on date, handed_over_on date, moved_in_on date, remark text, incomplete text[])
   WHERE r.project_id = $1 AND r.id = s.id`;
