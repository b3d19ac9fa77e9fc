import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type CreateRateDto,
  type FeeItemKind,
  feeItemKindLabels,
  type RateTermsDto,
  type UpdateRateDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import {
  feeItemInactive,
  notForRates,
  noSurchargeForOthers,
  rateBound,
  rateHasTiers,
  rateInUse,
} from "../billing.errors.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { RateBinding } from "./rate-binding.entity.js";
import { formulaOf } from "../formula/formula-fields.js";
import { BY_ITEM, choiceWords, lateFeeChoice } from "./late-fee-choice.js";
import { priceColumns, priceWords, refuseBase } from "./rate-tiers.js";
import { RateVersion } from "./rate-version.entity.js";
import { Rate } from "./rate.entity.js";

/** Kinds of fee items that are billed by rates. */
const RATED_KINDS: readonly string[] = ["REGULAR", "LEASE", "METERED"];

/** What may not change once something was billed with the rate (BIL-04). */
const POLICY = [
  "base",
  "areaKind",
  "formula",
  "cycle",
  "cycleAnchor",
  "timing",
  "proration",
  "tierBasis",
  "changePolicy",
  "roundingMode",
  "roundingUnit",
  "dueRule",
  "dueDays",
] as const satisfies (keyof RateTermsDto)[];

/** Creates and changes rates; their prices are `RateVersionsService`. */
@Injectable()
export class RatesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  create(actor: Actor, projectId: string, dto: CreateRateDto): Promise<string> {
    return this.db.transaction((tx) => this.createIn(tx, actor, projectId, dto));
  }

  /**
   * Creates a rate with its first price in the caller's transaction (imports).
   * @throws FEE_ITEM_INACTIVE, FEE_ITEM_KIND, SURCHARGE_FORBIDDEN and as `lateFeeChoice`
   */
  async createIn(tx: EntityManager, actor: Actor, projectId: string, dto: CreateRateDto): Promise<string> {
    refuseDueDay(dto);
    const item = await tx.findOne(FeeItem, {
      where: { projectId, id: dto.feeItemId },
      lock: { mode: "pessimistic_read" },
    });
    if (!item) throw notFound("收费项目");
    if (!item.active) throw feeItemInactive(item.name);
    if (!RATED_KINDS.includes(item.kind)) throw notForRates(item.name, feeItemKindLabels[item.kind as FeeItemKind]);
    refuseBase(item, dto.base);
    const { startsOn } = dto.version;
    const price = priceColumns(dto.base, dto.version);
    if (item.collectedForOthers && Number(price.surcharge) > 0) throw noSurchargeForOthers(item.name);

    const formula = await formulaOf(tx, projectId, dto);
    const id = newId();
    const createdAt = this.clock.now();
    await tx.insert(Rate, { ...termsOf(dto), formula, feeItemId: item.id, active: true, projectId, id, createdAt });
    const lateFee = await lateFeeChoice(tx, { projectId, feeItemId: item.id }, dto.version, BY_ITEM);
    const version = { startsOn, endsOn: null, ...price, ...lateFee };
    await tx.insert(RateVersion, { ...version, rateId: id, projectId, id: newId(), createdAt });
    const summary = `新建收费标准 ${item.name}·${dto.name}，${priceWords(price)}，自 ${startsOn} 起`;
    await this.audit.record(tx, actor, {
      projectId,
      action: "rate.create",
      entity: "rate",
      entityId: id,
      summary,
      after: { ...termsOf(dto), formula, startsOn, ...price, lateFee: await choiceWords(tx, projectId, lateFee) },
    });
    return id;
  }

  /**
   * Replaces the rules of a rate. Once something was billed with it only name, legal basis, minimum months and
   * `active` may change.
   * @throws RATE_IN_USE
   */
  update(actor: Actor, projectId: string, id: string, dto: UpdateRateDto): Promise<void> {
    refuseDueDay(dto);
    return this.db.transaction(async (tx) => {
      const before = await lockRate(tx, projectId, id);
      const after = { ...termsOf(dto), formula: await formulaOf(tx, projectId, dto), active: dto.active };
      if (before.base !== dto.base) await this.refuseNewBase(tx, before, dto.base);
      const changesPolicy = POLICY.some((field) => before[field] !== after[field]);
      if (changesPolicy && (await isBilled(tx, before))) throw rateInUse(before.name);
      await tx.update(Rate, { projectId, id }, after);
      const summary = `修改收费标准 ${dto.name}`;
      const states = { before: { ...termsOf(before as RateTermsDto), active: before.active }, after };
      await this.audit.record(tx, actor, {
        projectId,
        action: "rate.update",
        entity: "rate",
        entityId: id,
        summary,
        ...states,
      });
    });
  }

  /** Prices and bindings were made for the base that the rate has. @throws FEE_ITEM_KIND, RATE_IN_USE */
  private async refuseNewBase(tx: EntityManager, { projectId, feeItemId, id, name }: Rate, base: string) {
    refuseBase(await tx.findOneByOrFail(FeeItem, { projectId, id: feeItemId }), base);
    const versions = await tx.findBy(RateVersion, { projectId, rateId: id });
    if (base !== "METERED" && versions.some(({ tiers }) => tiers !== null)) throw rateHasTiers(name);
  }

  /** Removes a rate that was never bound nor billed. @throws RATE_IN_USE */
  remove(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const before = await lockRate(tx, projectId, id);
      const bound = await tx.existsBy(RateBinding, { projectId, rateId: id });
      if (bound || (await isBilled(tx, before))) throw rateBound(before.name);
      await tx.delete(RateVersion, { projectId, rateId: id });
      await tx.delete(Rate, { projectId, id });
      const summary = `删除收费标准 ${before.name}`;
      const state = termsOf(before as RateTermsDto);
      await this.audit.record(tx, actor, {
        projectId,
        action: "rate.delete",
        entity: "rate",
        entityId: id,
        summary,
        before: state,
      });
    });
  }
}

/**
 * Locks a rate against other changes and against publishing runs, which hold a share lock on it; before it, its fee
 * item, in the order in which binding takes the two.
 */
export async function lockRate(tx: EntityManager, projectId: string, id: string): Promise<Rate> {
  await tx.query(
    `SELECT 1 FROM fee_item WHERE project_id = $1 AND id = (SELECT fee_item_id FROM rate WHERE project_id = $1 AND id = $2) FOR SHARE`,
    [projectId, id],
  );
  await tx.query("SELECT 1 FROM rate WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [projectId, id]);
  const rate = await tx.findOneBy(Rate, { projectId, id });
  if (!rate) throw notFound("收费标准");
  return rate;
}

async function isBilled(tx: EntityManager, { projectId, feeItemId, id }: Rate): Promise<boolean> {
  const [row] = await tx.query<object[]>(
    `SELECT 1 FROM rate_version v
       JOIN charge c ON c.project_id = v.project_id AND c.fee_item_id = $2 AND c.rate_version_id = v.id
      WHERE v.project_id = $1 AND v.rate_id = $3 LIMIT 1`,
    [projectId, feeItemId, id],
  );
  return row !== undefined;
}

function refuseDueDay({ dueRule, dueDays }: RateTermsDto): void {
  const isDayOfMonth = dueRule === "DAY_OF_MONTH" || dueRule === "DAY_OF_NEXT_MONTH";
  if (isDayOfMonth && (dueDays < 1 || dueDays > 31))
    throw new InvalidInput({ dueDays: ["应缴日必须是 1 到 31 之间的日子"] });
}

function termsOf(dto: RateTermsDto) {
  const { name, base, areaKind, cycle, timing, proration, changePolicy, roundingMode, roundingUnit, dueRule, dueDays } =
    dto;
  const { minimumMonths = null, legalBasis = null, formula = null } = dto;
  // a month has no beginning to count from, and meters are read by the calendar
  const cycleAnchor = cycle === "MONTH" || base === "METERED" ? "NATURAL" : (dto.cycleAnchor ?? "NATURAL");
  const tierBasis = base === "METERED" ? (dto.tierBasis ?? "MONTH") : null;
  return {
    name,
    base,
    areaKind,
    formula,
    cycle,
    cycleAnchor,
    timing,
    proration,
    tierBasis,
    changePolicy,
    roundingMode,
    roundingUnit,
    dueRule,
    dueDays,
    minimumMonths,
    legalBasis,
  };
}
