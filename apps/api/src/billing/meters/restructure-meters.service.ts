import { Injectable, type OnModuleInit } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { periodOf } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { projectToday } from "../../property/project-today.js";
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
import type { RestructurePlan } from "../../property/restructures/restructure-plan.js";
import { isMonthClosed } from "../periods/posting-period.js";
import { IS_BILLED } from "./meter-supply.js";
import { alertLimitsOf, lockMeters } from "./meter-state.js";
import { checkMovedMeters } from "./moved-meters-checks.js";
import { metersIn, nameOf, readingOf, stateInWords, targetOf } from "./moved-meters.js";
import { RecordReadingsService } from "./record-readings.service.js";

/** Empty for what was done before meters took part. */
interface Memo {
  moved?: { id: string; roomId: string }[];
  readings?: string[];
}

/**
 * Meters in a split or merge (SCN-08): each goes to the new room that is chosen, with all its readings. What it counted up
 * to the last day is the old room's, so a billed meter is read on the day.
 */
@Injectable()
export class RestructureMeters extends RestructureParticipant<Memo> implements OnModuleInit {
  readonly name = "meters";
  readonly order = 25;

  constructor(
    private readonly participants: RestructureParticipants,
    private readonly readings: RecordReadingsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {
    super();
  }

  onModuleInit(): void {
    this.participants.register(this);
  }

  async propose(tx: EntityManager, { projectId, olds, lastDay }: ProposalSubject): Promise<Choices> {
    const meters = await metersIn(tx, projectId, olds, lastDay);
    return {
      meters: meters.map((one) => ({
        meterId: one.meter.id,
        roomCode: one.roomCode,
        kind: one.meter.kind,
        no: one.meter.no,
        feeItemName: one.feeItemName,
        lastReading: one.meter.lastValue,
        coveredTo: one.meter.coveredTo,
      })),
    };
  }

  async hold(tx: EntityManager, { projectId, olds, lastDay }: RestructurePlan): Promise<void> {
    const meters = await metersIn(tx, projectId, olds, lastDay);
    await lockMeters(
      tx,
      projectId,
      meters.map(({ meter }) => meter.id),
    );
  }

  async survey(tx: EntityManager, plan: RestructurePlan): Promise<Survey> {
    const { projectId, olds, lastDay, effectiveOn } = plan;
    const meters = await metersIn(tx, projectId, olds, lastDay);
    if (meters.length === 0 && !plan.dto.meters?.length) return { lines: [], problems: [], facts: {} };
    const context = {
      today: await projectToday(tx, this.clock, projectId),
      limits: await alertLimitsOf(tx, projectId),
      isClosed: await isMonthClosed(tx, projectId, periodOf(lastDay)),
      boundParts: await boundPartsOf(tx, plan),
      headcounts: await headcountsOf(tx, plan),
    };
    return {
      problems: checkMovedMeters(plan, meters, context),
      lines: meters.map((one) => {
        const reading = readingOf(plan, one, "");
        return {
          topic: "METER",
          roomCode: one.roomCode,
          label: nameOf(one),
          before: stateInWords(one),
          after: `${reading ? `${effectiveOn} 读数 ${reading.value}，` : ""}转到 ${targetOf(plan, one)?.code ?? "未指定"}，自 ${effectiveOn} 起的用量归新房间`,
        };
      }),
      facts: Object.fromEntries(
        [...Map.groupBy(meters, ({ roomCode }) => roomCode)].map(([code, of]) => [
          `${code} 表具`,
          of.map((one) => `${nameOf(one)} ${stateInWords(one)}`).join("、"),
        ]),
      ),
    };
  }

  async apply(tx: EntityManager, actor: Actor, { number, plan }: Carried): Promise<Memo> {
    const { projectId, olds, lastDay, effectiveOn } = plan;
    const meters = await metersIn(tx, projectId, olds, lastDay);
    const taken = meters.flatMap((one) => {
      const reading = readingOf(plan, one, `房间拆分合并 ${number}`);
      return reading ? [{ meterId: one.meter.id, reading }] : [];
    });
    const readings: string[] = [];
    for (const recorded of await this.readings.recordAll(tx, actor, projectId, taken)) {
      if ("fault" in recorded) throw recorded.fault;
      readings.push(recorded.id);
    }
    const moves = meters.map((one) => ({ one, to: targetOf(plan, one)! }));
    await move(
      tx,
      projectId,
      moves.map(({ one, to }) => ({ id: one.meter.id, roomId: to.id })),
    );
    await this.record(
      tx,
      actor,
      projectId,
      moves.map(({ one, to }) => ({
        id: one.meter.id,
        roomIds: [one.meter.roomId!, to.id],
        summary: `${nameOf(one)} 自 ${effectiveOn} 起由房间 ${one.roomCode} 转到 ${to.code}（${number}）`,
      })),
    );
    return { moved: meters.map(({ meter }) => ({ id: meter.id, roomId: meter.roomId! })), readings };
  }

  async undoBlockers(tx: EntityManager, { projectId, news, memo }: Undoing<Memo>): Promise<string[]> {
    const ids = idsOf(memo.moved ?? []);
    const read = await tx.query<{ code: string }[]>(
      `SELECT DISTINCT o.code FROM meter_reading r JOIN room o ON o.project_id = r.project_id AND o.id = r.room_id
        WHERE r.project_id = $1 AND r.room_id = ANY ($2) AND r.status = 'VALID' ORDER BY o.code`,
      [projectId, idsOf(news)],
    );
    const changed = await tx.query<{ code: string }[]>(
      `SELECT DISTINCT o.code FROM meter m JOIN room o ON o.project_id = m.project_id AND o.id = m.room_id
        WHERE m.project_id = $1 AND m.room_id = ANY ($2) AND (NOT m.id = ANY ($3) OR m.removed_on IS NOT NULL) ORDER BY o.code`,
      [projectId, idsOf(news), ids],
    );
    return [
      ...read.map(({ code }) => `房间 ${code} 的表具已抄表`),
      ...changed.map(({ code }) => `房间 ${code} 的表具已有变动`),
    ];
  }

  /** The meters stand where they stood; the readings of the day go with the split, unless they were billed. */
  async undo(tx: EntityManager, actor: Actor, { projectId, number, lastDay, memo }: Undoing<Memo>): Promise<void> {
    const { moved = [], readings = [] } = memo;
    if (moved.length === 0) return;
    await lockMeters(tx, projectId, idsOf(moved));
    await move(tx, projectId, moved);
    const closed = await isMonthClosed(tx, projectId, periodOf(lastDay));
    if (!closed)
      await tx.query(
        `UPDATE meter_reading r SET status = 'DELETED', undo_reason = $3, undone_at = $4, undone_by = $5
          WHERE r.project_id = $1 AND r.id = ANY ($2) AND r.status = 'VALID' AND NOT ${IS_BILLED}`,
        [projectId, readings, `拆分合并复原 ${number}`, this.clock.now(), actor.userId],
      );
    const back = await metersOf(tx, projectId, idsOf(moved));
    await this.record(
      tx,
      actor,
      projectId,
      back.map((one) => ({
        id: one.id,
        roomIds: [one.roomId],
        summary: `表 ${one.no} 随拆分合并复原回到房间 ${one.roomCode}（${number}）`,
      })),
    );
  }

  /** In the history of each meter and of its rooms. */
  private async record(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    moved: readonly { id: string; roomIds: string[]; summary: string }[],
  ): Promise<void> {
    const entries = moved.flatMap(({ id, roomIds, summary }) => {
      const entry = { projectId, action: "meter.move", summary };
      const rooms = roomIds.map((roomId) => ({ ...entry, entity: "room", entityId: roomId }));
      return [{ ...entry, entity: "meter", entityId: id }, ...rooms];
    });
    await this.audit.record(tx, actor, ...entries);
  }
}

/** Puts meters into rooms; their readings stay with the rooms they were taken in. */
async function move(tx: EntityManager, projectId: string, moves: readonly { id: string; roomId: string }[]) {
  await tx.query(
    `UPDATE meter m SET room_id = t.room_id FROM unnest($2::uuid[], $3::uuid[]) AS t(id, room_id)
      WHERE m.project_id = $1 AND m.id = t.id`,
    [projectId, moves.map(({ id }) => id), moves.map(({ roomId }) => roomId)],
  );
}

function metersOf(
  tx: EntityManager,
  projectId: string,
  ids: string[],
): Promise<{ id: string; no: string; roomId: string; roomCode: string }[]> {
  return tx.query(
    `SELECT m.id, m.no, m.room_id AS "roomId", o.code AS "roomCode"
       FROM meter m JOIN room o ON o.project_id = m.project_id AND o.id = m.room_id
      WHERE m.project_id = $1 AND m.id = ANY ($2) ORDER BY m.id`,
    [projectId, ids],
  );
}

/** How many people the old rooms register on their last day, by code of the room. */
async function headcountsOf(tx: EntityManager, { projectId, olds, lastDay }: RestructurePlan) {
  const rows = await tx.query<{ code: string; persons: number }[]>(
    `SELECT DISTINCT ON (o.code) o.code, h.persons
       FROM room_headcount h JOIN room o ON o.project_id = h.project_id AND o.id = h.room_id
      WHERE h.project_id = $1 AND h.room_id = ANY ($2) AND h.starts_on <= $3 ORDER BY o.code, h.starts_on DESC`,
    [projectId, idsOf(olds), lastDay],
  );
  return new Map(rows.map(({ code, persons }) => [code, persons]));
}

/** Which parts go on with the standards of each fee item that the old rooms have beyond their last day. */
async function boundPartsOf(tx: EntityManager, { projectId, olds, lastDay, dto }: RestructurePlan) {
  const bindings = await tx.query<{ id: string; feeItemId: string }[]>(
    `SELECT id, fee_item_id AS "feeItemId" FROM rate_binding
      WHERE project_id = $1 AND room_id = ANY ($2) AND object_id IS NULL AND (ends_on IS NULL OR ends_on > $3)`,
    [projectId, idsOf(olds), lastDay],
  );
  const parts = new Map<string, Set<number>>();
  for (const { id, feeItemId } of bindings) {
    const targets = dto.bindings.find(({ bindingId }) => bindingId === id)?.targets ?? [];
    const known = parts.get(feeItemId) ?? new Set();
    for (const { part } of targets) known.add(part);
    parts.set(feeItemId, known);
  }
  return parts;
}
