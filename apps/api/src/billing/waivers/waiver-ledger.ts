import type { AdjustmentSource } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { newId } from "../../common/ids.js";

/** A change of charges by a waiver: positive amounts reduce what is owed, negative ones undo that; in fen. */
export interface WaiverBooking {
  projectId: string;
  /** What adjusts, of an adjustment (a write-off is one); it is a waiver without. */
  adjusts?: Extract<AdjustmentSource, "BORNE" | "WRITE_OFF" | "RECOVERY">;
  /** A line without a reason of its own has that of the booking. */
  lines: readonly { chargeId: string; amountFen: number; reason?: string }[];
  bookedOn: string;
  period: string;
  reason: string;
  createdBy: string;
  createdAt: Date;
}

/**
 * Writes the entries of a waiver on locked charges and brings their kept sums up to date; a charge may stand in several
 * lines, as with two discounts. Answers the entries' ids.
 */
export async function bookWaiver(tx: EntityManager, booking: WaiverBooking): Promise<string[]> {
  const { projectId, adjusts, lines, bookedOn, period, reason, createdBy, createdAt } = booking;
  const ids = lines.map(newId);
  const columns = [ids, lines.map(({ chargeId }) => chargeId), lines.map(({ amountFen }) => amountFen)];
  await tx.query(
    `INSERT INTO charge_entry (project_id, id, created_at, charge_id, kind, amount_fen, booked_on, period, source, reason, created_by)
     SELECT $1, l.id, $5, l.charge_id, CASE WHEN $10::text IS NULL THEN 'WAIVER' ELSE 'ADJUSTMENT' END, -l.amount_fen, $6, $7, $10, l.reason, $9
       FROM unnest($2::uuid[], $3::uuid[], $4::bigint[], $8::text[]) AS l(id, charge_id, amount_fen, reason)`,
    [
      projectId,
      ...columns,
      createdAt,
      bookedOn,
      period,
      lines.map((line) => line.reason ?? reason),
      createdBy,
      adjusts ?? null,
    ],
  );
  await tx.query(
    `UPDATE charge c SET reduced_fen = c.reduced_fen + l.amount_fen, open_fen = c.open_fen - l.amount_fen
       FROM (SELECT charge_id, sum(amount_fen) AS amount_fen
               FROM unnest($2::uuid[], $3::bigint[]) AS x(charge_id, amount_fen) GROUP BY charge_id) l
      WHERE c.project_id = $1 AND c.id = l.charge_id`,
    [projectId, ...columns.slice(1)],
  );
  return ids;
}
