import { type MeterAssignmentDto, type MeterKind, meterKindLabels } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { dayBefore, periodOf } from "../../common/calendar.js";
import type { NewRoom, RestructurePlan } from "../../property/restructures/restructure-plan.js";
import { IS_BILLED } from "./meter-supply.js";
import { statesOf } from "./meter-state.js";
import type { MeterState, NewReading } from "./reading-rules.js";

/** A meter that stands in an old room beyond its last day. */
export interface MovedMeter {
  meter: MeterState;
  roomCode: string;
  feeItemId: string | null;
  feeItemName: string | null;
  /** Readings with a use that no charge was issued for, and the last month of theirs. */
  unbilled: number;
  unbilledTo: string | null;
}

/** $1 project, $2 rooms, $3 their last day. */
const STANDING = `
  SELECT m.id, o.code AS "roomCode", m.fee_item_id AS "feeItemId", f.name AS "feeItemName",
         u.count AS unbilled, u.period AS "unbilledTo"
    FROM meter m JOIN room o ON o.project_id = m.project_id AND o.id = m.room_id
    LEFT JOIN fee_item f ON f.project_id = m.project_id AND f.id = m.fee_item_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count, max(r.period) AS period FROM meter_reading r
       WHERE r.project_id = m.project_id AND r.meter_id = m.id AND r.status = 'VALID' AND r.use > 0
         AND r.room_id = m.room_id AND m.fee_item_id IS NOT NULL AND NOT ${IS_BILLED}) u
   WHERE m.project_id = $1 AND m.room_id = ANY ($2) AND (m.removed_on IS NULL OR m.removed_on > $3)
   ORDER BY o.code, m.kind, m.no, m.id`;

/** The meters that stand in rooms beyond their last day, by room, kind and number. */
export async function metersIn(
  tx: EntityManager,
  projectId: string,
  rooms: readonly { id: string }[],
  lastDay: string,
): Promise<MovedMeter[]> {
  const params = [projectId, rooms.map(({ id }) => id), lastDay];
  const rows = await tx.query<(Omit<MovedMeter, "meter"> & { id: string })[]>(STANDING, params);
  const ids = rows.map(({ id }) => id);
  const states = await statesOf(tx, projectId, ids, periodOf(lastDay));
  return rows.flatMap(({ id, ...row }) => {
    const meter = states.get(id);
    return meter ? [{ meter, ...row }] : [];
  });
}

/** Whether its use up to the last day of the old room is billed and not known yet. */
export const needsReading = ({ meter, feeItemId }: MovedMeter, lastDay: string): boolean =>
  feeItemId !== null && (meter.coveredTo ?? dayBefore(meter.installedOn)) < lastDay;

const assignedTo = ({ dto }: RestructurePlan, { meter }: MovedMeter): MeterAssignmentDto | undefined =>
  dto.meters?.find(({ meterId }) => meterId === meter.id);

/** The new room a meter goes to: the one that was chosen, else the largest, the first of equals. */
export function targetOf(plan: RestructurePlan, moved: MovedMeter): NewRoom | undefined {
  const part = assignedTo(plan, moved)?.part;
  if (part !== undefined && part !== null) return plan.news[part];
  const areas = plan.news.map(({ buildingArea }) => Number(buildingArea));
  return plan.news[areas.indexOf(Math.max(...areas))];
}

/** What the plan says that the meter showed: the last reading of the old room, in the month of its last day. */
export function readingOf(plan: RestructurePlan, moved: MovedMeter, reason: string): NewReading | null {
  const value = assignedTo(plan, moved)?.reading;
  if (value === undefined || value === null) return null;
  const { effectiveOn, lastDay } = plan;
  return { value, readOn: effectiveOn, serviceTo: lastDay, period: periodOf(lastDay), kind: "RESTRUCTURE", reason };
}

/** 水表 W-1 */
export const nameOf = ({ meter }: MovedMeter): string => `${meterKindLabels[meter.kind as MeterKind]} ${meter.no}`;

/** How far a meter is read, in words. */
export const stateInWords = ({ meter }: MovedMeter): string =>
  meter.coveredTo === null
    ? `起始读数 ${Number(meter.lastValue)}，未抄表`
    : `已抄到 ${meter.coveredTo}，读数 ${Number(meter.lastValue)}${meter.lastEstimated ? "（估抄）" : ""}`;
