import { eInvoiceStatusLabels, redInvoiceReasonLabels, titleKindLabels } from "@linli/contracts";
import { type ArchiveTable, joined, words, yuan } from "../archive-table.js";

/** 电子发票 that were issued, a row for each line. */
export const eInvoicesTable: ArchiveTable = {
  name: "电子发票",
  kind: "VOUCHER",
  meaning: "当月开具的电子发票，每行明细一行；红冲见红字发票",
  from: `e_invoice_line t JOIN e_invoice v ON v.project_id = t.project_id AND v.id = t.invoice_id
    LEFT JOIN receipt p ON p.project_id = t.project_id AND p.id = t.receipt_id`,
  month: "to_char(v.issued_on, 'YYYY-MM')",
  order: "v.issued_on, v.invoice_no, t.position, t.id",
  sum: "价税合计",
  columns: [
    words("发票号码", "v.invoice_no"),
    words("开票日期", "v.issued_on"),
    words("导出时状态", "v.status", eInvoiceStatusLabels),
    words("开票申请", "v.request_no"),
    words("抬头类型", "v.buyer_kind", titleKindLabels),
    words("购买方", "v.buyer_name"),
    words("购买方税号", "v.buyer_tax_number"),
    words("序号", "t.position"),
    words("项目名称", "t.item_name"),
    words("税率（%）", "trim_scale(t.tax_rate)"),
    yuan("不含税金额", "t.net_fen"),
    yuan("税额", "t.tax_fen"),
    yuan("价税合计", "t.amount_fen"),
    words("收据号", "p.receipt_no"),
    words("应收编号", "t.charge_id"),
    words("开票人", "v.issuer_name"),
    words("申请人", "v.requested_by_name"),
  ],
};

/** 红字发票 that were issued, a row for each line they reverse. */
export const redInvoicesTable: ArchiveTable = {
  name: "红字发票",
  kind: "VOUCHER",
  meaning: "当月开具的红字电子发票，每行明细一行，金额为负",
  from: `red_invoice_line t JOIN red_invoice d ON d.project_id = t.project_id AND d.id = t.red_id
    JOIN e_invoice_line l ON l.project_id = t.project_id AND l.id = t.line_id
    JOIN e_invoice v ON v.project_id = d.project_id AND v.id = d.invoice_id
    LEFT JOIN receipt p ON p.project_id = l.project_id AND p.id = l.receipt_id`,
  month: "to_char(d.issued_on, 'YYYY-MM')",
  order: "d.issued_on, d.invoice_no, l.position, t.id",
  sum: "价税合计",
  columns: [
    words("红字发票号码", "d.invoice_no"),
    words("开票日期", "d.issued_on"),
    words("红字确认单编号", "d.confirmation_no"),
    words("红冲的发票", "v.invoice_no"),
    words("购买方", "v.buyer_name"),
    words("序号", "l.position"),
    words("项目名称", "l.item_name"),
    words("税率（%）", "trim_scale(l.tax_rate)"),
    yuan("不含税金额", "-t.net_fen"),
    yuan("税额", "-t.tax_fen"),
    yuan("价税合计", "-t.amount_fen"),
    words("收据号", "p.receipt_no"),
    words("应收编号", "l.charge_id"),
    words("原因", "d.reason", redInvoiceReasonLabels),
    words("说明", "d.explanation"),
    words("申请人", "d.requested_by_name"),
  ],
};

/** Numbers of invoices that were issued elsewhere, as somebody entered them at a receipt. */
export const enteredInvoicesTable: ArchiveTable = {
  name: "登记的发票号",
  kind: "VOUCHER",
  meaning: "当月在收据上登记的、在系统外开具的发票号码",
  from: joined("receipt_invoice", "receipt"),
  month: "to_char(t.created_at AT TIME ZONE $3, 'YYYY-MM')",
  order: "t.created_at, t.id",
  columns: [
    words("发票号码", "t.invoice_no"),
    words("红字发票号码", "t.red_invoice_no"),
    words("收据号", "p.receipt_no"),
    yuan("收据金额", "p.amount_fen"),
    words("登记人", "t.marked_by_name"),
  ],
};
