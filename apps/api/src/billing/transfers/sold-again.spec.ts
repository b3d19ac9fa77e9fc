import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedCustomer } from "../../customer/customer.factories.js";
import { published, rehearsed, savedBinding, savedCharge, savedRate, savedSpace } from "../billing.factories.js";
import { reversedByOne } from "../receipts.factories.js";
import { aSoldRoom, type SoldRoom, transferred } from "./transfers.factories.js";

/**
 * A room that is sold, whose receipt of before is reversed, and that is sold again (BIL-15, BIL-80): June costs 330.64 yuan,
 * of which the days before 18 June cost 187.36.
 */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2025-06-18"));

const JUNE: [string, string] = ["2025-06", "2025-06"];

/** Sold to the buyer on 18 June, after the seller had paid so much of June. */
async function soldOnce(paid: number | null, sold?: SoldRoom) {
  const room = sold ?? (await aSoldRoom(app, { months: JUNE }));
  const { at, projectId, seller, manager } = room;
  await reversedByOne(app, projectId);
  const june = await room.charges();
  const { body: receipt } = await room.pay(seller.id, june, paid === null ? undefined : [paid]);
  await transferred(room);
  const reverse = async () => {
    const reply = await manager.post(`${at}/receipts/${receipt.id}/reverse`, { reason: "支票被退回" });
    expect(reply.status).toBe(201);
  };
  return { ...room, third: await savedCustomer(app, projectId, { name: "李娜" }), reverse };
}

/** Sold on by whoever owns it now. */
function soldOn(
  room: SoldRoom,
  buyer: SoldRoom["buyer"],
  transferOn: string,
  more: Parameters<typeof transferred>[1] = {},
) {
  app.clock.set(transferOn);
  return transferred({ ...room, buyer }, { transferOn, ...more });
}

const standing = async (room: SoldRoom) =>
  (await room.charges())
    .filter(({ openFen }) => openFen > 0)
    .map(({ payerId, serviceFrom, openFen }) => [payerId, serviceFrom, openFen])
    .toSorted((a, b) => String(a[1]).localeCompare(String(b[1])) || Number(a[2]) - Number(b[2]));

describe("what a red receipt opens again of a bill that a sale had cut stays with the seller", () => {
  test("part of it was paid: the later sale cuts the buyer's days alone", async () => {
    const room = await soldOnce(10_000);
    const { seller, buyer, third, reverse, projectId, manager } = room;
    await reverse();
    expect((await soldOn(room, third, "2025-06-25")).status).toBe("COMPLETED");
    expect(await standing(room)).toEqual([
      [seller.id, "2025-06-01", 8_736],
      [seller.id, "2025-06-01", 10_000],
      // 330.636 × 7/30; what is left of the buyer's 143.28 is the third's
      [buyer.id, "2025-06-18", 7_715],
      [third.id, "2025-06-25", 6_613],
    ]);
    expect(await rehearsed(app, manager, projectId, { period: "2025-06" })).toMatchObject({ lineCount: 0 });
    await checkInvariants(app.db, projectId);
  });

  test("so it does when the whole was paid, and no sale had cut it: the parties have settled between themselves", async () => {
    const room = await soldOnce(null);
    const { seller, third, reverse, projectId } = room;
    await reverse();
    const { id } = await soldOn(room, third, "2025-06-25");
    expect(await standing(room)).toEqual([[seller.id, "2025-06-01", 33_064]]);
    const { body } = await room.receptionist.get(`${room.at}/transfers/${id}/settlement`);
    expect(body).toMatchObject({ lines: [], newOwesFen: 0, settleFen: 0 });
    await checkInvariants(app.db, projectId);
  });

  test("what stays paid for the days of the last owner is settled between the last two", async () => {
    const room = await soldOnce(25_000);
    const { buyer, third, projectId } = room;
    const { id } = await soldOn(room, third, "2025-06-25");
    // of the buyer's 143.28 the seller had paid 62.64: of these 28.91 for the third's six days, who owes 37.22 besides
    expect(await standing(room)).toEqual([
      [buyer.id, "2025-06-18", 4_342],
      [third.id, "2025-06-25", 3_722],
    ]);
    const { body } = await room.receptionist.get(`${room.at}/transfers/${id}/settlement`);
    expect(body).toMatchObject({ newOwesFen: 3_722, settleFen: 2_891 });
    await checkInvariants(app.db, projectId);
  });

  test("a bill named after a customer who was merged is that of who stands for him", async () => {
    const sold = await aSoldRoom(app, { months: JUNE });
    const { at, seller, buyer, projectId } = sold;
    const officer = await app.as(["customer:read", "customer:merge"], projectId);
    const twin = await savedCustomer(app, projectId, { name: "张伟", idNumberHash: null, mobile: null });
    const merged = { survivorId: twin.id, mergedId: seller.id, reason: "重复录入" };
    expect((await officer.post(`${at}/customer-merges`, merged)).status).toBe(201);
    const { id } = await transferred(sold, { arrears: "ASSUMED" });
    expect(await standing(sold)).toEqual([
      [buyer.id, "2025-06-01", 18_736],
      [buyer.id, "2025-06-18", 14_328],
    ]);
    const { body } = await sold.receptionist.get(`${at}/transfers/${id}/settlement`);
    expect(body).toMatchObject({ oldOwesFen: 18_736, assumedFen: 18_736, newOwesFen: 33_064 });
  });
});

describe("one service is never billed twice, and what opens again of it stands in nobody's way", () => {
  test.each([
    ["the room itself", false],
    ["a space", true],
  ])("of %s: the seller buys back and sells with his debts", async (_what, ofSpace) => {
    const room = await soldOnce(10_000, ofSpace ? await aSoldSpace() : undefined);
    const { seller, buyer, third, reverse, projectId, manager, feeItem } = room;
    await reverse();
    await soldOn(room, seller, "2025-06-20");
    expect((await soldOn(room, third, "2025-06-25", { arrears: "ASSUMED" })).status).toBe("COMPLETED");
    expect(await standing(room)).toEqual([
      [third.id, "2025-06-01", 8_736],
      [third.id, "2025-06-01", 10_000],
      [buyer.id, "2025-06-18", 2_204],
      [third.id, "2025-06-20", 5_511],
      [third.id, "2025-06-25", 6_613],
    ]);
    // and what he took over goes on in one piece
    const fourth = await savedCustomer(app, projectId, { name: "刘洋" });
    await soldOn(room, fourth, "2025-06-28");
    expect(await room.owes(third.id)).toBe(8_736 + 10_000 + 5_511 + 3_306);
    expect(await room.owes(fourth.id)).toBe(3_307);
    expect(await rehearsed(app, manager, projectId, { period: "2025-06" })).toMatchObject({ lineCount: 0 });
    const [first] = await room.charges();
    const again = { payerId: third.id, feeItemId: feeItem.id, objectId: await objectOf(room, first!.id) };
    for (const serviceFrom of ["2025-06-01", "2025-06-18", "2025-06-25"])
      await expect(
        savedCharge(app, room.room, { ...again, period: "2025-06", serviceFrom, serviceTo: "2025-06-30" }),
      ).rejects.toMatchObject({
        driverError: {
          constraint: expect.stringMatching(ofSpace ? /^uq_charge_object_service/ : /^uq_charge_service/),
        },
      });
    await checkInvariants(app.db, projectId);
  });
});

/** The same price for a space of the room instead of the room itself. */
async function aSoldSpace(): Promise<SoldRoom> {
  const sold = await aSoldRoom(app, { months: ["2025-06", "2025-05"] });
  const { projectId, room, feeItem, manager } = sold;
  await app.db.query("DELETE FROM rate_binding WHERE project_id = $1", [projectId]);
  const rate = await savedRate(app, feeItem, { base: "FIXED" }, { unitPrice: "330.636" });
  await savedBinding(app, room, rate, { objectId: await savedSpace(app, projectId, "车位 A") });
  await published(app, manager, projectId, { period: "2025-06" });
  return sold;
}

async function objectOf({ projectId }: SoldRoom, id: string): Promise<string | null> {
  const [row] = await app.db.query<{ objectId: string | null }[]>(
    `SELECT object_id AS "objectId" FROM charge WHERE project_id = $1 AND id = $2`,
    [projectId, id],
  );
  return row!.objectId;
}
