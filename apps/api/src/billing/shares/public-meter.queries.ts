import type { DataSource, EntityManager } from "typeorm";
import { monthOfMeter } from "../meters/loss.sql.js";
import type { MeteredAmount } from "./month-amount.js";
import type { MonthShare } from "./month-share.entity.js";
import type { SharePool } from "./share-pool.entity.js";

interface Read {
  /** The newest meter that stood there in the month. */
  id: string;
  no: string;
  use: string | null;
  /** Meters in use in the month, of the public one and those in its place, without a reading. */
  unread: number;
  subs: number;
  subUse: string;
  subsUnread: number;
}

/** What the readings of a pool's public meter say of a month, or why they say nothing. */
export type MeteredMonth = { meterId: string } & (
  | { amount: MeteredAmount; fault: null }
  | { amount: null; fault: string }
);

/**
 * What the public meter of a pool used in a month (BIL-24), for a loss against all meters behind it (BIL-25): the readings of
 * the month that stand. A meter that was exchanged counts together with those before and after it. To four places. Null for a pool without one.
 */
export async function meteredMonth(
  db: Pick<DataSource | EntityManager, "query">,
  { projectId, meterId, source }: Pick<SharePool, "projectId" | "meterId" | "source">,
  period: string,
): Promise<MeteredMonth | null> {
  if (meterId === null) return null;
  const [read] = await db.query<[Read]>(
    `SELECT n.id, n.no, trim_scale(round(l.use, 4))::text AS use, l.unread, l.subs,
            trim_scale(round(l.sub_use, 4))::text AS "subUse", l.subs_unread AS "subsUnread"
       FROM (${monthOfMeter("$1::uuid", "$2::uuid", "$3::text")}) l JOIN meter n ON n.project_id = $1 AND n.id = l.id`,
    [projectId, meterId, period],
  );
  const { id, no, use, unread, subs, subUse, subsUnread } = read;
  const fault = (why: string) => ({ meterId: id, amount: null, fault: why });
  if (use === null || unread > 0) return fault(`公共表 ${no} 在 ${period} 没有读数，请先抄表`);
  if (source === "USE") return { meterId: id, amount: { use }, fault: null };
  if (subs === 0) return fault(`总表 ${no} 下没有登记分表，不能算损耗`);
  if (subsUnread > 0) return fault(`总表 ${no} 下有 ${subsUnread} 只分表在 ${period} 没有读数，请先抄表`);
  return { meterId: id, amount: { masterUse: use, subUse }, fault: null };
}

/** Why what was entered of a month is not what the pool's public meter reads now; null when it is, or was typed. */
export async function readingsMoved(
  db: Pick<DataSource | EntityManager, "query">,
  pool: SharePool,
  share: MonthShare,
): Promise<string | null> {
  const metered = await meteredMonth(db, pool, share.period);
  if (metered === null) return null;
  if (metered.amount === null) return metered.fault;
  const moved = Object.entries(metered.amount).some(
    ([field, use]) => Number(share[field as keyof MeteredAmount]) !== Number(use),
  );
  return moved ? "公共表的读数在填写之后有变化，请重新填写本月" : null;
}
