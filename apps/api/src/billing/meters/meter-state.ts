import type { EntityManager } from "typeorm";
import { addMonths } from "../../common/calendar.js";
import { MeterSettings } from "./meter-settings.entity.js";
import type { AlertLimits, MeterState } from "./reading-rules.js";

/** What holds until a project sets its own. */
const ALERT_LIMITS: AlertLimits = { highPercent: 150, seasonalPercent: 150 };

/** From when on a project wants a reading looked at twice. */
export async function alertLimitsOf(manager: EntityManager, projectId: string): Promise<AlertLimits> {
  const row = await manager.findOneBy(MeterSettings, { projectId });
  return row ? { highPercent: row.highPercent, seasonalPercent: row.seasonalPercent } : ALERT_LIMITS;
}

/** $1 project, $2 meters, $3 month, $4 same month of the year before. */
const STATES = `
  SELECT m.id, m.no, m.kind, m.room_id AS "roomId", m.digits, m.multiplier, m.reverse, m.installed_on AS "installedOn",
         m.removed_on AS "removedOn", COALESCE(l.value, m.start_reading) AS "lastValue", l.service_to AS "coveredTo",
         COALESCE(l.estimated, false) AS "lastEstimated",
         ARRAY(SELECT u.use::text FROM meter_reading u
                WHERE u.project_id = m.project_id AND u.meter_id = m.id AND u.status = 'VALID' AND u.kind = 'REGULAR'
                  AND u.period < $3
                ORDER BY u.service_to DESC LIMIT 2) AS "lastUses",
         (SELECT y.use FROM meter_reading y
           WHERE y.project_id = m.project_id AND y.meter_id = m.id AND y.status = 'VALID' AND y.kind = 'REGULAR'
             AND y.period = $4) AS "lastYearUse",
         EXISTS (SELECT 1 FROM meter_reading p
                  WHERE p.project_id = m.project_id AND p.meter_id = m.id AND p.status = 'VALID' AND p.kind = 'REGULAR'
                    AND p.period = $3) AS "hasRegular"
    FROM meter m
    LEFT JOIN LATERAL (SELECT r.value, r.service_to, r.estimated FROM meter_reading r
                        WHERE r.project_id = m.project_id AND r.meter_id = m.id AND r.status = 'VALID'
                        ORDER BY r.service_to DESC LIMIT 1) l ON true
   WHERE m.project_id = $1 AND m.id = ANY ($2)`;

/** What the next readings of some meters in a month are judged by. */
export async function statesOf(
  manager: EntityManager,
  projectId: string,
  meterIds: readonly string[],
  period: string,
): Promise<Map<string, MeterState>> {
  const params = [projectId, meterIds, period, addMonths(period, -12)];
  const rows = await manager.query<MeterState[]>(STATES, params);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Locks meters in id order: two people at one meter take turns. */
export async function lockMeters(tx: EntityManager, projectId: string, ids: readonly string[]): Promise<void> {
  await tx.query("SELECT 1 FROM meter WHERE project_id = $1 AND id = ANY ($2) ORDER BY id FOR NO KEY UPDATE", [
    projectId,
    ids,
  ]);
}
