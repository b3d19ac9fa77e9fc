import { randomUUID } from "node:crypto";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { formatFen, parseYuan } from "../../common/money.js";
import { aCustomer } from "../../customer/customer.factories.js";
import { aFeeItem } from "../billing.factories.js";
import { example } from "../pricing/pricing.factories.js";
import { anAgreement, aScheme, exported, NAMES, ok, returned } from "./debit.factories.js";
import { frontEndReturn } from "./debit-returns.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

interface Sent {
  count: number;
  amount: string;
}

test("BC-26: six debits over REST; one in part, two fail, one is missing; the same file twice changes nothing", async () => {
  app.clock.set("2026-03-10");
  const { inputs, expected } = example<
    { lines: { bill: string; amount: string }[]; return: { bill: string; result: string; amount: string }[] },
    {
      requested: Sent;
      collected: Sent;
      failed: Sent;
      short_of_partial: string;
      in_process: Sent;
      still_owed: Record<string, string>;
      agreement_to_suspend: string[];
      second_import_new_receipts: number;
    }
  >("BC-26");
  const company = await app.asRole("COMPANY_MANAGER");
  const project = { name: `例题小区${randomUUID()}`, shortName: "例题", firstPeriod: "2026-01" };
  const { id: projectId } = await ok(company.post("/projects", project));
  const at = `/projects/${projectId}`;
  const [manager, cashier, finance] = [
    await app.asRole("PROJECT_MANAGER", projectId),
    await app.asRole("CASHIER", projectId),
    await app.asRole("FINANCE_REVIEWER", projectId),
  ];
  const { id: buildingId } = await ok(manager.post(`${at}/buildings`, { code: "1", name: "1栋", kind: "RESIDENTIAL" }));
  const { id: unitId } = await ok(manager.post(`${at}/units`, { buildingId, code: "1", name: "1单元" }));
  const feeItem = await ok(manager.post(`${at}/fee-items`, aFeeItem({ kind: "ONE_OFF" })));
  const scheme = await ok(finance.post(`${at}/debit-schemes`, aScheme("BANK_FRONT_END", { minimumFen: 1 })));

  const bills = new Map<string, { chargeId: string; agreementNo: string; index: number; amountFen: number }>();
  for (const [index, { bill, amount }] of inputs.lines.entries()) {
    const code = `1-10${index + 1}`;
    const room = {
      code,
      name: code,
      floor: 1,
      layout: "三室",
      orientation: "S",
      purpose: "RESIDENCE",
      state: "OCCUPIED",
    };
    const { id: roomId } = await ok(
      manager.post(`${at}/rooms`, { ...room, unitId, buildingArea: "90.00", chargeArea: "90.00" }),
    );
    const person = { name: NAMES[index]!, mobile: `1390000010${index}`, startsOn: "2026-01-01" };
    const { id: customerId } = await ok(manager.post(`${at}/customers`, aCustomer({ id: roomId }, person)));
    const agreementNo = `XY-${bill}`;
    const account = `62220200000000000${index + 1}`;
    const body = anAgreement({ id: roomId }, { id: customerId, name: person.name }, scheme, feeItem, {
      agreementNo,
      account,
    });
    const agreement = await ok(cashier.post(`${at}/debit-agreements`, body));
    await ok(cashier.post(`${at}/debit-agreements/${agreement.id}/sign`, { signedOn: "2026-01-05", consented: true }));
    const days = { serviceFrom: "2026-02-01", serviceTo: "2026-02-28", dueOn: "2026-02-28" };
    const [chargeId, amountFen] = [randomUUID(), parseYuan(amount)];
    const charge = { id: chargeId, roomId, feeItemId: feeItem.id, amountFen, ...days, remark: bill };
    await ok(cashier.post(`${at}/charges`, charge));
    bills.set(bill, { chargeId, agreementNo, index, amountFen });
  }
  const batch = await exported({ at, clerk: cashier, scheme });
  const detail = () => ok(cashier.get(`${at}/debit-batches/${batch.id}`));
  const sent = await detail();
  expect({ count: sent.lineCount, amount: formatFen(sent.amountFen) }).toEqual(expected.requested);

  const answer = frontEndReturn(
    batch.batchNo,
    "2026-03-10",
    inputs.return.map(({ bill, result, amount }) => {
      const { index, amountFen } = bills.get(bill)!;
      const account = `62220200000000000${index + 1}`;
      return { no: index + 1, account, amountFen, paidFen: parseYuan(amount), result: RESULTS[result]! };
    }),
  );
  const checked = await returned(cashier, at, batch.id, answer, "return/check");
  expect(checked.body).toMatchObject({ collectedFen: 170_882, missingFen: 8_800, lineCount: 5 });
  expect((await detail()).collectedFen).toBe(0);
  await ok(returned(cashier, at, batch.id, answer));

  const after = await detail();
  expect({ count: after.succeededCount, amount: formatFen(after.collectedFen) }).toEqual(expected.collected);
  expect({ count: after.failedCount, amount: formatFen(after.failedFen) }).toEqual(expected.failed);
  expect({ count: after.inProcessCount, amount: formatFen(after.inProcessFen) }).toEqual(expected.in_process);
  expect(formatFen(after.shortFen)).toBe(expected.short_of_partial);
  const owed = async () => {
    const rows = [];
    for (const [bill, { chargeId }] of bills) {
      const { openFen } = await ok(cashier.get(`${at}/charges/${chargeId}`));
      if (openFen > 0) rows.push([bill, formatFen(openFen)]);
    }
    return Object.fromEntries(rows);
  };
  expect(await owed()).toEqual(expected.still_owed);
  const { items } = await ok(cashier.get(`${at}/debit-agreements?status=SUSPENDED`));
  const suspended = expected.agreement_to_suspend.map((bill) => bills.get(bill)!.agreementNo);
  expect(items.map(({ agreementNo }: { agreementNo: string }) => agreementNo)).toEqual(suspended);

  const receipts = async () => (await ok(cashier.get(`${at}/receipts?pageSize=50`))).items;
  const before = await receipts();
  expect(before).toHaveLength(expected.collected.count);
  expect(before[0]).toMatchObject({ bookedOn: "2026-03-10", methods: [{ method: "BANK_DEBIT" }] });
  await ok(returned(cashier, at, batch.id, answer));
  expect((await receipts()).length - before.length).toBe(expected.second_import_new_receipts);
  await checkInvariants(app.db, projectId);
});

const RESULTS: Record<string, [code: string, text: string]> = {
  OK: ["F", ""],
  PARTIAL: ["P", ""],
  INSUFFICIENT_FUNDS: ["E", "3008"],
  NAME_MISMATCH: ["E", "3031"],
};
