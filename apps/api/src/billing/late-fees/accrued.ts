import type { GracePolicy, LateFeeUnit } from "@linli/contracts";
import { dayAfter, maxDate, minDate } from "../../common/calendar.js";
import { idsOf } from "../../customer/merged-customers.js";
import { trimDecimal } from "../rates/rate.mapper.js";
import { FREE_DAYS } from "../exclusions/exclusion.sql.js";
import type { Queryable } from "../periods/month-figures.js";
import { lateFeeOf, type LateFee } from "./late-fee.js";
import type { LateFeeRate, LateFeeRules, OverdueCharge } from "./late-fee.types.js";
import { itemWithObject } from "../objects/charge-item.sql.js";
import { ACTIVE_SCHEME } from "./scheme-of-charge.js";

/** Whose charges: those named, those of a room, or those a payer owes today. */
export interface Whose {
  chargeIds?: readonly string[];
  roomId?: string;
  payerId?: string;
  /** Also charges on which nothing is open any more. */
  settled?: boolean;
}

/** An overdue charge that bears a late fee, and what accrued on it. */
export interface Accrued {
  chargeId: string;
  roomId: string;
  payerId: string;
  period: string;
  feeItemName: string;
  dueOn: string;
  /** The item the late fee is booked under. */
  lateFeeItemId: string;
  rules: LateFeeRules;
  lateFee: LateFee;
  /** The first and the last day that are not booked yet. */
  from: string;
  to: string;
}

interface Row extends Omit<OverdueCharge, "changes" | "freeDays" | "carriedTo"> {
  id: string;
  roomId: string;
  payerId: string;
  period: string;
  feeItemName: string;
  lateFeeItemId: string;
  unit: LateFeeUnit;
  graceDays: number;
  gracePolicy: GracePolicy;
  capShare: string | null;
  rates: LateFeeRate[];
  changes: { on: string; fen: number }[] | null;
  freeDays: { from: string; to: string | null }[] | null;
  lateBookedTo: string | null;
}

const FIRST_RATE = `(SELECT min(r.starts_on) FROM late_fee_rate r
  WHERE r.project_id = s.project_id AND r.scheme_id = s.id)`;

/** Whether a late fee `f` was booked by scheme `s`, and not by one it replaced: those end before its first rate. */
export const BOOKED_BY_SCHEME = `f.service_to >= ${FIRST_RATE}`;

/**
 * What accrued until the end of a day and is not booked yet (BIL-52), with one statement however many charges: those
 * with an active scheme that were due before and are still open (or, named, settled), in the order of their ids. A
 * receipt that was reversed never lowered the principal, one that was issued anew lowered it on the day of the first, and
 * what was reversed of a charge was never owed. What an earlier scheme booked stays as it is: the days of a scheme begin
 * with its first rate. Days that were booked on a charge this one stands for bear none, and what was booked counts
 * towards the cap.
 */
export async function accruedOn(db: Queryable, projectId: string, asOf: string, whose: Whose): Promise<Accrued[]> {
  const rows = await db.query<Row[]>(
    `SELECT c.id, c.room_id AS "roomId", c.payer_id AS "payerId", c.period, ${itemWithObject("c", "i.name")} AS "feeItemName", c.due_on AS "dueOn",
            c.amount_fen - c.reversed_fen AS "principalFen", s.fee_item_id AS "lateFeeItemId", s.unit, s.grace_days AS "graceDays",
            s.grace_policy AS "gracePolicy", s.cap_share AS "capShare", rates.list AS rates, moved.list AS changes,
            ${FREE_DAYS} AS "freeDays", c.late_booked_to AS "lateBookedTo",
            CASE WHEN c.late_booked_to >= ${FIRST_RATE} THEN coalesce(c.late_booked_fen, 0) ELSE 0 END AS "carriedFen",
            booked."to" AS "bookedTo", coalesce(booked.fen, 0)::bigint AS "bookedFen"
       FROM charge c ${ACTIVE_SCHEME}
       JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
       CROSS JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('startsOn', r.starts_on, 'rate', r.rate::text)) AS list
           FROM late_fee_rate r WHERE r.project_id = s.project_id AND r.scheme_id = s.id) rates
       LEFT JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('on', coalesce(first.booked_on, e.booked_on), 'fen', e.amount_fen)) AS list
           FROM charge_entry e
           LEFT JOIN receipt t ON t.project_id = e.project_id AND t.id = e.receipt_id
           LEFT JOIN receipt first ON first.project_id = t.project_id AND first.id = t.reissue_of
          WHERE e.project_id = c.project_id AND e.charge_id = c.id AND e.kind <> 'REVERSAL' AND t.reversal_of IS NULL
            AND NOT EXISTS (SELECT 1 FROM receipt red WHERE red.project_id = t.project_id AND red.reversal_of = t.id)) moved ON true
       LEFT JOIN LATERAL (
         SELECT max(f.service_to) AS "to", sum(f.amount_fen - f.reversed_fen) AS fen
           FROM charge f
          WHERE f.project_id = c.project_id AND f.principal_id = c.id AND f.reversed_fen < f.amount_fen
            AND ${BOOKED_BY_SCHEME}) booked ON true
      WHERE c.project_id = $1 AND c.due_on < $2::date AND (c.open_fen > 0 OR $6) AND c.principal_id IS NULL
        AND ($3::uuid[] IS NULL OR c.id = ANY ($3)) AND ($4::uuid IS NULL OR c.room_id = $4)
        AND ($5::uuid IS NULL OR c.payer_id IN ${idsOf("$1", "$5::uuid")})
      ORDER BY c.id`,
    [projectId, asOf, whose.chargeIds ?? null, whose.roomId ?? null, whose.payerId ?? null, whose.settled ?? false],
  );
  return rows.map((row) => {
    const { unit, graceDays, gracePolicy, capShare, rates, changes, lateBookedTo: carriedTo } = row;
    const rules = {
      unit,
      graceDays,
      gracePolicy,
      capShare: capShare === null ? null : trimDecimal(capShare),
      rates: rates.map(trimmed),
    };
    const overdue = { ...row, changes: changes ?? [], freeDays: row.freeDays ?? [], carriedTo };
    const lateFee = lateFeeOf(overdue, rules, asOf);
    const to = maxDate(asOf, row.bookedTo);
    const next = row.bookedTo === null ? (lateFee.segments[0]?.from ?? to) : dayAfter(row.bookedTo);
    return {
      chargeId: row.id,
      roomId: row.roomId,
      payerId: row.payerId,
      period: row.period,
      feeItemName: row.feeItemName,
      dueOn: row.dueOn,
      lateFeeItemId: row.lateFeeItemId,
      rules,
      lateFee,
      from: minDate(next, to),
      to,
    };
  });
}

const trimmed = ({ startsOn, rate }: LateFeeRate): LateFeeRate => ({ startsOn, rate: trimDecimal(rate) });
