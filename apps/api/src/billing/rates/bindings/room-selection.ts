import type { RoomSelectionDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { notFound } from "../../../common/rule-violation.js";
import { Where } from "../../../common/where.js";
import { NATURAL } from "../../../database/natural-order.js";
import { noRoomsSelected } from "../../billing.errors.js";

/** A room as far as binding reads it. */
export interface SelectedRoom {
  id: string;
  code: string;
  name: string;
  charge: string;
  building: string;
  inner: string | null;
  usable: string | null;
  attributes: Record<string, string[]>;
}

/** A room that a selection means, in use or not. */
export interface FoundRoom extends SelectedRoom {
  active: boolean;
}

const COLUMNS = `r.id, r.code, r.name, r.charge_area AS charge, r.building_area AS building,
  r.inner_area AS inner, r.usable_area AS usable, r.attributes`;

/**
 * The active rooms that a selection means, by code. Rooms named by id must all exist in the project.
 * @throws NOT_FOUND, NO_ROOMS
 */
export async function selectRooms(
  tx: EntityManager,
  projectId: string,
  selection: RoomSelectionDto,
): Promise<SelectedRoom[]> {
  const active = (await findRooms(tx, projectId, selection)).filter((room) => room.active);
  if (active.length === 0) throw noRoomsSelected();
  return active;
}

/** The rooms that a selection means, in use or not, by code. @throws NOT_FOUND when one that is named does not exist */
export async function findRooms(
  tx: EntityManager,
  projectId: string,
  selection: RoomSelectionDto,
): Promise<FoundRoom[]> {
  const { roomIds, buildingIds, unitIds, purposes } = selection;
  const where = new Where().add("r.project_id = ?", projectId).add("r.purpose = ANY (?)", given(purposes));
  const named = [
    ["r.id = ANY (?)", given(roomIds)],
    ["u.building_id = ANY (?)", given(buildingIds)],
    ["r.unit_id = ANY (?)", given(unitIds)],
  ] as const;
  const chosen = named.filter(([, ids]) => ids);
  const either = chosen.map(([condition]) => condition).join(" OR ");
  if (either) where.add(`(${either})`, ...chosen.map(([, ids]) => ids));
  const rooms = await tx.query<FoundRoom[]>(
    `SELECT ${COLUMNS}, r.active FROM room r JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
     ${where.toString()} ORDER BY r.code ${NATURAL}`,
    where.params,
  );
  if (roomIds?.length) await refuseUnknown(tx, projectId, roomIds);
  return rooms;
}

const given = <T>(list: T[] | null | undefined) => (list && list.length > 0 ? list : undefined);

/** A room id of another project names nothing here. */
async function refuseUnknown(tx: EntityManager, projectId: string, ids: string[]): Promise<void> {
  const [{ known }] = await tx.query<[{ known: number }]>(
    "SELECT count(*)::int AS known FROM room WHERE project_id = $1 AND id = ANY ($2)",
    [projectId, ids],
  );
  if (known < ids.length) throw notFound("所选的部分房间");
}
