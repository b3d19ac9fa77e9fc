import { startTestApp } from "../../../test/test-app.js";
import { actions, aRecord, aTemplate } from "../../property/inspections/inspections.factories.js";
import { savedRoom } from "../../property/property.factories.js";
import { aMeter, aMeteredRoom, asked } from "./meters.factories.js";

/** The readings of a handover become the beginnings of meters nobody has read yet (PRP-09, BIL-20). */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-12"));

async function handedOver() {
  const metered = await aMeteredRoom(app);
  const { project, room, manager, at, feeItemId } = metered;
  const engineer = await app.as(["property:read", "property:inspect"], project.id, "王工");
  await engineer.post(`${at}/inspection-templates`, aTemplate());
  const meter = async (no: string, overrides: object = {}) =>
    (await asked(manager, `${at}/meters`, aMeter({ no, roomId: room.id, feeItemId, ...overrides }))).id;
  const begun = async (id: string) => {
    const { body } = await manager.get(`${at}/meters/${id}`);
    return { startReading: Number(body.startReading), installedOn: body.installedOn };
  };
  const water = (reading: string, meterNo = "W-1001") => ({ readings: [{ kind: "WATER" as const, meterNo, reading }] });
  return { ...metered, ...actions(engineer, at, room.id), engineer, meter, begun, water };
}

test("a meter begins with what it showed at the handover, on that day; others stay as they are", async () => {
  const { meter, begun, inspect, water, project, at, manager } = await handedOver();
  const id = await meter("W-1001");
  const gas = await meter("W-1001", { kind: "GAS" });
  const other = await savedRoom(app, project.id);
  const elsewhere = await meter("W-1002", { roomId: other.id });
  const done = await inspect(water("12.5"));
  expect(done.state).toBe("PASSED");
  expect(await begun(id)).toEqual({ startReading: 12.5, installedOn: "2026-03-10" });
  for (const one of [gas, elsewhere]) expect(await begun(one)).toEqual({ startReading: 0, installedOn: "2025-01-01" });
  const { body } = await manager.get(`${at}/timeline?entity=meter&entityId=${id}`);
  expect(body.items[0]).toMatchObject({
    summary: expect.stringContaining(`从验收读数 12.5 起计（验收单 ${done.number}）`),
    before: { installedOn: "2025-01-01" },
    after: { startReading: "12.5", installedOn: "2026-03-10" },
  });
});

test("a correction counts as long as the meter was not read; then the readings stand", async () => {
  const { meter, begun, inspect, water, at, manager } = await handedOver();
  const id = await meter("W-1001");
  const first = await inspect(water("12.5"));
  const again = { correctsId: first.id, correctionReason: "读数抄错" };
  const second = await inspect(water("13"), again);
  expect(await begun(id)).toEqual({ startReading: 13, installedOn: "2026-03-10" });
  await asked(manager, `${at}/meters/${id}/readings`, { period: "2026-03", readOn: "2026-03-12", value: "20" });
  const third = await inspect(water("14"), { correctsId: second.id, correctionReason: "又抄错" });
  expect(third.state).toBe("PASSED");
  expect(await begun(id)).toEqual({ startReading: 13, installedOn: "2026-03-10" });
});

test("a reading its meter cannot show is refused, and the inspection stays open", async () => {
  const { meter, begun, begin, sign, water, at, engineer } = await handedOver();
  const id = await meter("W-1001");
  const { id: inspectionId, version } = await begin();
  const saved = await engineer.put(`${at}/inspections/${inspectionId}`, aRecord(version, water("1234567")));
  await sign(inspectionId, saved.body.version);
  const reply = await engineer.post(`${at}/inspections/${inspectionId}/complete`, { version: saved.body.version });
  expect(reply.status).toBe(400);
  expect(reply.body.fields.readings[0]).toContain("读数 1234567 超过表 W-1001 的 5 位整数");
  expect((await engineer.get(`${at}/inspections/${inspectionId}`)).body.state).toBe("IN_PROGRESS");
  expect(await begun(id)).toEqual({ startReading: 0, installedOn: "2025-01-01" });
});
