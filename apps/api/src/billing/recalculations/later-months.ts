import type { Cycle, TierBasis } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { addMonths, maxDate, monthsOf } from "../../common/calendar.js";
import type { RunningJob } from "../../jobs/jobs.service.js";
import { serviceOf } from "../objects/service-of.js";
import { tierWindow } from "../pricing/price-use.js";
import { type Compared, differencesOf } from "./differences.js";
import type { PlannedLine } from "./plan-recalculation.js";

/** Until which month tiers count together with a changed line, by room and service. */
export type TierWindows = Map<string, string>;

const keyOf = ({ roomId, olds }: PlannedLine) => `${roomId}${serviceOf(olds[0]!)}`;

/** Notes the months up to which tiers go on from lines that would be recalculated. */
export async function noteWindows(
  tx: EntityManager,
  projectId: string,
  windows: TierWindows,
  lines: readonly PlannedLine[],
): Promise<void> {
  const tiered = lines.filter(({ obstacle, news }) => obstacle === null && news.some(({ trace }) => trace?.tiers));
  if (tiered.length === 0) return;
  const rates = await tx.query<{ id: string; basis: TierBasis | null; cycle: Cycle }[]>(
    "SELECT id, tier_basis AS basis, cycle FROM rate WHERE project_id = $1 AND id = ANY ($2)",
    [projectId, [...new Set(tiered.flatMap(({ news }) => news.flatMap(({ rateId }) => rateId ?? [])))]],
  );
  const byId = new Map(rates.map((rate) => [rate.id, rate]));
  for (const line of tiered) {
    for (const { rateId } of line.news) {
      const rate = rateId && byId.get(rateId);
      if (!rate) continue;
      const [, last] = tierWindow(rate.basis ?? "MONTH", line.period, rate.cycle);
      // months do not come in their order
      windows.set(keyOf(line), maxDate(last, windows.get(keyOf(line)) ?? last));
    }
  }
}

/**
 * The bills of later months over which the same tiers count and that differ too, with what keeps them as they are.
 *
 * Tiers of a year or cycle go on from the use of the months before, and that stays: a month follows from the readings of
 * the others, never from their prices, so a later bill is no more wrong for the earlier one being put right. It differs by
 * the same cause. It is therefore not carried along, nobody having asked for it or seen its room, but named, so that no
 * year stays half on the old tiers unnoticed: a recalculation of more months takes it in.
 */
export async function* laterMonths(
  tx: EntityManager,
  job: RunningJob,
  compared: Compared,
  windows: TierWindows,
): AsyncGenerator<{ period: string; lines: PlannedLine[] }> {
  const last = compared.periods.at(-1)!;
  const until = [...windows.values()].reduce((a, b) => (a > b ? a : b), last);
  if (until <= last) return;
  const roomIds = [...new Set([...windows.keys()].map((key) => key.slice(0, UUID_LENGTH)))];
  const later = { ...compared, periods: monthsOf(addMonths(last, 1), until), roomIds };
  for await (const { period, lines } of differencesOf(tx, job, later)) {
    const same = lines.filter((line) => period <= (windows.get(keyOf(line)) ?? ""));
    yield { period, lines: same.map((line) => ({ ...line, obstacle: line.obstacle ?? "LATER_MONTH" })) };
  }
}

const UUID_LENGTH = 36;
