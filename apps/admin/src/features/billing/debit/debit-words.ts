import type { Tone } from "../../../components/status-tag";

export const agreementTones: Record<string, Tone> = {
  PENDING: "warning",
  ACTIVE: "good",
  SUSPENDED: "bad",
};
export const batchTones: Record<string, Tone> = {
  EXPORTED: "active",
  RETURNED: "warning",
  PARTIAL: "warning",
  DONE: "good",
};
export const lineTones: Record<string, Tone> = {
  IN_PROCESS: "active",
  SUCCEEDED: "good",
  PARTIAL: "warning",
  FAILED: "bad",
};
