import { type AttributeDto, type AttributeOwner, attributeOwnerLabels } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { AuditEntry } from "../../audit/audit.service.js";
import { attributesInWords, type AttributeValues, withAttributes } from "./attribute-values.js";
import { attributeTables } from "./attributes.queries.js";

/** Values of some attributes of a thing; the others stay as they are. They must have been checked. */
export interface AttributesToSet {
  id: string;
  attributes: AttributeValues;
}

/** A thing whose attributes changed. */
export interface AttributesChanged {
  id: string;
  before: AttributeValues;
  after: AttributeValues;
}

/** Things written at one go. */
const CHUNK = 20_000;

/** Writes attributes by the set, for imports; the owner's module calls it. Answers what changed. */
export async function storeAttributes(
  tx: EntityManager,
  projectId: string,
  owner: AttributeOwner,
  rows: readonly AttributesToSet[],
): Promise<AttributesChanged[]> {
  const table = attributeTables[owner];
  const given = Map.groupBy(rows, ({ id }) => id);
  const ids = [...given.keys()];
  const changed: AttributesChanged[] = [];
  for (let from = 0; from < ids.length; from += CHUNK) {
    const stored = await tx.query<{ id: string; attributes: AttributeValues }[]>(
      `SELECT id, attributes FROM ${table} WHERE project_id = $1 AND id = ANY ($2) ORDER BY id FOR NO KEY UPDATE`,
      [projectId, ids.slice(from, from + CHUNK)],
    );
    const changes = stored.flatMap(({ id, attributes: before }) => {
      const after = (given.get(id) ?? []).reduce((sum, one) => withAttributes(sum, one.attributes), before);
      return after === before ? [] : [{ id, before, after }];
    });
    if (changes.length === 0) continue;
    await tx.query(
      `UPDATE ${table} t SET attributes = s.attributes FROM jsonb_to_recordset($2::jsonb) AS s(id uuid, attributes jsonb)
        WHERE t.project_id = $1 AND t.id = s.id`,
      [projectId, JSON.stringify(changes.map(({ id, after }) => ({ id, attributes: after })))],
    );
    changed.push(...changes);
  }
  return changed;
}

/** What an owner is called in the audit log. */
const ENTITIES: Readonly<Record<AttributeOwner, string>> = { ROOM: "room", CUSTOMER: "customer" };

/** What the history says of attributes that an import changed: only those, by their names. */
export function* attributeEntries(
  projectId: string,
  owner: AttributeOwner,
  definitions: readonly AttributeDto[],
  changed: readonly AttributesChanged[],
): Generator<AuditEntry> {
  const entity = ENTITIES[owner];
  for (const { id, before, after } of changed) {
    const named = definitions.filter((one) => before[one.id] !== after[one.id]);
    yield {
      projectId,
      action: `${entity}.update`,
      entity,
      entityId: id,
      summary: `导入${attributeOwnerLabels[owner]}的自定义资料：${named.map((one) => one.name).join("、")}`,
      before: attributesInWords(named, before),
      after: attributesInWords(named, after),
    };
  }
}
