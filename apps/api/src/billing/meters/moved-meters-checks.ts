import { HttpException } from "@nestjs/common";
import { readingAlertLabels, type RestructureProblemDto } from "@linli/contracts";
import { periodOf } from "../../common/calendar.js";
import type { RestructurePlan } from "../../property/restructures/restructure-plan.js";
import { type MovedMeter, nameOf, needsReading, readingOf, targetOf } from "./moved-meters.js";
import { type AlertLimits, judge, type JudgedReading, type MeterState, type NewReading } from "./reading-rules.js";

/** What the checks must know beside the meters. */
export interface MovedMetersContext {
  today: string;
  limits: AlertLimits;
  /** Whether the month of the old rooms' last day is closed. */
  isClosed: boolean;
  /** Fee items whose standards the old rooms have, and each with the parts that go on with it. */
  boundParts: ReadonlyMap<string, ReadonlySet<number>>;
  /** How many people tiers of the old rooms are made for, by code of the room; of those that have registered a number. */
  headcounts: ReadonlyMap<string, number>;
}

type Sink = (code: string, message: string, more?: Partial<RestructureProblemDto>) => void;

/** What of the meters stands in the way of a split or merge, or deserves a word. Pure. */
export function checkMovedMeters(
  plan: RestructurePlan,
  meters: readonly MovedMeter[],
  context: MovedMetersContext,
): RestructureProblemDto[] {
  const problems: RestructureProblemDto[] = [];
  for (const moved of meters) {
    const link = `billing/meters/${moved.meter.id}`;
    const add: Sink = (code, message, more) =>
      problems.push({
        code,
        message: `${moved.roomCode} 的${nameOf(moved)} ${message}`,
        blocking: true,
        field: "meters",
        link,
        ...more,
      });
    if (isLater(plan, moved, add)) continue;
    checkReading(plan, moved, context, add);
    checkUnbilled(plan, moved, add);
    checkTarget(plan, moved, context, add);
  }
  problems.push(...ofHeadcounts(meters, context));
  for (const { meterId } of plan.dto.meters ?? []) {
    if (meters.some(({ meter }) => meter.id === meterId)) continue;
    const message = "表具分配里有不在这些房间的表，请刷新页面";
    problems.push({ code: "METER_UNKNOWN", message, blocking: true, field: "meters", link: null });
  }
  return problems;
}

/** What happened to a meter after the last day happened in the old room. */
function isLater({ lastDay }: RestructurePlan, { meter }: MovedMeter, add: Sink): boolean {
  const { installedOn, removedOn, coveredTo } = meter;
  const happened =
    removedOn !== null && removedOn > lastDay
      ? `于 ${removedOn} 拆除`
      : installedOn > lastDay
        ? `自 ${installedOn} 起才安装`
        : coveredTo !== null && coveredTo > lastDay
          ? `已抄到 ${coveredTo}`
          : null;
  if (happened !== null) add("METER_LATER", `${happened}，生效日期必须晚于这一天`, { field: "effectiveOn" });
  return happened !== null;
}

function checkReading(plan: RestructurePlan, moved: MovedMeter, context: MovedMetersContext, add: Sink): void {
  const { effectiveOn, lastDay } = plan;
  const { meter } = moved;
  const reading = readingOf(plan, moved, "拆分合并");
  if (reading === null) {
    if (needsReading(moved, lastDay))
      add("METER_UNREAD", `还没有抄到 ${lastDay}，请填写 ${effectiveOn} 的读数：之前的用量归原房间`);
    else if (meter.lastEstimated) add("METER_ESTIMATED", "上次是估抄，请先更正为实抄（或改生效日期）");
    return;
  }
  if (meter.coveredTo === lastDay) return add("METER_COVERED", `已抄到 ${lastDay}，不用再填读数`);
  const judged = judgedAsRegular(meter, reading, context);
  if (typeof judged === "string") return add("METER_READING", `的读数有误：${judged}`);
  if (judged.alerts.length > 0) {
    const alerts = judged.alerts.map((alert) => readingAlertLabels[alert]).join("、");
    add("METER_UNUSUAL", `的读数异常（${alerts}），用量 ${Number(judged.use)}，办理后不能更正，请先核对`, {
      blocking: false,
    });
  }
  if (context.isClosed)
    add("METER_MONTH_CLOSED", `的最后一次用量属于 ${reading.period}，这个月已月结；请把生效日期改到开放的月份`, {
      field: "effectiveOn",
    });
}

/** A headcount belongs to its room: the tiers of the new ones start from the usual number of people. */
function ofHeadcounts(meters: readonly MovedMeter[], { headcounts }: MovedMetersContext): RestructureProblemDto[] {
  const billed = new Set(meters.flatMap(({ feeItemId, roomCode }) => (feeItemId === null ? [] : [roomCode])));
  return [...headcounts].flatMap(([roomCode, persons]) => {
    const message = `原房间 ${roomCode} 登记 ${persons} 人，新房间请登记家庭人口，否则阶梯按基本人数计算`;
    return billed.has(roomCode)
      ? [{ code: "METER_HEADCOUNT", message, blocking: false, field: "meters", link: null }]
      : [];
  });
}

/** What was read and not billed is billed to the old room, as long as it belongs to a month the old room had. */
function checkUnbilled(plan: RestructurePlan, { unbilled, unbilledTo }: MovedMeter, add: Sink): void {
  if (unbilled === 0 || unbilledTo === null) return;
  if (unbilledTo > periodOf(plan.lastDay))
    add("METER_UNBILLED_LATER", `有读数记在 ${unbilledTo}，晚于原房间的最后一个月，不能出账；请先更正或删除这个读数`);
  else
    add("METER_UNBILLED", `有 ${unbilled} 个读数（至 ${unbilledTo}）还没有出账，办理后仍在原房间出账`, {
      blocking: false,
    });
}

function checkTarget(plan: RestructurePlan, moved: MovedMeter, { boundParts }: MovedMetersContext, add: Sink): void {
  const target = targetOf(plan, moved);
  if (!target) return add("METER_OPEN", "要转到哪个新房间，请选择");
  const bound = moved.feeItemId === null ? undefined : boundParts.get(moved.feeItemId);
  if (bound && !bound.has(target.part))
    add("METER_UNBOUND", `转到 ${target.code}，但“${moved.feeItemName}”的收费标准没有分给它，以后的用量不会出账`, {
      blocking: false,
      field: "bindings",
      link: null,
    });
}

/** What a reading comes to by the rules of a month's reading, so that a mistyped one strikes; else what is wrong with it. */
function judgedAsRegular(
  meter: MeterState,
  reading: NewReading,
  { today, limits }: MovedMetersContext,
): JudgedReading | string {
  try {
    return judge({ ...meter, hasRegular: false }, { ...reading, kind: "REGULAR" }, today, limits);
  } catch (error) {
    if (error instanceof HttpException) return error.message;
    throw error;
  }
}
