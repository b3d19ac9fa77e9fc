import type { MeterDto, ReadingAlert } from "@linli/contracts";
import { meterKindLabels, meterPlaceLabels, meterUnits, readingAlertLabels } from "@linli/contracts/enums";
import type { Tone } from "../../../components/status-tag";
import type { ChangeWords } from "../../../lib/changes";

/** How meters speak in their history. */
export const meterWords: ChangeWords = {
  dto: "CreateMeterDto",
  labels: {
    value: "本次读数",
    previous: "上次读数",
    readOn: "抄表日期",
    period: "费用月份",
    estimated: "估抄",
    rolledOver: "已翻转",
    reason: "说明",
    correction: "更正原因",
    removedOn: "拆表日期",
    endReading: "拆表读数",
  },
  choices: { kind: meterKindLabels },
};

export const readingTones: Partial<Record<string, Tone>> = { VALID: "good", CORRECTED: "neutral", DELETED: "neutral" };
export const lineTones: Partial<Record<string, Tone>> = {
  MISSING: "warning",
  READ: "good",
  ALERT: "active",
  BILLED: "neutral",
};

/** 高于前两期平均、用量为零 */
export const alertsInWords = (alerts: readonly ReadingAlert[]): string =>
  alerts.map((alert) => readingAlertLabels[alert]).join("、");

/** Where a meter stands: 房间 1-1-101, 1栋公共, 管理区公共. */
export function placeOf({ roomCode, buildingName, place }: Pick<MeterDto, "roomCode" | "buildingName" | "place">) {
  if (place === "ROOM") return roomCode ?? meterPlaceLabels.ROOM;
  return buildingName ? `${buildingName}公共` : "管理区公共";
}

/** A use with its unit: 12.5 吨. */
export const usageText = (use: string | null, kind: MeterDto["kind"]): string =>
  use === null ? "—" : `${use} ${meterUnits[kind]}`.trim();
