import type { TableRow } from "../../workbook/read-table.js";
import type { Draft } from "../draft.js";
import { addIssue } from "../records.js";
import { RowReader } from "../row-reader.js";
import { UNIT_FIELDS, type UnitKey } from "./fields.js";

/** 楼栋单元: one row for each unit of a building. */
export function readUnit(row: TableRow<UnitKey>, draft: Draft): void {
  const reader = new RowReader(row, UNIT_FIELDS);
  const building = reader.need("building", reader.code("building"));
  const unit = reader.need("unit", reader.code("unit"));
  const floors = reader.integer("floors", { min: 1, max: 200 });
  const lift = reader.yesNo("lift");
  if (building === null || unit === null) {
    draft.refused.push(reader.source());
    return;
  }
  const record = { ...reader.source(), key: `${building}/${unit}`, building, unit, floors, lift, implied: false };
  const earlier = draft.units.get(record.key);
  if (earlier)
    addIssue(record, "REFUSE", null, "DUPLICATE", `楼栋 ${building} 单元 ${unit} 与第 ${earlier.rowNo} 行重复`);
  draft.units.add(record);
}
