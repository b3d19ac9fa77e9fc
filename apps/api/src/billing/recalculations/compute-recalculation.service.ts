import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type ComputeRecalculationDto,
  RECALCULATION_MONTHS,
  recalculableKinds,
  type RecalculationJobDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { addMonths, monthsOf } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { clientOf, copyArray, copyInto, copyRow } from "../../database/copy.js";
import { JobsService, type RunningJob } from "../../jobs/jobs.service.js";
import { projectToday } from "../../property/project-today.js";
import { feeItemInactive, noRoomsSelected } from "../billing.errors.js";
import { findRooms } from "../rates/bindings/room-selection.js";
import { explained } from "../runs/priced-room.js";
import { differencesOf } from "./differences.js";
import { laterMonths, noteWindows, type TierWindows } from "./later-months.js";
import { type PlannedLine, reducedOf } from "./plan-recalculation.js";
import type { RecalculatedBill } from "./recalculation-line.entity.js";
import { Recalculation } from "./recalculation.entity.js";
import { lockRecalculation, monthsInWords } from "./recalculation-status.js";
import { notBilledByRuns } from "./recalculations.errors.js";
import { sumOf } from "./taken-off-anew.js";

const LINE_COLUMNS = [
  "project_id",
  "id",
  "created_at",
  "recalculation_id",
  "room_id",
  "fee_item_id",
  "period",
  "service_from",
  "service_to",
  "old_fen",
  "new_fen",
  "late_fee_fen",
  "causes",
  "obstacle",
  "charge_ids",
  "before",
  "after",
  "print",
];

/** Makes the list of differences between what was billed and what it comes to today (BIL-13); changes no bill. */
@Injectable()
export class ComputeRecalculationService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: JobsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle("billing.recalculate", (job) => this.compute(job));
  }

  /** Starts it. @throws INVALID_INPUT, FEE_ITEM_INACTIVE, FEE_ITEM_KIND, NO_ROOMS, NOT_FOUND for things of another project */
  start(actor: Actor, projectId: string, dto: ComputeRecalculationDto): Promise<RecalculationJobDto> {
    refuseMonths(dto);
    return this.db.transaction(async (tx) => {
      await refuseItems(tx, projectId, dto.feeItemIds);
      const roomIds = await roomsOf(tx, projectId, dto);
      const id = newId();
      const { fromPeriod, toPeriod, feeItemIds, rooms, reason } = dto;
      const title = `应收重算差异 ${monthsInWords(dto)}`;
      const params = { recalculationId: id };
      const job = await this.jobs.enqueue(tx, actor, { projectId, kind: "billing.recalculate", title, params });
      await tx.insert(Recalculation, {
        projectId,
        id,
        createdAt: this.clock.now(),
        status: "COMPUTING",
        reason,
        fromPeriod,
        toPeriod,
        feeItemIds,
        rooms,
        roomIds,
        lineCount: 0,
        oldFen: 0,
        newFen: 0,
        blockedCount: 0,
        obstacles: {},
        jobId: job.id,
        createdBy: actor.userId,
        createdByName: actor.name,
      });
      await this.audit.record(tx, actor, {
        projectId,
        action: "recalculation.compute",
        entity: "recalculation",
        entityId: id,
        summary: `${title}，原因：${reason}`,
        after: { fromPeriod, toPeriod, feeItemIds, rooms },
      });
      return { recalculationId: id, jobId: job.id };
    });
  }

  /** The job. In one transaction: one that is killed leaves nothing and starts over. */
  private async compute(job: RunningJob): Promise<Record<string, unknown>> {
    const { projectId } = job;
    const id = String(job.params.recalculationId);
    const work = this.db.transaction(async (tx) => {
      const asked = await lockRecalculation(tx, projectId, id);
      if (asked.status !== "COMPUTING") return { recalculationId: id };
      const result = { lineCount: 0, oldFen: 0, newFen: 0, blockedCount: 0, obstacles: {} as Record<string, number> };
      const client = await clientOf(tx);
      const createdAt = this.clock.now().toISOString();
      const { feeItemIds, roomIds } = asked;
      const compared = {
        projectId,
        periods: monthsOf(asked.fromPeriod, asked.toPeriod),
        feeItemIds,
        roomIds,
        day: await projectToday(tx, this.clock, projectId),
        forPosting: false,
      };
      const windows: TierWindows = new Map();
      const write = async ({ period, lines }: { period: string; lines: PlannedLine[] }) => {
        const key = [projectId, createdAt, id, period] as const;
        await copyInto(client, "recalculation_line", LINE_COLUMNS, lines.map((line) => lineRow(key, line)).join(""));
        for (const { obstacle, oldFen, newFen } of lines) {
          if (obstacle) {
            result.blockedCount += 1;
            result.obstacles[obstacle] = (result.obstacles[obstacle] ?? 0) + 1;
            continue;
          }
          result.lineCount += 1;
          result.oldFen += oldFen;
          result.newFen += newFen;
        }
      };
      for await (const found of differencesOf(tx, job, compared)) {
        await noteWindows(tx, projectId, windows, found.lines);
        await write(found);
      }
      for await (const found of laterMonths(tx, job, compared, windows)) await write(found);
      await tx.update(Recalculation, { projectId, id }, { ...result, status: "COMPUTED" });
      return { recalculationId: id, ...result };
    });
    return work.catch(async (error: unknown) => {
      throw await explained(this.db.manager, projectId, error);
    });
  }
}

type Key = readonly [projectId: string, createdAt: string, recalculationId: string, period: string];

function lineRow([projectId, createdAt, recalculationId, period]: Key, line: PlannedLine): string {
  const { roomId, feeItemId, serviceFrom, serviceTo, oldFen, newFen, lateFeeFen, causes, obstacle, olds, news } = line;
  const before: RecalculatedBill[] = olds.map(({ id, ...bill }) => billOf(id, bill, bill));
  const after: RecalculatedBill[] = news.map((bill) =>
    billOf(null, bill, {
      reducedFen: reducedOf(bill.trace),
      discountFen: sumOf(bill.discounts),
      waivedFen: sumOf(bill.waivers),
    }),
  );
  return copyRow([
    projectId,
    newId(),
    createdAt,
    recalculationId,
    roomId,
    feeItemId,
    period,
    serviceFrom,
    serviceTo,
    oldFen,
    newFen,
    lateFeeFen,
    copyArray(causes),
    obstacle,
    copyArray(olds.map(({ id }) => id)),
    JSON.stringify(before),
    JSON.stringify(after),
    line.print,
  ]);
}

const billOf = (
  chargeId: string | null,
  {
    serviceFrom,
    serviceTo,
    payerId,
    amountFen,
    trace,
  }: Pick<RecalculatedBill, "serviceFrom" | "serviceTo" | "payerId" | "amountFen" | "trace">,
  { reducedFen, discountFen, waivedFen }: Pick<RecalculatedBill, "reducedFen" | "discountFen" | "waivedFen">,
): RecalculatedBill => ({
  chargeId,
  serviceFrom,
  serviceTo,
  payerId,
  amountFen,
  reducedFen,
  discountFen,
  waivedFen,
  trace,
});

function refuseMonths({ fromPeriod, toPeriod }: ComputeRecalculationDto): void {
  if (toPeriod < fromPeriod) throw new InvalidInput({ toPeriod: ["服务月份止不能早于服务月份起"] });
  if (toPeriod > addMonths(fromPeriod, RECALCULATION_MONTHS - 1))
    throw new InvalidInput({ toPeriod: [`一次最多重算 ${RECALCULATION_MONTHS} 个月`] });
}

async function refuseItems(tx: EntityManager, projectId: string, ids: string[]): Promise<void> {
  const items = await tx.query<{ name: string; kind: string; active: boolean }[]>(
    "SELECT name, kind, active FROM fee_item WHERE project_id = $1 AND id = ANY ($2) ORDER BY id",
    [projectId, ids],
  );
  if (items.length < ids.length) throw notFound("所选的部分收费项目");
  for (const { name, kind, active } of items) {
    if (!active) throw feeItemInactive(name);
    if (!recalculableKinds.some((one) => one === kind)) throw notBilledByRuns(name);
  }
}

/** The rooms that are named; null for all of the project. */
async function roomsOf(
  tx: EntityManager,
  projectId: string,
  { rooms }: ComputeRecalculationDto,
): Promise<string[] | null> {
  const named = [rooms.roomIds, rooms.buildingIds, rooms.unitIds, rooms.purposes].some((list) => list?.length);
  if (!named) return null;
  const found = await findRooms(tx, projectId, rooms);
  if (found.length === 0) throw noRoomsSelected();
  return found.map(({ id }) => id);
}
