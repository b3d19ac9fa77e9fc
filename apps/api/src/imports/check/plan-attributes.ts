import type { AttributeDto, ImportChangeDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { FoundCustomer } from "../../customer/bulk-customers.service.js";
import { type AttributeValues, attributeText, withAttributes } from "../../property/attributes/attribute-values.js";
import type { CustomerRecord, GivenAttributes, ImportRecords, RoomRecord } from "../profiles/records.js";
import { plainText } from "../workbook/values.js";
import type { KnownProject } from "./known-project.js";
import type { Fate } from "./planned-row.js";

type Reader = Pick<EntityManager, "query">;

/** What of the attributes of rooms and customers that are there would change: a change of its room or customer. */
export async function planAttributes(
  db: Reader,
  projectId: string,
  { rooms, customers }: ImportRecords,
  { known, found, fates }: { known: KnownProject; found: readonly (FoundCustomer | null)[]; fates: Map<number, Fate> },
): Promise<void> {
  const definitions = new Map(known.attributes.map((one) => [one.id, one]));
  const plan = (record: RoomRecord | CustomerRecord, stored: AttributeValues | undefined) => {
    const fate = fates.get(record.uid ?? 0);
    if (!fate || !stored || !record.attributes) return;
    keepSpelling(record.attributes, stored, definitions);
    const changes = changesOf(record.attributes, stored, definitions);
    if (changes.length === 0) return;
    const outcome = fate.outcome === "SAME" ? "UPDATE" : fate.outcome;
    fates.set(record.uid ?? 0, { ...fate, outcome, changes: [...fate.changes, ...changes] });
  };
  const givenRooms = rooms.filter(({ attributes }) => attributes);
  const ofRooms = await storedIn(
    db,
    "room",
    projectId,
    givenRooms.flatMap(({ code }) => known.rooms.get(code)?.id ?? []),
  );
  for (const room of givenRooms) plan(room, ofRooms.get(known.rooms.get(room.code)?.id ?? ""));
  const ofCustomers = await storedIn(
    db,
    "customer",
    projectId,
    customers.flatMap(({ attributes }, index) => (attributes && found[index] ? [found[index].id] : [])),
  );
  customers.forEach((customer, index) => {
    // who was merged into another stays as he is
    if (found[index]?.isMerged) delete customer.attributes;
    plan(customer, ofCustomers.get(found[index]?.id ?? ""));
  });
}

async function storedIn(
  db: Reader,
  table: "room" | "customer",
  projectId: string,
  ids: string[],
): Promise<Map<string, AttributeValues>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: string; attributes: AttributeValues }[]>(
    `SELECT id, attributes FROM ${table} WHERE project_id = $1 AND id = ANY ($2)`,
    [projectId, ids],
  );
  return new Map(rows.map(({ id, attributes }) => [id, attributes]));
}

/** What differs only in full-width letters or blanks is no change. */
function keepSpelling(
  given: GivenAttributes,
  stored: AttributeValues,
  definitions: ReadonlyMap<string, AttributeDto>,
): void {
  for (const [id, values] of Object.entries(given)) {
    const was = stored[id]?.[0];
    if (definitions.get(id)?.type === "TEXT" && was !== undefined && plainText(was) === values[0]) given[id] = [was];
  }
}

function changesOf(
  given: GivenAttributes,
  stored: AttributeValues,
  definitions: ReadonlyMap<string, AttributeDto>,
): ImportChangeDto[] {
  const next = withAttributes(stored, given);
  return Object.keys(given).flatMap((id) => {
    const definition = definitions.get(id);
    if (!definition || next[id] === stored[id]) return [];
    const [before, after] = [attributeText(definition, stored[id]), attributeText(definition, next[id])];
    return [{ label: definition.name, before: before || null, after: after || null }];
  });
}
