import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { AddRateVersionDto, UpdateRateVersionDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { dayBefore } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import {
  noSurchargeForOthers,
  onlyLastVersionGoes,
  rateEndsInBilledTime,
  versionBilled,
  versionStartsInBilledTime,
  versionTooEarly,
} from "../billing.errors.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { choiceWords, lateFeeChoice, refuseSwitchedOff } from "./late-fee-choice.js";
import { priceColumns, priceWords } from "./rate-tiers.js";
import { RateVersion } from "./rate-version.entity.js";
import type { Rate } from "./rate.entity.js";
import { lockRate } from "./rates.service.js";

/** The prices of a rate by date, and what late fees follow them: what was billed at a price never changes (BIL-04, BIL-13). */
@Injectable()
export class RateVersionsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds a price from a day on; the last one ends the day before. What was billed stays as it is.
   * @throws VERSION_TOO_EARLY, VERSION_BILLED, SURCHARGE_FORBIDDEN and as `lateFeeChoice`
   */
  add(actor: Actor, projectId: string, rateId: string, dto: AddRateVersionDto): Promise<string> {
    return this.db.transaction(async (tx) => {
      const rate = await lockRate(tx, projectId, rateId);
      const price = priceColumns(rate.base, dto);
      await refuseSurcharge(tx, rate, dto.surcharge);
      const last = await lastVersion(tx, rate);
      if (dto.startsOn <= last.startsOn) throw versionTooEarly(last.startsOn);
      const ended = last.endsOn !== null && last.endsOn < dto.startsOn;
      if (!ended) {
        const billedTo = await billedToOf(tx, rate, last.id);
        if (!dto.inBilledTime && billedTo !== null && billedTo >= dto.startsOn)
          throw versionStartsInBilledTime(billedTo);
        await tx.update(RateVersion, { projectId, id: last.id }, { endsOn: dayBefore(dto.startsOn) });
      }
      const { startsOn } = dto;
      const choice = await lateFeeChoice(tx, rate, dto, last);
      await refuseSwitchedOff(tx, projectId, choice);
      const row = { startsOn, endsOn: null, ...price };
      const id = newId();
      await tx.insert(RateVersion, { ...row, ...choice, rateId, projectId, id, createdAt: this.clock.now() });
      const summary = `收费标准 ${rate.name} 自 ${startsOn} 起${priceWords(price)}`;
      await this.record(tx, actor, rate, "rate.version-add", summary, null, {
        ...row,
        lateFee: await choiceWords(tx, projectId, choice),
      });
      return id;
    });
  }

  /** Corrects the price of a version that was not billed. @throws VERSION_BILLED, SURCHARGE_FORBIDDEN and as `lateFeeChoice` */
  update(actor: Actor, projectId: string, rateId: string, id: string, dto: UpdateRateVersionDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const rate = await lockRate(tx, projectId, rateId);
      const version = await this.unbilled(tx, rate, id);
      const { unitPrice, surcharge, tiers, basePersons, startsOn } = version;
      const price = priceColumns(rate.base, dto);
      const choice = await lateFeeChoice(tx, rate, dto, version);
      await refuseSurcharge(tx, rate, dto.surcharge);
      const lateFee = await choiceWords(tx, projectId, version);
      await tx.update(RateVersion, { projectId, id }, { ...price, ...choice });
      const before = { unitPrice, surcharge, tiers, basePersons, lateFee };
      const after = { ...price, lateFee: await choiceWords(tx, projectId, choice) };
      const summary = `更正收费标准 ${rate.name} 自 ${startsOn} 起的价格`;
      await this.record(tx, actor, rate, "rate.version-update", summary, before, after);
    });
  }

  /** Removes the last price while it was not billed; the one before lasts again. @throws VERSION_BILLED, VERSION_NOT_LAST, LATE_FEE_SCHEME_OFF */
  remove(actor: Actor, projectId: string, rateId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const rate = await lockRate(tx, projectId, rateId);
      const { unitPrice, surcharge, startsOn, endsOn } = await this.unbilled(tx, rate, id);
      const before = await tx.findOne(RateVersion, {
        where: { projectId, rateId, endsOn: dayBefore(startsOn) },
        order: { startsOn: "DESC" },
      });
      if (!before || (await lastVersion(tx, rate)).id !== id) throw onlyLastVersionGoes();
      await refuseSwitchedOff(tx, projectId, before);
      await tx.delete(RateVersion, { projectId, id });
      await tx.update(RateVersion, { projectId, id: before.id }, { endsOn });
      const summary = `删除收费标准 ${rate.name} 自 ${startsOn} 起的价格`;
      await this.record(tx, actor, rate, "rate.version-delete", summary, { startsOn, unitPrice, surcharge }, null);
    });
  }

  /** Ends a rate: its last price and the bindings that run on end on the day. @throws RATE_BILLED */
  end(actor: Actor, projectId: string, rateId: string, endsOn: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const rate = await lockRate(tx, projectId, rateId);
      const last = await lastVersion(tx, rate);
      if (endsOn < last.startsOn)
        throw new InvalidInput({ endsOn: [`结束日期不能早于最后一个价格的开始日期 ${last.startsOn}`] });
      const billedTo = await billedToOf(tx, rate);
      if (billedTo !== null && billedTo > endsOn) throw rateEndsInBilledTime(billedTo);
      await tx.update(RateVersion, { projectId, id: last.id }, { endsOn });
      // A binding that would begin after the rate has ended never was in force.
      await tx.query("DELETE FROM rate_binding WHERE project_id = $1 AND rate_id = $2 AND starts_on > $3", [
        projectId,
        rateId,
        endsOn,
      ]);
      const [, bindings] = await tx.query<[object[], number]>(
        `UPDATE rate_binding SET ends_on = $3 WHERE project_id = $1 AND rate_id = $2 AND (ends_on IS NULL OR ends_on > $3)`,
        [projectId, rateId, endsOn],
      );
      const summary = `收费标准 ${rate.name} 于 ${endsOn} 结束，同时结束 ${bindings} 个房间绑定`;
      await this.record(tx, actor, rate, "rate.end", summary, { endsOn: last.endsOn }, { endsOn });
    });
  }

  private async unbilled(tx: EntityManager, rate: Rate, id: string): Promise<RateVersion> {
    const version = await tx.findOneBy(RateVersion, { projectId: rate.projectId, rateId: rate.id, id });
    if (!version) throw notFound("价格版本");
    const billedTo = await billedToOf(tx, rate, id);
    if (billedTo !== null) throw versionBilled(billedTo);
    return version;
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    { projectId, id }: Rate,
    action: string,
    summary: string,
    before: object | null,
    after: object | null,
  ): Promise<void> {
    await this.audit.record(tx, actor, { projectId, action, entity: "rate", entityId: id, summary, before, after });
  }
}

async function lastVersion(tx: EntityManager, { projectId, id: rateId }: Rate): Promise<RateVersion> {
  return tx.findOneOrFail(RateVersion, { where: { projectId, rateId }, order: { startsOn: "DESC" } });
}

async function refuseSurcharge(
  tx: EntityManager,
  { projectId, feeItemId }: Rate,
  surcharge?: string | null,
): Promise<void> {
  if (Number(surcharge ?? 0) === 0) return;
  // locked by lockRate, so that the item does not become 代收代付 meanwhile
  const item = await tx.findOneByOrFail(FeeItem, { projectId, id: feeItemId });
  if (item.collectedForOthers) throw noSurchargeForOthers(item.name);
}

/**
 * The last day billed with a rate, or with one version of it, apart from what was reversed; null while nothing was. What
 * somebody bears of a bill (MANUAL) is none of its own: taken back, it is not reversed.
 */
async function billedToOf(tx: EntityManager, rate: Rate, versionId: string | null = null): Promise<string | null> {
  const [{ billed_to }] = await tx.query<[{ billed_to: string | null }]>(
    `SELECT max(c.service_to) AS billed_to FROM rate_version v
       JOIN charge c ON c.project_id = v.project_id AND c.fee_item_id = $3 AND c.rate_version_id = v.id
      WHERE v.project_id = $1 AND v.rate_id = $2 AND ($4::uuid IS NULL OR v.id = $4) AND c.source <> 'MANUAL' AND c.reversed_fen < c.amount_fen`,
    [rate.projectId, rate.id, rate.feeItemId, versionId],
  );
  return billed_to;
}
