import { Decimal } from "decimal.js";
import type { TableRow } from "../../workbook/read-table.js";
import { parseDate } from "../../workbook/values.js";
import { missingRoomFields } from "../completeness.js";
import type { Draft } from "../draft.js";
import { addIssue, type BindingRecord, type RoomRecord, type UnitRecord } from "../records.js";
import { RowReader } from "../row-reader.js";
import { LAYOUT_PLACEHOLDER, PURPOSES, purposeLabels } from "./codes.js";
import { ROOM_FIELDS, type RoomKey } from "./fields.js";

/** 房屋信息: the room, its owner by number, its fees such as `1#2` from dates such as `2020-06-10#2020-07-10`. */
export function readRoom(row: TableRow<RoomKey>, draft: Draft): void {
  const reader = new RowReader(row, ROOM_FIELDS, { rent: "rentFen" });
  const code = reader.need("code", reader.code("code"));
  const building = reader.need("building", reader.code("building"));
  const unit = reader.need("unit", reader.code("unit"));
  const floor = reader.integer("floor", { min: -10, max: 200 });
  const layout = reader.text("layout", 50);
  const buildingArea = reader.need("buildingArea", reader.decimal("buildingArea", { places: 4, max: "100000" }));
  const innerArea = reader.decimal("innerArea", { places: 4, max: "100000" });
  const purpose = reader.choice("purpose", purposeLabels);
  const rentFen = reader.fen("rent");
  const owner = reader.code("owner");
  if (code === null || building === null || unit === null) {
    draft.refused.push(reader.source());
    return;
  }
  const room: RoomRecord = {
    ...reader.source(),
    key: `${building}/${unit}/${code}`,
    building,
    unit,
    code,
    floor,
    layout,
    buildingArea,
    innerArea,
    ...roomDefaults(building, unit, code, buildingArea),
    purpose: purpose === null ? null : (PURPOSES[purpose] ?? null),
    state: null,
    rentFen: rentFen === 0 ? null : rentFen,
  };
  checkRoom(room, draft);
  draft.rooms.add(room);
  if (owner !== null && owner !== "0") relateOwner(reader, room, owner, draft);
  bindFees(reader, room, draft);
}

/** What these workbooks do not have, and what follows from what they have. */
export const roomDefaults = (building: string, unit: string, code: string, buildingArea: string | null) => ({
  name: unit === "0" ? `${building}栋${code}` : `${building}栋${unit}单元${code}`,
  chargeArea: buildingArea,
  orientation: null,
  remark: null,
});

/** Checks that hold for the rooms of both workbooks. */
export function checkRoom(room: RoomRecord, draft: Draft): void {
  const twin = draft.rooms.get(room.key);
  if (twin) addIssue(room, "REFUSE", "code", "DUPLICATE", `房屋 ${room.key} 与第 ${twin.rowNo} 行重复`);
  const unit = draft.units.get(`${room.building}/${room.unit}`);
  if (!unit)
    addIssue(
      room,
      "REFUSE",
      "unit",
      "UNIT_UNKNOWN",
      `房屋 ${room.code}：楼栋 ${room.building} 单元 ${room.unit} 在楼栋单元表中不存在`,
    );
  checkFloor(room, unit);
  if (room.buildingArea !== null && new Decimal(room.buildingArea).isZero()) {
    addIssue(room, "REFUSE", "buildingArea", "AREA_ZERO", `房屋 ${room.code}：建筑面积不能为 0`);
  }
  if (room.buildingArea !== null && room.innerArea !== null && new Decimal(room.innerArea).gt(room.buildingArea)) {
    addIssue(
      room,
      "NOTE",
      "innerArea",
      "INNER_AREA_LARGER",
      `房屋 ${room.code}：室内面积 ${room.innerArea} 大于建筑面积 ${room.buildingArea}`,
    );
  }
  addIssue(room, "NOTE", "chargeArea", "CHARGE_AREA_ASSUMED", "表中没有收费面积，按建筑面积导入");
  if (room.layout === LAYOUT_PLACEHOLDER) {
    addIssue(
      room,
      "NOTE",
      "layout",
      "LAYOUT_CODE",
      `户型代码 ${LAYOUT_PLACEHOLDER} 是原系统的统一填法，按原样保留，请核对实际户型`,
    );
  }
  missingRoomFields(room);
}

function checkFloor(room: RoomRecord, unit: UnitRecord | undefined): void {
  if (!unit?.floors || room.floor === null || room.floor <= unit.floors) return;
  addIssue(
    room,
    "REFUSE",
    "floor",
    "FLOOR_ABOVE_TOP",
    `房屋 ${room.code}：楼层 ${room.floor} 超过该单元总层数 ${unit.floors}`,
  );
}

function relateOwner(reader: RowReader<RoomKey>, room: RoomRecord, owner: string, draft: Draft): void {
  const relation = {
    ...reader.further(),
    roomKey: room.key,
    customerKey: `业主${owner}`,
    role: "OWNER" as const,
    share: null,
    from: null,
    to: null,
    kinship: null,
  };
  if (!draft.customers.get(relation.customerKey)) {
    addIssue(
      relation,
      "LINK",
      "customerKey",
      "OWNER_UNKNOWN",
      `房屋 ${room.code} 的业主编号 ${owner} 在业主信息表中不存在`,
    );
  }
  draft.relate(relation);
}

function bindFees(reader: RowReader<RoomKey>, room: RoomRecord, draft: Draft): void {
  const numbers = split(reader.text("fees"));
  // 0 stands for the default fee of the other product: nothing to bind.
  if (numbers.length === 0 || (numbers.length === 1 && numbers[0] === "0")) return;
  const dates =
    numbers.length === 1
      ? [reader.date("feeFrom")]
      : split(reader.text("feeFrom")).map((part) => reader.take("feeFrom", parseDate(part)));
  if (dates.length !== numbers.length) {
    const message = `房屋 ${room.code}：房屋费用有 ${numbers.length} 项（${numbers.join("#")}），费用开始时间有 ${dates.length} 项，应一一对应`;
    reader.issue("REFUSE", "feeFrom", "FEE_DATES_DIFFER", message);
    return;
  }
  const bound = numbers.map((feeKey, i): BindingRecord => {
    const binding = {
      ...reader.further(),
      roomKey: room.key,
      feeKey,
      rateName: null,
      from: dates[i] ?? null,
      to: null,
      price: null,
      quantity: null,
      object: null,
    };
    checkBinding(binding, room, numbers.slice(0, i), draft);
    return binding;
  });
  draft.bindings.push(...bound);
  noteDates(room, bound, draft);
}

const split = (text: string | null): string[] =>
  (text ?? "")
    .split(/[#＃]/u)
    .map((part) => part.trim())
    .filter(Boolean);

function checkBinding(binding: BindingRecord, room: RoomRecord, earlier: string[], draft: Draft): void {
  const fee = draft.fees.get(binding.feeKey);
  if (!fee) {
    addIssue(
      binding,
      "LINK",
      "feeKey",
      "FEE_UNKNOWN",
      `房屋 ${room.code} 的房屋费用 ${binding.feeKey} 在费用设置表中不存在`,
    );
    return;
  }
  binding.to = fee.to;
  if (earlier.includes(binding.feeKey))
    addIssue(binding, "REFUSE", "feeKey", "DUPLICATE", `房屋 ${room.code} 的房屋费用 ${binding.feeKey} 写了两次`);
  if (binding.from === null) {
    binding.from = fee.from;
    addIssue(
      binding,
      "NOTE",
      "from",
      "FROM_OF_FEE",
      `房屋 ${room.code} 的费用 ${binding.feeKey} 没有开始时间，按费用的计费起始时间 ${fee.from ?? "（也没有）"}`,
    );
  }
  if (binding.from && fee.from && binding.from < fee.from) {
    addIssue(
      binding,
      "REFUSE",
      "from",
      "BEFORE_FEE",
      `房屋 ${room.code}：费用开始时间 ${binding.from} 早于费用 ${fee.key} 的计费起始时间 ${fee.from}`,
    );
  }
  if (binding.from && fee.to && binding.from > fee.to) {
    addIssue(
      binding,
      "REFUSE",
      "from",
      "AFTER_FEE",
      `房屋 ${room.code}：费用开始时间 ${binding.from} 晚于费用 ${fee.key} 的计费结束时间 ${fee.to}`,
    );
  }
}

/** Two fees of the same formula on one room from different dates are suspicious but allowed. */
function noteDates(room: RoomRecord, bound: BindingRecord[], draft: Draft): void {
  const byFormula = Map.groupBy(bound, ({ feeKey }) => draft.fees.get(feeKey)?.formula ?? "");
  for (const [formula, bindings] of byFormula) {
    if (formula === "" || new Set(bindings.map(({ from }) => from)).size < 2) continue;
    const code = formula === "FIXED" ? "2002（固定费用）" : "1001（面积×单价+附加费）";
    const which = bindings.map(({ feeKey, from }) => `费用 ${feeKey} 从 ${from}`).join("，");
    addIssue(
      room,
      "NOTE",
      null,
      "SAME_FORMULA",
      `房屋 ${room.code} 的费用 ${bindings.map(({ feeKey }) => feeKey).join("、")} 公式都是 ${code}，开始日期不同（${which}），请确认不是重复收费`,
    );
  }
}
