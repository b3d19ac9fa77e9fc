import type { EntityManager } from "typeorm";
import { newId } from "../../common/ids.js";
import { refuseOnDebit } from "../debit/charges-on-debit.js";
import { itemWithObject } from "../objects/charge-item.sql.js";
import { bookWaiver, type WaiverBooking } from "../waivers/waiver-ledger.js";
import { IS_BORNE_WAIVED } from "./is-borne.sql.js";
import { bornePaid } from "./vacancies.errors.js";

type Booking = Omit<WaiverBooking, "lines" | "adjusts">;
type Line = WaiverBooking["lines"][number];

/** The lines that note what a kind of reduction took off a charge, and the column that names the reduction. */
const LINES = {
  vacancy: ["vacancy_line", "vacancy_id"],
  waiver: ["waiver_line", "waiver_id"],
  discount: ["discount_line", "scheme_id"],
} as const;

/**
 * Charges whoever bears a reduction (BIL-43): the part taken off one payer is owed by another, of the same room, item and
 * days, booked no earlier than it and with the late fees of the price it was billed at (BIL-04). It is due when the bill
 * is, but never before the day he comes to owe it: until then the payer owed it, and bears its late fees. Its remark names
 * the reduction and the bill that it relieves. Returns the new charges by the charges they relieve.
 */
export async function bookBorne(
  tx: EntityManager,
  { projectId, bearerId, bookedOn, period, reason, createdAt }: Booking & { bearerId: string },
  lines: readonly Line[],
): Promise<Map<string, string>> {
  const ids = lines.map(newId);
  await tx.query(
    `INSERT INTO charge (project_id, id, created_at, room_id, object_id, payer_id, fee_item_id, rate_version_id, source, period, booked_period,
                         service_from, service_to, amount_fen, reduced_fen, received_fen, offset_fen, reversed_fen, open_fen,
                         due_on, remark)
     SELECT $1, l.id, $5, c.room_id, c.object_id, $6, c.fee_item_id, c.rate_version_id, 'MANUAL', c.period, greatest($7, c.booked_period),
            c.service_from, c.service_to,
            l.amount_fen, 0, 0, 0, 0, l.amount_fen, greatest(c.due_on, $9::date),
            $8 || '（' || r.code || ' ' || c.period || ' ' || ${itemWithObject("c", "f.name")} || '）'
       FROM unnest($2::uuid[], $3::uuid[], $4::bigint[]) AS l(id, charge_id, amount_fen)
       JOIN charge c ON c.project_id = $1 AND c.id = l.charge_id
       JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
       JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id`,
    [
      projectId,
      ids,
      lines.map(({ chargeId }) => chargeId),
      lines.map(({ amountFen }) => amountFen),
      createdAt,
      bearerId,
      period,
      `承担${reason}`,
      bookedOn,
    ],
  );
  return new Map(lines.map(({ chargeId }, index) => [chargeId, ids[index]!]));
}

interface Borne {
  /** The charge it relieves. */
  chargeId: string;
  id: string;
  openFen: number;
  paidFen: number;
  /** Whether another charge stands for it today, such as after a debt was assumed. */
  passed: boolean;
  /** Whether some of it was waived or written off: were that taken back, he would owe what the payer owes again. */
  waived: boolean;
  name: string;
}

/**
 * Takes back from whoever bears them what reductions no longer take off these charges, the latest first. What of his
 * charge was reversed meanwhile is owed no more and needs no taking back.
 * @param by the kind of reduction, and which one; any of the kind when left out
 * @throws BORNE_PAID when he has paid it already, or it was waived or written off; CHARGE_ON_DEBIT when it is out with a bank
 */
export async function takeBackBorne(
  tx: EntityManager,
  booking: Booking,
  lines: readonly Line[],
  by: { kind: keyof typeof LINES; id?: string } = { kind: "vacancy" },
): Promise<void> {
  const [table, column] = LINES[by.kind];
  const rows = await tx.query<Borne[]>(
    `SELECT l.charge_id AS "chargeId", b.id, b.open_fen AS "openFen", (b.received_fen + b.offset_fen)::bigint AS "paidFen",
            EXISTS (SELECT 1 FROM charge_origin o WHERE o.project_id = b.project_id AND o.origin_id = b.id) AS passed,
            ${IS_BORNE_WAIVED} AS waived,
            r.code || ' ' || b.period || ' ' || ${itemWithObject("b", "f.name")} AS name
       FROM ${table} l
       JOIN charge b ON b.project_id = l.project_id AND b.id = l.borne_charge_id
       JOIN room r ON r.project_id = b.project_id AND r.id = b.room_id
       JOIN fee_item f ON f.project_id = b.project_id AND f.id = b.fee_item_id
      WHERE l.project_id = $1 AND l.charge_id = ANY ($2) AND ($3::uuid IS NULL OR l.${column} = $3)
      ORDER BY b.id FOR UPDATE OF b`,
    [booking.projectId, lines.map(({ chargeId }) => chargeId), by.id ?? null],
  );
  // locked in the order in which everybody locks charges
  const borne = Map.groupBy(rows.toReversed(), ({ chargeId }) => chargeId);
  const back: Line[] = [];
  for (const { chargeId, amountFen } of lines) {
    // a bill that goes on with a receipt issued anew stands in several lines
    const own = [...new Map((borne.get(chargeId) ?? []).map((one) => [one.id, one])).values()];
    let left = -amountFen;
    for (const one of own) {
      const fen = Math.min(left, one.openFen);
      if (fen > 0) back.push({ chargeId: one.id, amountFen: fen });
      left -= fen;
    }
    const kept = own.find(({ paidFen, passed, waived }) => paidFen > 0 || passed || waived);
    if (left > 0 && kept) throw bornePaid(kept.name, kept);
  }
  if (back.length === 0) return;
  await refuseOnDebit(
    tx,
    booking.projectId,
    back.map(({ chargeId }) => chargeId),
  );
  await bookWaiver(tx, { ...booking, adjusts: "BORNE", lines: back });
}
