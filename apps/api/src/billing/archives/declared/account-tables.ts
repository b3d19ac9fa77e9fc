import {
  depositMovementLabels,
  fundDocumentKindLabels,
  fundEntryKindLabels,
  paymentMethodLabels,
  prepaymentSourceLabels,
  publicEntryKindLabels,
} from "@linli/contracts";
import { type ArchiveTable, joined, words, yuan } from "../archive-table.js";

/** 预收变动. */
export const prepaymentsTable: ArchiveTable = {
  name: "预收变动",
  kind: "BOOK",
  meaning: "当月预收账户的每一笔增减和变动后余额",
  from: `prepayment_movement t
    JOIN prepayment_account a ON a.project_id = t.project_id AND a.id = t.account_id
    LEFT JOIN room r ON r.project_id = a.project_id AND r.id = a.room_id
    LEFT JOIN customer k ON k.project_id = a.project_id AND k.id = a.customer_id
    LEFT JOIN fee_item i ON i.project_id = a.project_id AND i.id = a.fee_item_id
    LEFT JOIN receipt p ON p.project_id = t.project_id AND p.id = t.receipt_id`,
  month: "t.period",
  order: "t.booked_on, t.id",
  sum: "金额",
  columns: [
    words("房号", "r.code"),
    words("客户", "k.name"),
    words("客户编号", "k.number"),
    words("专用项目", "i.name"),
    words("类别", "t.source", prepaymentSourceLabels),
    yuan("金额", "t.amount_fen"),
    yuan("变动后余额", "t.balance_after_fen"),
    words("记账日期", "t.booked_on"),
    words("记账月份", "t.period"),
    words("收据号", "p.receipt_no"),
    words("其他单据", "t.document_no"),
  ],
};

/** 押金变动: what was taken from deposits; they come in by receipts. */
export const depositsTable: ArchiveTable = {
  name: "押金变动",
  kind: "BOOK",
  meaning: "当月押金的扣除、转预收和退还；押金的收取见收据存根和应收变动",
  from: `deposit_movement t JOIN deposit d ON d.project_id = t.project_id AND d.id = t.deposit_id
    LEFT JOIN room r ON r.project_id = d.project_id AND r.id = d.room_id
    LEFT JOIN customer k ON k.project_id = d.project_id AND k.id = d.payer_id`,
  month: "t.period",
  order: "t.booked_on, t.id",
  sum: "金额",
  columns: [
    words("押金单号", "d.deposit_no"),
    words("房号", "r.code"),
    words("付款人", "k.name"),
    words("类别", "t.kind", depositMovementLabels),
    yuan("金额", "t.amount_fen"),
    words("记账日期", "t.booked_on"),
    words("原因", "t.reason"),
    words("单据", "t.document_no"),
    words("经手人", "t.created_by_name"),
  ],
};

/** 公共收益. */
export const publicIncomeTable: ArchiveTable = {
  name: "公共收益登记",
  kind: "BOOK",
  meaning: "当月登记的公共收益期初、成本和使用，红字为负；合计为对结余的影响：期初为加，成本和使用为减",
  from: joined("public_income_entry", "item"),
  month: "t.period",
  order: "t.booked_on, t.id",
  sum: "对结余的影响",
  columns: [
    words("登记编号", "t.id"),
    words("收益项目", "i.name"),
    words("类别", "t.kind", publicEntryKindLabels),
    yuan("金额", "t.amount_fen"),
    yuan("对结余的影响", "CASE WHEN t.kind = 'OPENING' THEN t.amount_fen ELSE -t.amount_fen END"),
    words("日期", "t.booked_on"),
    words("对方", "t.party"),
    words("用途", "t.purpose"),
    words("凭据号", "t.reference_no"),
    words("红冲的登记", "t.reversal_of"),
    words("登记人", "t.recorded_by_name"),
  ],
};

/** 代收解缴. */
export const remittancesTable: ArchiveTable = {
  name: "代收解缴",
  kind: "BOOK",
  meaning: "当月代收款项的解缴，红字为负",
  from: joined("remittance", "item"),
  month: "t.period",
  order: "t.booked_on, t.id",
  sum: "金额",
  columns: [
    words("登记编号", "t.id"),
    words("收费项目", "i.name"),
    words("供应单位", "t.supplier_name"),
    yuan("金额", "t.amount_fen"),
    words("日期", "t.booked_on"),
    words("解缴方式", "t.method", paymentMethodLabels),
    words("凭证号", "t.slip_no"),
    words("红冲的登记", "t.reversal_of"),
    words("备注", "t.remark"),
    words("登记人", "t.recorded_by_name"),
  ],
};

/** 代收未解缴 that was brought over when the project began. */
export const collectedBeforeTable: ArchiveTable = {
  name: "代收未解缴",
  kind: "BOOK",
  meaning: "启用收费时带入的、尚未解缴的代收款项",
  from: `${joined("opening_row", "item")}
    JOIN opening o ON o.project_id = t.project_id AND o.id = t.opening_id AND o.status = 'POSTED'`,
  month: "to_char(o.cut_over_on - 1, 'YYYY-MM')",
  order: "i.code, t.id",
  sum: "金额",
  where: "AND t.kind = 'COLLECTED' AND t.fault IS NULL",
  columns: [
    words("期初导入", "o.opening_no"),
    words("收费项目", "i.name"),
    words("供应单位", "i.supplier_name"),
    yuan("金额", "t.amount_fen"),
    words("启用日期", "o.cut_over_on"),
    words("工作表", "t.sheet"),
    words("行号", "t.row_no"),
    words("备注", "t.remark"),
    words("入账人", "o.posted_by_name"),
  ],
};

/** 维修资金分户账: what documents did to the accounts of rooms. */
export const fundTable: ArchiveTable = {
  name: "维修资金分户账",
  kind: "BOOK",
  meaning: "当月登记的维修资金对账单和使用分摊对各户的变动，使用为负",
  from: `fund_entry t JOIN fund_document d ON d.project_id = t.project_id AND d.id = t.document_id
    LEFT JOIN room r ON r.project_id = t.project_id AND r.id = t.room_id`,
  month: "d.period",
  order: "d.booked_on, d.id, r.code, t.id",
  sum: "金额",
  columns: [
    words("登记", "d.title"),
    words("登记类别", "d.kind", fundDocumentKindLabels),
    words("日期", "d.booked_on"),
    words("业主决定日期", "d.decided_on"),
    words("房号", "r.code"),
    words("类别", "t.kind", fundEntryKindLabels),
    yuan("金额", "t.amount_fen"),
    words("分摊面积", "trim_scale(t.area)"),
    yuan("业主自付", "t.self_paid_fen"),
    words("对方", "d.party"),
    words("凭据号", "d.reference_no"),
    words("红冲的登记", "d.reversal_of"),
    words("登记人", "d.recorded_by_name"),
  ],
};

/** 滚存表: the balances a month was closed with. */
export const balancesTable: ArchiveTable = {
  name: "月结滚存表",
  kind: "MONTHLY",
  meaning: "月结快照：各收费项目、各楼栋的期初、应收、调整、减免、实收和期末欠费",
  from: `period_balance t
    LEFT JOIN fee_item i ON i.project_id = t.project_id AND i.id = t.fee_item_id
    LEFT JOIN building b ON b.project_id = t.project_id AND b.id = t.building_id`,
  month: "t.period",
  order: "i.code, b.name, t.id",
  sum: "期末欠费",
  columns: [
    words("收费项目", "i.name"),
    words("楼栋", "b.name"),
    yuan("期初欠费", "t.opening_fen"),
    yuan("本月应收", "t.charged_fen"),
    yuan("调整和红冲", "t.adjusted_fen"),
    yuan("其中往期", "t.adjusted_arrears_fen"),
    yuan("减免", "t.waived_fen"),
    yuan("其中往期减免", "t.waived_arrears_fen"),
    yuan("实收当期", "t.received_current_fen"),
    yuan("实收往期", "t.received_arrears_fen"),
    yuan("期末欠费", "t.closing_fen"),
  ],
};
