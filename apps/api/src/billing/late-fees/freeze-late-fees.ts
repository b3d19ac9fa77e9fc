import type { EntityManager } from "typeorm";
import { periodOf } from "../../common/calendar.js";
import { newId } from "../../common/ids.js";
import { leastOpenSince } from "../receipts/settled-since.js";
import { type Accrued, accruedOn } from "./accrued.js";
import { traceOf } from "./explain-late-fee.js";

/** A late fee booked as a charge of its own, in fen. */
export interface FrozenLateFee {
  chargeId: string;
  lateFeeChargeId: string;
  amountFen: number;
}

export interface Freezing {
  projectId: string;
  /** The overdue charges; the caller has locked them, so that no day is booked twice. */
  chargeIds: readonly string[];
  /** Until the end of this day. */
  bookedOn: string;
  /** The open month it is booked in. */
  period: string;
  createdAt: Date;
}

/**
 * Books what accrued on charges as charges of their own (BIL-52): at a payment, and when a late fee is to be waived or
 * demanded. The next days accrue from the day after. One read and one insert however many charges.
 */
export async function freezeLateFees(tx: EntityManager, freezing: Freezing): Promise<FrozenLateFee[]> {
  const { projectId, chargeIds, bookedOn } = freezing;
  if (chargeIds.length === 0) return [];
  return bookAccrued(tx, freezing, await accruedOn(tx, projectId, bookedOn, { chargeIds }));
}

/** The same with what was read already, after the charges were locked. */
export async function bookAccrued(
  tx: EntityManager,
  { projectId, bookedOn, period, createdAt }: Omit<Freezing, "chargeIds">,
  accrued: readonly Accrued[],
): Promise<FrozenLateFee[]> {
  const due = accrued.filter(({ lateFee }) => lateFee.fen > 0).map((one) => ({ ...one, id: newId() }));
  if (due.length === 0) return [];
  const column = (pick: (one: Accrued & { id: string }) => unknown) => due.map(pick);
  await tx.query(
    `INSERT INTO charge (project_id, id, created_at, room_id, object_id, payer_id, fee_item_id, source, period, booked_period, service_from,
            service_to, amount_fen, reduced_fen, received_fen, offset_fen, reversed_fen, open_fen, due_on, trace, remark, principal_id)
     SELECT $1, f.id, $2, f.room_id, p.object_id, f.payer_id, f.item_id, 'LATE_FEE', $3, $4, f.starts_on, f.ends_on, f.fen, 0, 0, 0, 0, f.fen, $5,
            f.trace, f.remark, f.principal_id
       FROM unnest($6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::date[], $11::date[], $12::bigint[], $13::jsonb[], $14::text[], $15::uuid[])
         AS f(id, room_id, payer_id, item_id, starts_on, ends_on, fen, trace, remark, principal_id)
       JOIN charge p ON p.project_id = $1 AND p.id = f.principal_id`,
    [
      projectId,
      createdAt,
      periodOf(bookedOn),
      period,
      bookedOn,
      column(({ id }) => id),
      column(({ roomId }) => roomId),
      column(({ payerId }) => payerId),
      column(({ lateFeeItemId }) => lateFeeItemId),
      column(({ from }) => from),
      column(({ to }) => to),
      column(({ lateFee }) => lateFee.fen),
      column(({ rules, dueOn, lateFee }) => JSON.stringify({ lateFee: traceOf(rules, dueOn, lateFee) })),
      column(({ feeItemName, period: of }) => `${of} ${feeItemName}的违约金`),
      column(({ chargeId }) => chargeId),
    ],
  );
  return due.map(({ chargeId, id, lateFee }) => ({ chargeId, lateFeeChargeId: id, amountFen: lateFee.fen }));
}

/** Who takes back, beside what freezing needs. */
interface TakingBack extends Freezing {
  createdBy: string;
}

/**
 * After a payment was booked on an earlier day: what was booked too much for the days since is taken back by red entries,
 * the latest first, as far as it is open on every day since; what was paid of it stays with the payer's receipt. Days
 * that were booked are not counted anew.
 */
export async function takeBackLateFees(tx: EntityManager, takingBack: TakingBack): Promise<void> {
  const { projectId, chargeIds, bookedOn, period, createdAt, createdBy } = takingBack;
  if (chargeIds.length === 0) return;
  const accrued = await accruedOn(tx, projectId, bookedOn, { chargeIds, settled: true });
  const excess = accrued.filter(({ lateFee }) => lateFee.fen < 0);
  if (excess.length === 0) return;
  const principals = excess.map(({ chargeId }) => chargeId);
  // somebody may be paying one of them; what is out with a bank is left alone
  await tx.query("SELECT 1 FROM charge WHERE project_id = $1 AND principal_id = ANY ($2) ORDER BY id FOR UPDATE", [
    projectId,
    principals,
  ]);
  const late = await tx.query<{ id: string; principalId: string }[]>(
    `SELECT id, principal_id AS "principalId" FROM charge
      WHERE project_id = $1 AND principal_id = ANY ($2) AND open_fen > 0 AND debit_batch_id IS NULL ORDER BY id DESC`,
    [projectId, principals],
  );
  const ids = late.map(({ id }) => id);
  const open = await leastOpenSince(tx, projectId, ids, bookedOn);
  const left = new Map(excess.map(({ chargeId, lateFee }) => [chargeId, -lateFee.fen]));
  const parts = late.flatMap(({ id, principalId }) => {
    const fen = Math.min(open.get(id)!, left.get(principalId)!);
    if (fen <= 0) return [];
    left.set(principalId, left.get(principalId)! - fen);
    return [{ id, fen }];
  });
  const columns = [parts.map(({ id }) => id), parts.map(({ fen }) => fen)];
  await tx.query(
    `INSERT INTO charge_entry (project_id, id, created_at, charge_id, kind, amount_fen, booked_on, period, source, reason, created_by)
     SELECT $1, p.id, $5, p.charge_id, 'REVERSAL', -p.fen, $6, $7, 'LATE_FEE', '补记以前日期的收款，违约金重算', $8
       FROM unnest($2::uuid[], $3::uuid[], $4::bigint[]) AS p(id, charge_id, fen)`,
    [projectId, parts.map(newId), ...columns, createdAt, bookedOn, period, createdBy],
  );
  await tx.query(
    `UPDATE charge c SET reversed_fen = c.reversed_fen + p.fen, open_fen = c.open_fen - p.fen
       FROM unnest($2::uuid[], $3::bigint[]) AS p(id, fen) WHERE c.project_id = $1 AND c.id = p.id`,
    [projectId, ...columns],
  );
}
