import type { EntityManager } from "typeorm";
import { newId } from "../../common/ids.js";
import { bookWaiver, type WaiverBooking } from "./waiver-ledger.js";

/** What of a waiver stands on a charge, in fen. */
export interface StandingWaiver {
  waiverId: string;
  waiverNo: string;
  amountFen: number;
}

type CarryBooking = Omit<WaiverBooking, "adjusts" | "lines" | "reason">;
type Carried = StandingWaiver & { chargeId: string };

/** The waivers `x` that stand on the charge `c`: their ids, numbers, whether another bears them and how much. */
export const STANDING_WAIVERS = `
  SELECT w.id, w.waiver_no AS no, w.bearer_id IS NOT NULL AS borne, sum(l.amount_fen)::bigint AS fen
    FROM waiver_line l JOIN waiver w ON w.project_id = l.project_id AND w.id = l.waiver_id
   WHERE l.project_id = c.project_id AND l.charge_id = c.id AND w.status = 'APPROVED'
   GROUP BY w.project_id, w.id HAVING sum(l.amount_fen) <> 0`;

/** Takes approved waivers that nobody else bears off locked charges that are issued anew. */
export async function takeOffWaivers(
  tx: EntityManager,
  booking: CarryBooking,
  chargeIds: readonly string[],
): Promise<void> {
  const standing = await tx.query<Carried[]>(
    `SELECT c.id AS "chargeId", x.id AS "waiverId", x.no AS "waiverNo", -x.fen AS "amountFen"
       FROM charge c CROSS JOIN LATERAL (${STANDING_WAIVERS}) x
      WHERE c.project_id = $1 AND c.id = ANY ($2) AND NOT x.borne ORDER BY c.id, x.id`,
    [booking.projectId, chargeIds],
  );
  await book(tx, booking, standing, (no) => `冲回减免 ${no}：应收重算`);
}

/** Puts waivers on the charges that stand for those they were taken off. */
export const putOnWaivers = (tx: EntityManager, booking: CarryBooking, carried: readonly Carried[]): Promise<void> =>
  book(tx, booking, carried, (no) => `减免 ${no}：应收重算，随新账单`);

async function book(
  tx: EntityManager,
  booking: CarryBooking,
  carried: readonly Carried[],
  reasonOf: (waiverNo: string) => string,
): Promise<void> {
  if (carried.length === 0) return;
  const lines = carried.map((line) => ({ ...line, reason: reasonOf(line.waiverNo) }));
  await bookWaiver(tx, { ...booking, lines, reason: "应收重算" });
  await tx.query(
    `INSERT INTO waiver_line (project_id, id, created_at, waiver_id, charge_id, amount_fen)
     SELECT $1, l.id, $2, l.waiver_id, l.charge_id, l.amount_fen
       FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::bigint[]) AS l(id, waiver_id, charge_id, amount_fen)`,
    [
      booking.projectId,
      booking.createdAt,
      carried.map(newId),
      carried.map(({ waiverId }) => waiverId),
      carried.map(({ chargeId }) => chargeId),
      carried.map(({ amountFen }) => amountFen),
    ],
  );
}
