import type { PrintMeterDto } from "@linli/contracts";
import type { PriceTrace } from "../pricing/pricing.types.js";

/** The readings behind a charge as papers state them (BIL-114); several meters stand side by side. */
export function printMeterOf(trace: PriceTrace | null): PrintMeterDto | null {
  const meters = trace?.meters ?? [];
  if (meters.length === 0) return null;
  const all = (of: (meter: (typeof meters)[number]) => string) => meters.map(of).join(" / ");
  return {
    previous: all(({ before }) => before),
    current: all(({ now }) => now),
    multiplier: all(({ mult }) => mult ?? "1"),
    usage: all(({ use }) => use),
  };
}
