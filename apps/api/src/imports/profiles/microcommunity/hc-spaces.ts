import { normalisePlate, plateFault } from "@linli/contracts/enums";
import type { TableRow } from "../../workbook/read-table.js";
import type { Draft } from "../draft.js";
import { addIssue, type SpaceRecord } from "../records.js";
import { RowReader } from "../row-reader.js";
import { NO_END, SPACE_TYPES, vehicleLabels } from "./codes.js";
import { SPACE_FIELDS, type SpaceKey } from "./fields.js";

const typeLabels = { 地上停车位: "地上停车位", 地下停车位: "地下停车位" } as const;
const tenureLabels = { SOLD: "出售", LET: "出租" } as const;

/** 车位信息: a space; owner, vehicle and dates only when it is sold or let. */
export function readSpace(row: TableRow<SpaceKey>, draft: Draft): void {
  const reader = new RowReader(row, SPACE_FIELDS, { owner: "customerKey" });
  const lot = reader.need("lot", reader.code("lot"));
  const code = reader.need("code", reader.code("code"));
  const type = reader.choice("type", typeLabels);
  const area = reader.decimal("area", { places: 4, max: "100000" });
  const owner = reader.code("owner");
  const plate = reader.text("plate", 20);
  const brand = reader.text("brand", 50);
  const vehicle = reader.choice("vehicle", vehicleLabels);
  const tenure = reader.choice("tenure", tenureLabels, { S: "SOLD", H: "LET", s: "SOLD", h: "LET" });
  const [colour, from, to] = [reader.text("colour", 20), reader.date("from"), reader.date("to")];
  if (lot === null || code === null) {
    draft.refused.push(reader.source());
    return;
  }
  const customerKey = owner === null ? null : `业主${owner}`;
  const space: SpaceRecord = {
    ...reader.source(),
    key: `${lot}/${code}`,
    lot,
    code,
    area,
    customerKey,
    tenure,
    colour,
    from,
    to: to === NO_END ? null : to,
    type: type === null ? null : (SPACE_TYPES[type] ?? null),
    plate: plate === null ? null : normalisePlate(plate),
    vehicle: [brand, vehicle === null ? null : vehicleLabels[vehicle]].filter(Boolean).join(" ") || null,
  };
  checkSpace(space, owner, draft);
  draft.spaces.add(space);
}

function checkSpace(space: SpaceRecord, owner: string | null, draft: Draft): void {
  const twin = draft.spaces.get(space.key);
  if (twin) addIssue(space, "REFUSE", "code", "DUPLICATE", `车位 ${space.code} 与第 ${twin.rowNo} 行重复`);
  if (space.customerKey !== null && !draft.customers.get(space.customerKey)) {
    addIssue(
      space,
      "LINK",
      "customerKey",
      "OWNER_UNKNOWN",
      `车位 ${space.code} 的业主编号 ${owner} 在业主信息表中不存在`,
    );
  }
  const fault = space.plate === null ? null : plateFault(space.plate);
  if (fault) addIssue(space, "REFUSE", "plate", "PLATE_INVALID", `车位 ${space.code}：${fault}`);
  if (space.from && space.to && space.from > space.to) {
    addIssue(
      space,
      "REFUSE",
      "to",
      "DATES_REVERSED",
      `车位 ${space.code}：结束时间 ${space.to} 早于开始时间 ${space.from}`,
    );
  }
  if (space.area === "1")
    addIssue(space, "NOTE", "area", "AREA_PLACEHOLDER", `车位 ${space.code}：面积 1 是“没有”的占位数字，请核对`);
  if (space.customerKey !== null && space.tenure === null) {
    addIssue(space, "NOTE", "tenure", "TENURE_UNKNOWN", `车位 ${space.code} 有业主，但没有写出租还是出售`);
  }
}
