import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import { FeeItemsService } from "../../billing/fee-items/fee-items.service.js";
import { RatesService } from "../../billing/rates/rates.service.js";
import type { Actor } from "../../common/actor.js";
import { baseOf, pricesOf, rateOf } from "../check/check-fees.js";
import type { KnownProject } from "../check/known-project.js";
import type { FeeRecord } from "../profiles/records.js";

/** Months a rate may ask for at a time. */
const MOST_MONTHS = 60;

/** Makes fee items with one rate each from the fees of a workbook; what is there stays as it is (BIL-01, BIL-04). */
@Injectable()
export class WriteFeesService {
  constructor(
    private readonly items: FeeItemsService,
    private readonly rates: RatesService,
  ) {}

  /** Answers the rate ids by the key of the fee. */
  async write(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    fees: readonly FeeRecord[],
    known: KnownProject,
  ): Promise<Map<string, string>> {
    const rateIds = new Map<string, string>();
    const codes = new Set(known.itemCodes);
    for (const fee of fees) {
      const item = known.items.get(fee.name);
      const itemId = item?.id ?? (await this.createItem(tx, actor, projectId, fee, freeCode(fee.key, codes)));
      if (!fee.recurring) continue;
      const rateId =
        rateOf(fee, item)?.id ?? (await this.createRate(tx, actor, projectId, fee, itemId, known.firstDay));
      rateIds.set(fee.key, rateId);
    }
    return rateIds;
  }

  private createItem(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    fee: FeeRecord,
    code: string,
  ): Promise<string> {
    return this.items.createIn(tx, actor, projectId, {
      code,
      name: fee.name,
      kind: fee.recurring ? "REGULAR" : "ONE_OFF",
      incomeClass: "PROPERTY",
      collectedForOthers: false,
      unit: fee.formula === "FIXED" ? "元/月" : "元/m²·月",
      active: true,
    });
  }

  private createRate(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    fee: FeeRecord,
    feeItemId: string,
    firstDay: string,
  ): Promise<string> {
    return this.rates.createIn(tx, actor, projectId, {
      feeItemId,
      name: fee.name,
      base: baseOf(fee),
      areaKind: "CHARGE",
      cycle: fee.posting === "每年1月1日" ? "YEAR" : "MONTH",
      timing: fee.prepaid ? "PREPAID" : "POSTPAID",
      proration: "ACTUAL_DAYS",
      changePolicy: "SPLIT_DAYS",
      roundingMode: "HALF_UP",
      roundingUnit: "0.01",
      dueRule: "DAY_OF_MONTH",
      dueDays: 20,
      minimumMonths: Math.min(fee.cycleMonths, MOST_MONTHS),
      version: { startsOn: fee.from ?? firstDay, ...pricesOf(fee) },
    });
  }
}

/** The number of the source as code, with a further number where it is taken. */
function freeCode(key: string, codes: Set<string>): string {
  let code = key;
  for (let n = 2; codes.has(code); n += 1) code = `${key.slice(0, 28)}-${n}`;
  codes.add(code);
  return code;
}
