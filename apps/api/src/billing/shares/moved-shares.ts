import { type MeterKind, meterKindLabels } from "@linli/contracts";
import type { DataSource, EntityManager } from "typeorm";
import { NATURAL } from "../../database/natural-order.js";
import { roomsInWords } from "../billing.errors.js";
import { monthOfMeter } from "../meters/loss.sql.js";
import { IS_SHARE_BILLED, IS_SHARE_CLOSED } from "./billed-shares.js";
import { usesOfRooms } from "./metered-uses.queries.js";

/** A confirmed month whose readings are no longer those it was computed from. */
export interface MovedShare {
  pool: string;
  /** The public meter that reads another use now; null when it does not. */
  meterNo: string | null;
  /** Codes of the rooms whose meters read another use than they share by; null when there are none. */
  rooms: string[] | null;
  useMeterKind: MeterKind | null;
  billed: boolean;
  closed: boolean;
}

/** Months confirmed in project $1 whose readings have moved since: of the public meter, or of the rooms' meters (BIL-24). */
const MOVED = `
  SELECT p.name AS pool, w.no AS "meterNo", v.rooms, s.use_meter_kind AS "useMeterKind", ${IS_SHARE_BILLED} AS billed,
         ${IS_SHARE_CLOSED} AS closed
    FROM month_share s
    JOIN share_pool p ON p.project_id = s.project_id AND p.id = s.pool_id
    LEFT JOIN LATERAL (
      SELECT n.no FROM (${monthOfMeter("s.project_id", "s.meter_id", "s.period")}) l
        JOIN meter n ON n.project_id = s.project_id AND n.id = l.id
       WHERE l.unread > 0 OR round(l.use, 4) IS DISTINCT FROM coalesce(s.use, s.master_use)
          OR (s.master_use IS NOT NULL AND (l.subs = 0 OR l.subs_unread > 0 OR round(l.sub_use, 4) <> s.sub_use))
    ) w ON s.meter_id IS NOT NULL
    LEFT JOIN LATERAL (
      SELECT array_agg(r.code ORDER BY r.code ${NATURAL}) AS rooms
        FROM share_line l
        JOIN room r ON r.project_id = l.project_id AND r.id = l.room_id
        LEFT JOIN (${usesOfRooms("s.project_id", "s.use_meter_kind", "s.period")}) u ON u.room_id = l.room_id
       WHERE l.project_id = s.project_id AND l.share_id = s.id AND round(u.use, 6) IS DISTINCT FROM l.weight
    ) v ON s.use_meter_kind IS NOT NULL
   WHERE s.project_id = $1 AND s.status = 'CONFIRMED' AND (w.no IS NOT NULL OR v.rooms IS NOT NULL)`;

type Db = Pick<DataSource | EntityManager, "query">;

/** The pools of a month whose readings have moved since they were confirmed, by name. */
export const movedShares = (db: Db, projectId: string, period: string) =>
  db.query<MovedShare[]>(`${MOVED} AND s.period = $2 ORDER BY p.name ${NATURAL}`, [projectId, period]);

const POOLS_NAMED = 3;

/** What pools of a month have to say about readings that moved, in a few words; null when there are none. */
export function movedInWords(moved: readonly MovedShare[]): string | null {
  if (moved.length === 0) return null;
  const names = moved.slice(0, POOLS_NAMED).map(({ pool }) => `“${pool}”`);
  const more = moved.length > POOLS_NAMED ? ` 等 ${moved.length} 个` : "";
  const ways = [
    moved.some(isWithdrawable) && "还没有出账的请撤销确认后重新确认",
    moved.some(({ billed }) => billed) && "已出账的差额请更正应收",
  ].filter(Boolean);
  return [`${names.join("、")}${more}的读数在确认之后有变化`, ...ways].join("，");
}

/** Whether a month can still be shared anew. */
export const isWithdrawable = ({ billed, closed }: MovedShare): boolean => !billed && !closed;

/** Why a confirmed month is no longer what its readings say, and how that is settled; null when it is. */
export async function movedWarning(db: Db, projectId: string, shareId: string): Promise<string | null> {
  const [moved] = await db.query<MovedShare[]>(`${MOVED} AND s.id = $2`, [projectId, shareId]);
  if (!moved) return null;
  const { meterNo, rooms, useMeterKind } = moved;
  const whose = [
    meterNo !== null && `公共表 ${meterNo} 的读数`,
    rooms !== null && `${roomsInWords(rooms)} 的${useMeterKind === null ? "表" : meterKindLabels[useMeterKind]}读数`,
  ].filter(Boolean);
  return `${whose.join("、")}在确认之后有变化，本月仍按确认时的用量分摊。${wayOf(moved)}`;
}

/** How the difference is settled: anew while nothing is billed, else charge by charge (BIL-83, BIL-91). */
function wayOf({ meterNo, billed, closed }: MovedShare): string {
  if (closed && !billed) return "本月已月结且没有出账，不再更改。";
  if (closed)
    return "本月已出账并月结：差额逐笔更正，已收款的在应收详情里用“更正金额”，未收款的红冲后登记正确的金额，都记在今天。";
  if (billed)
    return "本月已经出账：批次没有收款的，红冲批次后重新填写、确认和出账；已有收款的，差额在应收详情里用“更正金额”更正。";
  return meterNo === null ? "请撤销确认，核对新的预览后再确认。" : "请撤销确认，重新填写本月后再确认。";
}
