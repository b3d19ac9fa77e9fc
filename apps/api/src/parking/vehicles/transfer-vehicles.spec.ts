import { startTestApp } from "../../../test/test-app.js";
import { aSoldRoom, aDraft, drafted } from "../../billing/transfers/transfers.factories.js";
import { aVehicle } from "./vehicles.factories.js";

/** Vehicles of the old household are confirmed one by one when a room is transferred (SCN-07, SCN-09). */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2025-06-18"));

test("each vehicle of those who leave is confirmed: one ends with the day before, the other stays", async () => {
  const sold = await aSoldRoom(app, { months: ["2025-05", "2025-05"] });
  const { at, room, seller, receptionist } = sold;
  await sold.pay(seller.id, await sold.charges());
  const car = (rank: string) => aVehicle(seller, { roomId: room.id, rank, startsOn: "2025-01-01" });
  const [first, second] = [
    (await receptionist.post(`${at}/vehicles`, car("MAIN"))).body,
    (await receptionist.post(`${at}/vehicles`, car("SECOND"))).body,
  ];
  const draft = await drafted(sold);
  expect(draft.confirmations.map(({ label }) => label)).toEqual([`车辆 ${first.plate}`, `车辆 ${second.plate}`]);
  expect((await receptionist.get(`${at}/transfers/${draft.id}`)).body.missing).toEqual([
    `请确认：车辆 ${first.plate}`,
    `请确认：车辆 ${second.plate}`,
  ]);
  const [one, other] = draft.confirmations.map(({ key }) => key);
  const choose = (choice: string) => [
    { key: one!, choice: "END" },
    { key: other!, choice },
  ];
  const wrong = await receptionist.put(
    `${at}/transfers/${draft.id}`,
    aDraft(sold, draft.version, { confirmations: choose("SELL") }),
  );
  expect(wrong.body.missing).toEqual([`请确认：车辆 ${second.plate}`]);
  const body = aDraft(sold, draft.version + 1, { confirmations: choose("STAY") });
  const { version } = (await receptionist.put(`${at}/transfers/${draft.id}`, body)).body;
  const ready = (await receptionist.post(`${at}/transfers/${draft.id}/submit`, { version })).body;
  expect((await receptionist.post(`${at}/transfers/${draft.id}/complete`, { version: ready.version })).status).toBe(
    200,
  );

  const rows = await app.db.query<{ id: string; ends_on: string | null; end_reason: string | null }[]>(
    "SELECT vehicle_id AS id, ends_on, end_reason FROM vehicle_relation WHERE project_id = $1 ORDER BY id",
    [sold.projectId],
  );
  expect(rows).toEqual([
    { id: first.id, ends_on: "2025-06-17", end_reason: "房屋过户 GH000001" },
    { id: second.id, ends_on: null, end_reason: null },
  ]);
});
