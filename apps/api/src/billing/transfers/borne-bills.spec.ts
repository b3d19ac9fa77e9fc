import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedCustomer } from "../../customer/customer.factories.js";
import { aSoldRoom, submitted, transferred } from "./transfers.factories.js";

/** A room that is sold on 18 June, of whose bills a developer bears a part (BIL-43): a month costs 330.64 yuan. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2025-06-18"));

/** June and July are paid together before the sale, July is free and borne by the developer. */
async function aBorneMonth() {
  const sold = await aSoldRoom(app, { months: ["2025-06", "2025-07"] });
  const { at, projectId, feeItem, seller, manager, cashier } = sold;
  const developer = await savedCustomer(app, projectId, { name: "开发商" });
  const scheme = { name: "送一个月", feeItemIds: [feeItem.id], givenAt: "PAYMENT", months: 2, stackable: false };
  const terms = { benefit: "FREE_MONTHS", freeMonths: 1, startsOn: "2025-06-01", active: true };
  const made = await manager.post(`${at}/discount-schemes`, { ...scheme, ...terms, bearerId: developer.id });
  expect(made.status).toBe(201);
  const [june, july] = (await sold.charges()).toSorted((a, b) => (a.period < b.period ? -1 : 1));
  const given = { schemeId: made.body.id, chargeIds: [june!.id, july!.id], amountFen: 33_064 };
  const receipt = { id: newId(), payerId: seller.id, lines: [{ chargeId: june!.id, amountFen: 33_064 }] };
  const methods = [{ method: "CASH", tenderedFen: 33_064 }];
  expect((await cashier.post(`${at}/receipts`, { ...receipt, discounts: [given], methods })).status).toBe(201);
  return { ...sold, developer };
}

test("what a developer bears of a bill stays his when the room is sold", async () => {
  const room = await aBorneMonth();
  const { at, projectId, developer, buyer, receptionist } = room;
  expect(await room.owes(developer.id)).toBe(33_064);
  const { id } = await transferred(room);
  expect([await room.owes(developer.id), await room.owes(buyer.id)]).toEqual([33_064, 0]);
  const { body } = await receptionist.get(`${at}/transfers/${id}/settlement`);
  expect(body).toMatchObject({ newOwesFen: 0 });
  await checkInvariants(app.db, projectId);
});

test("so it does when he has paid it: the parties have nothing to settle of it", async () => {
  const room = await aBorneMonth();
  const { at, projectId, developer, receptionist } = room;
  const his = (await room.charges()).filter(({ payerId }) => payerId === developer.id);
  expect((await room.pay(developer.id, his)).status).toBe(201);
  const { id } = await submitted(room);
  const { body } = await receptionist.get(`${at}/transfers/${id}/settlement`);
  // of June alone, which the seller has paid: 13 days
  expect(body).toMatchObject({ newOwesFen: 0, settleFen: 14_328 });
  await checkInvariants(app.db, projectId);
});
