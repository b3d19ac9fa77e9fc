import type { NoticeLateFeeDto } from "@linli/contracts";
import { periodOf } from "../../common/calendar.js";
import { joinSurvivor } from "../../customer/merged-customers.js";
import { type Accrued, accruedOn } from "../late-fees/accrued.js";
import { percentText } from "../late-fees/explain-late-fee.js";
import type { LateFeeSegment } from "../late-fees/late-fee.types.js";
import { ACTIVE_SCHEME } from "../late-fees/scheme-of-charge.js";
import type { Queryable } from "../periods/month-figures.js";
import { conditionsOf, type NoticeHead, type NoticeScope } from "./notices.queries.js";

/** What accrued on a charge that stands on a notice, with whose notice that is. */
export interface NoticeLateFee extends Accrued {
  noticeRoomId: string;
  noticePayerId: string;
}

/**
 * What accrued until the end of a day on the charges of a scope's notices and is not booked (BIL-52, BIL-114). A notice of
 * another month than the day's bears none: it says what was owed then. `heads`: of these notices only.
 */
export async function lateFeesOnNotices(
  db: Queryable,
  projectId: string,
  scope: NoticeScope,
  today: string,
  heads?: readonly NoticeHead[],
): Promise<NoticeLateFee[]> {
  if (scope.period !== periodOf(today)) return [];
  const where = conditionsOf(projectId, scope)
    .add("c.open_fen > 0")
    .add("c.due_on < ?::date", today)
    .add("c.principal_id IS NULL")
    .add("c.debit_batch_id IS NULL")
    .add(
      "p.id = ANY(?::uuid[])",
      heads?.map(({ payerId }) => payerId),
    );
  const charges = await db.query<{ id: string; roomId: string; payerId: string }[]>(
    `SELECT c.id, c.room_id AS "roomId", p.id AS "payerId"
       FROM charge c ${ACTIVE_SCHEME}
       JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
       JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
       ${joinSurvivor("p", "c.project_id", "c.payer_id")} ${where.toString()}`,
    where.params,
  );
  if (charges.length === 0) return [];
  const whose = new Map(charges.map((charge) => [charge.id, charge]));
  const accrued = await accruedOn(db, projectId, today, { chargeIds: [...whose.keys()] });
  return accrued
    .filter(({ lateFee }) => lateFee.fen > 0)
    .map((one) => {
      const { roomId, payerId } = whose.get(one.chargeId)!;
      return { ...one, noticeRoomId: roomId, noticePayerId: payerId };
    });
}

/** Those of one notice. */
export const ofHead = (lateFees: readonly NoticeLateFee[], { roomId, payerId }: NoticeHead): NoticeLateFee[] =>
  lateFees.filter((one) => one.noticePayerId === payerId && (roomId === null || one.noticeRoomId === roomId));

export const sumOf = (lateFees: readonly NoticeLateFee[]): number =>
  lateFees.reduce((sum, { lateFee }) => sum + lateFee.fen, 0);

/** The late fee as a notice states it: amount, rates by day or month, until when. */
export function printedLateFee(lateFees: readonly NoticeLateFee[], asOf: string): NoticeLateFeeDto | null {
  if (lateFees.length === 0) return null;
  const rates = new Set(lateFees.flatMap(({ lateFee }) => lateFee.segments.map(rateWords)));
  const rule = `逾期未缴的费用按${[...rates].join("、")} 计收，已入账的见明细`;
  return { amountFen: sumOf(lateFees), rule, asOf };
}

/** 每日 0.05% */
const rateWords = (segment: LateFeeSegment): string =>
  "days" in segment ? `每日 ${percentText(segment.dailyRate)}` : `每月 ${percentText(segment.monthlyRate)}`;
