import { createHash } from "node:crypto";
import { Injectable } from "@nestjs/common";
import {
  type ProposeRestructureDto,
  type RestructureLineDto,
  type RestructurePlanDto,
  type RestructurePreviewDto,
  type RestructureProblemDto,
  type RestructureProposalDto,
  restructureTopicLabels,
} from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { dayBefore } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { areaText } from "../areas.js";
import { projectToday } from "../project-today.js";
import { issuedPrefixes } from "../projects/room-prefixes.service.js";
import { checkPlan, totalArea } from "./restructure-checks.js";
import { RestructureParticipants } from "./restructure-participants.js";
import { loadOldRooms, planOf, type RestructurePlan, toRestructuredRoomDto } from "./restructure-plan.js";
import { proposedParts } from "./restructure-proposal.js";
import { roomFacts, roomLines } from "./restructure-rooms.service.js";

/** All that a split or merge touches, before anything is written. */
export interface WholeSurvey {
  lines: RestructureLineDto[];
  problems: RestructureProblemDto[];
  facts: Record<string, string>;
  fingerprint: string;
}

/** Looks at the rooms of a plan with the eyes of every domain. */
@Injectable()
export class RestructureSurvey {
  constructor(
    private readonly participants: RestructureParticipants,
    private readonly clock: Clock,
  ) {}

  /** What may be chosen, and a plan that can be previewed as it is. */
  async propose(tx: EntityManager, projectId: string, dto: ProposeRestructureDto): Promise<RestructureProposalDto> {
    const { kind, effectiveOn, roomIds } = dto;
    if (kind === "SPLIT" && roomIds.length !== 1) throw new InvalidInput({ roomIds: ["一次只能拆分一个房间"] });
    if (kind === "MERGE" && roomIds.length < 2) throw new InvalidInput({ roomIds: ["至少选择 2 个房间合并"] });
    const olds = await loadOldRooms(tx, projectId, dto, false);
    const count = kind === "MERGE" ? 1 : (dto.count ?? 2);
    const taken = await codesLike(tx, projectId, olds[0]!.code);
    const parts = proposedParts(kind, olds, count, taken);
    const proposal: RestructureProposalDto = {
      rooms: olds.map(toRestructuredRoomDto),
      plan: {
        kind,
        roomIds,
        effectiveOn,
        parts,
        bindings: [],
        prepayments: [],
        vehicles: [],
        meters: [],
        owners: [],
        payerId: null,
      },
      owners: [],
      ownersDiffer: false,
      bindings: [],
      prepayments: [],
      vehicles: [],
      meters: [],
    };
    const subject = { projectId, kind, effectiveOn, lastDay: dayBefore(effectiveOn), olds, count };
    for (const participant of this.participants.inOrder()) {
      const { plan, ...choices } = await participant.propose(tx, subject);
      Object.assign(proposal, choices);
      Object.assign(proposal.plan, plan);
    }
    return proposal;
  }

  /** What would become of everything, and what stands in the way. */
  async survey(tx: EntityManager, plan: RestructurePlan): Promise<WholeSurvey> {
    const today = await projectToday(tx, this.clock, plan.projectId);
    const codes = plan.news.map(({ code }) => code);
    const taken = await tx.query<{ code: string }[]>(
      "SELECT code FROM room WHERE project_id = $1 AND code = ANY ($2)",
      [plan.projectId, codes],
    );
    const whole = {
      lines: roomLines(plan),
      problems: checkPlan(plan, {
        today,
        takenCodes: new Set(taken.map(({ code }) => code)),
        issuedPrefixes: await issuedPrefixes(tx, plan.projectId),
      }),
      facts: roomFacts(plan),
    };
    for (const participant of this.participants.inOrder()) {
      const { lines, problems, facts } = await participant.survey(tx, plan);
      whole.lines.push(...lines);
      whole.problems.push(...problems);
      Object.assign(whole.facts, facts);
    }
    const topics = Object.keys(restructureTopicLabels);
    whole.lines.sort((a, b) => topics.indexOf(a.topic) - topics.indexOf(b.topic));
    return { ...whole, fingerprint: fingerprintOf(plan.dto, whole.facts) };
  }

  /** The survey for the reader. */
  async preview(tx: EntityManager, plan: RestructurePlan): Promise<RestructurePreviewDto> {
    const { lines, problems, fingerprint } = await this.survey(tx, plan);
    const sum = (
      rooms: readonly { [kind in "buildingArea" | "chargeArea"]: string }[],
      kind: "buildingArea" | "chargeArea",
    ) => areaText(totalArea(rooms.map((room) => room[kind]))!.toFixed(4));
    return {
      rooms: plan.olds.map(toRestructuredRoomDto),
      lastDay: plan.lastDay,
      buildingAreaBefore: sum(plan.olds, "buildingArea"),
      buildingAreaAfter: sum(plan.news, "buildingArea"),
      chargeAreaBefore: sum(plan.olds, "chargeArea"),
      chargeAreaAfter: sum(plan.news, "chargeArea"),
      lines,
      problems,
      fingerprint,
    };
  }
}

/** Stands for a plan and the state it rests on. */
export const fingerprintOf = (dto: RestructurePlanDto, facts: Record<string, string>): string =>
  createHash("sha256")
    .update(canonical([planOf(dto), facts]))
    .digest("hex");

/** How the facts differ, in words. */
export function changesOf(before: Record<string, string>, after: Record<string, string>): string[] {
  const subjects = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return subjects
    .filter((subject) => before[subject] !== after[subject])
    .map((subject) => `${subject}由“${before[subject] ?? "无"}”变为“${after[subject] ?? "无"}”`);
}

/** JSON with sorted keys and without empty fields: the same however it was stored. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return `{${fields
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`)
    .join(",")}}`;
}

async function codesLike(tx: EntityManager, projectId: string, base: string): Promise<Set<string>> {
  const rows = await tx.query<{ code: string }[]>(
    "SELECT code FROM room WHERE project_id = $1 AND starts_with(code, $2)",
    [projectId, base],
  );
  return new Set(rows.map(({ code }) => code));
}
