import type { AreaKind, DueRule, ShareMethod } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { firstDay, lastDay } from "../../common/calendar.js";
import { formatFen } from "../../common/money.js";
import { given, type MonthAmount, type RunContext, type Scope } from "../runs/run-inputs.js";
import { trimDecimal } from "../rates/rate.mapper.js";
import { rawShare } from "./month-pool.js";

interface Row {
  roomId: string;
  startsOn: string | null;
  feeItemId: string;
  shareId: string;
  pool: string;
  method: string;
  areaKind: string;
  unit: string | null;
  use: string | null;
  unitPrice: string | null;
  totalFen: number;
  base: string;
  count: number;
  weight: string;
  amountFen: number;
  remainderFen: number;
  dueRule: string;
  dueDays: number;
}

/** The confirmed shares of rooms in the month of a run. @param forPosting holds them against being withdrawn */
export async function sharesOfRun(
  tx: EntityManager,
  { projectId, period, forPosting }: RunContext,
  scope: Scope,
  roomIds: string[],
): Promise<Map<string, MonthAmount[]>> {
  const rows = await tx.query<Row[]>(
    `SELECT l.room_id AS "roomId", r.starts_on AS "startsOn", l.fee_item_id AS "feeItemId", s.id AS "shareId", p.name AS pool,
            s.method, s.area_kind AS "areaKind", p.unit, s.use, s.unit_price AS "unitPrice", s.amount_fen AS "totalFen", s.base,
            (SELECT count(*)::int FROM share_line o WHERE o.project_id = s.project_id AND o.share_id = s.id) AS count,
            l.weight, l.amount_fen AS "amountFen", l.remainder_fen AS "remainderFen", p.due_rule AS "dueRule", p.due_days AS "dueDays"
       FROM share_line l
       JOIN month_share s ON s.project_id = l.project_id AND s.id = l.share_id
       JOIN share_pool p ON p.project_id = s.project_id AND p.id = s.pool_id
       JOIN fee_item f ON f.project_id = l.project_id AND f.id = l.fee_item_id AND f.active
       JOIN room r ON r.project_id = l.project_id AND r.id = l.room_id
      WHERE l.project_id = $1 AND l.period = $2 AND l.room_id = ANY ($3) AND ($4::uuid[] IS NULL OR l.fee_item_id = ANY ($4))
        AND NOT l.borne AND l.amount_fen > 0
      ORDER BY l.room_id, l.fee_item_id ${forPosting ? "FOR SHARE OF s" : ""}`,
    [projectId, period, roomIds, given(scope.feeItemIds) ?? null],
  );
  const amounts = rows.map((row) => ({ roomId: row.roomId, amount: amountOf(row, period) }));
  const byRoom = Map.groupBy(amounts, ({ roomId }) => roomId);
  return new Map([...byRoom].map(([roomId, list]) => [roomId, list.map(({ amount }) => amount)]));
}

function amountOf(row: Row, period: string): MonthAmount {
  const [weight, base] = [trimDecimal(row.weight), trimDecimal(row.base)];
  const from = shareFrom(period, row.startsOn);
  return {
    feeItemId: row.feeItemId,
    from,
    to: lastDay(period),
    // a room that came to be in the month bears its share whole
    whole: from > firstDay(period),
    amount: formatFen(row.amountFen),
    due: { rule: row.dueRule as DueRule, value: row.dueDays },
    trace: {
      share: {
        id: row.shareId,
        pool: row.pool,
        by: row.method as ShareMethod,
        ...(row.method === "AREA" ? { area: row.areaKind as AreaKind } : {}),
        total: row.totalFen,
        ...(row.use !== null && row.unitPrice !== null
          ? { use: trimDecimal(row.use), price: trimDecimal(row.unitPrice), unit: row.unit ?? "" }
          : {}),
        own: weight,
        all: base,
        rooms: row.count,
        raw: rawShare(row.totalFen, weight, base),
        rest: row.remainderFen,
        fen: row.amountFen,
      },
    },
  };
}

/** First day a room's share serves: that of the month, or of a room that came to be in it. */
const shareFrom = (period: string, startsOn: string | null): string =>
  startsOn !== null && startsOn > firstDay(period) ? startsOn : firstDay(period);
