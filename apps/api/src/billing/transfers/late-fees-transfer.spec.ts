import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedFeeItem } from "../billing.factories.js";
import { ok } from "../debit/debit.factories.js";
import { aSoldRoom, transferred } from "./transfers.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

test.each([
  ["the days booked before are the seller's and are not counted again (BIL-52)", null, 2 * 100],
  ["what was booked before counts towards the cap, too (BIL-51)", "0.06", 90 + 100],
])("debts the buyer takes over go on accruing: %s", async (_what, capShare, buyersFen) => {
  app.clock.set("2025-06-10");
  // 100.00 a month for April, May and June
  const sold = await aSoldRoom(app, { area: "100.00", price: "1.00" });
  const { at, projectId, feeItem, seller, buyer, cashier } = sold;
  const manager = await app.as(["billing:read", "billing:rates", "billing:waive"], projectId);
  const lateItem = await savedFeeItem(app, projectId, { name: "违约金", kind: "ONE_OFF" });
  const terms = { capShare, graceDays: 0, gracePolicy: "FREE", startsOn: "2025-01-01", dailyRate: "0.001" };
  const scheme = { name: "物业费违约金", feeItemId: lateItem.id, chargedItemIds: [feeItem.id], ...terms };
  await ok(manager.post(`${at}/late-fee-schemes`, scheme));
  const chargeIds = (await sold.charges()).map(({ id }) => id);
  // April for 51 days since 20 April, May for 21 days since 20 May, 0.10 a day
  expect((await ok(manager.post(`${at}/late-fees/freeze`, { chargeIds }))).totalFen).toBe(510 + 210);

  app.clock.set("2025-06-18");
  await transferred(sold, { arrears: "ASSUMED" });
  app.clock.set("2025-06-20");
  const accrued = async (payerId: string) => (await ok(cashier.get(`${at}/late-fees?payerId=${payerId}`))).totalFen;
  expect(await accrued(buyer.id)).toBe(buyersFen);
  expect(await accrued(seller.id)).toBe(0);
  expect(await sold.owes(seller.id)).toBe(510 + 210);
  await checkInvariants(app.db, projectId);
});
