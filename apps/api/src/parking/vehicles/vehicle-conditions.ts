import { normalisePlate, type VehicleQueryDto } from "@linli/contracts";
import { containing, Where } from "../../common/where.js";

/** The conditions of the list of vehicles `v`. */
export function vehicleConditions(projectId: string, query: VehicleQueryDto, today: string): Where {
  const where = new Where().add("v.project_id = ?", projectId).add("v.active = ?", query.active);
  if (query.q) searched(where, query.q, today);
  related(where, query, today);
  return where;
}

/** The relation `vr` lasts on a day: the day, twice. */
export const LASTS = "vr.starts_on <= ? AND (vr.ends_on IS NULL OR vr.ends_on >= ?)";

/** Part of the plate or model, or of the name of somebody it belongs to today. */
function searched(where: Where, q: string, today: string): void {
  where.add(
    `(v.plate ILIKE ? OR v.model ILIKE ? OR v.id IN (
       SELECT vr.vehicle_id FROM vehicle_relation vr JOIN customer c ON c.project_id = vr.project_id AND c.id = vr.customer_id
        WHERE vr.project_id = v.project_id AND ${LASTS} AND c.name ILIKE ?))`,
    containing(normalisePlate(q)) ?? "",
    containing(q),
    today,
    today,
    containing(q),
  );
}

/** Those with a relation of today that is such. */
function related(where: Where, { kind, rank, buildingId }: VehicleQueryDto, today: string): void {
  if (!kind && !rank && !buildingId) return;
  const conditions: string[] = [LASTS];
  const values = [today, today];
  for (const [condition, value] of [
    ["vr.kind = ?", kind],
    ["vr.rank = ?", rank],
    ["u.building_id = ?", buildingId],
  ] as const) {
    if (!value) continue;
    conditions.push(condition);
    values.push(value);
  }
  where.add(
    `v.id IN (SELECT vr.vehicle_id FROM vehicle_relation vr
        LEFT JOIN room o ON o.project_id = vr.project_id AND o.id = vr.room_id
        LEFT JOIN unit u ON u.project_id = o.project_id AND u.id = o.unit_id
       WHERE vr.project_id = v.project_id AND ${conditions.join(" AND ")})`,
    ...values,
  );
}
