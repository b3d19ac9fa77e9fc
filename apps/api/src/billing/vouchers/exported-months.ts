import type { EntityManager } from "typeorm";
import { exportedToFinance, type StandingExport } from "./vouchers.errors.js";

/** The export of a month that stands; null when there is none. */
export async function standingExport(
  tx: EntityManager,
  projectId: string,
  period: string,
): Promise<StandingExport | null> {
  const [found] = await tx.query<StandingExport[]>(
    `SELECT x.export_no AS "exportNo", x.exported_by_name AS "exportedByName",
            to_char(x.created_at AT TIME ZONE p.time_zone, 'YYYY-MM-DD') AS "exportedOn"
       FROM voucher_export x JOIN project p ON p.id = x.project_id
      WHERE x.project_id = $1 AND x.period = $2 AND x.cancelled_at IS NULL`,
    [projectId, period],
  );
  return found ?? null;
}

/** Refuses to open a month again that finance has (BIL-92). The month is locked. @throws PERIOD_EXPORTED */
export async function refuseExported(tx: EntityManager, projectId: string, period: string): Promise<void> {
  const standing = await standingExport(tx, projectId, period);
  if (standing) throw exportedToFinance(period, standing);
}

/** What was exported of a month and taken back, in words for whoever decides about it; null when nothing was. */
export async function cancelledExports(tx: EntityManager, projectId: string, period: string): Promise<string | null> {
  const rows = await tx.query<{ no: string; by: string; reason: string }[]>(
    `SELECT export_no AS no, cancelled_by_name AS by, cancel_reason AS reason FROM voucher_export
      WHERE project_id = $1 AND period = $2 AND cancelled_at IS NOT NULL ORDER BY id`,
    [projectId, period],
  );
  if (rows.length === 0) return null;
  return rows.map(({ no, by, reason }) => `${no} 已由${by}作废：${reason}`).join("；");
}
