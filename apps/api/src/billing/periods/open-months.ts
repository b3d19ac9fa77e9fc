import type { CollectionFiguresDto } from "@linli/contracts";
import { inBulk } from "../../database/in-bulk.js";
import { type BalanceRow, figuresOf, type Queryable } from "./month-figures.js";

type Sums = Omit<BalanceRow, "feeItemId" | "buildingId" | "openingFen" | "closingFen">;

/**
 * What every month after the last closed one brought, in one go; $1 project, $2 the last month wanted, $3 the last closed
 * month ('' when there is none). The same rules as COMPUTED in month-figures.ts, without fee items and buildings.
 */
const MOVED = `
  WITH moved AS (
    SELECT c.booked_period AS charged_in, c.booked_period AS counts_in, 'CHARGE' AS kind, c.amount_fen
      FROM charge c
     WHERE c.project_id = $1 AND c.booked_period > $3 AND c.booked_period <= $2
    UNION ALL
    SELECT c.booked_period, greatest(e.period, c.booked_period), e.kind, e.amount_fen
      FROM charge_entry e
      JOIN charge c ON c.project_id = e.project_id AND c.id = e.charge_id
     WHERE e.project_id = $1 AND greatest(e.period, c.booked_period) > $3 AND greatest(e.period, c.booked_period) <= $2
  )
  SELECT counts_in AS period,
         coalesce(sum(amount_fen) FILTER (WHERE kind = 'CHARGE'), 0)::bigint AS "chargedFen",
         coalesce(sum(amount_fen) FILTER (WHERE kind IN ('ADJUSTMENT', 'REVERSAL')), 0)::bigint AS "adjustedFen",
         coalesce(sum(amount_fen) FILTER (WHERE kind IN ('ADJUSTMENT', 'REVERSAL') AND charged_in < counts_in), 0)::bigint AS "adjustedArrearsFen",
         coalesce(-sum(amount_fen) FILTER (WHERE kind = 'WAIVER'), 0)::bigint AS "waivedFen",
         coalesce(-sum(amount_fen) FILTER (WHERE kind = 'WAIVER' AND charged_in < counts_in), 0)::bigint AS "waivedArrearsFen",
         coalesce(-sum(amount_fen) FILTER (WHERE kind IN ('RECEIPT', 'OFFSET') AND charged_in = counts_in), 0)::bigint AS "receivedCurrentFen",
         coalesce(-sum(amount_fen) FILTER (WHERE kind IN ('RECEIPT', 'OFFSET') AND charged_in < counts_in), 0)::bigint AS "receivedArrearsFen"
    FROM moved GROUP BY counts_in`;

const ROW = { feeItemId: "", buildingId: "", openingFen: 0, closingFen: 0 };
const NO_ROOMS = { rooms: 0, roomsPaid: 0 };

const NOTHING: Sums = {
  chargedFen: 0,
  adjustedFen: 0,
  adjustedArrearsFen: 0,
  waivedFen: 0,
  waivedArrearsFen: 0,
  receivedCurrentFen: 0,
  receivedArrearsFen: 0,
};

/**
 * The figures of the months that are not closed, the earliest first, with a fixed number of statements however many they
 * are; rooms are not counted.
 *
 * @param months consecutive, beginning after `lastClosed` ('' when none is closed)
 */
export async function figuresOfOpen(
  db: Queryable,
  projectId: string,
  months: readonly string[],
  lastClosed: string,
): Promise<Map<string, CollectionFiguresDto>> {
  const last = months.at(-1);
  if (!last) return new Map();
  const moved = await inBulk(db, (tx) => tx.query<(Sums & { period: string })[]>(MOVED, [projectId, last, lastClosed]));
  const byMonth = new Map(moved.map(({ period, ...sums }) => [period, sums]));
  let openingFen = (await closingOf(db, projectId, lastClosed)) + openingOf(moved, months[0] ?? last);
  const figures = new Map<string, CollectionFiguresDto>();
  for (const month of months) {
    const row = { ...ROW, openingFen, ...(byMonth.get(month) ?? NOTHING) };
    const ofMonth = figuresOf([row], NO_ROOMS);
    figures.set(month, ofMonth);
    openingFen = ofMonth.closingFen;
  }
  return figures;
}

/** What was booked before the first month: the opening balances taken over from the system before (期初). */
const openingOf = (moved: readonly (Sums & { period: string })[], first: string): number =>
  moved
    .filter(({ period }) => period < first)
    .reduce((sum, row) => sum + figuresOf([{ ...ROW, ...row }], NO_ROOMS).closingFen, 0);

async function closingOf(db: Queryable, projectId: string, period: string): Promise<number> {
  const [row] = await db.query<{ fen: number }[]>(
    "SELECT coalesce(sum(closing_fen), 0)::bigint AS fen FROM period_balance WHERE project_id = $1 AND period = $2",
    [projectId, period],
  );
  return row?.fen ?? 0;
}
