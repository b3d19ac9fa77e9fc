import type { TableRow } from "../../workbook/read-table.js";
import { overlaps, type Draft } from "../draft.js";
import { addIssue, type PayerRecord } from "../records.js";
import { RowReader } from "../row-reader.js";
import { payersTemplate, type PayersKey } from "./payers-template.js";

/** A row of 收费对象. Entries of one item on one room may not overlap (both days included). */
export function readPayerRow(row: TableRow<PayersKey>, draft: Draft): void {
  const reader = new RowReader(row, payersTemplate.fields);
  const roomKey = reader.need("roomCode", reader.code("roomCode"));
  const name = reader.need("name", reader.text("name", 100));
  const from = reader.need("from", reader.date("from"));
  const to = reader.date("to");
  const fee = reader.text("fee", 50);
  const number = reader.text("number", 40);
  if (from && to && from > to) reader.issue("REFUSE", "to", "DATES_REVERSED", `结束日期 ${to} 早于起始日期 ${from}`);
  if (roomKey === null || name === null) {
    draft.refused.push(reader.source());
    return;
  }
  const payer: PayerRecord = { ...reader.source(), roomKey, fee, number, name, from, to };
  const other = draft.payersOf(roomKey, fee).find((earlier) => overlaps(earlier, payer));
  if (other) addIssue(payer, "REFUSE", "from", "OVERLAP", `房间 ${roomKey} 的收费对象与第 ${other.rowNo} 行日期重叠`);
  draft.pay(payer);
}
