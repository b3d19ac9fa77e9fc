import type { EntityManager } from "typeorm";
import { lastDay, periodOf } from "../../../common/calendar.js";
import { InvalidInput } from "../../../common/rule-violation.js";
import { meterNotRead } from "../../billing.errors.js";
import type { RateBinding } from "../rate-binding.entity.js";

/**
 * A metered service that ends has a final reading on its last day: what was counted until then is billed by it, and what a
 * later reading counted over that day would be billed to nobody. At the end of a month the month's round is that reading,
 * however late it comes; a day still to come can therefore only be such an end. The caller holds the fee item.
 * @throws METER_NOT_READ with the meters that lack one, InvalidInput for a day in mid-month to come
 */
export async function refuseUnread(
  tx: EntityManager,
  { projectId, roomId, feeItemId }: Pick<RateBinding, "projectId" | "roomId" | "feeItemId">,
  endsOn: string,
  today: string,
): Promise<void> {
  refuseMidMonthToCome(endsOn, today);
  if (endsOn === lastDay(periodOf(endsOn))) return;
  const unread = await tx.query<{ no: string }[]>(
    `SELECT m.no FROM meter m
      WHERE m.project_id = $1 AND m.room_id = $2 AND m.fee_item_id = $3 AND m.installed_on <= $4
        AND (m.removed_on IS NULL OR m.removed_on > $4)
        AND NOT EXISTS (SELECT 1 FROM meter_reading r
                         WHERE r.project_id = m.project_id AND r.meter_id = m.id AND r.status = 'VALID' AND r.service_to = $4)
      ORDER BY m.no`,
    [projectId, roomId, feeItemId, endsOn],
  );
  if (unread.length > 0)
    throw meterNotRead(
      endsOn,
      unread.map(({ no }) => no),
    );
}

/** Nobody can have read the meters on a day still to come. @throws InvalidInput unless such a day ends its month */
export function refuseMidMonthToCome(endsOn: string, today: string): void {
  const monthEnd = lastDay(periodOf(endsOn));
  if (endsOn <= today || endsOn === monthEnd) return;
  const words = `走表收费按止码结算，还没到的结束日期只能是月末（如 ${monthEnd}）；要在 ${endsOn} 结束，请在这一天登记止码以后再办理`;
  throw new InvalidInput({ endsOn: [words] });
}
