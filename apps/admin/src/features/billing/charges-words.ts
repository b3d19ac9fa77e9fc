import type { ChargeStatus } from "@linli/contracts/enums";
import type { Tone } from "../../components/status-tag";

export const chargeTones: Partial<Record<ChargeStatus, Tone>> = {
  OPEN: "warning",
  PARTIAL: "active",
  SETTLED: "good",
  REDUCED: "neutral",
  REVERSED: "neutral",
};
