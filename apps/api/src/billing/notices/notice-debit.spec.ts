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
      terms.others.some((line) => line.includes("由银行从上列划款账户扣缴")),
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
