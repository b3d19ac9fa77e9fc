import {
  type MeterFileFaultDto,
  type ReadingAlert,
  readingAlertLabels,
  type ReadingStatus,
  readingStatusLabels,
} from "@linli/contracts";
import { RuleViolation } from "../../common/rule-violation.js";
import { MASTER_LEVELS } from "./meter-masters.js";

export const notMetered = (name: string) =>
  new RuleViolation("FEE_ITEM_KIND", `“${name}”不是走表项目，表具只能对应走表项目`);

export const meterHasReadings = (no: string) =>
  new RuleViolation(
    "METER_READ",
    `表 ${no} 已有读数，表类、位数、倍率、方向和起始读数不能再改；换了表请用“换表”，读错了请更正读数`,
  );

export const meterStillNeeded = (no: string) =>
  new RuleViolation("METER_IN_USE", `表 ${no} 已有读数、换表记录或分表，档案必须保留，不能删除；可以拆表`);

export const meterRemoved = (no: string, day: string) =>
  new RuleViolation("METER_REMOVED", `表 ${no} 已于 ${day} 拆除，不能再办理`);

export const meterLoop = (no: string) => new RuleViolation("METER_LOOP", `表 ${no} 不能以自己或自己的分表为总表`);

export const meterTooDeep = (no: string) =>
  new RuleViolation("METER_TOO_DEEP", `表 ${no} 上面的总表超过 ${MASTER_LEVELS} 层，请核对总表`);

export const roomNotActive = (code: string) => new RuleViolation("ROOM_ENDED", `房间 ${code} 已拆分、合并或停用`);

export const meterRowsFaulty = (count: number, { rowNo, message }: MeterFileFaultDto) =>
  new RuleViolation("METER_ROWS_FAULTY", `文件有 ${count} 行有误，都没有登记；第 ${rowNo} 行：${message}`);

export const tooManyMeters = (max: number) =>
  new RuleViolation("TOO_MANY_METERS", `一个文件最多 ${max} 只表具，请分成几个文件导入`);

/** The month has its reading; another value goes in by correcting it. */
export const readingExists = (no: string, period: string) =>
  new RuleViolation("READING_EXISTS", `表 ${no} 在 ${period} 已有读数；读错了请更正这个读数`);

/** Lower than before: turned over, replaced, or wrong (BIL-22). */
export const readingLower = (no: string, value: string, previous: string, reverse: boolean) =>
  new RuleViolation(
    "READING_LOWER",
    reverse
      ? `表 ${no} 是反转表，本次读数 ${value} 高于上次读数 ${previous}；请核对读数，确实翻转的请勾选“已翻转”`
      : `表 ${no} 本次读数 ${value} 低于上次读数 ${previous}；请核对读数，确实翻转的请勾选“已翻转”，换过表的请先登记换表`,
    undefined,
    { previous },
  );

export const notRolledOver = (no: string, value: string, previous: string) =>
  new RuleViolation("READING_NOT_TURNED", `表 ${no} 的读数由 ${previous} 到 ${value} 没有翻转，请取消“已翻转”`);

/** A real reading below an estimate: the estimate was too high and has to be put right first. */
export const belowEstimate = (no: string, value: string, estimate: string) =>
  new RuleViolation(
    "READING_LOWER",
    `表 ${no} 本次实抄 ${value} 低于上次估抄 ${estimate}；请先更正上次的估抄读数`,
    undefined,
    { previous: estimate },
  );

/** Unusual, and nobody said why it is right (BIL-20). */
export const readingUnusual = (no: string, alerts: readonly ReadingAlert[], facts: Record<string, string | null>) =>
  new RuleViolation(
    "READING_UNUSUAL",
    `表 ${no} 读数异常（${alerts.map((alert) => readingAlertLabels[alert]).join("、")}）；请核对读数，确认无误的请填写异常说明`,
    undefined,
    { alerts, ...facts },
  );

export const readingNotValid = (status: ReadingStatus) =>
  new RuleViolation("READING_STATE", `这个读数是“${readingStatusLabels[status]}”，不能再办理`);

export const readingNotLast = (no: string) =>
  new RuleViolation("READING_NOT_LAST", `表 ${no} 之后还有读数，只能从最后一次读数开始更正或删除`);

export const readingOfEvent = (kind: string, verb: string) =>
  new RuleViolation("READING_STATE", `“${kind}”的读数随业务登记，不能单独${verb}`);

/** Its use stays with the room the meter stood in, which lives no more. */
export const readingOfFormerRoom = (no: string) =>
  new RuleViolation(
    "READING_FORMER_ROOM",
    `表 ${no} 的这个读数属于拆分合并以前的房间，不能再更正或删除；办理有误的请先复原拆分合并`,
  );

/** BIL-23: after payment only red and blue. */
export const readingPaid = (no: string) =>
  new RuleViolation(
    "READING_PAID",
    `表 ${no} 的这个读数已出账并收款，不能删除；请用“更正”，原应收整笔红冲、按新读数重开`,
  );

export const readingReduced = () =>
  new RuleViolation("READING_REDUCED", "用这个读数出的应收有减免或调整，不能更正或删除读数；请先处理减免");

/** Taking back what was paid needs the right to reverse. */
export const redNotAllowed = (no: string) =>
  new RuleViolation("REVERSAL_FORBIDDEN", `表 ${no} 的这个读数已出账并收款，更正需要“收据红冲”的权限`, 403);

export const headcountStands = (day: string) =>
  new RuleViolation("HEADCOUNT_ORDER", `新的人数必须晚于现有最后一次登记的开始日期 ${day}`);
