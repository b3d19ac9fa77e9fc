import { debitBatchStatusLabels, debitReasonLabels } from "@linli/contracts";
import { count, date, money, type ReportSource, state, text } from "../report-source.js";

/** 托收结果表: batches sent in a span of days and what became of them. */
export const debitsReport: ReportSource = {
  purpose: "一段时间报盘的托收批次：送盘、成功、失败和未答复的笔数与金额。",
  parameters: ["days"],
  notes: ["应扣 = 扣到 + 失败 + 部分扣款的余额 + 未答复。失败原因见托收失败原因表。"],
  columns: () => [
    text("batchNo", "批次号", { link: "BATCH", linkId: "id" }),
    text("schemeName", "方案"),
    date("exportedOn", "报盘日期"),
    state("status", "状态", debitBatchStatusLabels),
    count("lineCount", "笔数"),
    money("amountFen", "应扣"),
    count("succeededCount", "成功笔数"),
    money("collectedFen", "扣到"),
    count("failedCount", "失败笔数"),
    money("failedFen", "失败"),
    money("shortFen", "部分扣款余额"),
    money("inProcessFen", "未答复"),
  ],
  order: `"exportedOn", "batchNo"`,
  rows: ({ projectId, from, to }, param) =>
    `SELECT b.id::text AS id, b.batch_no AS "batchNo", s.name AS "schemeName", b.exported_on AS "exportedOn", b.status,
            b.line_count AS "lineCount", b.amount_fen AS "amountFen", b.succeeded_count AS "succeededCount", b.collected_fen AS "collectedFen",
            b.failed_count AS "failedCount", b.failed_fen AS "failedFen", b.short_fen AS "shortFen", b.in_process_fen AS "inProcessFen"
       FROM debit_batch b JOIN debit_scheme s ON s.project_id = b.project_id AND s.id = b.scheme_id
      WHERE b.project_id = ${param(projectId)}::uuid AND b.status NOT IN ('DRAFT', 'VOID')
        AND b.exported_on BETWEEN ${param(from)}::date AND ${param(to)}::date`,
};

/** 托收失败原因表: what banks did not collect of the batches sent in a span of days, by reason (BIL-103). */
export const debitReasonsReport: ReportSource = {
  purpose: "一段时间报盘的托收中没有扣到或没有扣足的，按方案和失败原因汇总笔数、户数与金额。",
  parameters: ["days"],
  notes: ["按报盘日期；未扣 = 应扣 − 扣到，等于托收结果表的失败与部分扣款余额之和。"],
  columns: () => [
    text("schemeName", "方案"),
    state("reason", "原因", debitReasonLabels),
    count("lineCount", "笔数"),
    { ...count("customers", "户数"), notAdded: true },
    money("amountFen", "应扣"),
    money("paidFen", "扣到"),
    money("shortFen", "未扣"),
  ],
  order: `"schemeName", "shortFen" DESC, id`,
  rows: ({ projectId, from, to }, param) =>
    `SELECT s.id || ' ' || coalesce(l.reason, 'OTHER') AS id, s.name AS "schemeName", coalesce(l.reason, 'OTHER') AS reason,
            count(*)::int AS "lineCount", count(DISTINCT a.customer_id)::int AS customers, sum(l.amount_fen)::bigint AS "amountFen",
            sum(l.paid_fen)::bigint AS "paidFen", sum(l.amount_fen - l.paid_fen)::bigint AS "shortFen"
       FROM debit_line l
       JOIN debit_batch b ON b.project_id = l.project_id AND b.id = l.batch_id AND b.status NOT IN ('DRAFT', 'VOID')
       JOIN debit_scheme s ON s.project_id = b.project_id AND s.id = b.scheme_id
       JOIN debit_agreement a ON a.project_id = l.project_id AND a.id = l.agreement_id
      WHERE l.project_id = ${param(projectId)}::uuid AND l.status IN ('FAILED', 'PARTIAL')
        AND b.exported_on BETWEEN ${param(from)}::date AND ${param(to)}::date
      GROUP BY s.id, s.name, coalesce(l.reason, 'OTHER')`,
};
