import type { AttributeDto } from "@linli/contracts";
import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { BulkCustomersService } from "../../customer/bulk-customers.service.js";
import type { ImportRecords } from "../profiles/records.js";
import { toBulkCustomer } from "./check-people.js";
import { roomCodes } from "./check-rooms.js";
import { type KnownProject, loadKnown } from "./known-project.js";
import type { ImportPlan } from "./plan-import.js";
import type { Fate } from "./planned-row.js";

const NEW: Fate = { entity: "relation", key: "", outcome: "CREATE", changes: [] };

/**
 * What a plan rests on, as one text, where nothing of the file is in the project yet, nothing is to be decided and only
 * places and people come in; else undefined. A plan follows from the records, the project and the day alone: while this
 * is the same, planning again would say the same.
 */
export async function groundOf(
  db: Pick<EntityManager, "query">,
  projectId: string,
  plan: ImportPlan,
  today: string,
): Promise<string | undefined> {
  const { records, final, decisions, blocking, fates, known } = plan;
  const decided = final === records && decisions.length === 0 && blocking === 0;
  if (!decided || !isPlain(records) || !isNew(known, plan)) return undefined;
  if (final.relations.some(({ uid }) => fates.get(uid ?? 0)?.outcome !== "CREATE")) return undefined;
  return digestOf(db, projectId, known, today);
}

/** The plan of a check whose records were kept, as long as its ground holds: nothing of it has come into the project meanwhile. */
export async function planAsChecked(
  db: Pick<EntityManager, "query">,
  customers: BulkCustomersService,
  projectId: string,
  records: ImportRecords,
  { today, ground, definitions }: { today: string; ground: string; definitions: readonly AttributeDto[] },
): Promise<ImportPlan | undefined> {
  const known = await loadKnown(db, projectId, records, definitions);
  const people = records.customers.map(toBulkCustomer);
  const found = await customers.find(db, projectId, people);
  const customerIds = new Map(records.customers.map(({ key }, index) => [key, found[index]?.id ?? null]));
  if (!isNew(known, { customerIds })) return undefined;
  if ((await digestOf(db, projectId, known, today)) !== ground) return undefined;
  return {
    known,
    records,
    final: records,
    decisions: [],
    blocking: 0,
    unsettled: 0,
    codeOf: roomCodes(records),
    people,
    customerIds,
    rates: new Map(),
    payers: new Map(),
    vehicles: new Map(),
    fates: new Map(records.relations.map(({ uid }) => [uid ?? 0, NEW])),
    buildings: new Map(records.units.map(({ building }) => [building, !known.buildings.has(building)])),
  };
}

const isPlain = ({ payers, fees, bindings, spaces, vehicles }: ImportRecords): boolean =>
  [payers, fees, bindings, spaces, vehicles].every(({ length }) => length === 0);

const isNew = ({ rooms }: KnownProject, { customerIds }: Pick<ImportPlan, "customerIds">): boolean =>
  rooms.size === 0 && [...customerIds.values()].every((id) => id === null);

/** Sales lists name places as people do: what the whole directory is called belongs to the ground too. */
async function digestOf(
  db: Pick<EntityManager, "query">,
  projectId: string,
  known: KnownProject,
  today: string,
): Promise<string> {
  const [directory] = await db.query<object[]>(
    `SELECT (SELECT count(*) || ' ' || COALESCE(max(id::text), '') FROM room WHERE project_id = $1) AS rooms,
            (SELECT md5(string_agg(jsonb_build_array(b.code, b.name, u.code, u.name)::text, ',' ORDER BY b.code, u.code))
               FROM building b LEFT JOIN unit u ON u.project_id = b.project_id AND u.building_id = b.id
              WHERE b.project_id = $1) AS places`,
    [projectId],
  );
  const plain = (_key: string, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value;
  return createHash("sha256")
    .update(JSON.stringify([today, known, directory], plain))
    .digest("hex");
}
