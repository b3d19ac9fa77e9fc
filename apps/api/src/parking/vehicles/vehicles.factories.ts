import { newId } from "../../common/ids.js";

let drawn = 0;

/** A plate that no other call of this process gets. */
export function aPlate(): string {
  drawn += 1;
  return `粤B${String(10_000 + drawn)}`;
}

/** The body of a new vehicle: the main car of nobody's room, from 2026-01-01 on. */
export const aVehicle = (customer: { id: string }, overrides: object = {}) => ({
  plate: aPlate(),
  model: "比亚迪 汉",
  color: "黑色",
  customerId: customer.id,
  rank: "MAIN",
  kind: "MONTHLY",
  startsOn: "2026-01-01",
  ...overrides,
});

/** A parking space as a row. */
export const aSpace = (projectId: string, code: string) => ({
  projectId,
  id: newId(),
  code,
  name: `车位 ${code}`,
  type: "UNDERGROUND",
  place: "地下车库",
  ownership: "OWNER",
  area: null,
  incomplete: [],
  createdAt: new Date("2026-01-01T00:00:00Z"),
});
