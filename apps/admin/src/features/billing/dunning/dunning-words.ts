import { type DunningMark, LIMITATION_NEAR_DAYS } from "@linli/contracts/enums";
import type { Tone } from "../../../components/status-tag";

export const markTones: Partial<Record<DunningMark, Tone>> = {
  NEVER: "warning",
  PROMISED: "active",
  BROKEN: "bad",
  DISPUTED: "warning",
  LAWSUIT: "active",
};

/** How long limitation still runs, in words. */
export function limitationText(daysLeft: number | null, on: string | null): string {
  if (on === null || daysLeft === null) return "—";
  if (daysLeft < 0) return `${on}（已过 ${-daysLeft} 天）`;
  return daysLeft <= LIMITATION_NEAR_DAYS ? `${on}（还有 ${daysLeft} 天）` : on;
}

/** How long limitation still runs, without the day; it stands still while what is overdue is before a court. */
export function limitationHint(daysLeft: number | null, openFen: number): string {
  if (daysLeft === null) return openFen > 0 ? "诉讼或仲裁中，终结后重新计算" : "没有逾期";
  return daysLeft < 0 ? `已过 ${-daysLeft} 天` : `还有 ${daysLeft} 天`;
}

/** Limitation that has ended is bad, one that ends soon is a warning. */
export function limitationTone(daysLeft: number | null): "bad" | "warning" | "plain" {
  if (daysLeft === null || daysLeft > LIMITATION_NEAR_DAYS) return "plain";
  return daysLeft < 0 ? "bad" : "warning";
}
