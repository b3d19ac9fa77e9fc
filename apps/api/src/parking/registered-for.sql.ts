/**
 * The rooms that a space or vehicle is, or was, registered for, as a list of `roomId` and `to`; $1 is the project.
 * @param id SQL for the id of the thing
 */
export const registeredFor = (column: "space_id" | "vehicle_id", id: string): string =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object('roomId', r.room_id, 'to', r.ends_on)), '[]') FROM vehicle_relation r
     WHERE r.project_id = $1 AND r.${column} = ${id} AND r.room_id IS NOT NULL)`;
