import type { EntityManager } from "typeorm";
import { newId } from "../../common/ids.js";
import type { Booking } from "../receipts/charge-ledger.js";
import { bookBorne, takeBackBorne } from "../reductions/borne-charges.js";
import { bookWaiver } from "../waivers/waiver-ledger.js";

/** What one scheme gives on one charge, or takes back when negative, in fen. */
export interface PlannedDiscount {
  schemeId: string;
  schemeName: string;
  chargeId: string;
  amountFen: number;
}

/** Where and when discounts are booked; without a receipt by the run that bills the charges. */
export type DiscountBooking = Omit<Booking, "receiptId"> & { receiptId: string | null };

/**
 * Writes planned discounts beside their charges, with the receipt or run that carries them, and charges whoever bears a
 * scheme what it gave (BIL-43).
 * @param reissueOf the receipt whose discounts go on as they were: what was charged to the bearer for them stays
 */
export async function giveDiscounts(
  tx: EntityManager,
  booking: DiscountBooking,
  planned: readonly PlannedDiscount[],
  reissueOf: string | null = null,
): Promise<void> {
  const bearers = await bearersOf(tx, booking.projectId, planned);
  const kept = reissueOf ? await borneFor(tx, booking.projectId, reissueOf) : new Map<string, string>();
  const lines: BorneLine[] = [];
  for (const [schemeId, own] of Map.groupBy(planned, (line) => line.schemeId)) {
    const entry = { ...booking, reason: `优惠：${own[0]!.schemeName}` };
    await bookWaiver(tx, { ...entry, lines: own });
    const bearerId = bearers.get(schemeId);
    const news = own.filter((line) => !kept.has(keyOf(line)));
    const borne = bearerId ? await bookBorne(tx, { ...entry, bearerId }, news) : new Map<string, string>();
    const billOf = (line: PlannedDiscount) => kept.get(keyOf(line)) ?? borne.get(line.chargeId) ?? null;
    lines.push(...own.map((line) => ({ ...line, borneChargeId: billOf(line) })));
  }
  await insertLines(tx, booking, lines);
}

const keyOf = ({ schemeId, chargeId }: Pick<PlannedDiscount, "schemeId" | "chargeId">) => `${schemeId}${chargeId}`;

/** What was charged to bearers for the discounts of a receipt, by scheme and charge. */
async function borneFor(tx: EntityManager, projectId: string, receiptId: string): Promise<Map<string, string>> {
  const rows = await tx.query<{ schemeId: string; chargeId: string; borneChargeId: string }[]>(
    `SELECT scheme_id AS "schemeId", charge_id AS "chargeId", borne_charge_id AS "borneChargeId"
       FROM discount_line WHERE project_id = $1 AND receipt_id = $2 AND borne_charge_id IS NOT NULL`,
    [projectId, receiptId],
  );
  return new Map(rows.map((row) => [keyOf(row), row.borneChargeId]));
}

/** Which discounts are meant: those a receipt gave, or those that runs gave on charges of a run or on those named. */
export type GivenBy = { receiptId: string } | { runId: string } | { chargeIds: readonly string[] };

/** What of these stands, to be taken back: negative. */
export function givenDiscounts(tx: EntityManager, projectId: string, by: GivenBy): Promise<PlannedDiscount[]> {
  const [condition, value] = conditionOf(by);
  return tx.query<PlannedDiscount[]>(
    `SELECT l.scheme_id AS "schemeId", s.name AS "schemeName", l.charge_id AS "chargeId", -sum(l.amount_fen)::bigint AS "amountFen"
       FROM discount_line l
       JOIN charge c ON c.project_id = l.project_id AND c.id = l.charge_id
       JOIN discount_scheme s ON s.project_id = l.project_id AND s.id = l.scheme_id
      WHERE l.project_id = $1 AND ${condition}
      GROUP BY l.scheme_id, s.name, l.charge_id HAVING sum(l.amount_fen) <> 0 ORDER BY l.charge_id`,
    [projectId, value],
  );
}

function conditionOf(by: GivenBy): [condition: string, value: unknown] {
  if ("receiptId" in by) return ["l.receipt_id = $2", by.receiptId];
  const ofRun = "l.receipt_id IS NULL AND";
  return "runId" in by ? [`${ofRun} c.run_id = $2`, by.runId] : [`${ofRun} c.id = ANY ($2)`, by.chargeIds];
}

/**
 * Takes discounts back from locked charges: what was taken off is owed again, and no more by whoever bears it.
 * @param given as `givenDiscounts` answers it, before anything is booked with the same receipt
 * @param why what stands first in the entries
 * @param keepBorne leaves the bearers' bills for `relieveBearers`, when it is known which discounts go on
 * @throws BORNE_PAID when he has paid it already; CHARGE_ON_DEBIT when it is out with a bank
 */
export async function takeBackGiven(
  tx: EntityManager,
  booking: DiscountBooking,
  given: readonly PlannedDiscount[],
  why: string,
  keepBorne = false,
): Promise<void> {
  const bearers = keepBorne ? new Map<string, string>() : await bearersOf(tx, booking.projectId, given);
  for (const [schemeId, lines] of Map.groupBy(given, (line) => line.schemeId)) {
    const entry = { ...booking, lines, reason: `${why}，收回优惠：${lines[0]!.schemeName}` };
    await bookWaiver(tx, entry);
    if (bearers.has(schemeId)) await takeBackBorne(tx, entry, lines, { kind: "discount", id: schemeId });
  }
  await insertLines(
    tx,
    booking,
    given.map((line) => ({ ...line, borneChargeId: null })),
  );
}

/**
 * Takes back from bearers what reversed receipts gave and those issued in their place do not.
 * @throws BORNE_PAID, CHARGE_ON_DEBIT
 */
export async function relieveBearers(
  tx: EntityManager,
  booking: Omit<Booking, "receiptId" | "reason"> & { reason: string },
  receiptIds: readonly string[],
): Promise<void> {
  const lost = await tx.query<PlannedDiscount[]>(
    `SELECT l.scheme_id AS "schemeId", s.name AS "schemeName", l.charge_id AS "chargeId", -sum(l.amount_fen)::bigint AS "amountFen"
       FROM discount_line l
       JOIN discount_scheme s ON s.project_id = l.project_id AND s.id = l.scheme_id AND s.bearer_id IS NOT NULL
      WHERE l.project_id = $1 AND l.receipt_id = ANY ($2)
        AND (SELECT sum(x.amount_fen) FROM discount_line x
              WHERE x.project_id = l.project_id AND x.charge_id = l.charge_id AND x.scheme_id = l.scheme_id) = 0
      GROUP BY l.scheme_id, s.name, l.charge_id ORDER BY l.charge_id`,
    [booking.projectId, receiptIds],
  );
  for (const [schemeId, lines] of Map.groupBy(lost, (line) => line.schemeId))
    await takeBackBorne(tx, booking, lines, { kind: "discount", id: schemeId });
}

/** Takes back what runs gave on charges of a run, or on those named, before they are reversed themselves. */
export async function takeBackRunDiscounts(
  tx: EntityManager,
  booking: Omit<DiscountBooking, "receiptId" | "reason">,
  of: Exclude<GivenBy, { receiptId: string }>,
  why: string,
): Promise<void> {
  const given = await givenDiscounts(tx, booking.projectId, of);
  await takeBackGiven(tx, { ...booking, receiptId: null, reason: null }, given, why);
}

/** Who bears which of these schemes, by scheme. */
async function bearersOf(
  tx: EntityManager,
  projectId: string,
  lines: readonly PlannedDiscount[],
): Promise<Map<string, string>> {
  if (lines.length === 0) return new Map();
  const rows = await tx.query<{ id: string; bearerId: string }[]>(
    `SELECT id, bearer_id AS "bearerId" FROM discount_scheme WHERE project_id = $1 AND id = ANY ($2) AND bearer_id IS NOT NULL`,
    [projectId, [...new Set(lines.map(({ schemeId }) => schemeId))]],
  );
  return new Map(rows.map(({ id, bearerId }) => [id, bearerId]));
}

type BorneLine = PlannedDiscount & { borneChargeId: string | null };

/** Notes what schemes gave, or took back. */
async function insertLines(
  tx: EntityManager,
  { projectId, receiptId, bookedOn, createdAt }: DiscountBooking,
  lines: readonly BorneLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(
    `INSERT INTO discount_line (project_id, id, created_at, scheme_id, charge_id, receipt_id, amount_fen, booked_on, borne_charge_id)
     SELECT $1, l.id, $2, l.scheme_id, l.charge_id, $3, l.amount_fen, $4, l.borne_charge_id
       FROM unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::bigint[], $9::uuid[]) AS l(id, scheme_id, charge_id, amount_fen, borne_charge_id)`,
    [
      projectId,
      createdAt,
      receiptId,
      bookedOn,
      lines.map(newId),
      lines.map(({ schemeId }) => schemeId),
      lines.map(({ chargeId }) => chargeId),
      lines.map(({ amountFen }) => amountFen),
      lines.map(({ borneChargeId }) => borneChargeId),
    ],
  );
}
