import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { ProjectDeveloper } from "../../property/projects/project-developer.service.js";
import { customerAnonymised, mergeHeld, mergeUndone, roomsBusy } from "../customer.errors.js";
import { Customer } from "../customer.entity.js";
import { columnsFromPhones, phonesFromColumns } from "../details/customer-phones.js";
import { refreshIncomplete } from "../incomplete.js";
import { CustomerMerge } from "./customer-merge.entity.js";
import { CustomerReferences } from "./customer-references.js";
import { blockersOf } from "./merge-blockers.js";
import { lockPair, lockRoomsOf, refuseNewRooms } from "./merge-customers.service.js";
import { type Pair, setColumns } from "./move-customer.js";
import { type MovedRows, PART_TABLES } from "./moved-rows.js";

/** Makes two customers of one again, as they were before the merge, as long as nothing new hangs on it (SCN-06). */
@Injectable()
export class UndoMergeService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly references: CustomerReferences,
    private readonly developers: ProjectDeveloper,
    private readonly clock: Clock,
  ) {}

  /** @throws MERGE_UNDONE, MERGE_HELD naming what hangs on it */
  undo(actor: Actor, projectId: string, mergeId: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const merge = await tx.findOne(CustomerMerge, {
        where: { projectId, id: mergeId },
        lock: { mode: "pessimistic_write" },
      });
      if (!merge) throw notFound("合并记录");
      if (merge.undoneAt) throw mergeUndone();
      const { survivorId, mergedId } = merge;
      const pair = { projectId, survivorId, mergedId };
      const rooms = await lockRoomsOf(tx, pair);
      const [survivor, merged] = await lockPair(tx, pair);
      await refuseNewRooms(tx, pair, rooms);
      if (merged.mergedIntoId !== survivorId) throw roomsBusy();
      if (survivor.anonymisedAt) throw customerAnonymised();
      const blockers = await blockersOf(tx, this.references.all, merge);
      if (blockers.length > 0) throw mergeHeld(blockers);

      await this.restore(tx, pair, merge.moved as MovedRows);
      const now = this.clock.now();
      const undone = { undoneAt: now, undoneByName: actor.name, undoReason: reason };
      await tx.update(CustomerMerge, { projectId, id: mergeId }, undone);
      const both = [survivorId, mergedId];
      await columnsFromPhones(tx, projectId, [survivorId]);
      await phonesFromColumns(tx, projectId, both, now);
      await refreshIncomplete(tx, projectId, both, await projectToday(tx, this.clock, projectId));
      const names = `${merged.name}（${merged.number}）与 ${survivor.name}（${survivor.number}）`;
      const entry = { projectId, action: "customer.undo-merge", entity: "customer" };
      const summary = `撤销合并：${names}恢复为两个客户，原因：${reason}`;
      await this.audit.record(
        tx,
        actor,
        { ...entry, entityId: survivorId, summary },
        { ...entry, entityId: mergedId, summary },
        ...rooms.map((roomId) => ({ ...entry, entity: "room", entityId: roomId, summary })),
      );
    });
  }

  private async restore(tx: EntityManager, pair: Pair, moved: MovedRows): Promise<void> {
    const { projectId, survivorId, mergedId } = pair;
    await tx.update(Customer, { projectId, id: mergedId }, { mergedIntoId: null });
    await tx.query("UPDATE customer SET merged_into_id = $3 WHERE project_id = $1 AND id = ANY ($2)", [
      projectId,
      moved.earlier,
      mergedId,
    ]);
    await restoreRelations(tx, pair, moved.relations);
    for (const { table, column } of this.references.all)
      await tx.query(
        `UPDATE "${table}" SET "${column}" = $3 WHERE project_id = $1 AND id = ANY ($2) AND "${column}" = $4`,
        [projectId, moved.references[`${table}.${column}`] ?? [], mergedId, survivorId],
      );
    for (const [table, rows] of Object.entries(moved.dropped ?? {})) await restoreRows(tx, table, projectId, rows);
    for (const { table } of PART_TABLES) await restoreRows(tx, table, projectId, moved.parts[table] ?? []);
    await restoreTags(tx, pair, moved.tags);
    await emptyFilled(tx, pair, moved.filled);
    if (moved.document) await returnDocument(tx, pair, moved.document.idType);
    if (moved.developer) await this.developers.exchange(tx, projectId, survivorId, mergedId);
  }
}

async function restoreRelations(tx: EntityManager, pair: Pair, relations: MovedRows["relations"]): Promise<void> {
  const { projectId, mergedId } = pair;
  const { moved, before, added } = relations;
  await tx.query("DELETE FROM room_relation WHERE project_id = $1 AND id = ANY ($2)", [projectId, added]);
  await tx.query("UPDATE room_relation SET customer_id = $3 WHERE project_id = $1 AND id = ANY ($2)", [
    projectId,
    moved,
    mergedId,
  ]);
  await restoreRows(tx, "room_relation", projectId, before as { id: string }[]);
}

/** Puts rows back as they were, whatever became of them. */
async function restoreRows(tx: EntityManager, table: string, projectId: string, rows: { id: string }[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(`DELETE FROM "${table}" WHERE project_id = $1 AND id = ANY ($2)`, [
    projectId,
    rows.map(({ id }) => id),
  ]);
  await tx.query(`INSERT INTO "${table}" SELECT (jsonb_populate_recordset(NULL::"${table}", $1::jsonb)).*`, [
    JSON.stringify(rows),
  ]);
}

async function restoreTags(tx: EntityManager, pair: Pair, { merged, added }: MovedRows["tags"]): Promise<void> {
  const { projectId, survivorId, mergedId } = pair;
  await tx.query("DELETE FROM tagged_customer WHERE project_id = $1 AND customer_id = $2 AND tag_id = ANY ($3)", [
    projectId,
    survivorId,
    added,
  ]);
  await tx.query(
    `INSERT INTO tagged_customer (project_id, customer_id, tag_id)
     SELECT $1, $2, t.id FROM customer_tag t WHERE t.project_id = $1 AND t.id = ANY ($3) ON CONFLICT DO NOTHING`,
    [projectId, mergedId, merged],
  );
}

/** Empties what the merge filled in, unless it was changed since. */
async function emptyFilled(
  tx: EntityManager,
  { projectId, survivorId }: Pair,
  filled: MovedRows["filled"],
): Promise<void> {
  const names = Object.keys(filled);
  if (names.length === 0) return;
  const [row] = await tx.query<{ now: Record<string, unknown> }[]>(
    "SELECT to_jsonb(c) AS now FROM customer c WHERE project_id = $1 AND id = $2",
    [projectId, survivorId],
  );
  const same = names.filter((name) => row?.now[name] === filled[name]);
  const emptied = same.map((name) => [name, name === "no_marketing" ? false : null]);
  await setColumns(tx, projectId, survivorId, Object.fromEntries(emptied) as Record<string, unknown>);
}

async function returnDocument(
  tx: EntityManager,
  { projectId, survivorId, mergedId }: Pair,
  idType: string | null,
): Promise<void> {
  const [document] = await tx.query<Record<string, unknown>[]>(
    "SELECT id_type, id_number_cipher, id_number_hash, id_number_masked FROM customer WHERE project_id = $1 AND id = $2",
    [projectId, survivorId],
  );
  const none = { id_type: idType, id_number_cipher: null, id_number_hash: null, id_number_masked: null };
  await setColumns(tx, projectId, survivorId, none);
  await setColumns(tx, projectId, mergedId, document ?? none);
}
