import { roomNumbers, toSavePool } from "./share-pool-form-values";

test("pasted lines of rooms and numbers are read, whatever stands between, and wrong ones are named", () => {
  expect(roomNumbers("1-101\t60\n1-102, 39.5%\n\n1-103\n1-104 六十")).toEqual({
    rows: [
      { roomCode: "1-101", value: "60" },
      { roomCode: "1-102", value: "39.5" },
    ],
    wrong: ["1-103", "1-104 六十"],
  });
});

test("what the method does not take is not sent", () => {
  const form = { method: "AREA", excludedRoomCodes: "1-101、1-102", ratios: "1-101 100", directory: ["unit:u"] };
  expect(toSavePool(form as never)).toMatchObject({
    rooms: { buildingIds: [], unitIds: ["u"] },
    excludedRoomCodes: ["1-101", "1-102"],
    ratios: [],
  });
  expect(toSavePool({ ...form, useMeterKind: "WATER" } as never).useMeterKind).toBeNull();
  expect(toSavePool({ ...form, method: "USE", useMeterKind: "WATER" } as never).useMeterKind).toBe("WATER");
});
