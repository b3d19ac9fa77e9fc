import type { EntityManager } from "typeorm";
import { maxDate, minDate } from "../../common/calendar.js";
import { newId } from "../../common/ids.js";
import { giveDiscounts, takeBackRunDiscounts } from "../discounts/discount-ledger.js";
import { clientOf, copyInto } from "../../database/copy.js";
import { noteOrigins } from "../charges/charge-origins.js";
import { reverseOpen } from "../charges/reverse-open.js";
import { lateBookedShare } from "../late-fees/late-booked-to.js";
import { bookRunReductions, takeBackReductions } from "../reductions/reductions-of-run.js";
import { chargeRow, STAGED, STAGING_TABLE } from "../runs/charge-staging.js";
import { SUPPLIES } from "../runs/run-supplies.js";
import { putOnWaivers, takeOffWaivers } from "../waivers/carried-waivers.js";
import type { IssuedBill } from "./issued-bills.js";
import type { PlannedLine, ProposedBill } from "./plan-recalculation.js";
import { heirsOf, ownBefore, runOf } from "./stands-for.js";

/** Where and why it is booked: today, in an open month that is locked for posting. */
export interface Reissue {
  projectId: string;
  bookedOn: string;
  /** Its month, YYYY-MM. */
  period: string;
  reason: string;
  userId: string;
  now: Date;
}

/** A bill in its new shape, with what goes on from those it stands for. */
interface NewBill {
  id: string;
  line: ProposedBill;
  dueOn: string;
  runId: string | null;
  bookedPeriod: string;
  lateTo: string | null;
  lateFen: number | null;
  /** Bills of the same payer that it stands for. */
  origins: string[];
}

/** Charges written at a time. */
const AT_ONCE = 5000;

/**
 * Reverses locked bills and issues them anew, all of them with a few statements. A bill that stays with its payer keeps its
 * due date, its run and the late fees counted so far, and what was done about the debt is found through its origins; of
 * another payer it is due as a bill of today, never before today. Readings are billed by the new charges of a meter. What
 * vacancies, discounts and waivers took off is taken back first and off the new bills after, as it was planned. Answers the
 * ids of the new charges line by line.
 * @throws CHARGE_ON_DEBIT, BORNE_PAID
 */
export async function reissue(tx: EntityManager, by: Reissue, planned: readonly PlannedLine[]): Promise<string[][]> {
  const { projectId, bookedOn, period, reason, userId, now } = by;
  const ids = planned.flatMap(({ olds }) => olds.map(({ id }) => id)).sort();
  const bills = planned.map((line) => billsOf(line, by));
  const booking = { projectId, period, bookedOn, createdBy: userId, createdAt: now };
  await takeOffWaivers(tx, booking, ids);
  await takeBackRunDiscounts(tx, booking, { chargeIds: ids }, "应收重算");
  await takeBackReductions(tx, booking, { chargeIds: ids });
  for (let i = 0; i < ids.length; i += AT_ONCE)
    await reverseOpen(tx, {
      projectId,
      ids: ids.slice(i, i + AT_ONCE),
      bookedOn,
      period,
      source: "RECALCULATION",
      reason,
      userId,
      now,
    });
  const all = bills.flat();
  await insert(tx, by, all);
  await bookRunReductions(tx, booking);
  const given = all.flatMap(({ id, line }) => line.discounts.map((one) => ({ ...one, chargeId: id })));
  await giveDiscounts(tx, { ...booking, receiptId: null, reason: null }, given);
  const waived = all.flatMap(({ id, line }) => line.waivers.map((one) => ({ ...one, chargeId: id })));
  await putOnWaivers(tx, booking, waived);
  await noteOrigins(
    tx,
    { projectId, now },
    all.flatMap(({ id, origins }) => origins.map((from) => ({ from, to: id }))),
  );
  return bills.map((list) => list.map(({ id }) => id));
}

/** The new bills of a line, with what they take over from the old ones. Pure. */
export function billsOf(
  { olds, news }: Pick<PlannedLine, "olds" | "news">,
  { bookedOn, period }: Pick<Reissue, "bookedOn" | "period">,
): NewBill[] {
  const bookedPeriod = olds.map((old) => old.bookedPeriod).reduce((a, b) => maxDate(a, b), period);
  return news.map((line) => {
    const same = ownBefore(olds, line);
    const [first] = same;
    return {
      id: newId(),
      line,
      dueOn: first ? same.map(({ dueOn }) => dueOn).reduce((a, b) => minDate(a, b)) : maxDate(line.dueOn!, bookedOn),
      runId: runOf(olds, line),
      bookedPeriod,
      lateTo: same.map(({ lateTo }) => lateTo).reduce((a, b) => (b === null ? a : maxDate(b, a)), null),
      lateFen: same.length === 0 ? null : lateFenOf(line, same),
      origins: same.map(({ id }) => id),
    };
  });

  /** What is counted on the old bills, shared among those that stand for them by amount. */
  function lateFenOf(line: ProposedBill, same: readonly IssuedBill[]): number {
    return same.reduce((sum, old) => {
      const whole = heirsOf(old, news).reduce((fen, { amountFen }) => fen + amountFen, 0);
      return sum + lateBookedShare(old.lateFen, line.amountFen, whole);
    }, 0);
  }
}

async function insert(
  tx: EntityManager,
  { projectId, now, reason }: Reissue,
  bills: readonly NewBill[],
): Promise<void> {
  const client = await clientOf(tx);
  await client.query(STAGING_TABLE);
  await copyInto(
    client,
    "charge_staging",
    STAGED,
    bills.map(({ id, line, dueOn }) => chargeRow(id, { ...line, dueOn })).join(""),
  );
  await tx.query(
    `INSERT INTO charge (project_id, id, created_at, room_id, object_id, payer_id, fee_item_id, rate_id, rate_version_id, binding_id, run_id,
            source, period, booked_period, service_from, service_to, quantity, unit_price, amount_fen, reduced_fen, received_fen,
            offset_fen, reversed_fen, open_fen, due_on, trace, remark, late_booked_to, late_booked_fen)
     SELECT $1, s.id, $2, s.room_id, s.object_id, s.payer_id, s.fee_item_id, s.rate_id, s.rate_version_id, s.binding_id, x.run_id,
            CASE WHEN jsonb_typeof(s.trace -> 'meters') = 'array' THEN 'METER' ELSE 'RUN' END, s.period, x.booked_period, s.service_from, s.service_to, s.quantity, s.unit_price, s.amount_fen, 0, 0,
            0, 0, s.amount_fen, s.due_on, s.trace, $3, x.late_to, x.late_fen
       FROM charge_staging s
       JOIN unnest($4::uuid[], $5::uuid[], $6::text[], $7::date[], $8::bigint[]) AS x(id, run_id, booked_period, late_to, late_fen)
         ON x.id = s.id`,
    [
      projectId,
      now,
      reason.slice(0, 200),
      bills.map(({ id }) => id),
      bills.map(({ runId }) => runId),
      bills.map(({ bookedPeriod }) => bookedPeriod),
      bills.map(({ lateTo }) => lateTo),
      bills.map(({ lateFen }) => lateFen),
    ],
  );
  for (const { afterInsert } of SUPPLIES) await client.query(afterInsert, [projectId, now]);
}
