import { type RelationRole, relationRoleLabels } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { newId } from "../../common/ids.js";
import type { LockedRoom } from "../room-lock.js";
import type { StoredRelation } from "./relation-writer.js";
import { spanOf, withPrimaryContact } from "./timeline.js";

/** One change of a relation, told on both sides. */
export interface RelationEntry {
  room: LockedRoom;
  relation: StoredRelation;
  action: string;
  summary: string;
  before?: object;
  after?: object;
}

/** Leaves a change of a relation in the history of its room and of its customer. */
export function recordRelation(
  audit: AuditService,
  tx: EntityManager,
  actor: Actor,
  { room, relation, ...entry }: RelationEntry,
): Promise<void> {
  const row = { projectId: room.projectId, ...entry };
  return audit.record(
    tx,
    actor,
    { ...row, entity: "room", entityId: room.id },
    { ...row, entity: "customer", entityId: relation.customerId },
  );
}

/** What the history keeps of a relation. */
export const auditView = (row: StoredRelation) => {
  const { role, share, kinship, headId, authority, isPrimaryContact, startsOn, endsOn } = row;
  return { role, share, kinship, headId, authority, isPrimaryContact, startsOn, endsOn };
};

/** 业主, 租户… */
export const labelOf = (role: string) => relationRoleLabels[role as RelationRole];

/** The rows with the relation as the one first contact of its days, when it is marked so. */
export const contactsOf = (rows: StoredRelation[], relation: StoredRelation): StoredRelation[] =>
  relation.isPrimaryContact ? withPrimaryContact(rows, relation.id, spanOf(relation), newId) : rows;

/** Names by customer id. */
export async function namesOf(tx: EntityManager, projectId: string, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }[]>(
    "SELECT id, name FROM customer WHERE project_id = $1 AND id = ANY ($2)",
    [projectId, [...new Set(ids)]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
