import { normalisePlate, plateFault } from "@linli/contracts";
import {
  type VehicleKind,
  vehicleKindLabels,
  type VehicleRank,
  vehicleRankLabels,
  type VehicleRole,
  vehicleRoleLabels,
  type VehicleState,
  vehicleStateLabels,
} from "@linli/contracts/enums";
import type { TableRow } from "../../workbook/read-table.js";
import type { Draft } from "../draft.js";
import { addIssue, type VehicleRecord } from "../records.js";
import { RowReader } from "../row-reader.js";
import { vehiclesTemplate, type VehiclesKey } from "./vehicles-template.js";

/** A row of 车辆: a vehicle, and what one person is to it. */
export function readVehicleRow(row: TableRow<VehiclesKey>, draft: Draft): void {
  const reader = new RowReader(row, vehiclesTemplate.fields);
  const plate = reader.need("plate", reader.text("plate", 20));
  const name = reader.need("name", reader.text("name", 100));
  const from = reader.need("from", reader.date("from"));
  const to = reader.date("to");
  const fields = {
    model: reader.text("model", 50),
    color: reader.text("color", 20),
    remark: reader.lines("remark", 500),
    state: reader.choice<VehicleState>("state", vehicleStateLabels),
    role: reader.choice<VehicleRole>("role", vehicleRoleLabels) ?? ("OWNER" as const),
    number: reader.text("number", 40),
    roomKey: reader.code("roomCode"),
    spaceCode: reader.code("spaceCode"),
    rank: reader.choice<VehicleRank>("rank", vehicleRankLabels),
    kind: reader.choice<VehicleKind>("kind", vehicleKindLabels),
  };
  if (from && to && from > to) reader.issue("REFUSE", "to", "DATES_REVERSED", `结束日期 ${to} 早于起始日期 ${from}`);
  if (plate === null || name === null) {
    draft.refused.push(reader.source());
    return;
  }
  const fault = plateFault(plate);
  const written = normalisePlate(plate);
  const key = `${written} ${vehicleRoleLabels[fields.role]} ${name}`;
  const vehicle: VehicleRecord = { ...reader.source(), key, plate: written, name, from, to, ...fields };
  if (fault) addIssue(vehicle, "REFUSE", "plate", "PLATE_WRONG", fault);
  draft.vehicles.push(vehicle);
}
