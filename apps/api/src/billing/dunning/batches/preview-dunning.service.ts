import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { DunningPreviewDto, DunningScopeDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { Clock } from "../../../common/clock.js";
import { notFound } from "../../../common/rule-violation.js";
import { projectToday } from "../../../property/project-today.js";
import { type Accrued, accruedOn } from "../../late-fees/accrued.js";
import { levelInactive } from "../dunning.errors.js";
import { DunningLevel } from "../levels/dunning-level.entity.js";
import { type Candidate, fingerprintOf, type LateFees, planDunning, toCandidateDto } from "./dunning-plan.js";

const SHOWN = 200;

/** Shows whom a batch would ask to pay and whom not, and why; writes nothing (BIL-113). */
@Injectable()
export class PreviewDunningService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND, DUNNING_LEVEL_INACTIVE */
  preview(projectId: string, scope: DunningScopeDto): Promise<DunningPreviewDto> {
    return this.db.transaction("REPEATABLE READ", async (tx) => {
      const today = await projectToday(tx, this.clock, projectId);
      const candidates = await planDunning(
        tx,
        projectId,
        await activeLevel(tx, projectId, scope.levelId),
        scope,
        today,
      );
      const asked = candidates.filter(({ skip }) => skip === null);
      const skips = candidates.filter(({ skip }) => skip !== null);
      const lateFees = lateFeesOf(await accruedFor(tx, projectId, today, candidates));
      const lateFeeOf = (ids: readonly string[]) => sum(ids.map((id) => lateFees.get(id) ?? 0));
      return {
        cases: asked.length,
        charges: sum(asked.map(({ chargeIds }) => chargeIds.length)),
        openFen: sum(asked.map(({ openFen }) => openFen)),
        lateFeeFen: sum([...lateFees.values()]),
        skipped: skips.length,
        skippedFen: sum(skips.map(({ openFen, excludedFen, onDebitFen }) => openFen + excludedFen + onDebitFen)),
        fingerprint: fingerprintOf(candidates, today, lateFees),
        items: asked.slice(0, SHOWN).map((one) => toCandidateDto(one, today, lateFeeOf(one.chargeIds))),
        skips: skips.slice(0, SHOWN).map((one) => toCandidateDto(one, today, 0)),
      };
    });
  }
}

/** A level that may be used. @throws NOT_FOUND, DUNNING_LEVEL_INACTIVE */
export async function activeLevel(tx: EntityManager, projectId: string, id: string): Promise<DunningLevel> {
  const level = await tx.findOneBy(DunningLevel, { projectId, id });
  if (!level) throw notFound("催缴级别");
  if (!level.active) throw levelInactive(level.name);
  return level;
}

/** What accrued until the end of a day, and is not booked, on what those who are asked owe. */
export async function accruedFor(
  tx: EntityManager,
  projectId: string,
  asOf: string,
  candidates: readonly Candidate[],
): Promise<Accrued[]> {
  const chargeIds = candidates.filter(({ skip }) => skip === null).flatMap((one) => one.chargeIds);
  if (chargeIds.length === 0) return [];
  const accrued = await accruedOn(tx, projectId, asOf, { chargeIds });
  return accrued.filter(({ lateFee }) => lateFee.fen > 0);
}

export const lateFeesOf = (accrued: readonly Accrued[]): LateFees =>
  new Map(accrued.map(({ chargeId, lateFee }) => [chargeId, lateFee.fen]));

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
