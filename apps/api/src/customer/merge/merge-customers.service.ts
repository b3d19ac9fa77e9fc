import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { MergeCustomersDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { ProjectDeveloper } from "../../property/projects/project-developer.service.js";
import { mergeRefused, roomsBusy } from "../customer.errors.js";
import { Customer } from "../customer.entity.js";
import { columnsFromPhones } from "../details/customer-phones.js";
import { refreshIncomplete } from "../incomplete.js";
import { CustomerMerge } from "./customer-merge.entity.js";
import { CustomerReferences } from "./customer-references.js";
import {
  dropDoubles,
  fillSurvivor,
  moveDocument,
  moveParts,
  moveReference,
  moveRelations,
  moveTags,
  type Pair,
} from "./move-customer.js";
import type { MovedRows } from "./moved-rows.js";
import { refusalsOf } from "./refusals.js";

/** Makes one customer of two entries (SCN-06): one transaction, everything kept for the undo, ledgers untouched. */
@Injectable()
export class MergeCustomersService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly references: CustomerReferences,
    private readonly developers: ProjectDeveloper,
    private readonly clock: Clock,
  ) {}

  /** Returns the merge's id. @throws MERGE_REFUSED saying why, NOT_FOUND */
  merge(actor: Actor, projectId: string, { survivorId, mergedId, reason }: MergeCustomersDto): Promise<string> {
    return this.db.transaction(async (tx) => {
      const pair = { projectId, survivorId, mergedId };
      const rooms = await lockRoomsOf(tx, pair);
      const [survivor, merged] = await lockPair(tx, pair);
      const refusals = refusalsOf(survivor, merged);
      if (refusals.length > 0) throw mergeRefused(refusals);
      await refuseNewRooms(tx, pair, rooms);

      const now = this.clock.now();
      const moved = await this.move(tx, pair, now);
      const id = newId();
      await tx.insert(CustomerMerge, {
        projectId,
        id,
        createdAt: now,
        survivorId,
        mergedId,
        reason,
        mergedBy: actor.userId,
        mergedByName: actor.name,
        moved,
      });
      await tx.update(Customer, { projectId, id: mergedId }, { mergedIntoId: survivorId });
      await columnsFromPhones(tx, projectId, [survivorId]);
      await refreshIncomplete(tx, projectId, [survivorId], await projectToday(tx, this.clock, projectId));
      const entry = { projectId, action: "customer.merge", entity: "customer" };
      const names = `${merged.name}（${merged.number}）并入 ${survivor.name}（${survivor.number}）`;
      const summary = `合并重复客户：${names}，原因：${reason}`;
      await this.audit.record(
        tx,
        actor,
        { ...entry, entityId: survivorId, summary },
        { ...entry, entityId: mergedId, summary },
        ...rooms.map((roomId) => ({ ...entry, entity: "room", entityId: roomId, summary })),
      );
      return id;
    });
  }

  private async move(tx: EntityManager, pair: Pair, now: Date): Promise<MovedRows> {
    const { projectId, survivorId, mergedId } = pair;
    const relations = await moveRelations(tx, pair, now);
    const references: MovedRows["references"] = {};
    const dropped: NonNullable<MovedRows["dropped"]> = {};
    for (const reference of this.references.all) {
      const doubles = await dropDoubles(tx, pair, reference);
      if (doubles.length > 0) dropped[reference.table] = doubles;
      references[`${reference.table}.${reference.column}`] = await moveReference(tx, pair, reference);
    }
    const parts = await moveParts(tx, pair);
    const tags = await moveTags(tx, pair);
    const filled = await fillSurvivor(tx, pair);
    const document = await moveDocument(tx, pair);
    const developer = await this.developers.exchange(tx, projectId, mergedId, survivorId);
    const [earlier] = await tx.query<[{ id: string }[], number]>(
      "UPDATE customer SET merged_into_id = $3 WHERE project_id = $1 AND merged_into_id = $2 RETURNING id",
      [projectId, mergedId, survivorId],
    );
    return {
      relations,
      references,
      dropped,
      parts,
      tags,
      filled,
      document,
      developer,
      earlier: earlier.map(({ id }) => id),
    };
  }
}

const ROOMS = `SELECT room_id FROM room_relation WHERE project_id = $1 AND customer_id = ANY ($2)
  UNION SELECT room_id FROM payer WHERE project_id = $1 AND customer_id = ANY ($2)`;

/** Locks the rooms of both in id order, before the customers, as every change of relations does; answers their ids. */
export async function lockRoomsOf(tx: EntityManager, { projectId, survivorId, mergedId }: Pair): Promise<string[]> {
  const rooms = await tx.query<{ id: string }[]>(
    `SELECT id FROM room WHERE project_id = $1 AND id IN (${ROOMS}) ORDER BY id FOR UPDATE`,
    [projectId, [survivorId, mergedId]],
  );
  return rooms.map(({ id }) => id);
}

/** A relation that came in between reading the rooms and holding the customers. @throws BUSY */
export async function refuseNewRooms(
  tx: EntityManager,
  { projectId, survivorId, mergedId }: Pair,
  locked: string[],
): Promise<void> {
  const now = await tx.query<{ room_id: string }[]>(ROOMS, [projectId, [survivorId, mergedId]]);
  if (now.some(({ room_id }) => !locked.includes(room_id))) throw roomsBusy();
}

/** Locks two customers in id order; postings to their ledgers go on meanwhile. @throws NOT_FOUND */
export async function lockPair(
  tx: EntityManager,
  { projectId, survivorId, mergedId }: Pair,
): Promise<[survivor: Customer, merged: Customer]> {
  await tx.query("SELECT id FROM customer WHERE project_id = $1 AND id = ANY ($2) ORDER BY id FOR NO KEY UPDATE", [
    projectId,
    [survivorId, mergedId],
  ]);
  const survivor = await tx.findOneBy(Customer, { projectId, id: survivorId });
  const merged = await tx.findOneBy(Customer, { projectId, id: mergedId });
  if (!survivor || !merged) throw notFound("客户");
  return [survivor, merged];
}
