import type { ReadingAlert, ReadingKind, RecordReadingDto } from "@linli/contracts";
import { dayAfter, monthsBetween, periodOf } from "../../common/calendar.js";
import { Exact } from "../../common/exact.js";
import { InvalidInput, type RuleViolation } from "../../common/rule-violation.js";
import { capacityOf, useOf } from "../pricing/meter-use.js";
import {
  belowEstimate,
  meterRemoved,
  notRolledOver,
  readingExists,
  readingLower,
  readingUnusual,
} from "./meters.errors.js";

/** A meter with what its next reading is judged by. */
export interface MeterState {
  id: string;
  no: string;
  kind: string;
  roomId: string | null;
  digits: number;
  multiplier: string;
  reverse: boolean;
  installedOn: string;
  removedOn: string | null;
  /** What it showed last, and the last day that is covered; the day before its installation when there is no reading. */
  lastValue: string;
  coveredTo: string | null;
  lastEstimated: boolean;
  /** Uses of the two regular readings before, the last first. */
  lastUses: string[];
  /** Use of the same month of the year before. */
  lastYearUse: string | null;
  /** Whether the month of the reading has a regular one already. */
  hasRegular: boolean;
}

/** A reading to be. */
export interface NewReading extends RecordReadingDto {
  period: string;
  kind: ReadingKind;
  /** Last day that its use covers: the day of the reading, or the day before a room changes hands. */
  serviceTo: string;
}

/** From how much per cent of what was usual a use is worth a second look. */
export interface AlertLimits {
  /** Of the mean of the last two periods. */
  highPercent: number;
  /** Of the same month of the year before. */
  seasonalPercent: number;
}

/** What a reading comes to. */
export interface JudgedReading {
  serviceFrom: string;
  use: string;
  alerts: ReadingAlert[];
}

/**
 * Judges a reading (BIL-20, BIL-22): what cannot be is refused, what is unusual must be confirmed with a reason.
 * @throws InvalidInput or RuleViolation, naming what is wrong
 */
export function judge(meter: MeterState, reading: NewReading, today: string, limits: AlertLimits): JudgedReading {
  refuseDays(meter, reading, today);
  refuseValue(meter, reading.value);
  const use = useOf({
    before: meter.lastValue,
    now: reading.value,
    multiplier: meter.multiplier,
    digits: meter.digits,
    reverse: meter.reverse,
    rolledOver: reading.rolledOver === true,
  });
  if (use === null) throw wrongWay(meter, reading);
  const alerts = alertsOf(meter, reading, use, limits);
  if (alerts.length > 0 && !reading.reason) throw readingUnusual(meter.no, alerts, factsOf(meter, use));
  return { serviceFrom: meter.coveredTo === null ? meter.installedOn : dayAfter(meter.coveredTo), use, alerts };
}

function refuseDays(meter: MeterState, reading: NewReading, today: string): void {
  const { readOn, serviceTo, period, kind } = reading;
  if (readOn > today) throw new InvalidInput({ readOn: [`抄表日期 ${readOn} 还没有到`] });
  if (Math.abs(monthsBetween(period, readOn)) > 1)
    throw new InvalidInput({ period: [`费用月份 ${period} 与抄表日期 ${readOn} 相差超过一个月`] });
  if (meter.removedOn !== null && kind !== "REMOVAL") throw meterRemoved(meter.no, meter.removedOn);
  const covered = meter.coveredTo;
  if (covered !== null && serviceTo <= covered)
    throw new InvalidInput({ readOn: [`抄表日期必须晚于表 ${meter.no} 上次抄表的 ${covered}`] });
  if (serviceTo < meter.installedOn)
    throw new InvalidInput({ readOn: [`抄表日期不能早于表 ${meter.no} 的安装日期 ${meter.installedOn}`] });
  if (kind === "REGULAR" && meter.hasRegular) throw readingExists(meter.no, period);
}

/** More digits than the meter has: read in another unit, or mistyped. */
export function refuseValue({ no, digits }: Pick<MeterState, "no" | "digits">, value: string, field = "value"): void {
  if (new Exact(value).gte(capacityOf(digits)))
    throw new InvalidInput({ [field]: [`读数 ${value} 超过表 ${no} 的 ${digits} 位整数，请核对读数和单位`] });
}

function wrongWay(meter: MeterState, { value, rolledOver, estimated }: NewReading): RuleViolation {
  const { no, lastValue, reverse, lastEstimated } = meter;
  if (rolledOver) return notRolledOver(no, value, lastValue);
  return lastEstimated && !estimated
    ? belowEstimate(no, value, lastValue)
    : readingLower(no, value, lastValue, reverse);
}

function alertsOf(meter: MeterState, reading: NewReading, use: string, limits: AlertLimits): ReadingAlert[] {
  const { lastYearUse } = meter;
  const alerts: ReadingAlert[] = [];
  const mean = meanOf(meter);
  const isAbove = (usual: Exact, percent: number) => usual.gt(0) && new Exact(use).times(100).gt(usual.times(percent));
  if (reading.rolledOver) alerts.push("ROLLED_OVER");
  if (reading.estimated) alerts.push("ESTIMATED");
  if (reading.kind !== "REGULAR") return alerts;
  if (Number(use) === 0) alerts.push("ZERO");
  if (mean !== null && isAbove(mean, limits.highPercent)) alerts.push("HIGH");
  if (lastYearUse !== null && isAbove(new Exact(lastYearUse), limits.seasonalPercent)) alerts.push("SEASONAL");
  return alerts;
}

/** The mean use of the last two periods; `null` before there were two. */
function meanOf({ lastUses: [last, before] }: MeterState): Exact | null {
  return last === undefined || before === undefined ? null : new Exact(last).plus(before).div(2);
}

const factsOf = (meter: MeterState, use: string) => ({
  use,
  mean: meanOf(meter)?.toDecimalPlaces(3).toFixed() ?? null,
  lastYearUse: meter.lastYearUse && new Exact(meter.lastYearUse).toFixed(),
});

/** The month a reading belongs to when nobody says. */
export const periodOfReading = ({ period, readOn }: RecordReadingDto) => period ?? periodOf(readOn);
