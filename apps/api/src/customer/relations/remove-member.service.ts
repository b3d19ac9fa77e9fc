import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type HoldDto,
  type HoldsDto,
  relationRoleLabels,
  type RelationRole,
  type RemoveMemberDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { memberHeld } from "../customer.errors.js";
import { idsOf } from "../merged-customers.js";
import { RelationsService } from "../relations.service.js";
import { customerOf, type LockedRoom } from "../room-lock.js";
import { RoomRelation } from "../room-relation.entity.js";

type Database = Pick<EntityManager, "query">;
type Key = Pick<RoomRelation, "projectId" | "roomId" | "customerId" | "role">;

/** Removes somebody who is not an owner from a household (SCN-03, CRM-07): his relation ends, nothing is erased. */
@Injectable()
export class RemoveMemberService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly relations: RelationsService,
    private readonly clock: Clock,
  ) {}

  /** What must be settled before the person of a relation can be removed. */
  async holds(projectId: string, relationId: string): Promise<HoldsDto> {
    const relation = await this.db.manager.findOneBy(RoomRelation, { projectId, id: relationId });
    if (!relation) throw notFound("客房关系");
    return { holds: await holdsOf(this.db, relation, await projectToday(this.db, this.clock, projectId)) };
  }

  /** Ends the relation; returns the room's id. @throws MEMBER_HELD with everything that holds him in `details` */
  remove(actor: Actor, projectId: string, relationId: string, dto: RemoveMemberDto): Promise<string> {
    return this.relations.withRelation(projectId, relationId, async (tx, room: LockedRoom, rows, relation) => {
      const holds = await holdsOf(tx, relation, dto.endsOn);
      const { name } = await customerOf(tx, projectId, relation.customerId);
      if (holds.length > 0) throw memberHeld(name, room.code, holds);
      await this.relations.endIn(tx, actor, room, rows, relation, dto);
    });
  }
}

/** Everything that holds the person in the room beyond a day, each with its amount or dates. */
async function holdsOf(db: Database, { projectId, roomId, customerId, role }: Key, day: string): Promise<HoldDto[]> {
  const params = [projectId, roomId, customerId];
  const holds: HoldDto[] = [];
  if (role === "OWNER" || role === "DEVELOPER")
    holds.push({
      kind: "OWNER",
      text: `是这个房间的${relationRoleLabels[role as RelationRole]}，只能通过过户或调整业主变更`,
      amountFen: null,
    });
  const payers = await db.query<{ item: string | null; from: string }[]>(
    `SELECT f.name AS item, p.starts_on AS "from" FROM payer p
       LEFT JOIN fee_item f ON f.project_id = p.project_id AND f.id = p.fee_item_id
      WHERE p.project_id = $1 AND p.room_id = $2 AND p.customer_id = $3 AND (p.ends_on IS NULL OR p.ends_on > $4)
      ORDER BY p.starts_on`,
    [...params, day],
  );
  for (const { item, from } of payers)
    holds.push({ kind: "PAYER", text: `自 ${from} 起是${item ?? "全部收费项目"}的收费对象`, amountFen: null });
  const accounts = await db.query<{ fen: number }[]>(
    `SELECT sum(balance_fen)::bigint AS fen FROM prepayment_account
      WHERE project_id = $1 AND room_id = $2 AND customer_id IN ${idsOf("$1", "$3")} HAVING sum(balance_fen) <> 0`,
    params,
  );
  for (const { fen } of accounts)
    holds.push({ kind: "PREPAYMENT", text: `有预收余额 ${formatFen(Number(fen))} 元`, amountFen: Number(fen) });
  const open = await db.query<{ item: string; count: number; fen: number; first: string }[]>(
    `SELECT f.name AS item, count(*)::int AS count, sum(c.open_fen)::bigint AS fen, min(c.period) AS first
       FROM charge c JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id
      WHERE c.project_id = $1 AND c.room_id = $2 AND c.payer_id IN ${idsOf("$1", "$3")} AND c.open_fen <> 0
      GROUP BY f.id, f.name ORDER BY f.name`,
    params,
  );
  for (const { item, count, fen, first } of open)
    holds.push({
      kind: "OPEN_CHARGES",
      text: `有 ${count} 笔${item}未缴，共 ${formatFen(Number(fen))} 元，最早 ${first}`,
      amountFen: Number(fen),
    });
  const agreements = await db.query<{ no: string; from: string }[]>(
    `SELECT a.agreement_no AS no, a.valid_from AS "from" FROM debit_agreement a
      WHERE a.project_id = $1 AND a.customer_id IN ${idsOf("$1", "$3")} AND a.status <> 'ENDED' AND (a.valid_to IS NULL OR a.valid_to > $4)
        AND EXISTS (SELECT 1 FROM debit_cover v WHERE v.project_id = a.project_id AND v.agreement_id = a.id AND v.room_id = $2)
      ORDER BY a.agreement_no`,
    [...params, day],
  );
  for (const { no, from } of agreements)
    holds.push({ kind: "DEBIT_AGREEMENT", text: `是划款协议 ${no} 的客户，自 ${from} 起`, amountFen: null });
  return holds;
}
