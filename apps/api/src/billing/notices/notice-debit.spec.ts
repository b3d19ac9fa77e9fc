import { startTestApp } from "../../../test/test-app.js";
import { aDebitCommunity, ok } from "../debit/debit.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

/** The notice of March of the household with this room code. */
async function noticesOf({ at, manager }: Awaited<ReturnType<typeof aDebitCommunity>>) {
  const { items } = await ok(manager.get(`${at}/notices/print-data?period=2026-03`));
  return items.map(
    ({ debitAccountMasked, terms }: { debitAccountMasked: string | null; terms: { others: string[] } }) => [
      debitAccountMasked,
      terms.others.some((line) => /由银行(于.*)?从上列划款账户扣缴/.test(line)),
    ],
  );
}

test("a notice names the account that is debited, masked; of an agreement that is paused or without consent none (BIL-114)", async () => {
  const community = await aDebitCommunity(app, "PAYMENT_COMPANY", [10_000, 20_000]);
  const { at, clerk, households } = community;
  expect(await noticesOf(community)).toEqual([
    ["工商银行深圳分行 **************0001", true],
    ["工商银行深圳分行 **************0002", true],
  ]);
  await ok(clerk.post(`${at}/debit-agreements/${households[0]!.agreement.id}/suspend`, { reason: "客户要求暂停" }));
  expect(await noticesOf(community)).toEqual([
    [null, false],
    ["工商银行深圳分行 **************0002", true],
  ]);
});

test("a notice whose charges are debited names the days on which the bank does (BIL-114)", async () => {
  const { at, manager, finance, scheme } = await aDebitCommunity(app, "PAYMENT_COMPANY", [10_000]);
  const { id, agreements: _agreements, ...terms } = (await ok(finance.get(`${at}/debit-schemes`))).items[0];
  expect(id).toBe(scheme.id);
  const change = (debitDays: unknown) => finance.put(`${at}/debit-schemes/${id}`, { ...terms, debitDays });
  for (const days of [[0], [29], [10, 10], [1, 2, 3, 4, 5, 6], ["10"], 10])
    expect((await change(days)).status).toBe(400);
  expect((await change([25, 10])).status).toBe(200);
  const { items } = await ok(manager.get(`${at}/notices/print-data?period=2026-03`));
  expect(items[0].terms.others[0]).toContain("由银行于每月 10 日、25 日从上列划款账户扣缴，请在扣款日前存足款项");
});
