import { adjustmentSourceLabels } from "@linli/contracts";
import { joinSurvivor } from "../../../customer/merged-customers.js";
import { itemWithObject } from "../../objects/charge-item.sql.js";
import {
  BY_ROOM,
  customerColumn,
  date,
  money,
  PLACES,
  type ReportSource,
  roomColumn,
  state,
  text,
  when,
} from "../report-source.js";

/**
 * The entries that count in these months: booked in them, or booked before on a charge that was billed ahead for them. Two
 * statements rather than one with OR, which an index serves neither half of.
 */
function entriesOf(project: string, from: string, to: string): string {
  const entries = `SELECT e.* FROM charge_entry e JOIN charge c ON c.project_id = e.project_id AND c.id = e.charge_id
     WHERE e.project_id = ${project} AND e.source IS NOT NULL`;
  return `${entries} AND e.period BETWEEN ${from} AND ${to} AND c.booked_period <= ${to}
    UNION ALL ${entries} AND e.period < ${from} AND c.booked_period BETWEEN ${from} AND ${to}`;
}

/** The bills that recalculations issued anew, each with its approval: a bill that was issued anew has nothing left to recalculate. */
const recalculated = (project: string): string => `
  SELECT unnest(l.charge_ids) AS charge_id, d.approval_id
    FROM recalculation_line l JOIN recalculation d ON d.project_id = l.project_id AND d.id = l.recalculation_id
   WHERE l.project_id = ${project} AND l.applied`;

/** 调整与红冲明细表: every reversal and adjustment of charges that the month report adds up (3.13, BIL-112). */
export const adjustmentsReport: ReportSource = {
  purpose: "几个月里每一笔应收红冲和调整：哪一笔应收、金额、来源、原因和经手人。",
  parameters: ["periods", "buildingId", "feeItemId"],
  notes: [
    "红冲与核销为负数，核销收回为正数；合计等于应收收款月报同样月份的“调整与红冲”。减免另见减免明细表，收据的红冲另见红冲退款表。",
    "来源在记账时写明。升级之前的分录当时没有写，按原因推定：手工红冲的原因恰好以“更正”“拆分”等字样开头的，会归入那一类。",
    "申请人和审批人只有经过审批的才有：坏账核销及其收回、应收重算；其余的由经手人直接办理，或随另行审批的事项（过户、拆分合并）一起办理。",
    "计入月份为记账月份；提前出账的应收在自己的记账月份之前红冲的，计入应收的记账月份。",
  ],
  columns: () => [
    date("bookedOn", "记账日期"),
    text("countsIn", "计入月份"),
    state("source", "来源", adjustmentSourceLabels),
    roomColumn,
    customerColumn(),
    text("feeItemName", "收费项目"),
    text("period", "费用月份", { link: "CHARGE", linkId: "chargeId" }),
    money("chargedFen", "原应收", { notAdded: true }),
    money("adjustedFen", "调整与红冲"),
    text("reason", "原因"),
    text("requestedByName", "申请人"),
    text("decidedByName", "审批人"),
    text("personName", "经手人"),
  ],
  order: `"bookedOn", ${BY_ROOM}, period, id`,
  rows: ({ projectId, fromPeriod, toPeriod, buildingId, feeItemId }, param) => {
    const project = `${param(projectId)}::uuid`;
    return `SELECT e.id, e.booked_on AS "bookedOn", greatest(e.period, c.booked_period) AS "countsIn", e.source,
                   r.id AS "roomId", r.code AS "roomCode", s.id AS "customerId", s.name AS "customerName", c.fee_item_id AS "feeItemId",
                   u.building_id AS "buildingId", ${itemWithObject("c", "i.name")} AS "feeItemName", c.period, c.id AS "chargeId",
                   c.amount_fen AS "chargedFen", e.amount_fen AS "adjustedFen", e.reason, a.requested_by_name AS "requestedByName",
                   a.decided_by_name AS "decidedByName", p.name AS "personName"
              FROM (${entriesOf(project, param(fromPeriod), param(toPeriod))}) e
              JOIN charge c ON c.project_id = e.project_id AND c.id = e.charge_id
              JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id ${PLACES}
              JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
              ${joinSurvivor("s", "c.project_id", "c.payer_id")}
              LEFT JOIN write_off_entry w ON w.project_id = e.project_id AND w.entry_id = e.id
              LEFT JOIN write_off o ON o.project_id = w.project_id AND o.id = w.write_off_id
              LEFT JOIN (${recalculated(project)}) q ON e.source = 'RECALCULATION' AND q.charge_id = e.charge_id
              LEFT JOIN approval a ON a.project_id = e.project_id AND a.id = coalesce(o.approval_id, q.approval_id)
              LEFT JOIN app_user p ON p.id = e.created_by
             WHERE true${when("u.building_id", buildingId, param)}${when("c.fee_item_id", feeItemId, param)}`;
  },
};
