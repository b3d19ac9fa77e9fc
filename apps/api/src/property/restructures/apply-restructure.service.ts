import { Injectable } from "@nestjs/common";
import type { RestructurePlanDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { Approval } from "../../approvals/approval.entity.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { notFound } from "../../common/rule-violation.js";
import { projectToday } from "../project-today.js";
import { RestructureParticipants } from "./restructure-participants.js";
import { loadPlan } from "./restructure-plan.js";
import { RestructureRooms } from "./restructure-rooms.service.js";
import { changesOf, fingerprintOf, RestructureSurvey } from "./restructure-survey.service.js";
import {
  effectiveInFuture,
  restructureBlocked,
  restructureStale,
  restructureStateWrong,
} from "./restructure.errors.js";
import { RoomRestructure } from "./room-restructure.entity.js";

/** Carries an approved split or merge out, in the transaction of the approval. */
@Injectable()
export class ApplyRestructureService {
  constructor(
    private readonly surveys: RestructureSurvey,
    private readonly participants: RestructureParticipants,
    private readonly rooms: RestructureRooms,
    private readonly clock: Clock,
  ) {}

  /** @throws RESTRUCTURE_NOT_YET, RESTRUCTURE_STALE (what changed since the request), RESTRUCTURE_BLOCKED */
  async apply(tx: EntityManager, actor: Actor, { projectId, subjectId: id }: Approval): Promise<void> {
    await holdProject(tx, projectId);
    const row = await tx.findOne(RoomRestructure, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
    if (!row) throw notFound("拆分合并记录");
    if (row.state !== "PENDING") throw restructureStateWrong(row.state as "DRAFT", "审批");
    if (row.effectiveOn > (await projectToday(tx, this.clock, projectId))) throw effectiveInFuture(row.effectiveOn);

    const plan = await loadPlan(tx, projectId, row.plan as RestructurePlanDto, true);
    for (const participant of this.participants.inOrder()) await participant.hold(tx, plan);
    const { problems, facts, fingerprint } = await this.surveys.survey(tx, plan);
    const before = row.facts ?? {};
    if (fingerprint !== fingerprintOf(plan.dto, before)) throw restructureStale(changesOf(before, facts));
    const blocking = problems.filter((problem) => problem.blocking);
    if (blocking.length > 0) throw restructureBlocked(blocking);

    const carried = { id, number: row.number, plan };
    await this.rooms.apply(tx, actor, carried);
    const memo: Record<string, object> = {};
    for (const participant of this.participants.inOrder())
      memo[participant.name] = await participant.apply(tx, actor, carried);
    const approved = { approvedBy: actor.userId, approvedByName: actor.name, doneAt: this.clock.now() };
    const newRoomIds = plan.news.map((room) => room.id);
    const done = { ...approved, state: "DONE", newRoomIds, memo, version: row.version + 1 };
    await tx.update(RoomRestructure, { projectId, id }, done);
  }
}

/**
 * One split, merge, restore or publication of charges of a project at a time: none of them prices or moves what another
 * is about to change.
 */
export const holdProject = (tx: EntityManager, projectId: string): Promise<unknown> =>
  tx.query("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [projectId]);
