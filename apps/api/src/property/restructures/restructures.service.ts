import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type RestructureKind,
  restructureKindLabels,
  restructureNext,
  type RestructurePlanDto,
  type RestructureState,
  restructureTopicLabels,
  type SaveRestructureDto,
  type SubmitRestructureDto,
  type UpdateRestructureDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import type { Approval } from "../../approvals/approval.entity.js";
import { ApprovalsService } from "../../approvals/approvals.service.js";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { ApplyRestructureService } from "./apply-restructure.service.js";
import { loadPlan, planOf } from "./restructure-plan.js";
import { RestructureSurvey } from "./restructure-survey.service.js";
import {
  restructureBlocked,
  restructureEdited,
  restructurePending,
  restructureStale,
  restructureStateWrong,
} from "./restructure.errors.js";
import { RoomRestructure } from "./room-restructure.entity.js";

/** Drafts of splits and merges, up to the request for approval (SCN-08). */
@Injectable()
export class RestructuresService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly approvals: ApprovalsService,
    private readonly audit: AuditService,
    private readonly numbers: NumberSeriesService,
    private readonly surveys: RestructureSurvey,
    private readonly applying: ApplyRestructureService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const handler = {
      permission: "property:approve" as const,
      approve: (tx: EntityManager, actor: Actor, approval: Approval) => this.applying.apply(tx, actor, approval),
      turnDown: (tx: EntityManager, _actor: Actor, { projectId, subjectId }: Approval) =>
        this.backToDraft(tx, projectId, subjectId),
    };
    this.approvals.handle("room.split", handler);
    this.approvals.handle("room.merge", handler);
  }

  /** Keeps a draft; returns its id. @throws NOT_FOUND (rooms) */
  create(actor: Actor, projectId: string, dto: SaveRestructureDto): Promise<string> {
    return this.db.transaction(async (tx) => {
      const draft = {
        projectId,
        id: newId(),
        createdAt: this.clock.now(),
        number: await this.numbers.draw(tx, projectId, "restructure"),
        state: "DRAFT" satisfies RestructureState,
        requestedBy: actor.userId,
        requestedByName: actor.name,
        lines: [],
        newRoomIds: [],
        version: 1,
        ...(await columnsOf(tx, projectId, dto)),
      };
      await tx.insert(RoomRestructure, draft);
      await this.record(tx, actor, draft, "create", `新建${labelOf(draft)}草稿：${dto.reason}`);
      return draft.id;
    });
  }

  /** @throws RESTRUCTURE_STATE, RESTRUCTURE_EDITED */
  update(actor: Actor, projectId: string, id: string, dto: UpdateRestructureDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const row = await lockRestructure(tx, projectId, id, dto.version);
      if (row.state !== "DRAFT") throw restructureStateWrong(row.state as RestructureState, "修改");
      const changes = await columnsOf(tx, projectId, dto);
      await tx.update(RoomRestructure, { projectId, id }, { ...changes, version: row.version + 1 });
      await this.record(tx, actor, { ...row, ...changes }, "update", `修改${labelOf({ ...row, ...changes })}草稿`);
    });
  }

  /** Gives a draft up. @throws RESTRUCTURE_STATE, RESTRUCTURE_EDITED */
  discard(actor: Actor, projectId: string, id: string, version: number): Promise<void> {
    return this.db.transaction(async (tx) => {
      const row = await lockRestructure(tx, projectId, id, version);
      moveTo(row, "VOID", "作废");
      await tx.update(RoomRestructure, { projectId, id }, { state: "VOID", version: version + 1 });
      await this.record(tx, actor, row, "discard", `作废${labelOf(row)}草稿`);
    });
  }

  /**
   * Asks for approval of what the preview showed.
   * @throws RESTRUCTURE_BLOCKED (with what stands in the way), RESTRUCTURE_STALE, RESTRUCTURE_PENDING, RESTRUCTURE_STATE
   */
  submit(actor: Actor, projectId: string, id: string, dto: SubmitRestructureDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const row = await lockRestructure(tx, projectId, id, dto.version);
      moveTo(row, "PENDING", "提交审批");
      const plan = await loadPlan(tx, projectId, row.plan as RestructurePlanDto, true);
      await refusePending(tx, row);
      const { lines, problems, facts, fingerprint } = await this.surveys.survey(tx, plan);
      const blocking = problems.filter((problem) => problem.blocking);
      if (blocking.length > 0) throw restructureBlocked(blocking);
      if (fingerprint !== dto.fingerprint) throw restructureStale([]);
      const approvalId = await this.approvals.request(tx, actor, {
        projectId,
        kind: row.kind === "SPLIT" ? "room.split" : "room.merge",
        title: `${row.effectiveOn} ${labelOf(row)}`,
        reason: row.reason,
        subjectType: "restructure",
        subjectId: id,
        payload: { number: row.number },
        lines: [
          ...lines.map(({ topic, roomCode, label, before, after }) => ({
            label: `${restructureTopicLabels[topic]} · ${roomCode} ${label}`,
            before,
            after,
          })),
          ...problems.map(({ message }, index) => ({ label: `请注意 ${index + 1}`, before: null, after: message })),
        ],
      });
      const request = { requestedBy: actor.userId, requestedByName: actor.name, approvalId };
      await tx.update(
        RoomRestructure,
        { projectId, id },
        { ...request, state: "PENDING", facts, lines, version: row.version + 1 },
      );
    });
  }

  private async backToDraft(tx: EntityManager, projectId: string, id: string): Promise<void> {
    const row = await tx.findOne(RoomRestructure, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
    if (row?.state !== "PENDING") return;
    await tx.update(RoomRestructure, { projectId, id }, { state: "DRAFT", facts: null, version: row.version + 1 });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    row: Pick<RoomRestructure, "projectId" | "id" | "number">,
    verb: string,
    summary: string,
  ) {
    const { projectId, id, number } = row;
    return this.audit.record(tx, actor, {
      projectId,
      action: `restructure.${verb}`,
      entity: "restructure",
      entityId: id,
      summary: `${number} ${summary}`,
    });
  }
}

/** What a restructure is, in words: 拆分 1-101 为 1-101A、1-101B. */
export const labelOf = ({ kind, oldCodes, newCodes }: Pick<RoomRestructure, "kind" | "oldCodes" | "newCodes">) =>
  `${restructureKindLabels[kind as RestructureKind]} ${oldCodes.join("、")} 为 ${newCodes.join("、")}`;

/** Locks a restructure as it was read. @throws NOT_FOUND, RESTRUCTURE_EDITED */
export async function lockRestructure(
  tx: EntityManager,
  projectId: string,
  id: string,
  version?: number,
): Promise<RoomRestructure> {
  const row = await tx.findOne(RoomRestructure, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!row) throw notFound("拆分合并记录");
  if (version !== undefined && row.version !== version) throw restructureEdited();
  return row;
}

/** @throws RESTRUCTURE_STATE when the table of states does not allow it */
export function moveTo({ state }: Pick<RoomRestructure, "state">, next: RestructureState, verb: string): void {
  const from = state as RestructureState;
  if (!restructureNext[from].includes(next)) throw restructureStateWrong(from, verb);
}

async function columnsOf(tx: EntityManager, projectId: string, dto: SaveRestructureDto) {
  const { olds } = await loadPlan(tx, projectId, dto);
  return {
    kind: dto.kind,
    effectiveOn: dto.effectiveOn,
    reason: dto.reason,
    roomIds: olds.map(({ id }) => id),
    oldCodes: olds.map(({ code }) => code),
    newCodes: dto.parts.map(({ code }) => code),
    plan: planOf(dto),
  };
}

/** A room waits in one request at a time. The rooms are held, so two who ask at once have one winner. */
async function refusePending(tx: EntityManager, { projectId, id, roomIds }: RoomRestructure): Promise<void> {
  const [other] = await tx.query<{ number: string; code: string }[]>(
    `SELECT x.number, r.code FROM room_restructure x JOIN room r ON r.project_id = x.project_id AND r.id = ANY (x.room_ids)
      WHERE x.project_id = $1 AND x.state = 'PENDING' AND x.id <> $2 AND r.id = ANY ($3) LIMIT 1`,
    [projectId, id, roomIds],
  );
  if (other) throw restructurePending(other.code, other.number);
}
