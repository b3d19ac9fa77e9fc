import type { EntityManager } from "typeorm";
import { RuleViolation } from "../../common/rule-violation.js";
import type { RunningJob } from "../../jobs/jobs.service.js";
import { pricing } from "../runs/priced-room.js";
import { loadContext } from "../runs/run-inputs.js";
import { linesOfMonth } from "../runs/run-lines.js";
import { countRooms, roomsOfRun } from "../runs/run-rooms.js";
import { issuedBills } from "./issued-bills.js";
import { type PlannedLine, planRecalculation } from "./plan-recalculation.js";

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
  /** Whether bills are written: what prices follow from is held against changes until the end. */
  forPosting: boolean;
}

/**
 * The differences between what was billed and what it comes to today, month by month, the rooms of each a thousand at a
 * time: priced as a run prices them.
 */
export async function* differencesOf(
  tx: EntityManager,
  job: RunningJob,
  { projectId, periods, feeItemIds, roomIds, day, forPosting }: Compared,
): AsyncGenerator<{ period: string; lines: PlannedLine[] }> {
  if (roomIds?.length === 0) return;
  const scope = { buildingIds: [], roomIds: roomIds ?? [], feeItemIds };
  const total = (await countRooms(tx, projectId, scope)) * periods.length;
  let done = 0;
  for (const period of periods) {
    const context = await loadContext(tx, projectId, period, scope, forPosting);
    for await (const rooms of roomsOfRun(tx, context, scope)) {
      if (await job.cancelled()) throw new RuleViolation("CANCELLED", "已取消，没有改动任何账单");
      const ids = rooms.map(({ roomId }) => roomId);
      const issued = Map.groupBy(
        await issuedBills(tx, { projectId, period, day }, ids, feeItemIds),
        ({ roomId }) => roomId,
      );
      const lines = rooms.flatMap((room) => {
        const bills = issued.get(room.roomId);
        if (!bills) return [];
        return planRecalculation(
          bills,
          pricing(room.roomId, () => linesOfMonth(context, room, day)),
        );
      });
      yield { period, lines };
      done += rooms.length;
      await job.progress(done, total, `已比较 ${done} / ${total} 间·月`);
    }
  }
}
