import type { Tone } from "../../components/status-tag";

export const receiptStatusTones = {
  VALID: "good",
  REVERSED: "warning",
  VOIDED: "warning",
  RED: "bad",
} as const satisfies Record<string, Tone>;
export const periodStatusTones = { OPEN: "good", CLOSING: "active", CLOSED: "neutral" } as const satisfies Record<
  string,
  Tone
>;
export const severityTones = { OK: "good", WARN: "warning", BLOCK: "bad" } as const satisfies Record<string, Tone>;
