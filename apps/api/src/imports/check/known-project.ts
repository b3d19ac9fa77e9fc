import type { AttributeDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { firstDay } from "../../common/calendar.js";
import { notFound } from "../../common/rule-violation.js";
import type {
  KnownProject,
  KnownUnit,
  KnownRoom,
  KnownAreas,
  KnownItem,
  KnownBinding,
  KnownRelation,
  KnownPerson,
  KnownPayer,
  KnownSpace,
} from "./known-records.js";
import { loadVehicles } from "./known-vehicles.js";
import { type Place, settlePlaces, settleRooms } from "./loose-places.js";
import type { ImportRecords } from "../profiles/records.js";

export type * from "./known-records.js";

/** What holds one binding of an item at a time: the thing, else the room. */
export const bindingKey = (placeId: string, feeItemId: string): string => `${placeId} ${feeItemId}`;
/** What a room of a source that numbers rooms inside units is called where its own number is taken. */
export const longCode = ({ building, unit, code }: { building: string; unit: string; code: string }): string =>
  unit === "0" ? `${building}-${code}` : `${building}-${unit}-${code}`;
export const longSpaceCode = ({ lot, code }: { lot: string; code: string }): string => `${lot}-${code}`;

type Reader = Pick<EntityManager, "query">;

/**
 * Reads what the records could touch; the definitions of attributes are those the records were read by.
 * @param objects what bindings call things, found by who keeps them
 */
export async function loadKnown(
  db: Reader,
  projectId: string,
  records: ImportRecords,
  attributes: readonly AttributeDto[],
  objects: KnownProject["objects"] = new Map(),
): Promise<KnownProject> {
  const { places, ...directory } = await loadDirectory(db, projectId);
  settlePlaces(records, places);
  if (records.rooms.some(({ loose }) => loose)) settleRooms(records, await loadNumbers(db, projectId, records));
  const codes = new Set<string>();
  for (const room of records.rooms) codes.add(room.code).add(longCode(room));
  for (const { roomKey } of [...records.relations, ...records.payers, ...records.bindings]) codes.add(roomKey);
  for (const { roomKey } of records.vehicles) if (roomKey !== null) codes.add(roomKey);
  const rooms = await loadRooms(db, projectId, [...codes]);
  const roomIds = rooms.map(({ id }) => id);
  if (records.rooms.some(({ areasFrom }) => areasFrom)) await loadAreas(db, projectId, rooms);
  const [project] = await db.query<{ first_period: string; has_developer: boolean }[]>(
    "SELECT first_period, developer_id IS NOT NULL AS has_developer FROM project WHERE id = $1",
    [projectId],
  );
  if (!project) throw notFound("管理区");
  const prefixes = await db.query<{ prefix: string }[]>(
    "SELECT prefix FROM room_prefix WHERE project_id = $1 ORDER BY prefix",
    [projectId],
  );
  const items = await loadItems(db, projectId);
  return {
    firstDay: firstDay(project.first_period),
    hasDeveloper: project.has_developer,
    prefixes: prefixes.map(({ prefix }) => prefix),
    attributes,
    ...directory,
    rooms: new Map(rooms.map((room) => [room.code, room])),
    items: new Map(items.map((item) => [item.name, item])),
    itemCodes: new Set(items.map(({ code }) => code)),
    objects,
    bindings: await loadBindings(db, projectId, roomIds, records, objects),
    relations: await loadRelations(db, projectId, roomIds, records),
    payers: await loadPayers(db, projectId, roomIds, records),
    customers: await loadNumbered(db, projectId, records),
    vehicles: await loadVehicles(db, projectId, roomIds, records),
    spaces: await loadSpaces(db, projectId, records),
  };
}

async function loadRooms(db: Reader, projectId: string, codes: string[]): Promise<KnownRoom[]> {
  // the first import of a project need not ask for each of its rooms
  const some = await db.query<object[]>("SELECT 1 FROM room WHERE project_id = $1 LIMIT 1", [projectId]);
  if (some.length === 0) return [];
  return db.query<KnownRoom[]>(
    `SELECT r.id, r.code, b.code AS building, u.code AS unit, r.name, r.floor, trim_scale(r.building_area)::text AS "buildingArea",
            trim_scale(r.charge_area)::text AS "chargeArea", trim_scale(r.inner_area)::text AS "innerArea", trim_scale(r.usable_area)::text AS "usableArea",
            r.handover_noticed_on AS "handoverNoticedOn", r.handed_over_on AS "handedOverOn", r.moved_in_on AS "movedInOn", r.layout, r.orientation,
            r.purpose, r.state, r.remark, r.starts_on AS "startsOn", r.ended_on AS "endedOn"
       FROM room r
       JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
       JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id
      WHERE r.project_id = $1 AND r.code = ANY($2)`,
    [projectId, codes],
  );
}

/** Fills in the areas of the rooms day by day. */
async function loadAreas(db: Reader, projectId: string, rooms: readonly KnownRoom[]): Promise<void> {
  const versions = await db.query<(KnownAreas & { roomId: string })[]>(
    `SELECT room_id AS "roomId", starts_on AS "from", trim_scale(building_area)::text AS "buildingArea",
            trim_scale(charge_area)::text AS "chargeArea", trim_scale(inner_area)::text AS "innerArea",
            trim_scale(usable_area)::text AS "usableArea"
       FROM room_area_version WHERE project_id = $1 AND room_id = ANY($2) ORDER BY starts_on, id`,
    [projectId, rooms.map(({ id }) => id)],
  );
  const byRoom = Map.groupBy(versions, ({ roomId }) => roomId);
  for (const room of rooms) room.areas = byRoom.get(room.id) ?? [];
}

/** The rooms of the buildings the file names, for numbers that stand for longer codes. */
function loadNumbers(
  db: Reader,
  projectId: string,
  { units }: ImportRecords,
): Promise<{ code: string; building: string; unit: string }[]> {
  return db.query(
    `SELECT r.code, b.code AS building, u.code AS unit
       FROM room r JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
       JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id
      WHERE r.project_id = $1 AND b.code = ANY($2) AND r.ended_on IS NULL`,
    [projectId, [...new Set(units.map(({ building }) => building))]],
  );
}

async function loadDirectory(db: Reader, projectId: string) {
  const rows = await db.query<(Place & { floors: number | null; hasLift: boolean | null })[]>(
    `SELECT b.code AS building, b.name AS "buildingName", u.code AS unit, u.name AS "unitName", u.floors, u.has_lift AS "hasLift"
       FROM building b LEFT JOIN unit u ON u.project_id = b.project_id AND u.building_id = b.id
      WHERE b.project_id = $1`,
    [projectId],
  );
  return {
    places: rows,
    buildings: new Set(rows.map(({ building }) => building)),
    units: new Map(
      rows.flatMap(({ building, unit, floors, hasLift }): [string, KnownUnit][] =>
        unit === null ? [] : [[`${building}/${unit}`, { floors, hasLift }]],
      ),
    ),
  };
}

function loadItems(db: Reader, projectId: string): Promise<(KnownItem & { code: string })[]> {
  return db.query<(KnownItem & { code: string })[]>(
    `SELECT f.id, f.code, f.name, f.kind, f.active, f.collected_for_others AS "collectedForOthers",
            COALESCE((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'base', r.base, 'formula', r.formula, 'active', r.active, 'versions',
                       COALESCE((SELECT jsonb_agg(jsonb_build_object('startsOn', v.starts_on, 'endsOn', v.ends_on,
                                  'unitPrice', trim_scale(v.unit_price)::text, 'surcharge', trim_scale(v.surcharge)::text) ORDER BY v.starts_on)
                          FROM rate_version v WHERE v.project_id = r.project_id AND v.rate_id = r.id), '[]')) ORDER BY r.name)
                        FROM rate r WHERE r.project_id = f.project_id AND r.fee_item_id = f.id), '[]') AS rates
       FROM fee_item f WHERE f.project_id = $1`,
    [projectId],
  );
}

async function loadBindings(
  db: Reader,
  projectId: string,
  roomIds: string[],
  { bindings }: ImportRecords,
  objects: KnownProject["objects"],
) {
  if (bindings.length === 0 || roomIds.length === 0) return new Map<string, KnownBinding[]>();
  const objectIds = [...objects.values()].flatMap((one) => (typeof one === "string" ? [] : one.id));
  const rows = await db.query<(KnownBinding & { feeItemId: string })[]>(
    `SELECT b.room_id AS "roomId", o.code AS "roomCode", b.object_id AS "objectId", b.fee_item_id AS "feeItemId", b.rate_id AS "rateId", r.name AS "rateName",
            b.starts_on AS "startsOn", b.ends_on AS "endsOn", trim_scale(b.unit_price)::text AS "unitPrice",
            trim_scale(b.quantity)::text AS quantity
       FROM rate_binding b JOIN rate r ON r.project_id = b.project_id AND r.id = b.rate_id
       JOIN room o ON o.project_id = b.project_id AND o.id = b.room_id
      WHERE b.project_id = $1 AND (b.room_id = ANY($2) OR b.object_id = ANY($3)) ORDER BY b.starts_on`,
    [projectId, roomIds, objectIds],
  );
  return Map.groupBy(rows, ({ roomId, objectId, feeItemId }) => bindingKey(objectId ?? roomId, feeItemId));
}

async function loadRelations(db: Reader, projectId: string, roomIds: string[], records: ImportRecords) {
  const { relations, payers, vehicles } = records;
  if ([relations, payers, vehicles].every(({ length }) => length === 0) || roomIds.length === 0)
    return new Map<string, KnownRelation[]>();
  const rows = await db.query<(KnownRelation & { roomId: string })[]>(
    `SELECT r.id, r.kinship, r.is_primary_contact AS "isPrimaryContact", r.room_id AS "roomId", r.customer_id AS "customerId", c.name AS "customerName", r.role,
            trim_scale(r.share)::text AS share, r.starts_on AS "startsOn", r.ends_on AS "endsOn"
       FROM room_relation r JOIN customer c ON c.project_id = r.project_id AND c.id = r.customer_id
      WHERE r.project_id = $1 AND r.room_id = ANY($2) ORDER BY r.id`,
    [projectId, roomIds],
  );
  return Map.groupBy(rows, ({ roomId }) => roomId);
}

async function loadPayers(db: Reader, projectId: string, roomIds: string[], { payers, relations }: ImportRecords) {
  if (payers.length === 0 && !relations.some(({ to }) => to !== null)) return new Map<string, KnownPayer[]>();
  const rows = await db.query<(KnownPayer & { roomId: string })[]>(
    `SELECT p.id, p.room_id AS "roomId", p.customer_id AS "customerId", c.name AS "customerName", p.fee_item_id AS "feeItemId",
            p.starts_on AS "startsOn", p.ends_on AS "endsOn"
       FROM payer p JOIN customer c ON c.project_id = p.project_id AND c.id = p.customer_id
      WHERE p.project_id = $1 AND p.room_id = ANY($2) ORDER BY p.starts_on`,
    [projectId, roomIds],
  );
  return Map.groupBy(rows, ({ roomId }) => roomId);
}

/** Whom rows name by number, in the words of that number: who was merged is the one he went into. */
async function loadNumbered(
  db: Reader,
  projectId: string,
  { payers, vehicles }: ImportRecords,
): Promise<Map<string, KnownPerson>> {
  const numbers = [...payers, ...vehicles].flatMap(({ number }) => number ?? []);
  if (numbers.length === 0) return new Map();
  const people = await db.query<(KnownPerson & { number: string })[]>(
    `SELECT COALESCE(merged_into_id, id) AS id, number, name FROM customer
      WHERE project_id = $1 AND number = ANY ($2) ORDER BY number`,
    [projectId, numbers],
  );
  return new Map(people.map(({ number, ...person }) => [number, person]));
}

async function loadSpaces(db: Reader, projectId: string, { spaces }: ImportRecords): Promise<Map<string, KnownSpace>> {
  if (spaces.length === 0) return new Map();
  const codes = [...new Set(spaces.flatMap((space) => [space.code, longSpaceCode(space)]))];
  const rows = await db.query<KnownSpace[]>(
    `SELECT code, name, type, place, ownership, trim_scale(area)::text AS area FROM parking_space WHERE project_id = $1 AND code = ANY($2)`,
    [projectId, codes],
  );
  return new Map(rows.map((space) => [space.code, space]));
}
