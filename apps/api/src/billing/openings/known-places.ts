import type { FeeItemKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { developerSpan, PAYER_SPANS } from "../charges/payer-of-room.js";
import type { PayerSpan } from "../pricing/pricing.types.js";
import type { ChargeObjects, KnownObject } from "../objects/charge-objects.js";
import type { OpeningFile } from "./opening-input.js";

export interface KnownItem {
  id: string;
  name: string;
  kind: FeeItemKind;
  collectedForOthers: boolean;
}

interface KnownCustomer {
  id: string;
  name: string;
  number: string;
}

/** What the words of a workbook may stand for, read with a fixed number of statements. */
export interface KnownPlaces {
  /** Room ids by their codes. */
  rooms: Map<string, string>;
  /** Fee items by name and by code. */
  items: Map<string, KnownItem>;
  /** Building ids by name and by code. */
  buildings: Map<string, string>;
  byName: Map<string, KnownCustomer[]>;
  byNumber: Map<string, KnownCustomer>;
  /** Who has, or had, to do with a room. */
  customersOf: Map<string, Set<string>>;
  /** Rooms of today by customer. */
  roomsOf: Map<string, Set<string>>;
  payersOf: Map<string, PayerSpan[]>;
  developer: PayerSpan[];
  /** What rows call spaces, vehicles and contracts, or why nobody can say which. */
  objects: ReadonlyMap<string, KnownObject | string>;
}

/** 1栋2单元301室 is 1-2-301 to whoever wrote it. */
const PLACE = /^(.+?)(?:号楼|栋|幢|座|楼)[-—]?(.+?)单元[-—]?(.+?)(?:室|号|房)?$/u;

/** The codes a word for a room may mean, the likeliest first. */
export const roomCodesOf = (text: string): string[] => {
  const place = PLACE.exec(text);
  return place ? [text, `${place[1]}-${place[2]}-${place[3]}`] : [text];
};

/** Reads what the rows of a workbook may point to. */
export async function knownPlaces(
  tx: EntityManager,
  projectId: string,
  file: OpeningFile,
  objects: ChargeObjects,
): Promise<KnownPlaces> {
  const codes = new Set(file.rows.flatMap(({ roomCode }) => (roomCode === null ? [] : roomCodesOf(roomCode))));
  const given = (pick: "customerName" | "customerNo") => [
    ...new Set(file.rows.flatMap((row) => (row[pick] === null ? [] : [row[pick]]))),
  ];
  const rooms = await tx.query<{ id: string; code: string }[]>(
    "SELECT id, code FROM room WHERE project_id = $1 AND code = ANY ($2)",
    [projectId, [...codes]],
  );
  const items = await tx.query<(KnownItem & { code: string })[]>(
    'SELECT id, name, code, kind, collected_for_others AS "collectedForOthers" FROM fee_item WHERE project_id = $1',
    [projectId],
  );
  const buildings = await tx.query<{ id: string; name: string; code: string }[]>(
    "SELECT id, name, code FROM building WHERE project_id = $1",
    [projectId],
  );
  const customers = await tx.query<KnownCustomer[]>(
    `SELECT coalesce(merged_into_id, id) AS id, name, number FROM customer
      WHERE project_id = $1 AND (name = ANY ($2) OR number = ANY ($3)) ORDER BY id`,
    [projectId, given("customerName"), given("customerNo")],
  );
  const ids = [rooms.map(({ id }) => id), customers.map(({ id }) => id)];
  const ties = await tx.query<{ room_id: string; customer_id: string; now: boolean }[]>(
    `SELECT room_id, customer_id, bool_or(ends_on IS NULL) AS now
       FROM (SELECT room_id, customer_id, ends_on FROM room_relation
              WHERE project_id = $1 AND (room_id = ANY ($2) OR customer_id = ANY ($3))
             UNION ALL
             SELECT room_id, customer_id, ends_on FROM payer
              WHERE project_id = $1 AND (room_id = ANY ($2) OR customer_id = ANY ($3))) t GROUP BY 1, 2`,
    [projectId, ...ids],
  );
  const spans = await tx.query<(PayerSpan & { roomId: string })[]>(PAYER_SPANS, [
    projectId,
    [...new Set([...ids[0]!, ...ties.map(({ room_id }) => room_id)])],
    "2199-12-31",
    "1900-01-01",
  ]);
  const [project] = await tx.query<{ developer_id: string | null }[]>(
    "SELECT developer_id FROM project WHERE id = $1",
    [projectId],
  );
  return {
    rooms: new Map(rooms.map(({ code, id }) => [code, id])),
    items: new Map(items.flatMap((item) => [[item.code, item] as const, [item.name, item] as const])),
    buildings: new Map(buildings.flatMap(({ id, name, code }) => [[code, id] as const, [name, id] as const])),
    byName: Map.groupBy(distinct(customers), ({ name }) => name),
    byNumber: new Map(customers.map((one) => [one.number, one])),
    customersOf: sets(ties, "room_id", "customer_id"),
    roomsOf: sets(
      ties.filter(({ now }) => now),
      "customer_id",
      "room_id",
    ),
    payersOf: Map.groupBy(spans, ({ roomId }) => roomId),
    developer: developerSpan(project?.developer_id ?? null),
    objects: await objects.named(
      tx,
      projectId,
      file.rows.map(({ chargeObject }) => chargeObject),
    ),
  };
}

/** Of entries that were merged, the name counts once for each survivor. */
const distinct = (customers: readonly KnownCustomer[]): KnownCustomer[] => [
  ...new Map(customers.map((one) => [`${one.id} ${one.name}`, one])).values(),
];

type Tie = { room_id: string; customer_id: string };

function sets(ties: readonly Tie[], key: keyof Tie, value: keyof Tie): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const tie of ties) {
    const set = found.get(tie[key]);
    if (set) set.add(tie[value]);
    else found.set(tie[key], new Set([tie[value]]));
  }
  return found;
}
