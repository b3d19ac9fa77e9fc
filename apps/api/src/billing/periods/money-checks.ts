import { channelLabels, type ShiftStatus, shiftStatusLabels } from "@linli/contracts";
import { firstDay, lastDay } from "../../common/calendar.js";
import { dailyState } from "../daily-reports/daily-report-facts.js";
import { offsetState } from "../offsets/offset-state.js";
import { reviewState } from "../receipt-reviews/review-state.js";
import { OPEN_REFUNDS } from "../receipts/open-refunds.sql.js";
import { openDifferences } from "../reconciliation/reconciliation.service.js";
import { type CheckedMonth, type Finding, NONE } from "./close-check.js";
import type { Queryable } from "./month-figures.js";
import { yuanInWords } from "./yuan-in-words.js";

/** Rooms whose prepaid money could pay for open charges, where the project offsets (BIL-61). */
export async function offsetPending(db: Queryable, { projectId, period }: CheckedMonth): Promise<Finding> {
  const { enabled, rooms } = await offsetState(db, projectId, period);
  if (!enabled) return { ...NONE, detail: "没有启用预收冲抵" };
  return {
    count: rooms,
    detail: rooms === 0 ? "没有可以冲抵的预收" : `${rooms} 间房有预收可以冲抵欠费`,
    examples: [],
  };
}

export async function redNotRefunded(db: Queryable, { projectId, period }: CheckedMonth): Promise<Finding> {
  const rows = await db.query<{ receipt_no: string; fen: number }[]>(OPEN_REFUNDS, [projectId, period]);
  const fen = rows.reduce((sum, row) => sum + row.fen, 0);
  return {
    count: rows.length,
    detail: rows.length === 0 ? "没有待退的红字收据" : `${rows.length} 张红字收据共 ${yuanInWords(fen)} 元尚未退款`,
    examples: rows.slice(0, 10).map((row) => `${row.receipt_no}：${yuanInWords(row.fen)} 元`),
  };
}

/** Waivers and vacancies that wait for a decision: approved later, they count in a later month. */
export async function reductionsPending(db: Queryable, { projectId }: CheckedMonth): Promise<Finding> {
  const rows = await db.query<{ no: string; by: string }[]>(
    `SELECT waiver_no AS no, requested_by_name AS by FROM waiver WHERE project_id = $1 AND status = 'PENDING'
     UNION ALL
     SELECT vacancy_no, requested_by_name FROM vacancy WHERE project_id = $1 AND status = 'PENDING' ORDER BY no LIMIT 1000`,
    [projectId],
  );
  return {
    count: rows.length,
    detail: rows.length === 0 ? "没有待审批的减免" : `${rows.length} 份减免还没有审批，月结后通过的记入以后的月份`,
    examples: rows.slice(0, 10).map(({ no, by }) => `${no}，申请人 ${by}`),
  };
}

/** Shifts begun up to the month's end whose till was not counted and confirmed (BIL-73). */
export async function shiftsOpen(db: Queryable, { projectId, period }: CheckedMonth): Promise<Finding> {
  const rows = await db.query<{ no: string; name: string; status: ShiftStatus }[]>(
    `SELECT shift_no AS no, cashier_name AS name, status FROM cashier_shift
      WHERE project_id = $1 AND status <> 'CLOSED' AND opened_on <= $2::date ORDER BY created_at`,
    [projectId, lastDay(period)],
  );
  return {
    count: rows.length,
    detail: rows.length === 0 ? "没有未交班的班次" : `${rows.length} 个班次还没有交班，请先清点、见证`,
    examples: rows.slice(0, 10).map(({ no, name, status }) => `${no} ${name}（${shiftStatusLabels[status]}）`),
  };
}

/** Daily reports of the month that were not sent, or that finance has not gone through and taken over (审核收款单, BIL-74). */
export async function dailyReportsOpen(db: Queryable, { projectId, period }: CheckedMonth): Promise<Finding> {
  const { reports, due, waiting } = await dailyState(db, projectId, period);
  const faults = [
    due > 0 && `${due} 份收款日报还没有送财务`,
    waiting > 0 && `${waiting} 份已送的收款日报财务还没有收`,
  ].filter(Boolean);
  const inOrder = reports === 0 ? "收银台本月没有收款" : `${reports} 份收款日报财务都已收`;
  return { count: due + waiting, detail: faults.length > 0 ? faults.join("，") : inOrder, examples: [] };
}

/** Receipts of the month's desk that nobody has reviewed (审核收款单), where the project asks for it. */
export async function receiptsUnreviewed(db: Queryable, { projectId, period }: CheckedMonth): Promise<Finding> {
  const { rule, receipts, open, examples } = await reviewState(db, projectId, period);
  if (rule === "NONE") return { ...NONE, detail: "没有要求审核收款" };
  return {
    count: open,
    detail: open === 0 ? `${receipts} 张收银台收据都已审核` : `${receipts} 张收银台收据，${open} 张还没有审核`,
    examples,
    severity: rule,
  };
}

/** Days and channels of the month on which books and statement differ and nobody has said why (BIL-75). */
export async function reconciliationOpen(db: Queryable, { projectId, period }: CheckedMonth): Promise<Finding> {
  const open = await openDifferences(db, projectId, firstDay(period), lastDay(period));
  return {
    count: open.length,
    detail:
      open.length === 0 ? "各渠道与对账单、解款单相符或已说明" : `${open.length} 处与对账单或解款单不符，或还没有登记`,
    examples: open
      .slice(0, 10)
      .map(({ day, channel, differenceFen }) => `${day} ${channelLabels[channel]}：${yuanInWords(differenceFen)} 元`),
  };
}

/** Requests about money that wait for a second person, other than reductions: refunds, red receipts, recalculations, write-offs, payment plans. */
export async function approvalsPending(db: Queryable, { projectId }: CheckedMonth): Promise<Finding> {
  const rows = await db.query<{ title: string; by: string }[]>(
    `SELECT title, requested_by_name AS by FROM approval
      WHERE project_id = $1 AND status = 'PENDING' AND kind IN ('billing.refund', 'billing.reversal', 'billing.recalculation', 'billing.write-off', 'billing.payment-plan')
      ORDER BY id LIMIT 1000`,
    [projectId],
  );
  return {
    count: rows.length,
    detail:
      rows.length === 0
        ? "没有待审批的退款、红冲、重算、核销或分期"
        : `${rows.length} 份退款、红冲、重算、核销或分期申请还没有审批`,
    examples: rows.slice(0, 10).map(({ title, by }) => `${title}，申请人 ${by}`),
  };
}

/** Batches that were sent up to the month and have lines the bank has not answered. */
export async function debitUnreturned(db: Queryable, { projectId, period }: CheckedMonth): Promise<Finding> {
  const rows = await db.query<{ no: string; count: number; fen: number }[]>(
    `SELECT batch_no AS no, in_process_count AS count, in_process_fen AS fen FROM debit_batch
      WHERE project_id = $1 AND status IN ('EXPORTED', 'RETURNED') AND exported_on <= $2 ORDER BY batch_no`,
    [projectId, lastDay(period)],
  );
  return {
    count: rows.length,
    detail: rows.length === 0 ? "没有未回盘的托收批次" : `${rows.length} 个托收批次还有银行没有答复的明细`,
    examples: rows.slice(0, 10).map(({ no, count, fen }) => `${no}：${count} 笔，${yuanInWords(fen)} 元`),
  };
}

/** Batches of which the bank statement has not shown, as credit or fee, what was collected (BIL-104). */
export async function debitUncredited(db: Queryable, { projectId, period }: CheckedMonth): Promise<Finding> {
  const rows = await db.query<{ no: string; fen: number }[]>(
    `SELECT b.batch_no AS no, (b.collected_fen - coalesce(sum(c.credited_fen + c.fee_fen), 0))::bigint AS fen
       FROM debit_batch b LEFT JOIN debit_credit c ON c.project_id = b.project_id AND c.batch_id = b.id
      WHERE b.project_id = $1 AND b.collected_fen > 0 AND b.exported_on <= $2
      GROUP BY b.project_id, b.id HAVING b.collected_fen <> coalesce(sum(c.credited_fen + c.fee_fen), 0) ORDER BY b.batch_no`,
    [projectId, lastDay(period)],
  );
  return {
    count: rows.length,
    detail: rows.length === 0 ? "托收扣到的款都已到账" : `${rows.length} 个托收批次扣到的款与登记的到账和手续费不符`,
    examples: rows.slice(0, 10).map(({ no, fen }) => `${no}：相差 ${yuanInWords(fen)} 元`),
  };
}

/** Online orders that somebody may still pay, and lines that differ from the channels' statements up to the month (BIL-75). */
export async function onlineOpen(db: Queryable, { projectId, period }: CheckedMonth): Promise<Finding> {
  const [row] = await db.query<{ waiting: number; differences: number }[]>(
    `SELECT (SELECT count(*)::int FROM online_order WHERE project_id = $1 AND status = 'CREATED'
                AND (created_at AT TIME ZONE (SELECT time_zone FROM project WHERE id = $1))::date <= $2::date) AS waiting,
            (SELECT count(*)::int FROM online_difference x JOIN online_statement s ON s.project_id = x.project_id AND s.id = x.statement_id
              WHERE x.project_id = $1 AND x.settled_at IS NULL AND s.day <= $2::date) AS differences`,
    [projectId, lastDay(period)],
  );
  const { waiting, differences: open } = row!;
  const faults = [
    waiting > 0 && `${waiting} 个线上订单还在等待支付`,
    open > 0 && `${open} 笔渠道对账差异还没有处理`,
  ].filter(Boolean);
  return {
    count: waiting + open,
    detail: faults.length > 0 ? faults.join("，") : "线上订单都有结果，与渠道对账单相符",
    examples: [],
  };
}
