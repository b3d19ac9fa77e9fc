import { ParkingSpaceQueryDto, spaceOwnershipLabels, spaceTypeLabels } from "@linli/contracts";
import { NATURAL } from "../../database/natural-order.js";
import { spacesTemplate } from "../../imports/profiles/templates/spaces-template.js";
import { spaceConditions } from "../../parking/parking-space.queries.js";
import { type ExportSource, numeric, worded } from "./export-source.js";

interface SpaceRow {
  code: string;
  name: string;
  type: string;
  place: string;
  ownership: string | null;
  area: string | null;
  incomplete: string[];
}

/** 车位 by number. */
export const spacesSource: ExportSource<SpaceRow> = {
  kind: "SPACES",
  template: spacesTemplate,
  further: [{ key: "incomplete", label: "资料缺项" }],
  filter: ParkingSpaceQueryDto,
  permission: "property:read",
  masked: [],
  statement: async (projectId, filter) => ({
    columns: "code, name, type, place, ownership, area, incomplete",
    from: "parking_space",
    where: spaceConditions(projectId, filter),
    order: `code ${NATURAL}, id`,
  }),
  valuesOf: (row) => ({
    code: row.code,
    name: row.name,
    type: worded(spaceTypeLabels, row.type),
    place: row.place,
    ownership: worded(spaceOwnershipLabels, row.ownership),
    area: numeric(row.area),
    incomplete: row.incomplete.join("、") || null,
  }),
};
