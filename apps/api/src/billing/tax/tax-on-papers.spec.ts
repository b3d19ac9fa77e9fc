import { startTestApp } from "../../../test/test-app.js";
import { savedFeeItem } from "../billing.factories.js";
import { aDesk, aReceipt, savedEntry } from "../receipts.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

/** An item at 6 %, at 9 % from 1 March on. */
async function aTaxedDesk() {
  const desk = await aDesk(app);
  const item = await savedFeeItem(app, desk.projectId, {
    name: "车位租金",
    taxCode: "3040801",
    taxRate: "6",
    taxChanges: [{ startsOn: "2026-03-01", taxCode: "3040502", taxRate: "9" }],
  });
  return { ...desk, item };
}

test("a receipt tells net, tax and rate of each line by the day its charge fell due, red ones in negative", async () => {
  const desk = await aTaxedDesk();
  const charges = [
    await desk.charged(10_600, "2026-02", { feeItemId: desk.item.id }),
    await desk.charged(10_000, "2026-03", { feeItemId: desk.item.id }),
    await desk.charged(500, "2026-03"),
  ];
  const { body } = await desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, charges));
  const taxOf = (receipt: { lines: { period: string; feeItemName: string; tax: unknown }[] }) =>
    receipt.lines.toSorted((a, b) => a.period.localeCompare(b.period) || a.feeItemName.localeCompare(b.feeItemName));
  const taxes = taxOf(body).map(({ tax }) => tax);
  expect(taxes).toContainEqual({ taxCode: "3040801", taxRate: "6", netFen: 10_000, taxFen: 600 });
  expect(taxes).toContainEqual({ taxCode: "3040502", taxRate: "9", netFen: 9_174, taxFen: 826 });
  expect(taxes).toContain(null);
  const red = await desk.reviewer.post(`${desk.url}/receipts/${body.id}/reverse`, { reason: "收错房间" });
  expect(taxOf(red.body).map(({ tax }) => tax)).toContainEqual({
    taxCode: "3040502",
    taxRate: "9",
    netFen: -9_174,
    taxFen: -826,
  });
});

test("charge and notice tell the tax in what is left after reductions; what is collected for others has none", async () => {
  const desk = await aTaxedDesk();
  const charge = await desk.charged(10_900, "2026-03", { feeItemId: desk.item.id });
  await savedEntry(app, desk.projectId, charge.id, "WAIVER", -5_450, "2026-03-10");
  const tax = { taxCode: "3040502", taxRate: "9", netFen: 5_000, taxFen: 450 };
  expect((await desk.cashier.get(`${desk.url}/charges/${charge.id}`)).body.tax).toEqual(tax);
  const notices = await desk.cashier.get(`${desk.url}/notices/print-data?period=2026-03`);
  expect(notices.body.items[0].charges).toMatchObject([{ itemName: "车位租金", tax }]);

  const water = await savedFeeItem(app, desk.projectId, { taxRate: "3", collectedForOthers: true });
  const other = await desk.charged(1_000, "2026-03", { feeItemId: water.id });
  expect((await desk.cashier.get(`${desk.url}/charges/${other.id}`)).body.tax).toBeNull();
});
