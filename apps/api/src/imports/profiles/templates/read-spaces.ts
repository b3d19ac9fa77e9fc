import { spaceOwnershipLabels, spaceTypeLabels } from "@linli/contracts/enums";
import type { TableRow } from "../../workbook/read-table.js";
import type { Draft } from "../draft.js";
import { addIssue, type SpaceRecord } from "../records.js";
import { RowReader } from "../row-reader.js";
import { spacesTemplate, type SpacesKey } from "./spaces-template.js";

/** A row of 车位. */
export function readSpaceRow(row: TableRow<SpacesKey>, draft: Draft): void {
  const reader = new RowReader(row, spacesTemplate.fields);
  const code = reader.need("code", reader.code("code"));
  const type = reader.need("type", reader.choice("type", spaceTypeLabels));
  const fields = {
    name: reader.text("name", 50),
    place: reader.text("place", 100),
    ownership: reader.choice("ownership", spaceOwnershipLabels),
    area: reader.decimal("area", { places: 4, max: "100000" }),
  };
  if (code === null) {
    draft.refused.push(reader.source());
    return;
  }
  const nobody = { customerKey: null, plate: null, vehicle: null, colour: null, tenure: null, from: null, to: null };
  const space: SpaceRecord = { ...reader.source(), key: code, lot: "", code, type, ...fields, ...nobody };
  const twin = draft.spaces.get(code);
  if (twin) addIssue(space, "REFUSE", "code", "DUPLICATE", `车位 ${code} 与第 ${twin.rowNo} 行重复`);
  draft.spaces.add(space);
}
