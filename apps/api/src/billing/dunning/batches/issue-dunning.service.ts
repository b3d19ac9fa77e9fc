import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { IssueDunningDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { addDays } from "../../../common/calendar.js";
import { Clock } from "../../../common/clock.js";
import { formatFen } from "../../../common/money.js";
import { notFound } from "../../../common/rule-violation.js";
import { NumberSeriesService } from "../../../numbering/number-series.service.js";
import { projectToday } from "../../../property/project-today.js";
import type { Accrued } from "../../late-fees/accrued.js";
import { bookAccrued, type FrozenLateFee } from "../../late-fees/freeze-late-fees.js";
import { PostingPeriod } from "../../periods/posting-period.js";
import { requestHash } from "../../receipts/request-hash.js";
import { dunningIdReused, dunningStale, nothingToDun } from "../dunning.errors.js";
import type { DunningLevel } from "../levels/dunning-level.entity.js";
import { DunningPlan } from "../plans/dunning-plan.entity.js";
import { DunningBatch } from "./dunning-batch.entity.js";
import { type Candidate, fingerprintOf, planDunning } from "./dunning-plan.js";
import { accruedFor, activeLevel, lateFeesOf } from "./preview-dunning.service.js";
import { writeSteps } from "./write-steps.js";

/** Issues the notices of a preview (批量催款, BIL-113): all of them or none, and once. */
@Injectable()
export class IssueDunningService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly periods: PostingPeriod,
    private readonly numbers: NumberSeriesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Late fees until today are booked first, so that the paper holds (BIL-52). The same id twice issues once.
   * @throws ID_REUSED, DUNNING_STALE, NOTHING_TO_DUN, DUNNING_LEVEL_INACTIVE, PERIOD_CLOSED, NOT_FOUND
   */
  issue(actor: Actor, projectId: string, dto: IssueDunningDto): Promise<void> {
    const hash = requestHash(dto);
    return this.db.transaction(async (tx) => {
      // two who issue at once are one after the other, whatever their levels
      await tx.query("SELECT 1 FROM dunning_level WHERE project_id = $1 ORDER BY id FOR UPDATE", [projectId]);
      const known = await tx.findOneBy(DunningBatch, { projectId, id: dto.id });
      if (known && known.requestHash !== hash) throw dunningIdReused();
      if (known) return;
      const level = await activeLevel(tx, projectId, dto.levelId);
      const today = await projectToday(tx, this.clock, projectId);
      const { candidates, accrued } = await this.held(tx, projectId, level, dto, today);
      const asked = candidates.filter(({ skip }) => skip === null);
      if (asked.length === 0) throw nothingToDun(level.kind);

      const by = { createdAt: this.clock.now(), createdBy: actor.userId, createdByName: actor.name };
      const lateFees = await this.bookLateFees(tx, { projectId, bookedOn: today, createdAt: by.createdAt }, accrued);
      const scope = scopeOf(dto);
      const skipped = candidates.length - asked.length;
      const amountFen = sum(asked.map(({ openFen }) => openFen)) + sum(lateFees.map((one) => one.amountFen));
      const planId = await planOf(tx, projectId, dto);
      const batch = { projectId, id: dto.id, planId, levelId: level.id, onDay: today, scope, steps: asked.length };
      await tx.insert(DunningBatch, { ...batch, amountFen, skipped, requestHash: hash, ...by });
      const numbers = await this.numbers.drawMany(tx, projectId, "dunning", asked.length);
      const payBy = level.daysToNext === null ? null : addDays(today, level.daysToNext);
      await writeSteps(tx, { projectId, batchId: dto.id, level, today, payBy, ...by }, asked, lateFees, numbers);
      await this.audit.record(tx, actor, {
        projectId,
        action: "dunning-batch.issue",
        entity: "dunning-batch",
        entityId: dto.id,
        summary: `发出${level.kind === "BILL" ? "账单" : "催款"}“${level.name}”${asked.length} 户 ${formatFen(amountFen)} 元，未催 ${skipped} 户`,
        after: { levelId: level.id, steps: asked.length, amountFen, skipped },
      });
    });
  }

  /**
   * What was previewed, and what accrued on it, with its rooms, its month and its charges held in the order of money's other
   * verbs: nobody pays, disputes or records a demand of one of them before the notices stand.
   */
  private async held(
    tx: EntityManager,
    projectId: string,
    level: DunningLevel,
    dto: IssueDunningDto,
    today: string,
  ): Promise<{ candidates: Candidate[]; accrued: Accrued[] }> {
    const before = await planDunning(tx, projectId, level, dto, today);
    // not against those who only point to a room, a cashier who holds a charge is one
    await tx.query("SELECT 1 FROM room WHERE project_id = $1 AND id = ANY ($2) ORDER BY id FOR NO KEY UPDATE", [
      projectId,
      before.map(({ roomId }) => roomId),
    ]);
    await this.periods.hold(tx, projectId, today);
    await tx.query("SELECT 1 FROM charge WHERE project_id = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE", [
      projectId,
      before.flatMap(({ chargeIds }) => chargeIds),
    ]);
    const candidates = await planDunning(tx, projectId, level, dto, today);
    const accrued = await accruedFor(tx, projectId, today, candidates);
    // what is held is what was found before, so both must be what was previewed
    for (const plan of [before, candidates])
      if (fingerprintOf(plan, today, lateFeesOf(accrued)) !== dto.fingerprint) throw dunningStale();
    return { candidates, accrued };
  }

  /** Charges for what accrued until today. */
  private async bookLateFees(
    tx: EntityManager,
    booking: { projectId: string; bookedOn: string; createdAt: Date },
    accrued: readonly Accrued[],
  ): Promise<FrozenLateFee[]> {
    if (accrued.length === 0) return [];
    const period = await this.periods.lockForPosting(tx, booking.projectId, booking.bookedOn);
    return bookAccrued(tx, { ...booking, period }, accrued);
  }
}

/** The plan that was named, when what is issued is what it asks for: anything else leaves it due. @throws NOT_FOUND */
async function planOf(tx: EntityManager, projectId: string, dto: IssueDunningDto): Promise<string | null> {
  if (!dto.planId) return null;
  const plan = await tx.findOneBy(DunningPlan, { projectId, id: dto.planId });
  if (!plan) throw notFound("催缴计划");
  const isWhole = !dto.roomIds?.length && !dto.payerId;
  const isIts =
    dto.levelId === plan.levelId &&
    (dto.buildingId ?? null) === plan.buildingId &&
    (dto.minAmountFen ?? 0) === (plan.minAmountFen ?? 0);
  return isWhole && isIts ? plan.id : null;
}

/** Which part of the project, without the empty fields. */
const scopeOf = ({ buildingId, roomIds, payerId, minAmountFen }: IssueDunningDto): object =>
  Object.fromEntries(
    Object.entries({ buildingId, roomIds, payerId, minAmountFen }).filter(([, value]) => value !== undefined),
  );

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
