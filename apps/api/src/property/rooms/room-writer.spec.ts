import { startTestApp } from "../../../test/test-app.js";
import { systemActor } from "../../common/actor.js";
import { savedProject } from "../property.factories.js";
import { PlaceWriter, unitKey } from "../directory/place-writer.service.js";
import { RoomWriter } from "./room-writer.service.js";

const app = await startTestApp();
const writer = app.app.get(RoomWriter);
const places = app.app.get(PlaceWriter);
afterAll(() => app.close());

const ensure = (projectId: string, rows: Parameters<PlaceWriter["ensureUnits"]>[3]) =>
  app.db.transaction((tx) => places.ensureUnits(tx, systemActor, projectId, rows));
const upsert = (projectId: string, rows: Parameters<RoomWriter["upsertRooms"]>[3]) =>
  app.db.transaction((tx) => writer.upsertRooms(tx, systemActor, projectId, rows));

test("creates the missing buildings and units once, however often they are named", async () => {
  const { id } = await savedProject(app);
  const rows = [1, 2, 3].flatMap((building) =>
    [1, 2, 2].map((unit) => ({
      buildingCode: `${building}`,
      buildingName: `${building}栋`,
      unitCode: `${unit}`,
      unitName: `${unit}单元`,
      floors: 6 + unit,
    })),
  );
  const first = await ensure(id, rows);
  expect(first).toMatchObject({ buildingsCreated: 3, unitsCreated: 6 });
  expect(first.unitIds.size).toBe(6);
  const again = await ensure(id, rows);
  expect(again).toMatchObject({ buildingsCreated: 0, unitsCreated: 0 });
  expect(again.unitIds.get(unitKey("2", "1"))).toBe(first.unitIds.get(unitKey("2", "1")));
  const [building] = await app.db.query("SELECT name, floors FROM building WHERE project_id = $1 AND code = '2'", [id]);
  expect(building).toEqual({ name: "2栋", floors: 8 });
});

test("never overwrites names, floors or lifts with nothing", async () => {
  const { id } = await savedProject(app);
  await ensure(id, [
    {
      buildingCode: "1",
      buildingName: "明珠楼",
      buildingKind: "OFFICE",
      unitCode: "A",
      unitName: "东区",
      floors: 9,
      hasLift: true,
    },
  ]);
  await ensure(id, [{ buildingCode: "1", buildingName: null, unitCode: "A", unitName: null }]);
  const [row] = await app.db.query(
    `SELECT b.name, b.kind, b.has_lift AS building_lift, u.name AS unit, u.floors, u.has_lift
       FROM building b JOIN unit u ON u.project_id = b.project_id AND u.building_id = b.id WHERE b.project_id = $1`,
    [id],
  );
  expect(row).toEqual({ name: "明珠楼", kind: "OFFICE", building_lift: true, unit: "东区", floors: 9, has_lift: true });
});

test("a name that is given replaces the old one and is remembered; nothing is written when all is the same", async () => {
  const { id } = await savedProject(app);
  const row = { buildingCode: "1", buildingName: "旧楼", unitCode: "A", unitName: "东区" };
  await ensure(id, [row]);
  await ensure(id, [row]);
  await ensure(id, [{ ...row, buildingName: "新楼" }]);
  const trace = await app.db.query(
    "SELECT summary, before, after FROM audit_log WHERE project_id = $1 AND entity = 'building' ORDER BY id",
    [id],
  );
  expect(trace).toEqual([
    expect.objectContaining({ summary: "导入新增楼栋 旧楼" }),
    { summary: "导入修改楼栋 新楼", before: { name: "旧楼" }, after: { name: "新楼" } },
  ]);
});

test("inserts rooms, marks what they lack, and changes only what differs", async () => {
  const { id } = await savedProject(app);
  const { unitIds } = await ensure(id, [{ buildingCode: "1", buildingName: "1栋", unitCode: "1", unitName: "1单元" }]);
  const unitId = unitIds.get(unitKey("1", "1")) ?? "";
  const rows = [
    { unitId, code: "1011", buildingArea: "94.56", chargeArea: "94.56", layout: "三室" },
    { unitId, code: "1012", orientation: "S" as const },
  ];
  const first = await upsert(id, rows);
  expect(first).toMatchObject({ created: 2, changed: 0, unchanged: 0 });
  const incomplete = await app.db.query("SELECT code, incomplete FROM room WHERE project_id = $1 ORDER BY code", [id]);
  expect(incomplete).toEqual([
    { code: "1011", incomplete: ["orientation"] },
    { code: "1012", incomplete: ["buildingArea", "chargeArea", "layout"] },
  ]);

  expect(await upsert(id, rows)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
  const second = await upsert(id, [{ unitId, code: "1011", layout: null, orientation: "N" as const }]);
  expect(second).toMatchObject({ created: 0, changed: 1 });
  expect(second.roomIds.get("1011")).toBe(first.roomIds.get("1011"));
  const [room] = await app.db.query(
    "SELECT layout, orientation, incomplete FROM room WHERE project_id = $1 AND code = '1011'",
    [id],
  );
  expect(room).toEqual({ layout: "三室", orientation: "N", incomplete: [] });
  const trace = await app.db.query(
    "SELECT summary, after FROM audit_log WHERE project_id = $1 AND entity_id = $2 ORDER BY id",
    [id, first.roomIds.get("1011")],
  );
  expect(trace).toEqual([
    expect.objectContaining({ summary: "导入新增房间 1011" }),
    { summary: "导入修改房间 1011", after: { orientation: "N" } },
  ]);
});

test("takes thousands of rooms in a few statements", async () => {
  const { id } = await savedProject(app);
  const { unitIds } = await ensure(id, [{ buildingCode: "1", buildingName: "1栋", unitCode: "1", unitName: "1单元" }]);
  const rows = Array.from({ length: 4500 }, (_, i) => ({
    unitId: unitIds.get(unitKey("1", "1")) ?? "",
    code: `R${i}`,
    buildingArea: "90",
    chargeArea: "90",
  }));
  const done = await upsert(id, rows);
  expect(done.created).toBe(4500);
  expect(done.roomIds.size).toBe(4500);
});

describe("areas of rooms that are there already", () => {
  async function imported(areas: object) {
    const { id } = await savedProject(app);
    const { unitIds } = await ensure(id, [
      { buildingCode: "1", buildingName: "1栋", unitCode: "1", unitName: "1单元" },
    ]);
    const row = { unitId: unitIds.get(unitKey("1", "1")) ?? "", code: "1011" };
    await upsert(id, [{ ...row, ...areas }]);
    return { id, again: (changed: object) => upsert(id, [{ ...row, ...changed }]) };
  }
  const versions = (projectId: string) =>
    app.db.query(
      `SELECT starts_on AS "from", trim_scale(charge_area)::text AS charge, reason FROM room_area_version
        WHERE project_id = $1 ORDER BY starts_on, id`,
      [projectId],
    );

  test("hold from today on when they change, so that the past answers as before", async () => {
    const { id, again } = await imported({ buildingArea: "90", chargeArea: "90" });
    expect(await versions(id)).toEqual([]);
    await again({ chargeArea: "88.5" });
    await again({ chargeArea: "88.50" });
    expect(await versions(id)).toEqual([
      { from: "1900-01-01", charge: "90", reason: null },
      { from: "2026-03-10", charge: "88.5", reason: "数据导入" },
    ]);
    await again({ innerArea: "70" });
    expect(await versions(id)).toHaveLength(3);
  });

  test("are completed for every day when nobody knew them", async () => {
    const { id, again } = await imported({ buildingArea: "90" });
    await again({ chargeArea: "88", innerArea: "70" });
    expect(await versions(id)).toEqual([]);
    const [room] = await app.db.query("SELECT charge_area, incomplete FROM room WHERE project_id = $1", [id]);
    expect(room).toMatchObject({ charge_area: "88.0000", incomplete: ["layout", "orientation"] });
  });
});
