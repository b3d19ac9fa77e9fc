import type { EntityManager } from "typeorm";
import { RuleViolation } from "../../common/rule-violation.js";
import type { RunningJob } from "../../jobs/jobs.service.js";
import { billedUses } from "../meters/billed-uses.js";
import { pricing } from "../runs/priced-room.js";
import { loadContext, type RunContext } from "../runs/run-inputs.js";
import { keyOfPlanned } from "./line-key.js";
import { linesOfMonth, type RunLine } from "../runs/run-lines.js";
import { countRooms, roomsOfRun } from "../runs/run-rooms.js";
import { issuedBills } from "./issued-bills.js";
import { type PlannedLine, planRecalculation } from "./plan-recalculation.js";
import { isReduced, takenOffAnew } from "./taken-off-anew.js";

/** What is compared. */
export interface Compared {
  projectId: string;
  /** Service months. */
  periods: readonly string[];
  feeItemIds: string[];
  /** Null for all rooms of the project. */
  roomIds: string[] | null;
  /** Today in the project. */
  day: string;
  /** The keys of the lines that are issued anew, once that is decided: no other counts as such where discounts are shared. */
  chosen?: ReadonlySet<string>;
  /** Whether bills are written: what prices follow from is held against changes until the end. */
  forPosting: boolean;
}

/** What late fees follow the price of a line. */
const lateFeeOf = ({ terms }: RunContext, { rateId, rateVersionId }: RunLine): string | null =>
  (rateId && terms.get(rateId)?.versions.find(({ id }) => id === rateVersionId)?.lateFee) ?? null;

/**
 * The differences between what was billed and what it comes to today, month by month, the rooms of each a thousand at a
 * time: priced as a run prices them. Lines with discounts or waivers come last, for all months together.
 */
export async function* differencesOf(
  tx: EntityManager,
  job: RunningJob,
  { projectId, periods, feeItemIds, roomIds, day, chosen, forPosting }: Compared,
): AsyncGenerator<{ period: string; lines: PlannedLine[] }> {
  if (roomIds?.length === 0) return;
  const scope = { buildingIds: [], roomIds: roomIds ?? [], feeItemIds };
  const total = (await countRooms(tx, projectId, scope)) * periods.length;
  let done = 0;
  const reduced: PlannedLine[] = [];
  const discounted: PlannedLine[] = [];
  const isChosen = (line: PlannedLine) => chosen === undefined || chosen.has(keyOfPlanned(line));
  for (const period of periods) {
    const context = await loadContext(tx, projectId, period, scope, forPosting);
    for await (const rooms of roomsOfRun(tx, context, scope)) {
      if (await job.cancelled()) throw new RuleViolation("CANCELLED", "已取消，没有改动任何账单");
      const ids = rooms.map(({ roomId }) => roomId);
      const issued = Map.groupBy(
        await issuedBills(tx, { projectId, period, day }, ids, feeItemIds),
        ({ roomId }) => roomId,
      );
      const billed = await billedUses(tx, context, ids);
      const lines: PlannedLine[] = [];
      for (const room of rooms) {
        const bills = issued.get(room.roomId);
        if (!bills) continue;
        const priced = pricing(room.roomId, () => linesOfMonth(context, room, day, billed));
        const withLateFees = priced.map((line) => ({ ...line, lateFee: lateFeeOf(context, line) }));
        const found = planRecalculation(bills, withLateFees);
        lines.push(...found.differing.filter(isChosen));
        discounted.push(...found.discounted.filter(isChosen));
      }
      reduced.push(...lines.filter(isReduced));
      yield { period, lines: lines.filter((line) => !isReduced(line)) };
      done += rooms.length;
      await job.progress(done, total, `已比较 ${done} / ${total} 间·月`);
    }
  }
  const settled = await takenOffAnew(tx, projectId, reduced, discounted);
  for (const [period, lines] of Map.groupBy(settled, (line) => line.period)) yield { period, lines };
}
