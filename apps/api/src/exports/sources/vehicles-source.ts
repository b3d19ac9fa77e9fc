import {
  vehicleKindLabels,
  VehicleQueryDto,
  vehicleRankLabels,
  vehicleRoleLabels,
  vehicleStateLabels,
} from "@linli/contracts";
import { NATURAL } from "../../database/natural-order.js";
import { vehiclesTemplate } from "../../imports/profiles/templates/vehicles-template.js";
import { vehicleConditions } from "../../parking/vehicles/vehicle-conditions.js";
import { type ExportSource, worded } from "./export-source.js";

interface VehicleRow {
  plate: string;
  model: string;
  color: string;
  remark: string | null;
  active: boolean;
  role: string;
  rank: string;
  kind: string;
  starts_on: string;
  ends_on: string | null;
  end_reason: string | null;
  number: string;
  name: string;
  room_code: string | null;
  space_code: string | null;
}

/** 车辆: a row for each relation of the vehicles found, past ones too. */
export const vehiclesSource: ExportSource<VehicleRow> = {
  kind: "VEHICLES",
  template: vehiclesTemplate,
  further: [{ key: "endReason", label: "结束原因" }],
  filter: VehicleQueryDto,
  permission: "parking:read",
  masked: [],
  statement: async (projectId, filter, today) => ({
    columns: `v.plate, v.model, v.color, v.remark, v.active, t.role, t.rank, t.kind, t.starts_on, t.ends_on, t.end_reason,
              c.number, c.name, o.code AS room_code, s.code AS space_code`,
    from: `vehicle v JOIN vehicle_relation t ON t.project_id = v.project_id AND t.vehicle_id = v.id
           JOIN customer c ON c.project_id = t.project_id AND c.id = t.customer_id
           LEFT JOIN room o ON o.project_id = t.project_id AND o.id = t.room_id
           LEFT JOIN parking_space s ON s.project_id = t.project_id AND s.id = t.space_id`,
    where: vehicleConditions(projectId, filter, today),
    order: `v.plate, v.active DESC, v.id, t.role, t.starts_on, o.code ${NATURAL} NULLS LAST, t.id`,
  }),
  valuesOf: (row) => ({
    plate: row.plate,
    model: row.model,
    color: row.color,
    state: vehicleStateLabels[row.active ? "ACTIVE" : "RETIRED"],
    role: worded(vehicleRoleLabels, row.role),
    number: row.number,
    name: row.name,
    roomCode: row.room_code,
    spaceCode: row.space_code,
    rank: worded(vehicleRankLabels, row.rank),
    kind: worded(vehicleKindLabels, row.kind),
    from: row.starts_on,
    to: row.ends_on,
    remark: row.remark,
    endReason: row.end_reason,
  }),
};
