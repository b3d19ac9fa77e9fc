import { receiptBookKindLabels, receiptBookStatusLabels } from "@linli/contracts";
import {
  count,
  type Param,
  PLACES,
  type ReportRequest,
  type ReportSource,
  state,
  text,
  when,
} from "../report-source.js";

/**
 * 票据使用表 (BIL-72): the books issued until a day and what became of their numbers. A number belongs to a whole paper: of
 * a building or an item those count whose paper holds something of it, and of blank numbers nothing can be said.
 */
export const booksReport: ReportSource = {
  purpose: "到截止日领出的每本票据：号段、领用人、已用、红字、作废、空白作废和剩余张数。",
  parameters: ["asOf", "buildingId", "feeItemId"],
  notes: (request) => [
    ...(isNarrowed(request)
      ? [
          "选了楼栋或项目的，只数单据里有它的号码，一张单据跨几个楼栋或项目的，在每一处都计，所以各处张数之和可能多于实际用掉的张数；空白作废和剩余不属于哪个楼栋或项目，不列。",
        ]
      : []),
    "号段张数 = 已用 + 红字 + 作废 + 空白作废 + 剩余；红字是收据红冲、号码收回的，作废是当天作废的。状态为现在的状态。",
  ],
  columns: (request) => [
    text("range", "号段", { link: "BOOK", linkId: "id" }),
    state("kind", "票据类型", receiptBookKindLabels),
    text("issuedToName", "领用人"),
    count("numbers", "号段张数", isNarrowed(request) ? { notAdded: true } : {}),
    count("used", "已用"),
    count("red", "红字"),
    count("voided", "作废"),
    ...(isNarrowed(request) ? [] : [count("spoiled", "空白作废"), count("rest", "剩余")]),
    state("status", "状态", receiptBookStatusLabels),
  ],
  order: "kind DESC, range, id",
  rows: (request, param) => {
    const { projectId, asOf } = request;
    const project = `${param(projectId)}::uuid`;
    const day = `${param(asOf)}::date`;
    return `SELECT b.id::text AS id, b.prefix || lpad(b.first_no::text, b.width, '0') || ' – ' || b.prefix || lpad(b.last_no::text, b.width, '0') AS range,
                   b.kind, coalesce(b.issued_to_name, '收银台共用') AS "issuedToName", (b.last_no - b.first_no + 1)::int AS numbers,
                   n.used, n.red, n.voided, n.spoiled, (b.last_no - b.first_no + 1 - n.used - n.red - n.voided - n.spoiled)::int AS rest, b.status
              FROM receipt_book b
              CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE x.state <> 'SPOILED' AND red.id IS NULL)::int AS used,
                       count(*) FILTER (WHERE x.state <> 'SPOILED' AND NOT red.is_void)::int AS red,
                       count(*) FILTER (WHERE x.state <> 'SPOILED' AND red.is_void)::int AS voided,
                       count(*) FILTER (WHERE x.state = 'SPOILED')::int AS spoiled
                  FROM book_number x
                  LEFT JOIN receipt red ON red.project_id = x.project_id AND red.reversal_of = x.receipt_id AND red.booked_on <= ${day}
                 WHERE x.project_id = b.project_id AND x.book_id = b.id AND x.day <= ${day}${holding(request, param)}) n
             WHERE b.project_id = ${project}
               AND (b.created_at AT TIME ZONE (SELECT time_zone FROM project WHERE id = ${project}))::date <= ${day}
               ${isNarrowed(request) ? "AND n.used + n.red + n.voided > 0" : ""}`;
  },
};

const isNarrowed = ({ buildingId, feeItemId }: ReportRequest): boolean => buildingId !== null || feeItemId !== null;

/** That the paper of a number `x` holds something of the building and item asked for: a charge, a prepayment, a deposit. */
function holding(request: ReportRequest, param: Param): string {
  if (!isNarrowed(request)) return "";
  const { projectId, buildingId, feeItemId } = request;
  const project = `${param(projectId)}::uuid`;
  const asked = when("u.building_id", buildingId, param) + when("t.fee_item_id", feeItemId, param);
  const ofAsked = (table: string) =>
    `SELECT t.id FROM ${table} t JOIN room r ON r.project_id = t.project_id AND r.id = t.room_id ${PLACES} WHERE t.project_id = ${project}${asked}`;
  const receipts = `SELECT e.receipt_id FROM charge_entry e WHERE e.project_id = ${project} AND e.charge_id IN (${ofAsked("charge")})
                    UNION SELECT m.receipt_id FROM prepayment_movement m WHERE m.project_id = ${project} AND m.account_id IN (${ofAsked("prepayment_account")})`;
  return ` AND (x.receipt_id IN (${receipts}) OR x.refund_id IN (
                   SELECT f.id FROM refund f
                     LEFT JOIN prepayment_refund pr ON pr.project_id = f.project_id AND pr.id = f.prepayment_refund_id
                     LEFT JOIN deposit d ON d.project_id = f.project_id AND d.id = f.deposit_id
                    WHERE f.project_id = ${project}
                      AND (f.red_receipt_id IN (${receipts}) OR coalesce(f.account_id, pr.account_id) IN (${ofAsked("prepayment_account")})
                           OR d.charge_id IN (${ofAsked("charge")}))))`;
}
