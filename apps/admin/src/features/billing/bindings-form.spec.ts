import { toBindRooms } from "./bindings-form";

test("the chosen directory becomes buildings and units", () => {
  const form = { rateId: "r", startsOn: "2026-01-01", directory: ["building:b1", "unit:u1", "unit:u2"] };
  expect(toBindRooms(form)).toEqual({
    rateId: "r",
    startsOn: "2026-01-01",
    rooms: { roomIds: [], buildingIds: ["b1"], unitIds: ["u1", "u2"], purposes: [] },
  });
});
