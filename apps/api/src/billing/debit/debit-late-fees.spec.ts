import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedCharge, savedFeeItem } from "../billing.factories.js";
import { aReceipt } from "../receipts.factories.js";
import { aDebitCommunity, anAgreement, drafted, exported, ok } from "./debit.factories.js";

/** Late fees of what is debited: booked when the file goes out, and asked for with their charges (BIL-52, BIL-101). */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-30"));

/** Households that owe since 2026-03-20 at 0.05 % a day without grace: by the 30th half a per cent. */
async function overdueCommunity(amounts: readonly number[], terms: object = {}, scheme: object = {}) {
  const community = await aDebitCommunity(app, "PAYMENT_COMPANY", amounts, scheme);
  const { projectId, at, manager, feeItem } = community;
  const lateItem = await savedFeeItem(app, projectId, { name: "违约金", kind: "ONE_OFF" });
  const rules = { graceDays: 0, gracePolicy: "FREE", startsOn: "2026-01-01", dailyRate: "0.0005", ...terms };
  const body = { name: "物业费违约金", feeItemId: lateItem.id, chargedItemIds: [feeItem.id], ...rules };
  await ok(manager.post(`${at}/late-fee-schemes`, body));
  return community;
}
type Community = Awaited<ReturnType<typeof overdueCommunity>>;

const lateFees = (projectId: string) =>
  app.db.query(
    `SELECT amount_fen AS "amountFen", open_fen AS "openFen", service_from AS "from", service_to AS "to", booked_period AS period
       FROM charge WHERE project_id = $1 AND source = 'LATE_FEE' ORDER BY id`,
    [projectId],
  );

/** The bank's answer: every line with this code, on a value date. */
function answered({ clerk, at }: Community, batch: { id: string; file: Buffer }, code: string, valueDate: string) {
  const [header, ...lines] = batch.file.toString("utf8").split(/\r?\n/).filter(Boolean);
  const answers = lines.map((line) => {
    const [no, , account, holder, amount, reference] = line.split("|");
    return [no, account, holder, amount, reference, code, "结果"].join("|");
  });
  const content = Buffer.from([header, ...answers, ""].join("\r\n"));
  return ok(clerk.upload(`${at}/debit-batches/${batch.id}/return?valueDate=${valueDate}`, { name: "r.txt", content }));
}

test("a draft says what will come on top; the export books it until that day, in the line of its charge", async () => {
  const community = await overdueCommunity([100_000, 50_000]);
  const { at, clerk, projectId } = community;
  const draft = await drafted(community);
  expect(draft).toMatchObject({ lineCount: 2, amountFen: 150_000, lateFeeFen: 750 });
  expect(await lateFees(projectId)).toEqual([]);

  const reply = await clerk.post(`${at}/debit-batches/${draft.id}/export`);
  expect(reply.raw.toString("utf8").split(/\r?\n/)[0]).toMatch(/\|2\|150750$/);
  const [fee, other] = await lateFees(projectId);
  const days = { from: "2026-03-21", to: "2026-03-30", period: "2026-03" };
  expect([fee, other]).toEqual([
    { amountFen: 500, openFen: 500, ...days },
    { amountFen: 250, openFen: 250, ...days },
  ]);
  const out = await ok(clerk.get(`${at}/debit-batches/${draft.id}`));
  expect(out).toMatchObject({ lineCount: 2, amountFen: 150_750, inProcessFen: 150_750, lateFeeFen: 0 });
  const { items } = await ok(clerk.get(`${at}/debit-batches/${draft.id}/lines`));
  expect(items[0]).toMatchObject({ amountFen: 100_500 });
  expect(items[0].charges.map((one: { feeItemName: string }) => one.feeItemName).sort()).toEqual([
    "物业服务费",
    "违约金",
  ]);
  await checkInvariants(app.db, projectId);
});

test("debited in full, nothing is owed for the days the debit was under way", async () => {
  const community = await overdueCommunity([100_000]);
  const batch = await exported(community);
  app.clock.set("2026-04-02");
  const done = await answered(community, batch, "0000", "2026-04-01");
  expect(done).toMatchObject({ status: "DONE", collectedFen: 100_500 });
  expect(await lateFees(community.projectId)).toMatchObject([{ amountFen: 500, openFen: 0 }]);
  await checkInvariants(app.db, community.projectId);
});

test("a debited charge is put right: the bank's money moves to the receipt issued anew, with the late fee (BIL-83)", async () => {
  const community = await overdueCommunity([100_000]);
  const { at, finance, projectId, households } = community;
  const batch = await exported(community);
  app.clock.set("2026-04-02");
  await answered(community, batch, "0000", "2026-04-01");
  const right = { id: newId(), amountFen: 90_000, difference: "PREPAYMENT", reason: "面积录错", copyReturned: true };
  const made = await ok(finance.post(`${at}/charges/${households[0]!.charge.id}/correction`, right));
  expect(made).toMatchObject({ overpaidFen: 10_000, openFen: 0 });
  const methods = await app.db.query(
    `SELECT m.method, m.amount_fen AS fen FROM receipt_method m JOIN receipt r ON r.project_id = m.project_id AND r.id = m.receipt_id
      WHERE r.project_id = $1 ORDER BY r.created_at, r.id`,
    [projectId],
  );
  expect(methods).toEqual([100_500, -100_500, 100_500].map((fen) => ({ method: "BANK_DEBIT", fen })));
  expect(await ok(finance.get(`${at}/debit-batches/${batch.id}`))).toMatchObject({ collectedFen: 100_500 });
  await checkInvariants(app.db, projectId);
});

test("what failed goes on: the second run asks for the late fee of the first and for the days since", async () => {
  const community = await overdueCommunity([100_000]);
  const first = await exported(community);
  app.clock.set("2026-04-02");
  await answered(community, first, "3008", "2026-04-01");
  expect(await lateFees(community.projectId)).toMatchObject([{ amountFen: 500, openFen: 500 }]);
  const again = await exported(community, { retryOfId: first.id, dueUntil: "2026-04-30" });
  const total = again.file.toString("utf8").split(/\r?\n/)[0]!.split("|").at(-1);
  // 500 booked, and three days of 50 each
  expect(total).toBe(String(100_000 + 500 + 150));
  expect(await lateFees(community.projectId)).toMatchObject([
    { amountFen: 500 },
    { amountFen: 150, from: "2026-03-31", to: "2026-04-02", period: "2026-04" },
  ]);
  await checkInvariants(app.db, community.projectId);
});

test("a batch that is voided sets the late fees free with their charges", async () => {
  const community = await overdueCommunity([100_000]);
  const { at, clerk, projectId } = community;
  const batch = await exported(community);
  await ok(clerk.post(`${at}/debit-batches/${batch.id}/void`, { reason: "银行没有受理" }));
  const out = await app.db.query("SELECT 1 FROM charge WHERE project_id = $1 AND debit_batch_id IS NOT NULL", [
    projectId,
  ]);
  expect(out).toEqual([]);
  expect(await drafted(community)).toMatchObject({ amountFen: 100_500, lateFeeFen: 0 });
});

test("over the limit of the agreement it is booked, and stays out with its reason", async () => {
  const community = await overdueCommunity([100_000, 50_000], {}, { maximumFen: 100_499 });
  const { at, clerk } = community;
  const batch = await exported(community);
  expect(await ok(clerk.get(`${at}/debit-batches/${batch.id}`))).toMatchObject({
    amountFen: 150_250,
    excludedFen: 500,
  });
  const { items } = await ok(clerk.get(`${at}/debit-batches/${batch.id}/exclusions`));
  expect(items).toMatchObject([{ feeItemName: "违约金", amountFen: 500, reason: "OVER_LIMIT" }]);
  expect(await lateFees(community.projectId)).toHaveLength(2);
  await checkInvariants(app.db, community.projectId);
});

test("in a closed month nothing can be booked: the export is refused and changes nothing", async () => {
  const community = await overdueCommunity([100_000]);
  const { at, clerk, projectId } = community;
  const draft = await drafted(community);
  await app.db.query(
    `INSERT INTO billing_period (project_id, id, created_at, period, status) VALUES ($1, gen_random_uuid(), now(), '2026-03', 'CLOSED')
     ON CONFLICT (project_id, period) DO UPDATE SET status = 'CLOSED'`,
    [projectId],
  );
  const reply = await clerk.post(`${at}/debit-batches/${draft.id}/export`);
  expect(reply).toMatchObject({ status: 409, body: { code: "PERIOD_CLOSED" } });
  expect(await lateFees(projectId)).toEqual([]);
  expect(await ok(clerk.get(`${at}/debit-batches/${draft.id}`))).toMatchObject({ status: "DRAFT" });
});

test("an agreement for another item on the same account sets this line no limit", async () => {
  const community = await overdueCommunity([100_000]);
  const { at, clerk, projectId, scheme, households } = community;
  const [{ room, customer }] = [households[0]!];
  const parking = await savedFeeItem(app, projectId, { name: "停车费" });
  const terms = { agreementNo: "XY-P", account: "622202000000000001", limitFen: 10_000 };
  const other = await ok(clerk.post(`${at}/debit-agreements`, anAgreement(room, customer, scheme, parking, terms)));
  await ok(clerk.post(`${at}/debit-agreements/${other.id}/sign`, { signedOn: "2026-01-05", consented: true }));
  const { id } = await exported(community);
  expect(await ok(clerk.get(`${at}/debit-batches/${id}`))).toMatchObject({ amountFen: 100_500, excludedCount: 0 });
});

test("while a debit is under way a notice books no days of its own, and the desk may take the later month", async () => {
  const community = await overdueCommunity([100_000]);
  const { at, clerk, finance, projectId, feeItem, households } = community;
  const { room, customer } = households[0]!;
  const batch = await exported(community);
  app.clock.set("2026-03-31");
  const reply = await finance.post(`${at}/notices/print`, { period: "2026-03" });
  expect(reply.status).toBe(200);
  expect(await lateFees(projectId)).toMatchObject([{ to: "2026-03-30" }]);

  const settings = await app.as(["billing:read", "project:settings"], projectId);
  const order = { shiftRequired: false, banking: "OFF", allocation: "OLDEST_FIRST" };
  expect((await settings.put(`${at}/desk-settings`, order)).status).toBeLessThan(300);
  const later = await savedCharge(app, room, {
    payerId: customer.id,
    feeItemId: feeItem.id,
    amountFen: 5_000,
    period: "2026-04",
    serviceFrom: "2026-04-01",
    serviceTo: "2026-04-30",
    dueOn: "2026-04-20",
  });
  const paid = await clerk.post(`${at}/receipts`, aReceipt(customer.id, [later]));
  expect(paid.status).toBe(201);
  await answered(community, batch, "0000", "2026-03-31");
  await checkInvariants(app.db, projectId);
});
