import type { SaveSharePoolDto } from "@linli/contracts";
import { unique } from "../../property/property.factories.js";

/** The body of a new pool: public electricity of the whole project, shared by charge area, amount entered, due on the 20th. */
export const aSharePool = (feeItemId: string, overrides: Partial<SaveSharePoolDto> = {}): SaveSharePoolDto => ({
  name: unique("公共电费"),
  feeItemId,
  purpose: "电梯和楼道照明用电",
  method: "AREA",
  areaKind: "CHARGE",
  source: "AMOUNT",
  rooms: {},
  vacancy: "INCLUDE",
  dueRule: "DAY_OF_MONTH",
  dueDays: 20,
  startsPeriod: "2025-01",
  active: true,
  ...overrides,
});
