import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type AddLateFeeRateDto,
  type CreateLateFeeSchemeDto,
  type LateFeeUnit,
  lateFeeUnitLabels,
  type SaveLateFeeSchemeDto,
} from "@linli/contracts";
import { DataSource, In, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { trimDecimalOrNull } from "../rates/rate.mapper.js";
import { BOOKED_BY_SCHEME } from "./accrued.js";
import { refuseChosen } from "./chosen-by-standards.js";
import { percentText } from "./explain-late-fee.js";
import { LateFeeItem } from "./late-fee-item.entity.js";
import { LateFeeRate } from "./late-fee-rate.entity.js";
import { LateFeeScheme } from "./late-fee-scheme.entity.js";
import { CHOSEN_SCHEME, SCHEME_ID } from "./scheme-of-charge.js";
import {
  bearsNoLateFee,
  collectedForOthers,
  itemInOtherScheme,
  lateFeeOnItself,
  noLateFeeItem,
  rateInBookedTime,
  rateTooEarly,
  schemeUsed,
} from "./late-fees.errors.js";

/** Sets up how late fees accrue (BIL-50, BIL-51): rules that were billed with do not change, only rates are added. */
@Injectable()
export class LateFeeSchemesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws INVALID_INPUT, LATE_FEE_ITEM, LATE_FEE_DEPOSIT, LATE_FEE_ON_ITSELF, LATE_FEE_COLLECTED, LATE_FEE_ITEM_TAKEN, LATE_FEE_RATE_BOOKED, NOT_FOUND */
  create(actor: Actor, projectId: string, dto: CreateLateFeeSchemeDto): Promise<string> {
    return this.db.transaction(async (tx) => {
      await lockProject(tx, projectId);
      await refuseItems(tx, projectId, dto);
      await refuseBookedTime(tx, projectId, dto.chargedItemIds, dto.startsOn);
      const unit = dto.unit ?? "DAY";
      const rate = rateOf(unit, dto);
      const id = newId();
      const createdAt = this.clock.now();
      await tx.insert(LateFeeScheme, { projectId, id, createdAt, unit, ...columnsOf(dto) });
      const { startsOn } = dto;
      await tx.insert(LateFeeRate, { projectId, id: newId(), createdAt, schemeId: id, startsOn, rate });
      await this.setItems(tx, projectId, id, dto.chargedItemIds);
      const summary = `新建违约金方案 ${dto.name}：自 ${startsOn} 起${rateWords(unit, rate)}`;
      await this.record(tx, actor, projectId, id, "late-fee-scheme.create", summary, null, { ...dto });
      return id;
    });
  }

  /**
   * Grace, cap and the item booked under stay as they are once late fees were booked; one that is switched on again is
   * refused when another has its items now, one that standards chose is not switched off.
   * @throws LATE_FEE_SCHEME_USED, LATE_FEE_SCHEME_CHOSEN and as `create`
   */
  update(actor: Actor, projectId: string, schemeId: string, dto: SaveLateFeeSchemeDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      await lockProject(tx, projectId);
      const scheme = await schemeOf(tx, projectId, schemeId);
      await refuseItems(tx, projectId, dto, schemeId);
      const after = columnsOf(dto);
      if ((await bookedTo(tx, projectId, schemeId)) !== null) refuseUsed(scheme, after);
      if (scheme.active && !after.active) await refuseChosen(tx, scheme, await projectToday(tx, this.clock, projectId));
      const items = await tx.findBy(LateFeeItem, { projectId, schemeId });
      const held = new Set(items.map(({ feeItemId }) => feeItemId));
      const incoming = dto.chargedItemIds.filter((id) => !held.has(id));
      if (!(dto.collectedAllowed ?? false)) await refuseCollectedStandards(tx, projectId, schemeId);
      await refuseBookedTime(tx, projectId, incoming, await firstDayOf(tx, projectId, schemeId));
      await tx.update(LateFeeScheme, { projectId, id: schemeId }, after);
      await tx.delete(LateFeeItem, { projectId, schemeId });
      await this.setItems(tx, projectId, schemeId, dto.chargedItemIds);
      const { name, graceDays, gracePolicy, capShare, collectedAllowed, active } = scheme;
      const before = { name, graceDays, gracePolicy, capShare, collectedAllowed, active };
      const summary = `修改违约金方案 ${dto.name}`;
      await this.record(
        ...([tx, actor, projectId, schemeId, "late-fee-scheme.update", summary] as const),
        { ...before, chargedItemIds: items.map(({ feeItemId }) => feeItemId) },
        { ...after, chargedItemIds: dto.chargedItemIds },
      );
    });
  }

  /** A new rate from a day on. @throws LATE_FEE_RATE_TOO_EARLY, LATE_FEE_RATE_BOOKED, INVALID_INPUT, NOT_FOUND */
  addRate(actor: Actor, projectId: string, schemeId: string, dto: AddLateFeeRateDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      await lockProject(tx, projectId);
      const scheme = await schemeOf(tx, projectId, schemeId);
      const unit = scheme.unit as LateFeeUnit;
      const { startsOn } = dto;
      const rate = rateOf(unit, dto);
      const last = await tx.findOne(LateFeeRate, { where: { projectId, schemeId }, order: { startsOn: "DESC" } });
      if (last && startsOn <= last.startsOn) throw rateTooEarly(last.startsOn);
      const booked = await bookedTo(tx, projectId, schemeId);
      if (booked !== null && startsOn <= booked) throw rateInBookedTime(booked);
      const createdAt = this.clock.now();
      await tx.insert(LateFeeRate, { projectId, id: newId(), createdAt, schemeId, startsOn, rate });
      const summary = `违约金方案 ${scheme.name} 自 ${startsOn} 起${rateWords(unit, rate)}`;
      await this.record(tx, actor, projectId, schemeId, "late-fee-scheme.rate", summary, null, { ...dto });
    });
  }

  private async setItems(tx: EntityManager, projectId: string, schemeId: string, feeItemIds: string[]): Promise<void> {
    const createdAt = this.clock.now();
    // what is switched off lets go of the items
    await tx.query(
      `DELETE FROM late_fee_item l USING late_fee_scheme s
        WHERE l.project_id = $1 AND l.fee_item_id = ANY ($2) AND s.project_id = l.project_id AND s.id = l.scheme_id AND NOT s.active`,
      [projectId, feeItemIds],
    );
    const rows = feeItemIds.map((feeItemId) => ({ projectId, id: newId(), createdAt, schemeId, feeItemId }));
    await tx.insert(LateFeeItem, rows);
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    entityId: string,
    action: string,
    summary: string,
    before: Record<string, unknown> | null,
    after: Record<string, unknown>,
  ): Promise<void> {
    const entry = { projectId, action, entity: "late-fee-scheme", entityId, summary, after };
    await this.audit.record(tx, actor, before === null ? entry : { ...entry, before });
  }
}

const columnsOf = (dto: SaveLateFeeSchemeDto) => ({
  name: dto.name,
  feeItemId: dto.feeItemId,
  graceDays: dto.graceDays,
  gracePolicy: dto.gracePolicy,
  capShare: dto.capShare ?? null,
  collectedAllowed: dto.collectedAllowed ?? false,
  active: dto.active ?? true,
});

/** @throws INVALID_INPUT unless it is the one rate that the unit of the scheme takes */
function rateOf(unit: LateFeeUnit, { dailyRate, monthlyRate }: AddLateFeeRateDto): string {
  const isDaily = unit === "DAY";
  const [rate, other] = isDaily ? [dailyRate, monthlyRate] : [monthlyRate, dailyRate];
  const [field, wrong] = isDaily ? ["dailyRate", "monthlyRate"] : ["monthlyRate", "dailyRate"];
  const [name, wrongName] = isDaily ? ["日利率", "月利率"] : ["月利率", "日利率"];
  if (other != null) throw new InvalidInput({ [wrong!]: [`方案${lateFeeUnitLabels[unit]}，不填${wrongName}`] });
  if (rate == null) throw new InvalidInput({ [field!]: [`请填写${name}`] });
  return rate;
}

const rateWords = (unit: LateFeeUnit, rate: string) => `每${unit === "DAY" ? "日" : "月"} ${percentText(rate)}`;

/** Two people setting up schemes wait for each other here, so that an item is never in two. */
async function lockProject(tx: EntityManager, projectId: string): Promise<void> {
  const [found] = await tx.query<object[]>("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [projectId]);
  if (!found) throw notFound("管理区");
}

async function schemeOf(tx: EntityManager, projectId: string, id: string): Promise<LateFeeScheme> {
  // a standard that is choosing it holds it
  const scheme = await tx.findOne(LateFeeScheme, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!scheme) throw notFound("违约金方案");
  return scheme;
}

/** The last day whose late fee was booked by the scheme; null when none was. */
async function bookedTo(tx: EntityManager, projectId: string, schemeId: string): Promise<string | null> {
  const [row] = await tx.query<{ last: string | null }[]>(
    `SELECT max(f.service_to) AS last FROM charge f
       JOIN charge c ON c.project_id = f.project_id AND c.id = f.principal_id ${CHOSEN_SCHEME}
       JOIN late_fee_scheme s ON s.project_id = c.project_id AND s.id = ${SCHEME_ID}
      WHERE f.project_id = $1 AND f.principal_id IS NOT NULL AND s.id = $2 AND ${BOOKED_BY_SCHEME}`,
    [projectId, schemeId],
  );
  return row?.last ?? null;
}

async function firstDayOf(tx: EntityManager, projectId: string, schemeId: string): Promise<string> {
  const first = await tx.findOneOrFail(LateFeeRate, { where: { projectId, schemeId }, order: { startsOn: "ASC" } });
  return first.startsOn;
}

/**
 * A scheme begins after what another one booked on the items it takes over; what standards chose theirs for stays with it.
 * @throws LATE_FEE_RATE_BOOKED
 */
async function refuseBookedTime(
  tx: EntityManager,
  projectId: string,
  incoming: readonly string[],
  startsOn: string,
): Promise<void> {
  const [row] = await tx.query<{ last: string | null }[]>(
    `SELECT max(f.service_to) AS last FROM charge f
       JOIN charge c ON c.project_id = f.project_id AND c.id = f.principal_id
       LEFT JOIN rate_version lv ON lv.project_id = c.project_id AND lv.id = c.rate_version_id
      WHERE f.project_id = $1 AND f.principal_id IS NOT NULL AND f.reversed_fen < f.amount_fen AND c.fee_item_id = ANY ($2)
        AND coalesce(lv.late_fee, 'ITEM') = 'ITEM'`,
    [projectId, incoming],
  );
  if (row?.last && startsOn <= row.last) throw rateInBookedTime(row.last);
}

/** Standards of items collected for others chose it because it said that their supply contract allows it. @throws LATE_FEE_COLLECTED */
async function refuseCollectedStandards(tx: EntityManager, projectId: string, schemeId: string): Promise<void> {
  const [row] = await tx.query<{ name: string }[]>(
    `SELECT i.name || '·' || r.name AS name FROM rate_version v
       JOIN rate r ON r.project_id = v.project_id AND r.id = v.rate_id
       JOIN fee_item i ON i.project_id = r.project_id AND i.id = r.fee_item_id AND i.collected_for_others
      WHERE v.project_id = $1 AND v.late_fee_scheme_id = $2 LIMIT 1`,
    [projectId, schemeId],
  );
  if (row) throw collectedForOthers(row.name);
}

function refuseUsed(before: LateFeeScheme, after: ReturnType<typeof columnsOf>): void {
  if (before.graceDays !== after.graceDays) throw schemeUsed("宽限天数");
  if (before.gracePolicy !== after.gracePolicy) throw schemeUsed("宽限期规则");
  if (trimDecimalOrNull(before.capShare) !== trimDecimalOrNull(after.capShare)) throw schemeUsed("封顶");
  if (before.feeItemId !== after.feeItemId) throw schemeUsed("记入的收费项目");
}

/** Checks the items of a scheme with two statements. */
async function refuseItems(
  tx: EntityManager,
  projectId: string,
  { feeItemId, chargedItemIds, collectedAllowed }: SaveLateFeeSchemeDto,
  schemeId: string | null = null,
): Promise<void> {
  const items = await tx.findBy(FeeItem, { projectId, id: In([feeItemId, ...chargedItemIds]) });
  const own = items.find(({ id }) => id === feeItemId);
  if (!own) throw notFound("违约金记入的收费项目");
  if (own.kind !== "ONE_OFF" || !own.active) throw noLateFeeItem(own.name);
  for (const id of chargedItemIds) {
    const item = items.find((one) => one.id === id);
    if (!item) throw notFound("计收违约金的收费项目");
    if (item.id === feeItemId) throw lateFeeOnItself(item.name);
    if (item.kind === "DEPOSIT") throw bearsNoLateFee(item.name);
    if (item.collectedForOthers && !collectedAllowed) throw collectedForOthers(item.name);
  }
  const taken = await tx.query<{ item: string; scheme: string; own: boolean }[]>(
    `SELECT i.name AS item, s.name AS scheme, s.fee_item_id = ANY ($2) AS own
       FROM late_fee_scheme s
       LEFT JOIN late_fee_item l ON l.project_id = s.project_id AND l.scheme_id = s.id AND l.fee_item_id = ANY ($2)
       LEFT JOIN fee_item i ON i.project_id = s.project_id AND i.id = coalesce(l.fee_item_id, s.fee_item_id)
      WHERE s.project_id = $1 AND s.active AND ($3::uuid IS NULL OR s.id <> $3) AND (l.id IS NOT NULL OR s.fee_item_id = ANY ($2))
      LIMIT 1`,
    [projectId, chargedItemIds, schemeId],
  );
  const [first] = taken;
  if (first) throw first.own ? lateFeeOnItself(first.item) : itemInOtherScheme(first.item, first.scheme);
}
