import type { EntityManager } from "typeorm";
import { newId } from "../../common/ids.js";
import { refuseOnDebit } from "../debit/charges-on-debit.js";
import { bookWaiver, type WaiverBooking } from "../waivers/waiver-ledger.js";
import { bornePaid } from "./vacancies.errors.js";

type Booking = Omit<WaiverBooking, "lines" | "kind">;
type Line = WaiverBooking["lines"][number];

/**
 * Charges whoever bears a reduction (BIL-43): the part taken off one payer is owed by another, of the same room, item and
 * days, booked no earlier than it and with the late fees of the price it was billed at (BIL-04). Returns the new charges
 * by the charges they relieve.
 */
export async function bookBorne(
  tx: EntityManager,
  { projectId, bearerId, period, reason, createdAt }: Booking & { bearerId: string },
  lines: readonly Line[],
): Promise<Map<string, string>> {
  const ids = lines.map(newId);
  await tx.query(
    `INSERT INTO charge (project_id, id, created_at, room_id, object_id, payer_id, fee_item_id, rate_version_id, source, period, booked_period,
                         service_from, service_to, amount_fen, reduced_fen, received_fen, offset_fen, reversed_fen, open_fen,
                         due_on, remark)
     SELECT $1, l.id, $5, c.room_id, c.object_id, $6, c.fee_item_id, c.rate_version_id, 'MANUAL', c.period, greatest($7, c.booked_period),
            c.service_from, c.service_to,
            l.amount_fen, 0, 0, 0, 0, l.amount_fen, c.due_on, $8
       FROM unnest($2::uuid[], $3::uuid[], $4::bigint[]) AS l(id, charge_id, amount_fen)
       JOIN charge c ON c.project_id = $1 AND c.id = l.charge_id`,
    [
      projectId,
      ids,
      lines.map(({ chargeId }) => chargeId),
      lines.map(({ amountFen }) => amountFen),
      createdAt,
      bearerId,
      period,
      `承担${reason}`,
    ],
  );
  return new Map(lines.map(({ chargeId }, index) => [chargeId, ids[index]!]));
}

/**
 * Takes back from whoever bears them what vacancies (or waivers) no longer take off these charges, the latest first.
 * @throws BORNE_PAID when he has paid it already; CHARGE_ON_DEBIT when it is out with a bank
 */
export async function takeBackBorne(
  tx: EntityManager,
  booking: Booking,
  lines: readonly Line[],
  by: { kind: "vacancy" | "waiver"; id?: string } = { kind: "vacancy" },
): Promise<void> {
  const borne = await tx.query<{ chargeId: string; id: string; openFen: number; paidFen: number; name: string }[]>(
    `SELECT l.charge_id AS "chargeId", b.id, b.open_fen AS "openFen", (b.received_fen + b.offset_fen)::bigint AS "paidFen",
            b.period AS name
       FROM ${by.kind}_line l JOIN charge b ON b.project_id = l.project_id AND b.id = l.borne_charge_id
      WHERE l.project_id = $1 AND l.charge_id = ANY ($2) AND ($3::uuid IS NULL OR l.${by.kind}_id = $3)
      ORDER BY b.id DESC FOR UPDATE OF b`,
    [booking.projectId, lines.map(({ chargeId }) => chargeId), by.id ?? null],
  );
  const back: Line[] = [];
  for (const line of lines) {
    let left = -line.amountFen;
    for (const one of borne.filter(({ chargeId }) => chargeId === line.chargeId)) {
      const fen = Math.min(left, one.openFen);
      if (fen > 0) back.push({ chargeId: one.id, amountFen: fen });
      left -= fen;
    }
    const of = borne.find(({ chargeId }) => chargeId === line.chargeId);
    if (left > 0 && of) throw bornePaid(of.name, of.paidFen);
  }
  if (back.length === 0) return;
  await refuseOnDebit(
    tx,
    booking.projectId,
    back.map(({ chargeId }) => chargeId),
  );
  await bookWaiver(tx, { ...booking, kind: "ADJUSTMENT", lines: back });
}
