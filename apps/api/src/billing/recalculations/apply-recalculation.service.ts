import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource, type EntityManager } from "typeorm";
import type { Approval } from "../../approvals/approval.entity.js";
import { ApprovalsService } from "../../approvals/approvals.service.js";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { firstDay } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { JobsService, type RunningJob } from "../../jobs/jobs.service.js";
import { projectToday } from "../../property/project-today.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { explained } from "../runs/priced-room.js";
import { differencesOf } from "./differences.js";
import {
  isDiscountedOtherwise,
  leaveDiscountedTogether,
  type LeftOut,
  type Line,
  movedOf,
  sharingOf,
} from "./left-out.js";
import { keyOfLine, keyOfPlanned } from "./line-key.js";
import type { PlannedLine } from "./plan-recalculation.js";
import { Recalculation } from "./recalculation.entity.js";
import { type LockedRecalculation, lockRecalculation, monthsInWords, refuseUnless } from "./recalculation-status.js";
import { ownRecalculation, recalculationStale } from "./recalculations.errors.js";
import { reissue } from "./reissue.js";
import { itemWithObjectOf } from "../objects/charge-item.sql.js";

/** A difference that still is what it was when it was asked for. */
interface Kept {
  line: Line;
  planned: PlannedLine;
}

/** Issues anew what an approved list of differences names (BIL-13). */
@Injectable()
export class ApplyRecalculationService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly approvals: ApprovalsService,
    private readonly jobs: JobsService,
    private readonly audit: AuditService,
    private readonly periods: PostingPeriod,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle("billing.apply-recalculation", (job) => this.apply(job));
    this.approvals.handle("billing.recalculation", {
      permission: "billing:approve-recalculation",
      approve: (tx, actor, approval) => this.start(tx, actor, approval),
      turnDown: async (tx, _actor, { projectId, subjectId }, status) => {
        await tx.update(Recalculation, { projectId, id: subjectId }, { status });
      },
    });
  }

  /** Queues the work with the approval. @throws SAME_PERSON (who drew the list up), PERIOD_CLOSED when nothing can be booked today */
  private async start(tx: EntityManager, actor: Actor, { projectId, subjectId }: Approval): Promise<void> {
    const asked = await lockRecalculation(tx, projectId, subjectId);
    refuseUnless(asked, "PENDING");
    if (asked.createdBy === actor.userId) throw ownRecalculation();
    await this.periods.lockForPosting(tx, projectId, await projectToday(tx, this.clock, projectId));
    const title = `应收重算 ${monthsInWords(asked)}`;
    const params = { recalculationId: subjectId };
    const job = await this.jobs.enqueue(tx, actor, { projectId, kind: "billing.apply-recalculation", title, params });
    await tx.update(Recalculation, { projectId, id: subjectId }, { status: "APPLYING", jobId: job.id });
  }

  /**
   * The job: ONE transaction locks the bills, prices them again and issues them anew. A line whose bills something happened
   * to since the request (a payment, a debit) is left out and named, with all that share a discount with it; a line that comes
   * to something else than was approved refuses the whole. Killed at any moment it leaves nothing; after it has committed, running it again finds it done.
   */
  private apply(job: RunningJob): Promise<Record<string, unknown>> {
    const id = String(job.params.recalculationId);
    const work = this.db.transaction(async (tx) => {
      const asked = await lockRecalculation(tx, job.projectId, id);
      if (asked.status === "APPLIED" && asked.jobId === job.id) return { recalculationId: id };
      refuseUnless(asked, "APPLYING");
      return this.applyIn(tx, job, asked);
    });
    return work.catch(async (error: unknown) => {
      throw await explained(this.db.manager, job.projectId, error);
    });
  }

  private async applyIn(tx: EntityManager, job: RunningJob, asked: LockedRecalculation) {
    const { projectId, actor } = job;
    const { id, reason, feeItemIds } = asked;
    // One publication or recalculation of a project at a time, as runs do.
    await tx.query("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [projectId]);
    const bookedOn = await projectToday(tx, this.clock, projectId);
    const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
    const lines = await linesOf(tx, projectId, id);
    await this.lockBills(tx, projectId, period, lines);

    const leftOut = await movedOf(tx, { projectId, day: bookedOn }, lines);
    const sharing = await sharingOf(tx, projectId, lines);
    leaveDiscountedTogether(lines, sharing, leftOut);
    const staying = lines.filter((line) => !leftOut.has(line.id));
    const found = await this.pricedAgain(tx, job, { feeItemIds, day: bookedOn }, staying);
    const same: Kept[] = [];
    for (const line of staying) {
      const planned = found.get(keyOfLine(line));
      if (planned && !planned.obstacle && planned.print === line.print) same.push({ line, planned });
      else if (isDiscountedOtherwise(line, planned)) leftOut.set(line.id, "DISCOUNTED_TOGETHER");
      else throw recalculationStale(line.roomCode, line.feeItemName, line.period);
    }
    leaveDiscountedTogether(lines, sharing, leftOut);
    const kept = same.filter(({ line }) => !leftOut.has(line.id));

    const now = this.clock.now();
    const by = {
      projectId,
      bookedOn,
      period,
      reason: `应收重算：${reason}`,
      userId: actor.userId,
      now,
    };
    const issued =
      kept.length > 0
        ? await reissue(
            tx,
            by,
            kept.map(({ planned }) => planned),
          )
        : [];
    await noteOutcome(tx, projectId, kept, issued, leftOut);
    const appliedFen = kept.reduce((sum, { line }) => sum + line.newFen - line.oldFen, 0);
    const result = { appliedCount: kept.length, appliedFen, leftOutCount: leftOut.size };
    await tx.update(Recalculation, { projectId, id }, { ...result, status: "APPLIED", appliedAt: now });
    await this.audit.record(tx, actor, {
      projectId,
      action: "recalculation.apply",
      entity: "recalculation",
      entityId: id,
      summary: `重算 ${monthsInWords(asked)} 应收 ${kept.length} 项，合计 ${formatFen(appliedFen)} 元，未重算 ${leftOut.size} 项，原因：${reason}`,
      after: { ...result, bookedOn },
    });
    return { recalculationId: id, ...result };
  }

  /** What lines come to now that they and no others are issued anew, by their keys. */
  private async pricedAgain(
    tx: EntityManager,
    job: RunningJob,
    { feeItemIds, day }: { feeItemIds: string[]; day: string },
    lines: readonly Line[],
  ): Promise<Map<string, PlannedLine>> {
    const compared = {
      projectId: job.projectId,
      periods: [...new Set(lines.map(({ period }) => period))].sort(),
      feeItemIds,
      roomIds: [...new Set(lines.map(({ roomId }) => roomId))],
      day,
      chosen: new Set(lines.map(keyOfLine)),
      forPosting: true,
    };
    const found = new Map<string, PlannedLine>();
    for await (const { lines: planned } of differencesOf(tx, job, compared))
      for (const one of planned) found.set(keyOfPlanned(one), one);
    return found;
  }

  /** Months before bills, bills and what others bear of them in the order of their ids, as everybody who posts. */
  private async lockBills(tx: EntityManager, projectId: string, period: string, lines: readonly Line[]): Promise<void> {
    const ids = lines.flatMap(({ chargeIds }) => chargeIds);
    const ahead = await tx.query<{ month: string }[]>(
      `SELECT DISTINCT booked_period AS month FROM charge
        WHERE project_id = $1 AND id = ANY ($2) AND booked_period > $3 ORDER BY 1`,
      [projectId, ids, period],
    );
    for (const { month } of ahead) await this.periods.lockForPosting(tx, projectId, firstDay(month), 1);
    await tx.query(
      `SELECT 1 FROM charge
        WHERE project_id = $1
          AND (id = ANY ($2) OR id IN (SELECT borne_charge_id FROM vacancy_line WHERE project_id = $1 AND charge_id = ANY ($2)
                                  UNION ALL SELECT borne_charge_id FROM discount_line WHERE project_id = $1 AND charge_id = ANY ($2)))
        ORDER BY id FOR UPDATE`,
      [projectId, ids],
    );
  }
}

function linesOf(tx: EntityManager, projectId: string, id: string): Promise<Line[]> {
  return tx.query<Line[]>(
    `SELECT l.id, l.room_id AS "roomId", l.fee_item_id AS "feeItemId", l.period, l.causes, l.charge_ids AS "chargeIds", l.before, l.after,
            l.print, l.old_fen AS "oldFen", l.new_fen AS "newFen", o.code AS "roomCode", ${itemWithObjectOf("l.project_id", "l.charge_ids[1]", "f.name")} AS "feeItemName"
       FROM recalculation_line l
       JOIN room o ON o.project_id = l.project_id AND o.id = l.room_id
       JOIN fee_item f ON f.project_id = l.project_id AND f.id = l.fee_item_id
      WHERE l.project_id = $1 AND l.recalculation_id = $2 AND l.obstacle IS NULL ORDER BY l.id`,
    [projectId, id],
  );
}

/** Writes line by line what became of it. */
async function noteOutcome(
  tx: EntityManager,
  projectId: string,
  kept: readonly Kept[],
  issued: readonly string[][],
  leftOut: LeftOut,
): Promise<void> {
  const after = kept.map(({ line }, at) =>
    JSON.stringify(line.after.map((bill, index) => ({ ...bill, chargeId: issued[at]![index] }))),
  );
  await tx.query(
    `UPDATE recalculation_line l SET applied = true, after = x.after
       FROM unnest($2::uuid[], $3::jsonb[]) AS x(id, after) WHERE l.project_id = $1 AND l.id = x.id`,
    [projectId, kept.map(({ line }) => line.id), after],
  );
  await tx.query(
    `UPDATE recalculation_line l SET applied = false, left_out = x.why
       FROM unnest($2::uuid[], $3::text[]) AS x(id, why) WHERE l.project_id = $1 AND l.id = x.id`,
    [projectId, [...leftOut.keys()], [...leftOut.values()]],
  );
}
