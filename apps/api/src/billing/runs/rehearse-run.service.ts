import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { RehearseRunDto, RunJobDto } from "@linli/contracts";
import { createHash } from "node:crypto";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { firstDay } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound, RuleViolation } from "../../common/rule-violation.js";
import { clientOf, copyInto, copyRow } from "../../database/copy.js";
import { JobsService, type RunningJob } from "../../jobs/jobs.service.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { ChargeRun } from "./charge-run.entity.js";
import { loadContext } from "./run-inputs.js";
import { isPublishable, linesOfRoom, printOf, type RunLine } from "./run-lines.js";
import { countRooms, roomsOfRun } from "./run-rooms.js";
import { type LockedRun, lockRun } from "./run-status.js";
import { explained, pricing } from "./priced-room.js";

const LINE_COLUMNS = [
  "project_id",
  "id",
  "created_at",
  "run_id",
  "room_id",
  "object_id",
  "fee_item_id",
  "rate_id",
  "payer_id",
  "period",
  "service_from",
  "service_to",
  "amount_fen",
  "previous_fen",
  "difference",
  "trace",
];

/** Computes what a month would bring (试算): lines with their differences, and a fingerprint to publish against. */
@Injectable()
export class RehearseRunService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: JobsService,
    private readonly audit: AuditService,
    private readonly periods: PostingPeriod,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle("billing.rehearse", (job) => this.rehearse(job));
  }

  /** Starts a rehearsal. @throws PERIOD_CLOSED, PERIOD_NOT_DUE, NOT_FOUND for things of another project */
  start(actor: Actor, projectId: string, dto: RehearseRunDto): Promise<RunJobDto> {
    return this.db.transaction(async (tx) => {
      const { period } = dto;
      const [buildingIds, roomIds, feeItemIds] = [dto.buildingIds ?? [], dto.roomIds ?? [], dto.feeItemIds ?? []];
      const scope = { buildingIds, roomIds, feeItemIds };
      await this.periods.lockForPosting(tx, projectId, firstDay(period), 1);
      await refuseUnknown(tx, projectId, "building", "楼栋", buildingIds);
      await refuseUnknown(tx, projectId, "room", "房间", roomIds);
      await refuseUnknown(tx, projectId, "fee_item", "收费项目", feeItemIds);
      const id = newId();
      const title = `应收试算 ${period}`;
      const job = await this.jobs.enqueue(tx, actor, {
        projectId,
        kind: "billing.rehearse",
        title,
        params: { runId: id },
      });
      await tx.insert(ChargeRun, {
        projectId,
        id,
        period,
        scope,
        status: "REHEARSING",
        lineCount: 0,
        amountFen: 0,
        skippedCount: 0,
        differences: {},
        jobId: job.id,
        createdBy: actor.userId,
        createdByName: actor.name,
        createdAt: this.clock.now(),
      });
      const entry = {
        projectId,
        action: "run.rehearse",
        entity: "run",
        entityId: id,
        summary: title,
        after: { period, ...scope },
      };
      await this.audit.record(tx, actor, entry);
      return { runId: id, jobId: job.id };
    });
  }

  /** The job. In one transaction: a killed rehearsal leaves nothing and starts over. */
  private async rehearse(job: RunningJob): Promise<Record<string, unknown>> {
    const work = this.db.transaction(async (tx) => {
      const run = await lockRun(tx, job.projectId, String(job.params.runId));
      const known = { runId: run.id, lineCount: run.lineCount, amountFen: run.amountFen };
      if (run.status !== "REHEARSING") return known;
      const result = await this.writeLines(tx, job, run);
      await tx.update(
        ChargeRun,
        { projectId: job.projectId, id: run.id },
        { ...result, status: "REHEARSED", failure: null },
      );
      return { ...known, ...result };
    });
    return work.catch(async (error: unknown) => {
      throw await explained(this.db.manager, job.projectId, error);
    });
  }

  private async writeLines(tx: EntityManager, job: RunningJob, run: LockedRun) {
    const { projectId } = job;
    const context = await loadContext(tx, projectId, run.period, run.scope, false);
    const issuedOn = this.clock.today(context.timeZone);
    const total = await countRooms(tx, projectId, run.scope);
    const client = await clientOf(tx);
    const createdAt = this.clock.now().toISOString();
    const result = { lineCount: 0, amountFen: 0, skippedCount: 0, differences: {} as Record<string, number> };
    const fingerprint = createHash("sha256");
    let done = 0;
    for await (const rooms of roomsOfRun(tx, context, run.scope)) {
      if (await job.cancelled()) throw new RuleViolation("CANCELLED", "试算已取消");
      let [rows, prints] = ["", ""];
      for (const room of rooms) {
        const { lines, skipped } = pricing(room.roomId, () => linesOfRoom(context, room, issuedOn));
        result.skippedCount += skipped;
        for (const line of lines) {
          rows += lineRow(projectId, run.id, createdAt, line);
          result.differences[line.difference] = (result.differences[line.difference] ?? 0) + 1;
          if (!isPublishable(line)) continue;
          result.lineCount += 1;
          result.amountFen += line.amountFen;
          prints += printOf(line);
        }
      }
      fingerprint.update(prints);
      await copyInto(client, "charge_run_line", LINE_COLUMNS, rows);
      done += rooms.length;
      await job.progress(done, total, `已试算 ${done} / ${total} 间`);
    }
    return { ...result, fingerprint: fingerprint.digest("hex") };
  }
}

function lineRow(projectId: string, runId: string, createdAt: string, line: RunLine): string {
  const {
    roomId,
    objectId,
    feeItemId,
    rateId,
    payerId,
    period,
    serviceFrom,
    serviceTo,
    amountFen,
    previousFen,
    difference,
    trace,
  } = line;
  const key = [projectId, newId(), createdAt, runId, roomId, objectId, feeItemId, rateId, payerId];
  const json = trace && JSON.stringify(trace);
  return copyRow([...key, period, serviceFrom, serviceTo, amountFen, previousFen, difference, json]);
}

async function refuseUnknown(
  tx: EntityManager,
  projectId: string,
  table: string,
  what: string,
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return;
  const [{ known }] = await tx.query<[{ known: number }]>(
    `SELECT count(*)::int AS known FROM ${table} WHERE project_id = $1 AND id = ANY ($2)`,
    [projectId, ids],
  );
  if (known < ids.length) throw notFound(`所选的部分${what}`);
}
