import { startTestApp } from "../../test/test-app.js";
import { newId } from "../common/ids.js";
import { savedProject } from "../property/property.factories.js";
import { ParkingSpace } from "./parking-space.entity.js";

const app = await startTestApp();
afterAll(() => app.close());

const project = await savedProject(app);
const space = (code: string, more: object = {}) => ({
  projectId: project.id,
  id: newId(),
  code,
  name: `车位 ${code}`,
  type: "UNDERGROUND",
  place: "地下车库",
  ownership: "OWNER",
  area: "12.5",
  incomplete: [],
  createdAt: app.clock.now(),
  ...more,
});
const spaces = [
  space("B002"),
  space("B001"),
  space("G100", { type: "SURFACE", ownership: null, area: null, incomplete: ["车位权属"] }),
];
await app.db.manager.insert(ParkingSpace, spaces);

const list = async (query: string) => {
  const reader = await app.as(["property:read"], project.id);
  return (await reader.get(`/projects/${project.id}/parking-spaces${query}`)).body;
};

test.each([
  ["", ["B001", "B002", "G100"]],
  ["?q=b00", ["B001", "B002"]],
  ["?q=%25", []],
  ["?type=SURFACE", ["G100"]],
  ["?ownership=OWNER&pageSize=1&page=2", ["B002"]],
  ["?incomplete=true", ["G100"]],
  ["?incomplete=false", ["B001", "B002"]],
])("parking spaces by number: %s", async (query, codes) => {
  const { items } = await list(query);
  expect(items.map(({ code }: { code: string }) => code)).toEqual(codes);
});

test("areas stand without empty places, and what is missing is named", async () => {
  const { items, total } = await list("");
  expect(total).toBe(3);
  expect(items[0]).toMatchObject({ area: "12.5", ownership: "OWNER", incomplete: [] });
  expect(items[2]).toMatchObject({ area: null, ownership: null, incomplete: ["车位权属"] });
});
