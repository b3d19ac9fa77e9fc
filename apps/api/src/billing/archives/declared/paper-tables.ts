import {
  bookNumberStateLabels,
  paymentMethodLabels,
  receiptBookKindLabels,
  writeOffReasonLabels,
} from "@linli/contracts";
import { type ArchiveTable, joined, words, yuan } from "../archive-table.js";

/** 票据号: what became of the numbers of printed papers. */
export const bookNumbersTable: ArchiveTable = {
  name: "票据使用",
  kind: "COUNTERFOIL",
  meaning: "当月用掉、作废和空白作废的票据号",
  from: `book_number t JOIN receipt_book b ON b.project_id = t.project_id AND b.id = t.book_id
    LEFT JOIN receipt p ON p.project_id = t.project_id AND p.id = t.receipt_id
    LEFT JOIN refund f ON f.project_id = t.project_id AND f.id = t.refund_id`,
  month: "to_char(t.day, 'YYYY-MM')",
  order: "b.kind, b.prefix, t.no",
  columns: [
    words("票据种类", "b.kind", receiptBookKindLabels),
    words("票据号", "b.prefix || lpad(t.no::text, b.width, '0')"),
    words("状态", "t.state", bookNumberStateLabels),
    words("日期", "t.day"),
    words("收据或退款单", "coalesce(p.receipt_no, f.refund_no)"),
    words("原因", "t.reason"),
    words("经手人", "t.created_by_name"),
  ],
};

/** 退款. */
export const refundsTable: ArchiveTable = {
  name: "退款",
  kind: "VOUCHER",
  meaning: "当月付出的退款：红字收据的、预收的和押金的",
  from: `refund t LEFT JOIN receipt p ON p.project_id = t.project_id AND p.id = t.red_receipt_id
    LEFT JOIN deposit d ON d.project_id = t.project_id AND d.id = t.deposit_id
    LEFT JOIN refund_request q ON q.project_id = t.project_id AND q.id = t.request_id`,
  month: "t.period",
  order: "t.refund_no, t.id",
  sum: "金额",
  columns: [
    words("退款单号", "t.refund_no"),
    words("红字收据", "p.receipt_no"),
    words("押金单号", "d.deposit_no"),
    words("退款申请", "q.request_no"),
    yuan("金额", "t.amount_fen"),
    words("退款方式", "t.method", paymentMethodLabels),
    words("参考号", "t.reference_no"),
    words("记账日期", "t.booked_on"),
    words("原因", "t.reason"),
    words("付款人", "t.paid_by_name"),
  ],
};

/** 坏账核销 and what came back of them. */
export const writeOffsTable: ArchiveTable = {
  name: "坏账核销",
  kind: "VOUCHER",
  meaning: "当月核销和收回的坏账；核销为负，收回为正",
  from: `write_off_entry t
    JOIN write_off o ON o.project_id = t.project_id AND o.id = t.write_off_id
    JOIN charge_entry e ON e.project_id = t.project_id AND e.id = t.entry_id
    JOIN charge c ON c.project_id = e.project_id AND c.id = e.charge_id
    LEFT JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
    LEFT JOIN customer k ON k.project_id = c.project_id AND k.id = c.payer_id
    LEFT JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
    LEFT JOIN approval a ON a.project_id = o.project_id AND a.id = o.approval_id`,
  month: "e.period",
  order: "o.write_off_no, t.id",
  sum: "金额",
  columns: [
    words("核销单号", "o.write_off_no"),
    words("应收编号", "c.id"),
    words("房号", "r.code"),
    words("收费对象", "k.name"),
    words("收费项目", "i.name"),
    words("应收记账月份", "c.booked_period"),
    yuan("金额", "e.amount_fen"),
    words("记账日期", "e.booked_on"),
    words("类别", "o.reason_code", writeOffReasonLabels),
    words("原因", "o.reason"),
    words("申请人", "o.requested_by_name"),
    words("审批人", "a.decided_by_name"),
  ],
};

/** 解款单. */
export const bankDepositsTable: ArchiveTable = {
  name: "解款单",
  kind: "BANK",
  meaning: "当月登记的现金解款，作废的写明原因；合计不含作废的",
  from: joined("bank_deposit"),
  month: "t.period",
  order: "t.takings_on, t.id",
  sum: "有效金额",
  columns: [
    words("解款单号", "t.slip_no"),
    words("解款日期", "t.deposited_on"),
    words("款项所属日期", "t.takings_on"),
    yuan("金额", "t.amount_fen"),
    yuan("有效金额", "CASE WHEN t.cancel_reason IS NULL THEN t.amount_fen ELSE 0 END"),
    words("存入账户", "t.account"),
    words("作废原因", "t.cancel_reason"),
    words("作废所在月份", "t.cancelled_period"),
    words("备注", "t.remark"),
    words("登记人", "t.recorded_by_name"),
  ],
};

/** 托收到账. */
export const debitCreditsTable: ArchiveTable = {
  name: "托收到账",
  kind: "BANK",
  meaning: "当月银行托收批次的到账和手续费",
  from: "debit_credit t JOIN debit_batch b ON b.project_id = t.project_id AND b.id = t.batch_id",
  month: "t.period",
  order: "t.credited_on, t.id",
  sum: "到账金额",
  columns: [
    words("托收批次", "b.batch_no"),
    words("到账日期", "t.credited_on"),
    yuan("到账金额", "t.credited_fen"),
    yuan("手续费", "t.fee_fen"),
    words("银行流水号", "t.reference"),
    words("备注", "t.remark"),
    words("登记人", "t.created_by_name"),
  ],
};

/** 收款日报, as it was sent to finance. */
export const dailyReportsTable: ArchiveTable = {
  name: "收款日报",
  kind: "BOOK",
  meaning: "当月每个收款人送财务的收款日报；合计为 JSON，金额单位为分",
  from: joined("daily_report"),
  month: "to_char(t.day, 'YYYY-MM')",
  order: "t.day, t.cashier_name, t.id",
  columns: [
    words("日期", "t.day"),
    words("收款人", "t.cashier_name"),
    words("单据张数", "t.papers"),
    words("合计", "t.totals"),
    words("送出时间", "to_char(t.sent_at AT TIME ZONE $3, 'YYYY-MM-DD HH24:MI:SS')"),
    words("财务签收人", "t.received_by_name"),
    words("签收时间", "to_char(t.received_at AT TIME ZONE $3, 'YYYY-MM-DD HH24:MI:SS')"),
    words("说明", "t.note"),
  ],
};
