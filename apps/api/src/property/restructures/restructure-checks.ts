import type { RestructureProblemDto } from "@linli/contracts";
import { Decimal } from "decimal.js";
import { areaText } from "../areas.js";
import { prefixFault } from "../room-code.js";
import type { RestructurePlan } from "./restructure-plan.js";

/** What the checks must know beside the plan. */
export interface CheckContext {
  today: string;
  /** Codes of the project that the plan would use and that exist already. */
  takenCodes: ReadonlySet<string>;
  issuedPrefixes: readonly string[];
}

type Sink = (problem: Partial<RestructureProblemDto> & Pick<RestructureProblemDto, "code" | "message">) => void;

/** What in the plan itself stands in the way or deserves a word. Pure. */
export function checkPlan(plan: RestructurePlan, context: CheckContext): RestructureProblemDto[] {
  const problems: RestructureProblemDto[] = [];
  const add: Sink = (problem) => problems.push({ blocking: true, field: null, link: null, ...problem });
  checkCounts(plan, add);
  checkLives(plan, context, add);
  checkCodes(plan, context, add);
  checkAreas(plan, add);
  return problems;
}

function checkCounts({ kind, olds, news }: RestructurePlan, add: Sink): void {
  if (kind === "SPLIT") {
    if (olds.length !== 1) add({ code: "SPLIT_ONE", message: "一次只能拆分一个房间", field: "roomIds" });
    if (news.length < 2) add({ code: "SPLIT_PARTS", message: "至少拆分为 2 个房间", field: "parts" });
    return;
  }
  if (olds.length < 2) add({ code: "MERGE_ROOMS", message: "至少选择 2 个房间合并", field: "roomIds" });
  if (news.length !== 1) add({ code: "MERGE_ONE", message: "只能合并为 1 个房间", field: "parts" });
  const buildings = [...new Set(olds.map(({ buildingName }) => buildingName))];
  if (new Set(olds.map(({ buildingId }) => buildingId)).size > 1)
    add({ code: "DIFFERENT_BUILDINGS", message: `只能合并同一楼栋的房间：${buildings.join("、")}`, field: "roomIds" });
}

function checkLives({ olds, effectiveOn }: RestructurePlan, { today }: CheckContext, add: Sink): void {
  for (const { id, code, active, startsOn, endedOn, areaChangesOn } of olds) {
    const link = `property/rooms/${id}`;
    if (endedOn !== null)
      add({ code: "ROOM_ENDED", message: `房间 ${code} 已于 ${endedOn} 结束，不能再拆分合并`, link });
    else if (!active) add({ code: "ROOM_INACTIVE", message: `房间 ${code} 已停用，请先启用`, link });
    if (startsOn !== null && effectiveOn <= startsOn)
      add({
        code: "BEFORE_ROOM",
        message: `房间 ${code} 自 ${startsOn} 起才有，生效日期必须晚于这一天`,
        field: "effectiveOn",
      });
    if (areaChangesOn !== null)
      add({
        code: "AREA_CHANGES_LATER",
        message: `房间 ${code} 的面积自 ${areaChangesOn} 起有变更，生效日期必须晚于这一天`,
        field: "effectiveOn",
        link,
      });
  }
  if (effectiveOn > today)
    add({ code: "NOT_YET", message: `生效日期 ${effectiveOn} 还没有到，审批须在当天或之后`, blocking: false });
}

function checkCodes({ news, olds }: RestructurePlan, { takenCodes, issuedPrefixes }: CheckContext, add: Sink): void {
  const seen = new Set<string>();
  for (const { code, part } of news) {
    const field = `parts.${part}.code`;
    const isOld = olds.some((room) => room.code === code);
    if (seen.has(code)) add({ code: "CODE_TWICE", message: `新房间的代码 ${code} 重复`, field });
    else if (takenCodes.has(code))
      add({
        code: "CODE_TAKEN",
        message: isOld ? `代码 ${code} 由原房间保留，请另取` : `本管理区已有房间 ${code}`,
        field,
      });
    seen.add(code);
    const fault = prefixFault(code, issuedPrefixes);
    if (fault) add({ code: "CODE_PREFIX", message: `${code}：${fault}`, field });
  }
}

/** Sums of a kind of area over rooms; null where one is unknown. */
export function totalArea(areas: readonly (string | null | undefined)[]): Decimal | null {
  return areas.some((area) => area == null)
    ? null
    : areas.reduce<Decimal>((sum, area) => sum.plus(area!), new Decimal(0));
}

const words = (area: Decimal) => `${areaText(area.toFixed(4))} m²`;

function checkAreas({ olds, news }: RestructurePlan, add: Sink): void {
  const sums = (pick: (room: { [kind in AreaKind]?: string | null }) => string | null | undefined) =>
    [totalArea(olds.map(pick)), totalArea(news.map(pick))] as const;

  const [before, after] = sums((room) => room.buildingArea);
  if (!after!.eq(before!))
    add({
      code: "AREA_SUM",
      message: `新房间的建筑面积合计 ${words(after!)}，必须等于原来的 ${words(before!)}（${after!.gt(before!) ? "多" : "少"} ${words(after!.minus(before!).abs())}）`,
      field: "parts",
    });

  const [charged, charge] = sums((room) => room.chargeArea);
  if (charge!.gt(charged!))
    add({
      code: "CHARGE_AREA_OVER",
      message: `新房间的收费面积合计 ${words(charge!)}，超过原来的 ${words(charged!)}`,
      field: "parts",
    });
  if (charge!.lt(charged!))
    add({
      code: "CHARGE_AREA_LESS",
      message: `新房间的收费面积合计 ${words(charge!)}，比原来的 ${words(charged!)} 少，以后的收费随之减少`,
      blocking: false,
      field: "parts",
    });

  for (const [kind, label] of Object.entries(FURTHER)) {
    const [old, now] = sums((room) => room[kind as AreaKind]);
    if (old && now?.gt(old))
      add({
        code: "FURTHER_AREA_OVER",
        message: `新房间的${label}合计 ${words(now)}，超过原来的 ${words(old)}`,
        field: "parts",
      });
  }
  for (const { code, buildingArea, chargeArea, part } of news) {
    if (new Decimal(chargeArea).gt(buildingArea))
      add({
        code: "CHARGE_OVER_BUILDING",
        message: `${code} 的收费面积大于建筑面积`,
        blocking: false,
        field: `parts.${part}.chargeArea`,
      });
  }
}

type AreaKind = "buildingArea" | "chargeArea" | "innerArea" | "usableArea";
const FURTHER: Partial<Record<AreaKind, string>> = { innerArea: "套内面积", usableArea: "使用面积" };
