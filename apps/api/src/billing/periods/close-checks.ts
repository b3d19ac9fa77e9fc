import {
  type CheckSeverity,
  type CloseCheck,
  type CloseCheckDto,
  closeCheckLabels,
  type Cycle,
  type CycleAnchor,
  type Timing,
} from "@linli/contracts";
import { firstDay, lastDay } from "../../common/calendar.js";
import { yuanInWords } from "./yuan-in-words.js";
import { metersOfMonth } from "../meters/month-meters.js";
import { paidThroughOf } from "../openings/paid-through.queries.js";
import { billedMonths } from "../pricing/billed-months.js";
import { isWithdrawable, movedShares } from "../shares/moved-shares.js";
import { OPEN_POOLS } from "../shares/open-pools.js";
import { type CheckedMonth, type Finding, NONE } from "./close-check.js";
import { differences } from "./differences.js";
import {
  approvalsPending,
  dailyReportsOpen,
  debitUncredited,
  debitUnreturned,
  offsetPending,
  onlineOpen,
  receiptsUnreviewed,
  reconciliationOpen,
  redNotRefunded,
  reductionsPending,
  shiftsOpen,
} from "./money-checks.js";
import type { Queryable } from "./month-figures.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

type Check = [
  key: CloseCheck,
  severity: Exclude<CheckSeverity, "OK">,
  find: (db: Queryable, month: CheckedMonth) => Promise<Finding>,
];

/** What is looked at before a month is closed (BIL-90), in this order. */
const CHECKS: readonly Check[] = [
  ["EARLIER_OPEN", "BLOCK", earlierOpen],
  ["RUNS_IN_PROGRESS", "BLOCK", runsInProgress],
  ["DIFFERENCES", "BLOCK", differences],
  ["BINDINGS_WITHOUT_CHARGES", "WARN", bindingsWithoutCharges],
  ["SHARES_OPEN", "WARN", sharesOpen],
  ["RUNS_UNPUBLISHED", "WARN", runsUnpublished],
  ["METERS_OPEN", "WARN", metersOpen],
  ["OFFSET_PENDING", "WARN", offsetPending],
  ["SHIFTS_OPEN", "BLOCK", shiftsOpen],
  ["DAILY_REPORTS", "WARN", dailyReportsOpen],
  ["RECEIPTS_UNREVIEWED", "WARN", receiptsUnreviewed],
  ["RECONCILIATION", "WARN", reconciliationOpen],
  ["DEBIT_UNRETURNED", "BLOCK", debitUnreturned],
  ["DEBIT_UNCREDITED", "WARN", debitUncredited],
  ["ONLINE_OPEN", "WARN", onlineOpen],
  ["RED_NOT_REFUNDED", "WARN", redNotRefunded],
  ["REDUCTIONS_PENDING", "WARN", reductionsPending],
  ["APPROVALS_PENDING", "WARN", approvalsPending],
  ["IMPORTS_OPEN", "WARN", importsOpen],
  ["OPENINGS_OPEN", "WARN", openingsOpen],
  ["MONTH_NOT_OVER", "WARN", monthNotOver],
];

/** Runs every check; one that finds nothing says OK. */
export async function runChecks(db: Queryable, month: CheckedMonth): Promise<CloseCheckDto[]> {
  const items: CloseCheckDto[] = [];
  for (const [key, severity, find] of CHECKS) {
    const { severity: decided = severity, ...finding } = await find(db, month);
    items.push({ key, title: closeCheckLabels[key], severity: finding.count === 0 ? "OK" : decided, ...finding });
  }
  return items;
}

async function earlierOpen(db: Queryable, { projectId, period, firstPeriod }: CheckedMonth): Promise<Finding> {
  const closed = await db.query<{ period: string }[]>(
    "SELECT period FROM billing_period WHERE project_id = $1 AND period < $2 AND status = 'CLOSED' ORDER BY period DESC LIMIT 1",
    [projectId, period],
  );
  const [earliest] = await db.query<{ period: string }[]>(
    "SELECT period FROM billing_period WHERE project_id = $1 AND period < $2 AND status <> 'CLOSED' ORDER BY period",
    [projectId, period],
  );
  const open = earliest?.period ?? (closed.length === 0 && firstPeriod < period ? firstPeriod : undefined);
  if (!open) return { ...NONE, detail: "之前的月份都已月结" };
  return { count: 1, detail: `请先月结 ${open}`, examples: [open] };
}

async function runsInProgress(db: Queryable, { projectId, period }: CheckedMonth): Promise<Finding> {
  const [row] = await db.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM charge_run
      WHERE project_id = $1 AND period = $2 AND status IN ('REHEARSING', 'PUBLISHING', 'REVERSING')`,
    [projectId, period],
  );
  const count = row!.count;
  return {
    count,
    detail: count === 0 ? "没有正在进行的批次" : `${count} 个批次正在试算、发布或红冲，请等它结束`,
    examples: [],
  };
}

async function runsUnpublished(db: Queryable, { projectId, period }: CheckedMonth): Promise<Finding> {
  const rows = await db.query<{ lines: number; amount_fen: number }[]>(
    `SELECT r.line_count AS lines, r.amount_fen FROM charge_run r
      WHERE r.project_id = $1 AND r.period = $2 AND r.status = 'REHEARSED' AND r.line_count > 0
        AND NOT EXISTS (SELECT 1 FROM charge_run later WHERE later.project_id = r.project_id AND later.period = r.period
                           AND later.status = 'PUBLISHED' AND later.id > r.id)`,
    [projectId, period],
  );
  return {
    count: rows.length,
    detail: rows.length === 0 ? "没有停在试算的批次" : `${rows.length} 个批次已试算，还没有发布`,
    examples: rows.map(({ lines, amount_fen }) => `${lines} 行，${yuanInWords(amount_fen)} 元`),
  };
}

/** Rooms and items that are bound on a day of the month and have no charge for it, as far as their cycle is due. */
async function bindingsWithoutCharges(
  db: Queryable,
  { projectId, period, firstPeriod }: CheckedMonth,
): Promise<Finding> {
  const rows = await db.query<
    {
      code: string;
      item: string;
      cycle: Cycle;
      anchor: CycleAnchor;
      timing: Timing;
      starts_on: string;
      ends_on: string | null;
    }[]
  >(
    `SELECT r.code, ${itemWithObject("b", "i.name")} AS item, t.cycle, t.cycle_anchor AS anchor, t.timing, b.starts_on, b.ends_on
       FROM rate_binding b
       JOIN rate t ON t.project_id = b.project_id AND t.id = b.rate_id
       JOIN fee_item i ON i.project_id = b.project_id AND i.id = b.fee_item_id
       JOIN room r ON r.project_id = b.project_id AND r.id = b.room_id
      WHERE b.project_id = $1 AND b.starts_on <= $3::date AND (b.ends_on IS NULL OR b.ends_on >= $2::date)
        AND (r.active OR r.ended_on IS NOT NULL) AND i.active AND t.base <> 'METERED'
        AND NOT EXISTS (SELECT 1 FROM charge c WHERE c.project_id = b.project_id AND c.room_id = b.room_id
                           AND c.fee_item_id = b.fee_item_id AND c.object_id IS NOT DISTINCT FROM b.object_id AND c.period = $4 AND (c.reversed_fen < c.amount_fen OR c.amount_fen = 0))
        AND coalesce(${paidThroughOf("b")}, '-infinity') < least($3::date, b.ends_on)
      ORDER BY r.code, item`,
    [projectId, firstDay(period), lastDay(period), period],
  );
  const due = rows.filter(({ cycle, anchor, timing, starts_on, ends_on }) =>
    billedMonths({ cycle, anchor, timing, runPeriod: period, start: starts_on, end: ends_on, firstPeriod }).includes(
      period,
    ),
  );
  return {
    count: due.length,
    detail:
      due.length === 0
        ? "已绑定的标准都有本月应收"
        : `${due.length} 项绑定没有本月应收（未出账、无收费对象或面积缺失）`,
    examples: due.slice(0, 10).map(({ code, item }) => `${code} ${item}`),
  };
}

/** Meters that nobody read in the month, and readings that were not billed (BIL-90). */
async function metersOpen(db: Queryable, { projectId, period }: CheckedMonth): Promise<Finding> {
  const { total, missing, unbilled, examples } = await metersOfMonth(db, projectId, period);
  const faults = [
    missing > 0 && `${total} 只表中有 ${missing} 只本月没有读数`,
    unbilled > 0 && `${unbilled} 个读数还没有出账`,
  ].filter(Boolean);
  const inOrder = total === 0 ? "没有在用的表具" : `${total} 只表都已抄表`;
  return { count: missing + unbilled, detail: faults.length > 0 ? faults.join("，") : inOrder, examples };
}

/** Pools of the month that nobody has confirmed, or whose readings have moved since and can still be shared anew (BIL-24). */
async function sharesOpen(db: Queryable, { projectId, period }: CheckedMonth): Promise<Finding> {
  const open = await db.query<{ name: string }[]>(OPEN_POOLS, [projectId, period]);
  const moved = (await movedShares(db, projectId, period)).filter(isWithdrawable);
  const faults = [
    open.length > 0 && `${open.length} 个分摊项目本月还没有确认`,
    moved.length > 0 && `${moved.length} 个确认之后读数有变化，请撤销确认后重新确认`,
  ].filter(Boolean);
  return {
    count: open.length + moved.length,
    detail: faults.length > 0 ? faults.join("，") : "没有未确认的公摊",
    examples: [...open.map(({ name }) => name), ...moved.map(({ pool }) => pool)].slice(0, 10),
  };
}

async function importsOpen(db: Queryable, { projectId }: CheckedMonth): Promise<Finding> {
  const rows = await db.query<{ file_name: string }[]>(
    "SELECT file_name FROM import_batch WHERE project_id = $1 AND status IN ('CHECKING', 'CHECKED', 'COMMITTING') ORDER BY id DESC",
    [projectId],
  );
  return {
    count: rows.length,
    detail: rows.length === 0 ? "没有未完成的导入" : `${rows.length} 个导入还没有入库`,
    examples: rows.slice(0, 10).map(({ file_name }) => file_name),
  };
}

/** Opening balances that are not posted yet, or posted without a second person's signature under their tie-out. */
async function openingsOpen(db: Queryable, { projectId }: CheckedMonth): Promise<Finding> {
  const rows = await db.query<{ name: string; status: string }[]>(
    `SELECT coalesce(o.opening_no || ' ', '') || o.file_name AS name, o.status FROM opening o
       LEFT JOIN approval a ON a.project_id = o.project_id AND a.id = o.approval_id
      WHERE o.project_id = $1 AND (o.status IN ('CHECKED', 'POSTING') OR (o.status = 'POSTED' AND a.status IS DISTINCT FROM 'APPROVED'
            AND EXISTS (SELECT 1 FROM opening_row r WHERE r.project_id = o.project_id AND r.opening_id = o.id
                           AND r.kind IN ('ARREARS', 'PREPAYMENT', 'DEPOSIT', 'COLLECTED'))))
      ORDER BY o.id DESC LIMIT 1000`,
    [projectId],
  );
  const waiting = rows.filter(({ status }) => status !== "POSTED").length;
  const faults = [
    waiting > 0 && `${waiting} 个期初或历史导入还没有入账`,
    rows.length > waiting && `${rows.length - waiting} 个期初导入还没有核对签字`,
  ].filter(Boolean);
  return {
    count: rows.length,
    detail: faults.length > 0 ? faults.join("，") : "没有待入账或待签字的期初导入",
    examples: rows.slice(0, 10).map(({ name }) => name),
  };
}

async function monthNotOver(_db: Queryable, { period, today }: CheckedMonth): Promise<Finding> {
  if (today > lastDay(period)) return { ...NONE, detail: "本月已经结束" };
  return { count: 1, detail: `${period} 要到 ${lastDay(period)} 才结束；月结后不能再收记在这个月的款`, examples: [] };
}
