import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { projectToday } from "../../property/project-today.js";
import { laterRelations } from "../customer.errors.js";
import { refreshIncomplete } from "../incomplete.js";
import type { LockedRoom } from "../room-lock.js";
import { refuseSharesOver100 } from "../room-rules.js";

/** A row that was ended, with what it said before, so that it can be reopened. */
export interface EndedRow {
  id: string;
  endsOn: string | null;
  endReason?: string | null;
}

/** What ended with a room; kept by whoever ended it, for a restore. */
export interface EndedWithRoom {
  relations: EndedRow[];
  payers: EndedRow[];
}

/** Relations and payers when a room is split or merged (SCN-08): taken over, ended with the room, brought back. */
@Injectable()
export class CopyRelationsService {
  constructor(
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the relations and payers of a room over to others from a day on, inside a transaction that holds all of them.
   * What the other room has already (the same person in the same role, a payer of the same item) stays.
   *
   * @throws SHARES_OVER_100
   */
  async copyRelationsIn(
    tx: EntityManager,
    actor: Actor,
    fromRoom: LockedRoom,
    toRooms: readonly LockedRoom[],
    from: string,
  ): Promise<void> {
    const { projectId } = fromRoom;
    const targets = toRooms.map(({ id }) => id);
    const ids = await this.idsFor(tx, fromRoom, targets, from);
    const params = [projectId, fromRoom.id, JSON.stringify(ids), from, this.clock.now()];
    const touched = await tx.query<{ customer_id: string }[]>(
      `INSERT INTO room_relation (project_id, id, room_id, customer_id, role, share, kinship, head_id, authority, is_primary_contact, starts_on, ends_on, created_at)
       SELECT r.project_id, n.id, n.room_id, r.customer_id, r.role, r.share, r.kinship, r.head_id, r.authority, r.is_primary_contact, GREATEST(r.starts_on, $4::date), r.ends_on, $5
         FROM jsonb_to_recordset($3::jsonb) AS n(id uuid, room_id uuid, source_id uuid)
         JOIN room_relation r ON r.project_id = $1 AND r.room_id = $2 AND r.id = n.source_id
        WHERE NOT EXISTS (SELECT 1 FROM room_relation o
               WHERE o.project_id = $1 AND o.room_id = n.room_id AND o.customer_id = r.customer_id AND o.role = r.role
                 AND o.starts_on <= COALESCE(r.ends_on, 'infinity') AND COALESCE(o.ends_on, 'infinity') >= GREATEST(r.starts_on, $4::date))
       RETURNING customer_id`,
      params,
    );
    await tx.query(
      `INSERT INTO payer (project_id, id, room_id, customer_id, fee_item_id, starts_on, ends_on, created_at)
       SELECT p.project_id, n.id, n.room_id, p.customer_id, p.fee_item_id, GREATEST(p.starts_on, $4::date), p.ends_on, $5
         FROM jsonb_to_recordset($3::jsonb) AS n(id uuid, room_id uuid, source_id uuid)
         JOIN payer p ON p.project_id = $1 AND p.room_id = $2 AND p.id = n.source_id
        WHERE NOT EXISTS (SELECT 1 FROM payer o
               WHERE o.project_id = $1 AND o.room_id = n.room_id AND o.fee_item_id IS NOT DISTINCT FROM p.fee_item_id
                 AND o.starts_on <= COALESCE(p.ends_on, 'infinity') AND COALESCE(o.ends_on, 'infinity') >= GREATEST(p.starts_on, $4::date))`,
      params,
    );
    await refuseSharesOver100(tx, projectId, targets);
    const customers = [...new Set(touched.map(({ customer_id }) => customer_id))];
    await refreshIncomplete(tx, projectId, customers, await projectToday(tx, this.clock, projectId));
    const told = (code: string) => `自 ${from} 起房间 ${code} 沿用房间 ${fromRoom.code} 的客户关系与收费对象`;
    const codes = toRooms.map(({ code }) => code).join("、");
    await this.audit.record(
      tx,
      actor,
      ...toRooms.map(({ id, code }) => ({
        projectId,
        action: "relation.copy",
        entity: "room",
        entityId: id,
        summary: told(code),
      })),
      ...customers.map((entityId) => ({
        projectId,
        action: "relation.copy",
        entity: "customer",
        entityId,
        summary: told(codes),
      })),
    );
  }

  /** A fresh id for each row and target room. */
  private async idsFor(tx: EntityManager, { projectId, id }: LockedRoom, targets: readonly string[], from: string) {
    const sources = await tx.query<{ id: string }[]>(
      `SELECT id FROM room_relation WHERE project_id = $1 AND room_id = $2 AND (ends_on IS NULL OR ends_on >= $3)
       UNION ALL SELECT id FROM payer WHERE project_id = $1 AND room_id = $2 AND (ends_on IS NULL OR ends_on >= $3) ORDER BY id`,
      [projectId, id, from],
    );
    return targets.flatMap((room_id) => sources.map((source) => ({ id: newId(), room_id, source_id: source.id })));
  }

  /**
   * Ends every relation and payer of a room that ends itself, inside a transaction that holds the room. The answer says
   * what each row said before, for `reopenIn`.
   *
   * @throws LATER_RELATIONS (somebody was only to come after the room's last day)
   */
  async endAllIn(
    tx: EntityManager,
    actor: Actor,
    room: LockedRoom,
    endsOn: string,
    reason: string,
  ): Promise<EndedWithRoom> {
    const params = [room.projectId, room.id, endsOn];
    const [later] = await tx.query<{ name: string; day: string }[]>(
      `SELECT c.name, r.starts_on AS day FROM room_relation r JOIN customer c ON c.project_id = r.project_id AND c.id = r.customer_id
        WHERE r.project_id = $1 AND r.room_id = $2 AND r.starts_on > $3 LIMIT 1`,
      params,
    );
    if (later) throw laterRelations(later.name, later.day);
    const lasting = "project_id = $1 AND room_id = $2 AND (ends_on IS NULL OR ends_on > $3) ORDER BY id";
    const relations = await tx.query<EndedRow[]>(
      `SELECT id, ends_on AS "endsOn", end_reason AS "endReason" FROM room_relation WHERE ${lasting}`,
      params,
    );
    // an entry that was only to begin later stays: no day of the room is left for it
    const payers = await tx.query<EndedRow[]>(
      `SELECT id, ends_on AS "endsOn" FROM payer WHERE starts_on <= $3 AND ${lasting}`,
      params,
    );
    await this.setEnds(tx, room, {
      relations: relations.map(({ id }) => ({ id, endsOn, endReason: reason })),
      payers: payers.map(({ id }) => ({ id, endsOn })),
    });
    const summary = `房间 ${room.code} 的客户关系与收费对象到 ${endsOn} 为止：${reason}`;
    await this.record(tx, actor, room, "relation.end", summary);
    return { relations, payers };
  }

  /** Brings back what `endAllIn` ended, inside a transaction that holds the room. */
  async reopenIn(tx: EntityManager, actor: Actor, room: LockedRoom, rows: EndedWithRoom): Promise<void> {
    await this.setEnds(tx, room, rows);
    await this.record(tx, actor, room, "relation.reopen", `恢复房间 ${room.code} 的客户关系与收费对象`);
  }

  private async setEnds(tx: EntityManager, room: LockedRoom, { relations, payers }: EndedWithRoom): Promise<void> {
    const rows = `jsonb_to_recordset($3::jsonb) AS n(id uuid, "endsOn" date, "endReason" text)`;
    const of = "t.project_id = $1 AND t.room_id = $2 AND t.id = n.id";
    await tx.query(
      `UPDATE room_relation t SET ends_on = n."endsOn", end_reason = n."endReason" FROM ${rows} WHERE ${of}`,
      [room.projectId, room.id, JSON.stringify(relations)],
    );
    await tx.query(`UPDATE payer t SET ends_on = n."endsOn" FROM ${rows} WHERE ${of}`, [
      room.projectId,
      room.id,
      JSON.stringify(payers),
    ]);
  }

  private record(tx: EntityManager, actor: Actor, room: LockedRoom, action: string, summary: string): Promise<void> {
    const { projectId, id: entityId } = room;
    return this.audit.record(tx, actor, { projectId, action, entity: "room", entityId, summary });
  }
}
