import type { DataSource, EntityManager } from "typeorm";
import type { MeteredAmount } from "./month-amount.js";
import type { MonthShare } from "./month-share.entity.js";
import type { SharePool } from "./share-pool.entity.js";

interface Read {
  no: string;
  use: string | null;
  /** Meters in use in the month, of the public one and those in its place, without a reading. */
  unread: number;
  subUse: string;
  subsUnread: number;
}

/** What the readings of a pool's public meter say of a month, or why they say nothing. */
export type MeteredMonth = { amount: MeteredAmount; fault: null } | { amount: null; fault: string };

/**
 * What the public meter of a pool used in a month (BIL-24), for a loss against all meters behind it (BIL-25): the readings of
 * the month that stand. A meter that was exchanged counts together with those before and after it. To four places. Null for a pool without one.
 */
export async function meteredMonth(
  db: Pick<DataSource | EntityManager, "query">,
  { projectId, meterId, source }: SharePool,
  period: string,
): Promise<MeteredMonth | null> {
  if (meterId === null) return null;
  const [read] = await db.query<[Read]>(
    `WITH RECURSIVE chain AS (
       SELECT m.id, m.replaces_id FROM meter m WHERE m.project_id = $1 AND m.id = $2
       UNION
       SELECT m.id, m.replaces_id FROM chain c JOIN meter m ON m.project_id = $1 AND (m.id = c.replaces_id OR m.replaces_id = c.id)),
     used AS (
       SELECT m.parent_id IN (SELECT id FROM chain) AND m.id NOT IN (SELECT id FROM chain) AS sub,
              (m.removed_on IS NULL OR to_char(m.removed_on, 'YYYY-MM') >= $3) AND to_char(m.installed_on, 'YYYY-MM') <= $3 AS present,
              (SELECT sum(r.use) FROM meter_reading r
                WHERE r.project_id = m.project_id AND r.meter_id = m.id AND r.period = $3 AND r.status = 'VALID') AS use
         FROM meter m
        WHERE m.project_id = $1 AND (m.id IN (SELECT id FROM chain) OR m.parent_id IN (SELECT id FROM chain)))
     SELECT (SELECT no FROM meter WHERE project_id = $1 AND id IN (SELECT id FROM chain) ORDER BY removed_on DESC NULLS FIRST LIMIT 1) AS no,
            trim_scale(round(sum(u.use) FILTER (WHERE NOT u.sub), 4))::text AS use,
            (count(*) FILTER (WHERE NOT u.sub AND u.present AND u.use IS NULL))::int AS unread,
            coalesce(trim_scale(round(sum(u.use) FILTER (WHERE u.sub), 4)), 0)::text AS "subUse",
            (count(*) FILTER (WHERE u.sub AND u.present AND u.use IS NULL))::int AS "subsUnread"
       FROM (SELECT coalesce(sub, false) AS sub, present, use FROM used) u`,
    [projectId, meterId, period],
  );
  const { no, use, unread, subUse, subsUnread } = read;
  if (use === null || unread > 0) return { amount: null, fault: `公共表 ${no} 在 ${period} 没有读数` };
  if (source === "USE") return { amount: { use }, fault: null };
  if (subsUnread > 0) return { amount: null, fault: `总表 ${no} 下有 ${subsUnread} 只分表在 ${period} 没有读数` };
  return { amount: { masterUse: use, subUse }, fault: null };
}

/** Why what was entered is not what the public meter reads now; null when it is, or was typed. */
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
