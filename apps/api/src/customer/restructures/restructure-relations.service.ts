import { Injectable, type OnModuleInit } from "@nestjs/common";
import { type RestructureLineDto, type RestructureProblemDto, restructureKindLabels } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import {
  idsOf,
  type Carried,
  type Choices,
  type ProposalSubject,
  RestructureParticipant,
  RestructureParticipants,
  type Survey,
  type Undoing,
} from "../../property/restructures/restructure-participants.js";
import { projectToday } from "../../property/project-today.js";
import type { RestructurePlan } from "../../property/restructures/restructure-plan.js";
import { refreshIncomplete } from "../incomplete.js";
import { Payer } from "../payer.entity.js";
import { CopyRelationsService, type EndedWithRoom } from "../relations/copy-relations.service.js";
import { RoomRelation } from "../room-relation.entity.js";
import { refuseSharesOver100, refuseWithoutPayer } from "../room-rules.js";
import { type NewPeople, newPeopleOf } from "./new-people.js";
import { ownersDiffer, payerWords, peopleOf, peopleWords } from "./rooms-people.js";

/** What ended with each old room, and the rows that were made: enough to undo. */
interface Memo {
  ended: Record<string, EndedWithRoom>;
  madeRelations: string[];
  madePayers: string[];
}

/** Relations and payers in a split or merge: they end on the old rooms and go on, copied, on the new ones (SCN-08). */
@Injectable()
export class RestructureRelations extends RestructureParticipant<Memo> implements OnModuleInit {
  readonly name = "customer";
  readonly order = 10;

  constructor(
    private readonly participants: RestructureParticipants,
    private readonly copier: CopyRelationsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {
    super();
  }

  onModuleInit(): void {
    this.participants.register(this);
  }

  async propose(tx: EntityManager, { projectId, kind, olds, lastDay }: ProposalSubject): Promise<Choices> {
    const { relations } = await peopleOf(tx, projectId, idsOf(olds), lastDay);
    const owners = relations.filter(({ role }) => role === "OWNER");
    const codeOf = new Map(olds.map(({ id, code }) => [id, code]));
    return {
      ownersDiffer: kind === "MERGE" && ownersDiffer(relations, idsOf(olds)),
      owners: [...Map.groupBy(owners, ({ customerId }) => customerId)].map(([customerId, shares]) => ({
        customerId,
        name: shares[0]!.name,
        number: shares[0]!.number,
        rooms: shares.map(({ roomId, share }) => `${codeOf.get(roomId)}${share ? ` ${share}%` : ""}`).join("、"),
        share: shares[0]!.share,
      })),
    };
  }

  /** Relations and payers change only while their room is held, and it is. */
  async hold(): Promise<void> {}

  async survey(tx: EntityManager, plan: RestructurePlan): Promise<Survey> {
    const people = await peopleOf(tx, plan.projectId, idsOf(plan.olds), plan.lastDay);
    const { rooms, problems } = newPeopleOf(plan, people);
    const transfers = await transfersUnderWay(tx, plan);
    const ofOld = plan.olds.map(({ id, code }) => ({
      code,
      relations: peopleWords(people.relations.filter(({ roomId }) => roomId === id)),
      payers: payerWords(people.payers.filter(({ roomId }) => roomId === id)),
    }));
    return {
      lines: [...ofOld.flatMap((room) => oldLines(room, plan.lastDay)), ...rooms.flatMap(newLines)],
      problems: [...problems, ...transfers],
      facts: Object.fromEntries(
        ofOld.flatMap(({ code, relations, payers }) => [
          [`${code} 客户关系`, relations],
          [`${code} 收费对象`, payers],
        ]),
      ),
    };
  }

  async apply(tx: EntityManager, actor: Actor, { number, plan }: Carried): Promise<Memo> {
    const { projectId, kind, effectiveOn, lastDay, olds } = plan;
    const people = await peopleOf(tx, projectId, idsOf(olds), lastDay);
    const { rooms } = newPeopleOf(plan, people);
    const ended: Record<string, EndedWithRoom> = {};
    for (const { id, code } of olds) {
      const reason = `房间${restructureKindLabels[kind]}（${number}）`;
      ended[id] = await this.copier.endAllIn(tx, actor, { projectId, id, code }, lastDay, reason);
    }
    const base = { projectId, startsOn: effectiveOn, createdAt: this.clock.now() };
    const relations = rooms.flatMap(({ room, relations: copied }) =>
      copied.map(({ customerId, role, share, kinship, headId, authority, isPrimaryContact, endsOn }) => {
        const columns = { customerId, role, share, kinship, headId, authority, isPrimaryContact, endsOn };
        return { ...base, ...columns, id: newId(), roomId: room.id, endReason: null };
      }),
    );
    const payers = rooms.flatMap(({ room, payers: copied }) =>
      copied.map(({ customerId, feeItemId, endsOn }) => ({
        ...base,
        id: newId(),
        roomId: room.id,
        customerId,
        feeItemId,
        endsOn,
      })),
    );
    if (relations.length > 0) await tx.insert(RoomRelation, relations);
    if (payers.length > 0) await tx.insert(Payer, payers);
    await refuseSharesOver100(tx, projectId, idsOf(plan.news));
    for (const { id } of plan.news) await refuseWithoutPayer(tx, projectId, id, { from: effectiveOn, to: null });
    await this.record(tx, actor, plan, rooms, number);
    await this.refresh(tx, projectId, people.relations);
    return { ended, madeRelations: idsOf(relations), madePayers: idsOf(payers) };
  }

  async undoBlockers(tx: EntityManager, { projectId, lastDay, olds, news, memo }: Undoing<Memo>): Promise<string[]> {
    const changed = await tx.query<{ code: string; what: string }[]>(
      `SELECT DISTINCT r.code, x.what FROM (
         SELECT room_id, '客户关系' AS what FROM room_relation WHERE project_id = $1 AND room_id = ANY ($2) AND NOT id = ANY ($3)
         UNION ALL
         SELECT room_id, '客户关系' FROM room_relation WHERE project_id = $1 AND id = ANY ($3) AND end_reason IS NOT NULL
         UNION ALL
         SELECT room_id, '收费对象' FROM payer WHERE project_id = $1 AND room_id = ANY ($2) AND NOT id = ANY ($4)
         UNION ALL
         SELECT room_id, '客户关系' FROM room_relation WHERE project_id = $1 AND room_id = ANY ($5) AND (ends_on IS NULL OR ends_on > $6)
       ) x JOIN room r ON r.project_id = $1 AND r.id = x.room_id ORDER BY r.code, x.what`,
      [projectId, idsOf(news), memo.madeRelations, memo.madePayers, idsOf(olds), lastDay],
    );
    return changed.map(({ code, what }) => `房间 ${code} 的${what}已有变动`);
  }

  async undo(tx: EntityManager, actor: Actor, { projectId, olds, memo }: Undoing<Memo>): Promise<void> {
    const made = await tx.query<{ customerId: string }[]>(
      `SELECT customer_id AS "customerId" FROM room_relation WHERE project_id = $1 AND id = ANY ($2)`,
      [projectId, memo.madeRelations],
    );
    await tx.query("DELETE FROM payer WHERE project_id = $1 AND id = ANY ($2)", [projectId, memo.madePayers]);
    await tx.query("DELETE FROM room_relation WHERE project_id = $1 AND id = ANY ($2)", [
      projectId,
      memo.madeRelations,
    ]);
    for (const { id, code } of olds) {
      const rows = memo.ended[id];
      if (rows) await this.copier.reopenIn(tx, actor, { projectId, id, code }, rows);
    }
    await this.refresh(tx, projectId, made);
  }

  private async refresh(
    tx: EntityManager,
    projectId: string,
    people: readonly { customerId: string }[],
  ): Promise<void> {
    const customers = [...new Set(people.map(({ customerId }) => customerId))];
    await refreshIncomplete(tx, projectId, customers, await projectToday(tx, this.clock, projectId));
  }

  /** One entry per new room, and one per customer. */
  private async record(
    tx: EntityManager,
    actor: Actor,
    plan: RestructurePlan,
    rooms: NewPeople[],
    number: string,
  ): Promise<void> {
    const { projectId, effectiveOn, lastDay, olds, kind } = plan;
    const verb = restructureKindLabels[kind];
    const codes = olds.map(({ code }) => code).join("、");
    const byCustomer = Map.groupBy(
      rooms.flatMap(({ room, relations }) => relations.map(({ customerId }) => ({ customerId, code: room.code }))),
      ({ customerId }) => customerId,
    );
    const action = "relation.move";
    await this.audit.record(
      tx,
      actor,
      ...rooms.map(({ room, relations, payers }) => ({
        projectId,
        action,
        entity: "room",
        entityId: room.id,
        summary: `自 ${effectiveOn} 起的客户关系：${peopleWords(relations)}；收费对象：${payerWords(payers)}`,
      })),
      ...[...byCustomer].map(([customerId, relations]) => ({
        projectId,
        action,
        entity: "customer",
        entityId: customerId,
        summary: `房间 ${codes} ${verb}（${number}）：关系于 ${lastDay} 结束，转到 ${[...new Set(relations.map(({ code }) => code))].join("、")}`,
      })),
    );
  }
}

function oldLines(room: { code: string; relations: string; payers: string }, lastDay: string): RestructureLineDto[] {
  const after = `${lastDay} 止`;
  return [
    { topic: "RELATION", roomCode: room.code, label: "原房间", before: room.relations, after },
    { topic: "PAYER", roomCode: room.code, label: "原房间", before: room.payers, after },
  ];
}

const newLines = ({ room, relations, payers }: NewPeople): RestructureLineDto[] => [
  { topic: "RELATION", roomCode: room.code, label: "新房间", before: null, after: peopleWords(relations) },
  { topic: "PAYER", roomCode: room.code, label: "新房间", before: null, after: payerWords(payers) },
];

/** A transfer that is being dealt with would be about a room that ends. */
async function transfersUnderWay(tx: EntityManager, plan: RestructurePlan): Promise<RestructureProblemDto[]> {
  const rows = await tx.query<{ id: string; number: string; code: string }[]>(
    `SELECT t.id, t.number, r.code FROM room_transfer t JOIN room r ON r.project_id = t.project_id AND r.id = t.room_id
      WHERE t.project_id = $1 AND t.room_id = ANY ($2) AND t.status IN ('DRAFT', 'SETTLING', 'PENDING') ORDER BY r.code`,
    [plan.projectId, idsOf(plan.olds)],
  );
  return rows.map(({ id, number, code }) => ({
    code: "TRANSFER_UNDER_WAY",
    message: `房间 ${code} 正在办理过户（${number}），请先办结或作废`,
    blocking: true,
    field: "roomIds",
    link: `customer/transfers/${id}`,
  }));
}
