import { receiptBookKindLabels, receiptBookStatusLabels } from "@linli/contracts";
import { count, type ReportSource, state, text } from "../report-source.js";

/** 票据使用表 (BIL-72): the books issued until a day and what became of their numbers. */
export const booksReport: ReportSource = {
  purpose: "到截止日领出的每本票据：号段、领用人、已用、红字、作废、空白作废和剩余张数。",
  parameters: ["asOf"],
  notes: [
    "号段张数 = 已用 + 红字 + 作废 + 空白作废 + 剩余；红字是收据红冲、号码收回的，作废是当天作废的。状态为现在的状态。",
  ],
  columns: () => [
    text("range", "号段", { link: "BOOK", linkId: "id" }),
    state("kind", "票据类型", receiptBookKindLabels),
    text("issuedToName", "领用人"),
    count("numbers", "张数"),
    count("used", "已用"),
    count("red", "红字"),
    count("voided", "作废"),
    count("spoiled", "空白作废"),
    count("rest", "剩余"),
    state("status", "状态", receiptBookStatusLabels),
  ],
  order: "kind DESC, range, id",
  rows: ({ projectId, asOf }, param) => {
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
                 WHERE x.project_id = b.project_id AND x.book_id = b.id AND x.day <= ${day}) n
             WHERE b.project_id = ${project}
               AND (b.created_at AT TIME ZONE (SELECT time_zone FROM project WHERE id = ${project}))::date <= ${day}`;
  },
};
