import { toProposal } from "./room-charges-form";

const terms = { feeItemId: "i", serviceFrom: "2026-03-01", serviceTo: "2026-03-01", dueOn: "2026-03-31" };

test("nothing is asked while an amount or a day is missing", () => {
  expect(toProposal(undefined)).toBeNull();
  expect(toProposal({ ...terms, basis: "ROOM" })).toBeNull();
  expect(toProposal({ ...terms, basis: "AREA", amountFen: 100 })).toBeNull();
  expect(toProposal({ ...terms, basis: "ROOM", amountFen: 100, dueOn: undefined })).toBeNull();
});

test("only the amount of the chosen basis is sent, and the directory is taken apart", () => {
  const form = { ...terms, basis: "AREA" as const, amountFen: 100, unitPrice: "2", remark: " 单号 1 " };
  expect(toProposal({ ...form, directory: ["building:b", "unit:u"], roomIds: ["r"] })).toEqual({
    ...terms,
    basis: "AREA",
    amountFen: null,
    unitPrice: "2",
    remark: "单号 1",
    rooms: { roomIds: ["r"], buildingIds: ["b"], unitIds: ["u"], purposes: [] },
  });
});
