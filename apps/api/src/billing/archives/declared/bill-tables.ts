import { chargeEntryKindLabels, chargeSourceLabels, paymentMethodLabels } from "@linli/contracts";
import { type ArchiveTable, joined, words, yuan } from "../archive-table.js";

/** 应收, in the month it was booked. */
export const chargesTable: ArchiveTable = {
  name: "应收",
  kind: "BOOK",
  meaning: "当月记账的每一笔应收，金额含税；计算过程为 JSON，写明单价、数量和分段",
  from: `${joined("charge", "room", "payer", "item")}
    LEFT JOIN charge_object x ON x.project_id = t.project_id AND x.id = t.object_id`,
  month: "t.booked_period",
  order: "i.code, r.code, t.period, t.id",
  sum: "金额",
  columns: [
    words("应收编号", "t.id"),
    words("房号", "r.code"),
    words("车位等", "x.label"),
    words("收费对象", "k.name"),
    words("收费对象编号", "k.number"),
    words("收费项目", "i.name"),
    words("所属月份", "t.period"),
    words("记账月份", "t.booked_period"),
    words("服务开始", "t.service_from"),
    words("服务结束", "t.service_to"),
    words("数量", "trim_scale(t.quantity)"),
    words("单价", "trim_scale(t.unit_price)"),
    yuan("金额", "t.amount_fen"),
    words("应缴日期", "t.due_on"),
    words("来源", "t.source", chargeSourceLabels),
    words("违约金所属应收", "t.principal_id"),
    words("备注", "t.remark"),
    words("计算过程", "t.trace"),
  ],
};

/** The month an entry counts in: money for a bill of a later month is collected of that month. */
export const COUNTS_IN = "greatest(t.period, c.booked_period)";

/** 应收变动: everything that happened to charges in the month. */
export const entriesTable: ArchiveTable = {
  name: "应收变动",
  kind: "BOOK",
  meaning: "当月对应收的收款、预收冲抵、减免、调整和红冲；负数减少欠费。计入月份是月结表统计它的月份",
  from: `${joined("charge_entry", "charge", "receipt")}
    LEFT JOIN write_off_entry w ON w.project_id = t.project_id AND w.entry_id = t.id`,
  month: "t.period",
  order: "t.booked_on, t.id",
  sum: "金额",
  columns: [
    words("变动编号", "t.id"),
    words("应收编号", "t.charge_id"),
    words("房号", "r.code"),
    words("收费对象", "k.name"),
    words("收费项目", "i.name"),
    words("应收记账月份", "c.booked_period"),
    words("类别", "CASE WHEN w.id IS NULL THEN t.kind ELSE 'WRITE_OFF' END", {
      ...chargeEntryKindLabels,
      WRITE_OFF: "坏账核销或收回",
    }),
    yuan("金额", "t.amount_fen"),
    words("记账日期", "t.booked_on"),
    words("记账月份", "t.period"),
    words("计入月份", COUNTS_IN),
    words("收据号", "p.receipt_no"),
    words("原因", "t.reason"),
  ],
};

const STATE = `CASE WHEN t.reversal_of IS NOT NULL THEN 'RED' WHEN red.is_void THEN 'VOIDED'
  WHEN red.id IS NOT NULL THEN 'REVERSED' ELSE 'VALID' END`;

/** 收据存根: every receipt of the month, the reversed and the voided ones too. */
export const receiptsTable: ArchiveTable = {
  name: "收据存根",
  kind: "COUNTERFOIL",
  meaning: "当月开具的每一张收据，包括后来红冲、作废的和红字收据；红字收据金额为负",
  from: `${joined("receipt", "payer")}
    LEFT JOIN receipt red ON red.project_id = t.project_id AND red.reversal_of = t.id
    LEFT JOIN receipt o ON o.project_id = t.project_id AND o.id = t.reversal_of
    LEFT JOIN receipt re ON re.project_id = t.project_id AND re.id = t.reissue_of
    LEFT JOIN cashier_shift s ON s.project_id = t.project_id AND s.id = t.shift_id`,
  month: "t.period",
  order: "t.receipt_no, t.id",
  sum: "收据金额",
  columns: [
    words("收据号", "t.receipt_no"),
    words("状态", STATE, { VALID: "有效", REVERSED: "已红冲", VOIDED: "已作废", RED: "红字收据" }),
    words("记账日期", "t.booked_on"),
    words("记账月份", "t.period"),
    words("付款人", "k.name"),
    words("付款人编号", "k.number"),
    yuan("收据金额", "t.amount_fen"),
    yuan("其中缴费", "t.charges_fen"),
    yuan("其中转预收", "t.prepayment_fen"),
    yuan("找零", "t.change_fen"),
    words("红冲的收据", "o.receipt_no"),
    words("红冲或作废原因", "coalesce(t.reversal_reason, red.reversal_reason)"),
    words("红字收据", "red.receipt_no"),
    words("换开自", "re.receipt_no"),
    words("指定缴费原因", "t.allocation_reason"),
    words("备注", "t.remark"),
    words("收款人", "t.cashier_name"),
    words("班次", "s.shift_no"),
  ],
};

/** 收款方式 of the receipts. */
export const methodsTable: ArchiveTable = {
  name: "收款方式",
  kind: "COUNTERFOIL",
  meaning: "当月收据按收款方式的金额和参考号",
  from: "receipt_method t JOIN receipt p ON p.project_id = t.project_id AND p.id = t.receipt_id",
  month: "p.period",
  order: "p.receipt_no, t.id",
  sum: "金额",
  columns: [
    words("收据号", "p.receipt_no"),
    words("记账日期", "p.booked_on"),
    words("收款方式", "t.method", paymentMethodLabels),
    yuan("金额", "t.amount_fen"),
    yuan("实收", "t.tendered_fen"),
    words("参考号", "t.reference_no"),
  ],
};
