import type { TableRow } from "../../workbook/read-table.js";
import { overlaps, type Draft } from "../draft.js";
import { addIssue, type BindingRecord } from "../records.js";
import { RowReader } from "../row-reader.js";
import { bindingsTemplate, type BindingsKey } from "./bindings-template.js";

/** A row of 收费标准绑定. Bindings of one item on one room, or on one thing, may not overlap (both days included). */
export function readBindingRow(row: TableRow<BindingsKey>, draft: Draft): void {
  const reader = new RowReader(row, bindingsTemplate.fields);
  const roomKey = reader.need("roomCode", reader.code("roomCode"));
  const feeKey = reader.need("fee", reader.text("fee", 50));
  const from = reader.need("from", reader.date("from"));
  const to = reader.date("to");
  const rateName = reader.text("rate", 50);
  const price = reader.decimal("price", { places: 6, max: "1000000" });
  const quantity = reader.decimal("quantity", { places: 4, max: "1000000" });
  const object = reader.text("object", 60);
  if (from && to && from > to) reader.issue("REFUSE", "to", "DATES_REVERSED", `结束日期 ${to} 早于起始日期 ${from}`);
  if (roomKey === null || feeKey === null) {
    draft.refused.push(reader.source());
    return;
  }
  const binding: BindingRecord = { ...reader.source(), roomKey, feeKey, rateName, from, to, price, quantity, object };
  const other = from === null ? undefined : draft.bindingsOf(binding).find((earlier) => overlaps(earlier, binding));
  if (other) {
    addIssue(
      binding,
      "REFUSE",
      "from",
      "OVERLAP",
      `${object === null ? `房间 ${roomKey} ` : object}的收费项目“${feeKey}”与第 ${other.rowNo} 行日期重叠`,
    );
  }
  draft.bind(binding);
}
