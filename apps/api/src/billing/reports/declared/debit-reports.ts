import { debitBatchStatusLabels, debitReasonLabels } from "@linli/contracts";
import {
  count,
  date,
  inBuilding,
  money,
  type Param,
  type ReportRequest,
  type ReportSource,
  state,
  text,
  when,
} from "../report-source.js";

const SPANNING_NOTE = "选了楼栋或项目的，金额只算其中这一部分费用；一笔扣款跨几个楼栋或项目的，每处各计一笔。";

/** The charges `x` in the lines `l` of the batches `b` sent in the days asked for, each with its charge `c` and agreement `a`. */
function asked(request: ReportRequest, param: Param): string {
  const { projectId, from, to, feeItemId } = request;
  return `FROM debit_batch b
       JOIN debit_scheme s ON s.project_id = b.project_id AND s.id = b.scheme_id
       JOIN debit_line_charge x ON x.project_id = b.project_id AND x.batch_id = b.id
       JOIN debit_line l ON l.project_id = x.project_id AND l.id = x.line_id
       JOIN debit_agreement a ON a.project_id = l.project_id AND a.id = l.agreement_id
       JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
      WHERE b.project_id = ${param(projectId)}::uuid AND b.status NOT IN ('DRAFT', 'VOID')
        AND b.exported_on BETWEEN ${param(from)}::date AND ${param(to)}::date
        ${inBuilding("c.room_id", request, param)}${when("c.fee_item_id", feeItemId, param)}`;
}

/** 托收结果表: batches sent in a span of days and what became of them. */
export const debitsReport: ReportSource = {
  purpose: "一段时间报盘的托收批次：送盘、成功、失败和未答复的笔数与金额。",
  parameters: ["days", "buildingId", "feeItemId"],
  notes: ["应扣 = 扣到 + 失败 + 部分扣款的余额 + 未答复。失败原因见托收失败原因表。", SPANNING_NOTE],
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
    count("inProcessCount", "未答复笔数"),
    money("inProcessFen", "未答复"),
  ],
  order: `"exportedOn", "batchNo"`,
  rows: (request, param) => {
    const counted = (condition: string) => `count(DISTINCT l.id) FILTER (WHERE ${condition})::int`;
    const sumOf = (fen: string, status: string) =>
      `coalesce(sum(${fen}) FILTER (WHERE l.status = '${status}'), 0)::bigint`;
    return `SELECT b.id::text AS id, b.batch_no AS "batchNo", s.name AS "schemeName", b.exported_on AS "exportedOn", b.status,
                   count(DISTINCT l.id)::int AS "lineCount", sum(x.amount_fen)::bigint AS "amountFen",
                   ${counted("l.status IN ('SUCCEEDED', 'PARTIAL')")} AS "succeededCount", sum(x.paid_fen)::bigint AS "collectedFen",
                   ${counted("l.status = 'FAILED'")} AS "failedCount", ${sumOf("x.amount_fen", "FAILED")} AS "failedFen",
                   ${sumOf("x.amount_fen - x.paid_fen", "PARTIAL")} AS "shortFen",
                   ${counted("l.status = 'IN_PROCESS'")} AS "inProcessCount", ${sumOf("x.amount_fen", "IN_PROCESS")} AS "inProcessFen"
              ${asked(request, param)}
             GROUP BY b.id, b.batch_no, s.name, b.exported_on, b.status`;
  },
};

/** 托收失败原因表: what banks did not collect of the batches sent in a span of days, by batch and reason (BIL-103). */
export const debitReasonsReport: ReportSource = {
  purpose: "一段时间报盘的托收中没有扣到或没有扣足的，按批次和失败原因汇总笔数、户数与金额。",
  parameters: ["days", "buildingId", "feeItemId"],
  notes: ["按报盘日期；未扣 = 应扣 − 扣到，等于托收结果表的失败与部分扣款余额之和。", SPANNING_NOTE],
  columns: () => [
    text("batchNo", "批次号", { link: "BATCH", linkId: "batchId" }),
    text("schemeName", "方案"),
    state("reason", "原因", debitReasonLabels),
    count("lineCount", "笔数"),
    { ...count("customers", "户数"), notAdded: true },
    money("amountFen", "应扣"),
    money("paidFen", "扣到"),
    money("shortFen", "未扣"),
  ],
  order: `"batchNo", "shortFen" DESC, id`,
  rows: (request, param) =>
    `SELECT b.id || ' ' || coalesce(l.reason, 'OTHER') AS id, b.id AS "batchId", b.batch_no AS "batchNo", s.name AS "schemeName",
            coalesce(l.reason, 'OTHER') AS reason, count(DISTINCT l.id)::int AS "lineCount", count(DISTINCT a.customer_id)::int AS customers,
            sum(x.amount_fen)::bigint AS "amountFen", sum(x.paid_fen)::bigint AS "paidFen", sum(x.amount_fen - x.paid_fen)::bigint AS "shortFen"
       ${asked(request, param)}
        AND l.status IN ('FAILED', 'PARTIAL')
      GROUP BY b.id, b.batch_no, s.name, coalesce(l.reason, 'OTHER')`,
};
