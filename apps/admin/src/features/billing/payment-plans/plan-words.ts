import type { InstalmentState, PaymentPlanState } from "@linli/contracts/enums";

export const planTones: Partial<Record<PaymentPlanState, "warning" | "active" | "bad" | "good">> = {
  PENDING: "warning",
  KEPT: "active",
  BROKEN: "bad",
  FULFILLED: "good",
};

export const instalmentTones: Partial<Record<InstalmentState, "bad" | "good">> = { PAID: "good", MISSED: "bad" };
