import type { EntityManager } from "typeorm";
import { firstDay, lastDay } from "../../common/calendar.js";
import { newId } from "../../common/ids.js";
import type { ItemReduction, RunContext } from "../runs/run-inputs.js";
import { bookWaiver } from "../waivers/waiver-ledger.js";
import { bookBorne, takeBackBorne } from "./borne-charges.js";
import { reductionSpan, type VacancyTerms } from "./vacancy-span.js";
import { VacancyLine } from "./vacancy-line.entity.js";

/** The reductions of rooms in the months of a run, by room (BIL-41). */
export async function reductionsOf(
  tx: EntityManager,
  { projectId, from, to }: Pick<RunContext, "projectId" | "from" | "to">,
  roomIds: readonly string[],
): Promise<Map<string, ItemReduction[]>> {
  const rows = await tx.query<(VacancyTerms & { roomId: string; feeItemId: string })[]>(
    `SELECT v.id, v.vacancy_no AS no, v.room_id AS "roomId", i.fee_item_id AS "feeItemId", v.percent::text, v.amount_fen AS "amountFen",
            v.starts_on AS "from", v.ends_on AS "to"
       FROM vacancy v JOIN vacancy_item i ON i.project_id = v.project_id AND i.vacancy_id = v.id
      WHERE v.project_id = $1 AND v.room_id = ANY ($2) AND v.status = 'APPROVED'
        AND v.starts_on <= $4 AND (v.ends_on IS NULL OR v.ends_on >= $3)
      ORDER BY v.starts_on, v.id`,
    [projectId, roomIds, firstDay(from), lastDay(to)],
  );
  const spans = rows.map(({ roomId, feeItemId, ...terms }) => ({ roomId, feeItemId, ...reductionSpan(terms) }));
  return Map.groupBy(spans, ({ roomId }) => roomId);
}

interface RunBooking {
  projectId: string;
  /** Month billed, YYYY-MM, and a day of it. */
  period: string;
  bookedOn: string;
  createdBy: string;
  createdAt: Date;
}

/** A line of a vacancy on a charge of a run. */
interface RunReduction {
  chargeId: string;
  amountFen: number;
  vacancyId: string;
  bearerId: string | null;
}

/** Rows written at a time. */
const AT_ONCE = 5000;

/**
 * Writes the entries of the reductions that the charges in `charge_staging` carry, and charges whoever bears them, in the
 * transaction of the publication: the charge keeps its whole amount, the entry beside it takes the reduction off.
 */
export async function bookRunReductions(tx: EntityManager, booking: RunBooking): Promise<void> {
  // Most projects have none: their staged lines need no second look.
  const any = await tx.query<object[]>("SELECT 1 FROM vacancy WHERE project_id = $1 AND status = 'APPROVED' LIMIT 1", [
    booking.projectId,
  ]);
  if (any.length === 0) return;
  const reduced = await tx.query<RunReduction[]>(
    `SELECT s.id AS "chargeId", (s.trace -> 'red' ->> 'fen')::bigint AS "amountFen", v.id AS "vacancyId", v.bearer_id AS "bearerId"
       FROM charge_staging s JOIN vacancy v ON v.project_id = $1 AND v.id = (s.trace -> 'red' ->> 'id')::uuid
      WHERE s.trace ? 'red' AND (s.trace -> 'red' ->> 'fen')::bigint > 0
      ORDER BY s.id`,
    [booking.projectId],
  );
  if (reduced.length === 0) return;
  const waiver = { ...booking, reason: REASON };
  await bookWaiver(tx, { ...waiver, lines: reduced });
  const borne = new Map<string, string>();
  for (const [bearerId, lines] of Map.groupBy(reduced, (line) => line.bearerId)) {
    if (bearerId === null) continue;
    for (const [charge, other] of await bookBorne(tx, { ...waiver, bearerId }, lines)) borne.set(charge, other);
  }
  await insertLines(tx, booking, reduced, borne);
}

/** Charges of a run, or those named. */
type Reduced = { runId: string } | { chargeIds: readonly string[] };

/**
 * Takes back what vacancies took off charges, before they are reversed themselves.
 * @throws BORNE_PAID when whoever bears it has paid already
 */
export async function takeBackReductions(tx: EntityManager, booking: RunBooking, of: Reduced): Promise<void> {
  const { projectId } = booking;
  const [condition, value] = "runId" in of ? ["c.run_id = $2", of.runId] : ["c.id = ANY ($2)", of.chargeIds];
  const reduced = await tx.query<RunReduction[]>(
    `SELECT l.charge_id AS "chargeId", -sum(l.amount_fen)::bigint AS "amountFen", v.id AS "vacancyId", v.bearer_id AS "bearerId"
       FROM vacancy_line l
       JOIN charge c ON c.project_id = l.project_id AND c.id = l.charge_id
       JOIN vacancy v ON v.project_id = l.project_id AND v.id = l.vacancy_id
      WHERE l.project_id = $1 AND ${condition}
      GROUP BY l.charge_id, v.id, v.bearer_id HAVING sum(l.amount_fen) <> 0 ORDER BY l.charge_id`,
    [projectId, value],
  );
  if (reduced.length === 0) return;
  const waiver = { ...booking, reason: `冲回${REASON}` };
  await bookWaiver(tx, { ...waiver, lines: reduced });
  await takeBackBorne(
    tx,
    waiver,
    reduced.filter(({ bearerId }) => bearerId !== null),
  );
  await insertLines(tx, booking, reduced, new Map());
}

const REASON = "空置减免";

async function insertLines(
  tx: EntityManager,
  { projectId, bookedOn, createdAt }: RunBooking,
  lines: readonly RunReduction[],
  borne: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = lines.map(({ chargeId, amountFen, vacancyId }) => ({
    projectId,
    id: newId(),
    createdAt,
    vacancyId,
    chargeId,
    amountFen,
    bookedOn,
    borneChargeId: borne.get(chargeId) ?? null,
  }));
  for (let i = 0; i < rows.length; i += AT_ONCE) await tx.insert(VacancyLine, rows.slice(i, i + AT_ONCE));
}
