import { readFileSync } from "node:fs";
import type { VoucherDto } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { voucherFaults } from "../../../test/invariants/vouchers.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedCustomer, savedOwner, savedPayer } from "../../customer/customer.factories.js";
import { savedRoom } from "../../property/property.factories.js";
import { savedCharge } from "../billing.factories.js";
import { aReceipt } from "../receipts.factories.js";
import { settingsOf, writtenDown } from "../vouchers/vouchers.factories.js";
import { aDebitCommunity, anAgreement, aScheme, drafted, exported, ok, returned } from "./debit.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const AMOUNTS = [63_882, 42_588, 51_240, 21_294, 77_000, 8_800];
const answer = readFileSync(new URL("../../../test/fixtures/debit/bank-front-end-return.txt", import.meta.url));
const community = (amounts: readonly number[] = [10_000, 20_000], overrides = {}) =>
  aDebitCommunity(app, "BANK_FRONT_END", amounts, overrides);

/** What a customer says of being debited. */
async function saysOfDebit(projectId: string, customerId: string, action: "GIVEN" | "WITHDRAWN") {
  const privacy = await app.as(["customer:read", "customer:privacy"], projectId);
  const body = { purpose: "DEBIT_ACCOUNT", action, on: "2026-03-10", way: "WRITTEN" };
  await ok(privacy.post(`/projects/${projectId}/customers/${customerId}/consents`, body));
}

describe("agreements", () => {
  test("the account is masked; who may sees it whole, and the look is logged", async () => {
    const { at, clerk, manager, households } = await community([10_000]);
    const { id } = households[0]!.agreement;
    const { body } = await clerk.get(`${at}/debit-agreements/${id}`);
    expect(body).toMatchObject({ status: "ACTIVE", accountMasked: "**************0001", signedOn: "2026-01-05" });
    expect(JSON.stringify(body)).not.toContain("622202000000000001");
    expect((await clerk.post(`${at}/debit-agreements/${id}/unmask`, { reason: "核对账号" })).status).toBe(403);
    const whole = await manager.post(`${at}/debit-agreements/${id}/unmask`, { reason: "核对账号" });
    expect(whole).toMatchObject({ status: 200, body: { account: "622202000000000001" } });
    const found = await clerk.get(`${at}/debit-agreements?q=622202000000000001`);
    expect(found.body.items).toHaveLength(1);
    const rows = await app.db.query(
      "SELECT summary FROM audit_log WHERE action = 'debit-agreement.unmask' AND entity_id = $1",
      [id],
    );
    expect(rows).toMatchObject([{ summary: expect.stringContaining("核对账号") }]);
  });

  test("one room has one agreement in force per item; two signed at once: one wins", async () => {
    const { at, clerk, scheme, feeItem, households } = await community([10_000]);
    const [{ room, agreement }, other] = [households[0]!, await savedCustomer(app, households[0]!.room.projectId)];
    await ok(clerk.post(`${at}/debit-agreements/${agreement.id}/suspend`, { reason: "换卡" }));
    const second = await ok(
      clerk.post(`${at}/debit-agreements`, anAgreement(room, other, scheme, feeItem, { account: "6222000000009999" })),
    );
    const replies = await Promise.all([
      clerk.post(`${at}/debit-agreements/${second.id}/sign`, { signedOn: "2026-03-01", consented: true }),
      clerk.post(`${at}/debit-agreements/${agreement.id}/resume`, {}),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = replies.find(({ status }) => status === 409)!;
    expect(refused.body.detail).toContain("已有一份有效的划款协议");
  });

  test("without the separate consent it is not signed (LAW-31)", async () => {
    const { at, clerk, projectId, scheme, feeItem, households } = await community([10_000]);
    const customer = await savedCustomer(app, projectId);
    const room = await savedRoom(app, projectId);
    const { id } = await ok(clerk.post(`${at}/debit-agreements`, anAgreement(room, customer, scheme, feeItem)));
    const refused = await clerk.post(`${at}/debit-agreements/${id}/sign`, { signedOn: "2026-03-01" });
    expect(refused).toMatchObject({ status: 409, body: { code: "DEBIT_NO_CONSENT" } });
    await ok(
      clerk.post(`${at}/debit-agreements/${id}/sign`, {
        signedOn: "2026-03-01",
        consented: true,
        consentWay: "ONLINE",
      }),
    );
    expect(households).toHaveLength(1);
  });

  test("a change keeps a room that went out of use, takes no new one, and says what was covered before", async () => {
    const { at, clerk, projectId, scheme, feeItem, households } = await community([10_000]);
    const { room, customer, agreement } = households[0]!;
    const other = await savedRoom(app, projectId, { code: "A-201", active: false });
    await app.db.query("UPDATE room SET active = false WHERE project_id = $1 AND id = $2", [projectId, room.id]);
    const body = anAgreement(room, customer, scheme, feeItem, {
      agreementNo: agreement.agreementNo,
      account: undefined,
      remark: "换联系人",
    });
    const change = (roomIds: string[]) => clerk.put(`${at}/debit-agreements/${agreement.id}`, { ...body, roomIds });
    const { id: more } = await savedRoom(app, projectId, { code: "A-202" });
    await ok(change([room.id, more]));
    const refused = await change([room.id, other.id]);
    expect(refused).toMatchObject({ status: 400, body: { fields: { roomIds: ["房间 A-201 已停用"] } } });
    const rows = await app.db.query(
      "SELECT before, after FROM audit_log WHERE action = 'debit-agreement.update' AND entity_id = $1",
      [agreement.id],
    );
    expect(rows).toMatchObject([{ before: { rooms: ["A-101"] }, after: { rooms: ["A-101", "A-202"] } }]);
  });

  test("who withdrew the consent is not debited, and the agreement is not resumed (LAW-31)", async () => {
    const { at, clerk, projectId, scheme, households } = await community([10_000]);
    const { agreement, customer } = households[0]!;
    const early = await drafted({ at, clerk, scheme });
    await saysOfDebit(projectId, customer.id, "WITHDRAWN");
    expect(await drafted({ at, clerk, scheme })).toMatchObject({
      lineCount: 0,
      exclusions: [{ reason: "NO_CONSENT", amountFen: 10_000 }],
    });
    const stale = await clerk.post(`${at}/debit-batches/${early.id}/export`);
    expect(stale).toMatchObject({ status: 409, body: { code: "DEBIT_BATCH_OUTDATED" } });
    await ok(clerk.post(`${at}/debit-agreements/${agreement.id}/suspend`, { reason: "撤回同意" }));
    const resume = () => clerk.post(`${at}/debit-agreements/${agreement.id}/resume`);
    expect(await resume()).toMatchObject({ status: 409, body: { code: "DEBIT_NO_CONSENT" } });
    await saysOfDebit(projectId, customer.id, "GIVEN");
    await ok(resume());
    expect(await ok(clerk.post(`${at}/debit-batches/${early.id}/remake`))).toMatchObject({ amountFen: 10_000 });
  });

  test.each([
    ["a field that does not exist", { colour: "red" }],
    ["no account", { account: null }],
    ["full-width digits", { account: "６２２２０２１２３４５６７８９０１２３" }],
    ["31 February", { validFrom: "2026-02-31" }],
    ["the end before the beginning", { validTo: "2025-12-31" }],
    ["an emoji in the name", { holder: "张伟😀" }],
    ["a name that is too long", { holder: "张".repeat(61) }],
    ["a limit of nothing", { limitFen: 0 }],
    ["a wrong ID number", { idType: "ID_CARD", idNumber: "440304198001010000" }],
    ["no rooms", { roomIds: [] }],
  ])("refuses %s", async (_what, overrides: object) => {
    const { at, clerk, scheme, feeItem, households } = await shared;
    const { room, customer } = households[0]!;
    const reply = await clerk.post(`${at}/debit-agreements`, anAgreement(room, customer, scheme, feeItem, overrides));
    expect(reply).toMatchObject({ status: 400, body: { code: "INVALID_INPUT" } });
  });

  test("a room or customer of another project does not exist here", async () => {
    const { at, clerk, scheme, feeItem, households } = await shared;
    const { households: others } = await community([10_000]);
    const { room, customer } = households[0]!;
    for (const [foreignRoom, foreignCustomer] of [
      [others[0]!.room, customer],
      [room, others[0]!.customer],
    ] as const) {
      const reply = await clerk.post(
        `${at}/debit-agreements`,
        anAgreement(foreignRoom, foreignCustomer, scheme, feeItem),
      );
      expect(reply.status).toBe(404);
    }
  });

  const shared = (async () => {
    app.clock.set("2026-03-10");
    return community([10_000]);
  })();
});

describe("batches", () => {
  test("what stays out says why", async () => {
    const { at, clerk, projectId, scheme, feeItem, households } = await community([10_000, 20_000, 30_000, 50]);
    const bare = await savedRoom(app, projectId, { code: "B-101" });
    const owner = await savedCustomer(app, projectId);
    await savedCharge(app, bare, { payerId: owner.id, feeItemId: feeItem.id, dueOn: "2026-03-20" });
    await ok(clerk.post(`${at}/debit-agreements/${households[1]!.agreement.id}/suspend`, { reason: "换卡" }));
    const { id, agreement, ...rest } = { id: households[2]!.agreement.id, ...households[2]! };
    const limited = anAgreement(rest.room, rest.customer, scheme, feeItem, {
      agreementNo: agreement.agreementNo,
      account: undefined,
      limitFen: 29_999,
    });
    await ok(clerk.put(`${at}/debit-agreements/${id}`, limited));
    const batch = await drafted({ at, clerk, scheme });
    expect(batch).toMatchObject({ lineCount: 1, amountFen: 10_000, status: "DRAFT", excludedCount: 4 });
    expect(Object.fromEntries(batch.exclusions.map(({ reason, amountFen }) => [reason, amountFen]))).toEqual({
      SUSPENDED: 20_000,
      OVER_LIMIT: 30_000,
      UNDER_MINIMUM: 50,
      NO_AGREEMENT: 10_000,
    });
  });

  test("an agreement pays what its customer owes, not what a former owner left open", async () => {
    const { at, clerk, projectId, scheme, feeItem, households } = await community([10_000]);
    const { room, customer, charge, agreement } = households[0]!;
    const [former, merged] = [
      await savedCustomer(app, projectId, { name: "王芳" }),
      await savedCustomer(app, projectId, { mergedIntoId: customer.id }),
    ];
    const item = { feeItemId: feeItem.id, dueOn: "2026-03-20", amountFen: 3_000 };
    await savedCharge(app, room, { ...item, payerId: former.id });
    const february = { period: "2026-02", serviceFrom: "2026-02-01", serviceTo: "2026-02-28" };
    await savedCharge(app, room, { ...item, ...february, payerId: merged.id });
    const batch = await drafted({ at, clerk, scheme });
    expect(batch).toMatchObject({
      amountFen: 13_000,
      exclusions: [{ reason: "OTHER_PAYER", count: 1, amountFen: 3_000 }],
    });
    const out = await ok(clerk.get(`${at}/debit-batches/${batch.id}/exclusions`));
    expect(out.items).toMatchObject([{ payerName: "王芳", detail: `${agreement.agreementNo}：${customer.name}` }]);

    // the agreement passes to somebody else before the file goes out
    await ok(clerk.post(`${at}/debit-agreements/${agreement.id}/suspend`, { reason: "换户主" }));
    const other = anAgreement(room, former, scheme, feeItem, {
      agreementNo: agreement.agreementNo,
      account: undefined,
    });
    await ok(clerk.put(`${at}/debit-agreements/${agreement.id}`, other));
    await saysOfDebit(projectId, former.id, "GIVEN");
    await ok(clerk.post(`${at}/debit-agreements/${agreement.id}/resume`));
    const stale = await clerk.post(`${at}/debit-batches/${batch.id}/export`);
    expect(stale).toMatchObject({ status: 409, body: { code: "DEBIT_BATCH_OUTDATED" } });
    expect((await ok(clerk.get(`${at}/charges/${charge.id}`))).openFen).toBe(10_000);
  });

  test("one account of several rooms is debited once; charge by charge when asked", async () => {
    const { at, clerk, projectId, scheme, feeItem, households } = await community([10_000]);
    const [room, { customer }] = [await savedRoom(app, projectId), households[0]!];
    const body = anAgreement(room, customer, scheme, feeItem, { account: "622202000000000001" });
    const { id } = await ok(clerk.post(`${at}/debit-agreements`, body));
    await ok(clerk.post(`${at}/debit-agreements/${id}/sign`, { signedOn: "2026-03-01" }));
    await savedCharge(app, room, {
      payerId: customer.id,
      feeItemId: feeItem.id,
      amountFen: 5_000,
      dueOn: "2026-03-20",
    });
    expect(await drafted({ at, clerk, scheme })).toMatchObject({ lineCount: 1, amountFen: 15_000 });
    expect(await drafted({ at, clerk, scheme }, { merge: "CHARGE" })).toMatchObject({
      lineCount: 2,
      amountFen: 15_000,
    });
  });

  test("while it is out nobody else takes the charge: desk, waiver, reversal, another batch", async () => {
    const { at, clerk, manager, scheme, households, projectId } = await community();
    const { charge, customer } = households[0]!;
    const batch = await exported({ at, clerk, scheme });
    expect(batch.batchNo).toBe("DK000001");
    const listed = await clerk.get(`${at}/charges?onDebit=true&payerId=${customer.id}`);
    expect(listed.body.items).toMatchObject([{ id: charge.id, debitBatchId: batch.id, debitBatchNo: "DK000001" }]);
    expect((await clerk.get(`${at}/charges?onDebit=false&payerId=${customer.id}`)).body.items).toEqual([]);
    const desk = await clerk.get(`${at}/desk?customerId=${customer.id}`);
    expect(desk.body.accounts[0].rooms[0].months[0].charges).toMatchObject([{ debitBatchNo: "DK000001" }]);
    const proposal = await clerk.post(`${at}/desk/allocation`, { payerId: customer.id, amountFen: 100 });
    expect(proposal.body).toMatchObject({ lines: [], leftFen: 100 });
    const refusals = [
      () => clerk.post(`${at}/receipts`, aReceipt(customer.id, [charge])),
      () =>
        manager.post(`${at}/waivers`, {
          id: newId(),
          reasonCode: "SERVICE",
          reason: "电梯停运",
          lines: [{ chargeId: charge.id, amountFen: 100 }],
        }),
      () => manager.post(`${at}/charges/${charge.id}/reverse`, { reason: "计费有误" }),
    ];
    for (const refusal of refusals) {
      const reply = await refusal();
      expect(reply).toMatchObject({ status: 409, body: { code: "CHARGE_ON_DEBIT" } });
      expect(reply.body.detail).toContain("DK000001");
    }
    const next = await drafted({ at, clerk, scheme });
    expect(next).toMatchObject({ lineCount: 0, exclusions: [{ reason: "IN_OTHER_BATCH", count: 2 }] });
    const empty = await clerk.post(`${at}/debit-batches/${next.id}/export`);
    expect(empty).toMatchObject({ status: 409, body: { code: "DEBIT_BATCH_EMPTY" } });

    const again = await clerk.post(`${at}/debit-batches/${batch.id}/export`);
    expect(again.raw.equals(batch.file)).toBe(true);
    await ok(clerk.post(`${at}/debit-batches/${batch.id}/void`, { reason: "银行没有收到" }));
    expect((await clerk.get(`${at}/debit-batches/${batch.id}`)).body).toMatchObject({ status: "VOID", exportCount: 2 });
    expect((await clerk.post(`${at}/receipts`, aReceipt(customer.id, [charge]))).status).toBe(201);
    await checkInvariants(app.db, projectId);
  });

  test("what was paid after the draft was made is not sent: the draft is made anew first", async () => {
    const { at, clerk, scheme, households } = await community();
    const batch = await drafted({ at, clerk, scheme });
    await ok(clerk.post(`${at}/receipts`, aReceipt(households[0]!.customer.id, [households[0]!.charge])));
    const stale = await clerk.post(`${at}/debit-batches/${batch.id}/export`);
    expect(stale).toMatchObject({ status: 409, body: { code: "DEBIT_BATCH_OUTDATED" } });
    expect(await ok(clerk.post(`${at}/debit-batches/${batch.id}/remake`))).toMatchObject({
      lineCount: 1,
      amountFen: 20_000,
    });
    const old = await ok(clerk.get(`${at}/debit-batches/${batch.id}/lines`));
    await ok(clerk.post(`${at}/debit-batches/${batch.id}/remake`));
    const gone = await clerk.post(`${at}/debit-batches/${batch.id}/leave-out`, { lineIds: [old.items[0].id] });
    expect(gone).toMatchObject({ status: 409, body: { code: "DEBIT_LINES_GONE" } });
    const { items } = await ok(clerk.get(`${at}/debit-batches/${batch.id}/lines`));
    const left = await ok(clerk.post(`${at}/debit-batches/${batch.id}/leave-out`, { lineIds: [items[0].id] }));
    expect(left).toMatchObject({ lineCount: 0, exclusions: [{ reason: "LEFT_OUT", amountFen: 20_000 }] });
  });

  test("a limit lowered after the draft was made holds; a change at the same time is waited for", async () => {
    const { at, clerk, scheme, feeItem, households } = await community([10_000, 20_000]);
    const { room, customer, agreement } = households[0]!;
    const limited = (limitFen: number | null) =>
      anAgreement(room, customer, scheme, feeItem, {
        agreementNo: agreement.agreementNo,
        account: undefined,
        limitFen,
      });
    const batch = await drafted({ at, clerk, scheme });
    await ok(clerk.put(`${at}/debit-agreements/${agreement.id}`, limited(9_999)));
    const over = await clerk.post(`${at}/debit-batches/${batch.id}/export`);
    expect(over).toMatchObject({ status: 409, body: { code: "DEBIT_BATCH_OUTDATED" } });
    await ok(clerk.put(`${at}/debit-agreements/${agreement.id}`, limited(10_000)));

    // somebody is ending the agreement: the export waits and then finds it ended
    let exporting: Promise<{ status: number; body: { code: string } }> | undefined;
    await app.db.transaction(async (tx) => {
      await tx.query("SELECT 1 FROM debit_agreement WHERE id = $1 FOR UPDATE", [agreement.id]);
      exporting = clerk.post(`${at}/debit-batches/${batch.id}/export`).then((reply) => reply);
      await new Promise((resolve) => setTimeout(resolve, 500));
      await tx.query("UPDATE debit_agreement SET status = 'ENDED' WHERE id = $1", [agreement.id]);
    });
    expect(await exporting).toMatchObject({ status: 409, body: { code: "DEBIT_BATCH_OUTDATED" } });
  });

  test("a debit and the desk on the same charge at once: exactly one", async () => {
    const { at, clerk, scheme, households, projectId } = await community([10_000]);
    const { charge, customer } = households[0]!;
    const batch = await drafted({ at, clerk, scheme });
    const replies = await Promise.all([
      clerk.post(`${at}/debit-batches/${batch.id}/export`),
      clerk.post(`${at}/receipts`, aReceipt(customer.id, [charge])),
      clerk.post(`${at}/receipts`, aReceipt(customer.id, [charge])),
    ]);
    expect(replies.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(2);
    await checkInvariants(app.db, projectId);
  });
});

describe("returns", () => {
  test("two imports at once book once; another file is refused; what failed goes out again", async () => {
    const { at, clerk, finance, scheme, projectId, households } = await community(AMOUNTS);
    const batch = await exported({ at, clerk, scheme });
    const replies = await Promise.all([1, 2, 3].map(() => returned(clerk, at, batch.id, answer)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    const receipts = await ok(clerk.get(`${at}/receipts?pageSize=50`));
    expect(receipts.items).toHaveLength(3);
    const other = await returned(clerk, at, batch.id, Buffer.concat([answer, Buffer.from("\r\n")]));
    expect(other).toMatchObject({ status: 409, body: { code: "DEBIT_RETURNED" } });

    const report = async (key: string, more = "") =>
      (await ok(finance.get(`${at}/billing-reports/${key}?from=2026-03-01&to=2026-03-31${more}`))).totals;
    const { failedFen, shortFen, ...sums } = await report("DEBITS");
    expect(failedFen).toBeGreaterThan(0);
    expect((await report("DEBIT_REASONS")).shortFen).toBe(failedFen + shortFen);
    const [kept] = await app.db.query(
      `SELECT line_count AS "lineCount", amount_fen AS "amountFen", succeeded_count AS "succeededCount", collected_fen AS "collectedFen",
              failed_count AS "failedCount", in_process_count AS "inProcessCount", in_process_fen AS "inProcessFen"
         FROM debit_batch WHERE project_id = $1`,
      [projectId],
    );
    expect(sums).toEqual(kept);
    // every room of these has a building of its own
    const buildings = await app.db.query<{ id: string }[]>(
      "SELECT DISTINCT u.building_id AS id FROM room r JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id WHERE r.project_id = $1",
      [projectId],
    );
    let collectedFen = 0;
    for (const { id } of buildings) collectedFen += (await report("DEBITS", `&buildingId=${id}`)).collectedFen ?? 0;
    expect([buildings.length > 1, collectedFen]).toEqual([true, sums.collectedFen]);

    // Nobody at the desk took this money: no cashier owes a report of it.
    const reports = await ok(finance.get(`${at}/daily-reports?from=2026-03-01&to=2026-03-31`));
    expect(reports.items).toEqual([]);
    const month = await ok(finance.get(`${at}/periods/2026-03`));
    expect(month.steps.find(({ key }: { key: string }) => key === "DEBIT")).toMatchObject({
      state: "DOING",
      detail: expect.stringContaining("1 个批次等待回盘"),
    });

    const blocked = await ok(finance.get(`${at}/periods/2026-03/checklist`));
    expect(blocked.items.find(({ key }: { key: string }) => key === "DEBIT_UNRETURNED")).toMatchObject({
      severity: "BLOCK",
      count: 1,
    });

    const retry = await drafted({ at, clerk, scheme }, { retryOfId: batch.id });
    expect(retry).toMatchObject({ lineCount: 2, amountFen: 42_588 + 21_240, retryOfNo: "DK000001" });

    const { items } = await ok(clerk.get(`${at}/debit-batches/${batch.id}/lines?status=IN_PROCESS`));
    const settle = (body: object) => clerk.post(`${at}/debit-batches/${batch.id}/lines/${items[0].id}/settle`, body);
    const found = { paidFen: 8_800, valueDate: "2026-03-10", evidence: "银行电话确认已扣" };
    expect((await settle({ ...found, paidFen: 8_801 })).status).toBe(400);
    expect((await settle({ ...found, valueDate: "2026-03-11" })).status).toBe(400);
    expect(await ok(settle(found))).toMatchObject({ status: "PARTIAL", collectedFen: 179_682, inProcessCount: 0 });
    expect((await settle(found)).body.code).toBe("DEBIT_LINE_STATE");
    expect((await ok(clerk.get(`${at}/charges/${households[5]!.charge.id}`))).openFen).toBe(0);
    await checkInvariants(app.db, projectId);
  });

  test("the bank statement agrees when credited and fees come to what was collected", async () => {
    const { at, clerk, finance, scheme, projectId } = await community(AMOUNTS);
    const batch = await exported({ at, clerk, scheme });
    await ok(returned(clerk, at, batch.id, answer));
    const credit = {
      id: newId(),
      creditedOn: "2026-03-10",
      creditedFen: 170_000,
      feeFen: 600,
      reference: "B20260310001",
    };
    expect((await clerk.post(`${at}/debit-batches/${batch.id}/credits`, credit)).status).toBe(403);
    expect(await ok(finance.post(`${at}/debit-batches/${batch.id}/credits`, credit))).toMatchObject({
      differenceFen: 282,
    });
    expect(await ok(finance.post(`${at}/debit-batches/${batch.id}/credits`, credit))).toMatchObject({
      differenceFen: 282,
    });
    const uncredited = async () => {
      const { items } = await ok(finance.get(`${at}/periods/2026-03/checklist`));
      return items.find(({ key }: { key: string }) => key === "DEBIT_UNCREDITED");
    };
    expect(await uncredited()).toMatchObject({ severity: "WARN", count: 1, examples: ["DK000001：相差 2.82 元"] });
    const much = await finance.post(`${at}/debit-batches/${batch.id}/credits`, {
      ...credit,
      id: newId(),
      creditedFen: 283,
      feeFen: 0,
    });
    expect(much).toMatchObject({ status: 409, body: { code: "DEBIT_CREDIT_TOO_MUCH" } });
    const rest = { ...credit, id: newId(), creditedFen: 282, feeFen: 0 };
    expect(await ok(finance.post(`${at}/debit-batches/${batch.id}/credits`, rest))).toMatchObject({ differenceFen: 0 });
    expect(await uncredited()).toMatchObject({ severity: "OK", count: 0 });
    await checkInvariants(app.db, projectId);
  });

  test("what the bank keeps is an expense of its day, or of the first open month when that one is closed", async () => {
    const { at, clerk, finance, scheme, projectId } = await community(AMOUNTS);
    const batch = await exported({ at, clerk, scheme });
    await ok(returned(clerk, at, batch.id, answer));
    const credited = async (creditedFen: number, feeFen: number) => {
      const credit = { id: newId(), creditedOn: "2026-03-10", creditedFen, feeFen, reference: "B20260310001" };
      await ok(finance.post(`${at}/debit-batches/${batch.id}/credits`, credit));
    };
    const feesOf = async (period: string) => {
      const { vouchers } = await ok<{ vouchers: VoucherDto[] }>(finance.get(`${at}/vouchers/${period}`));
      const fees = vouchers.filter(({ kind }) => kind === "BANK_FEE");
      return fees.map((one) => [one.date, ...writtenDown([one])["BANK_FEE"]!]);
    };
    await credited(170_000, 600);
    expect(await feesOf("2026-03")).toEqual([["2026-03-10", "借 6603 600", "贷 1002 600"]]);
    await app.db.query("UPDATE billing_period SET status = 'CLOSED' WHERE project_id = $1 AND period <= '2026-03'", [
      projectId,
    ]);
    await credited(252, 30);
    expect(await feesOf("2026-03")).toHaveLength(1);
    expect(await feesOf("2026-04")).toEqual([["2026-04-01", "借 6603 30", "贷 1002 30"]]);
    expect(await voucherFaults(app.db, projectId)).toEqual([]);

    // a project may leave them to its finance
    const roles = settingsOf().roles.map(({ role, code }) => ({ role, code: role === "BANK_FEE" ? null : code }));
    await ok(finance.put(`${at}/voucher-settings`, settingsOf({ roles })));
    expect(await feesOf("2026-04")).toEqual([]);
  });

  test("nothing is booked in a closed month, nor before the file went out, nor tomorrow", async () => {
    const { at, clerk, scheme } = await community(AMOUNTS, { result: withoutValueDate });
    const batch = await exported({ at, clerk, scheme });
    const on = (day: string) =>
      clerk.upload(`${at}/debit-batches/${batch.id}/return?valueDate=${day}`, { name: "r.txt", content: undated() });
    expect((await on("2026-03-09")).body.fields.valueDate[0]).toContain("报盘日期");
    expect((await on("2026-03-11")).body.fields.valueDate[0]).toContain("今天");
    expect((await on("2026-02-31")).status).toBe(400);
    expect((await on("2026-03-10")).status).toBe(200);
  });
});

/** The bank's answer without value dates. */
function undated(): Buffer {
  const lines = answer.toString("latin1").split("\r\n");
  const plain = lines.map((line, index) => (index === 0 ? line : line.slice(0, 119) + line.slice(127)));
  return Buffer.from(plain.join("\r\n"), "latin1");
}

/** The front end's result without value dates. */
const withoutValueDate = (() => {
  const { result } = aScheme("BANK_FRONT_END");
  return { ...result, detail: result.detail.filter(({ field }) => field !== "VALUE_DATE") };
})();

describe("schemes", () => {
  test.each([
    [
      "no amount",
      {
        detail: [
          { field: "REFERENCE", width: 20 },
          { field: "ACCOUNT", width: 21 },
        ],
      },
      "应扣金额",
    ],
    [
      "no width",
      { detail: [{ field: "REFERENCE" }, { field: "ACCOUNT", width: 1 }, { field: "AMOUNT", width: 9 }] },
      "没有宽度",
    ],
    ["a result in the request", { detail: [{ field: "RESULT_CODE", width: 4 }] }, "不能有结果代码"],
    ["an account in the header", { header: [{ field: "ACCOUNT", width: 20 }] }, "只能用在明细里"],
  ])("refuses a layout with %s", async (_what, overrides, word) => {
    const { at, finance } = await shared;
    const scheme = aScheme("BANK_FRONT_END", { name: "新方案" });
    const reply = await finance.post(`${at}/debit-schemes`, {
      ...scheme,
      request: { ...scheme.request, ...overrides },
    });
    expect(reply.status).toBe(400);
    expect(JSON.stringify(reply.body.fields)).toContain(word);
  });

  test("the preview shows the first lines without saving; names the encoding has not are named at the export", async () => {
    const { at, finance, clerk, scheme, households } = await shared;
    const { body } = await finance.post(`${at}/debit-schemes/preview`, aScheme("PAYMENT_COMPANY"));
    expect(body.faults).toEqual([]);
    expect(body.requestLines[0]).toBe("000291000000001|AC01|20260131|DK000001|2|85176");
    const { agreement, room, customer } = households[0]!;
    await ok(clerk.post(`${at}/debit-agreements/${agreement.id}/suspend`, { reason: "更名" }));
    const renamed = anAgreement(
      room,
      customer,
      scheme,
      { id: agreement.feeItems[0].id },
      { agreementNo: agreement.agreementNo, holder: "\u{20BB7}某" },
    );
    await ok(clerk.put(`${at}/debit-agreements/${agreement.id}`, { ...renamed, account: undefined }));
    await ok(clerk.post(`${at}/debit-agreements/${agreement.id}/resume`));
    const draft = await drafted({ at, clerk, scheme });
    const reply = await clerk.post(`${at}/debit-batches/${draft.id}/export`);
    expect(reply).toMatchObject({ status: 409, body: { code: "DEBIT_FILE_FAULT" } });
    expect(reply.body.detail).toContain("GBK");
  });

  const shared = (async () => {
    app.clock.set("2026-03-10");
    return community([10_000]);
  })();
});

describe("others see it", () => {
  test("households without an agreement are found; the share by building (FEE-11)", async () => {
    const { at, clerk, projectId, households } = await community([10_000]);
    const payer = { customerId: households[0]!.customer.id };
    for (const room of [households[0]!.room, await savedRoom(app, projectId)]) await savedPayer(app, room, payer);
    expect(await ok(clerk.get(`${at}/debit-agreements/promotion`))).toMatchObject({ rooms: 2, debited: 1, waiting: 0 });
    expect((await ok(clerk.get(`${at}/debit-agreements/households`))).items).toHaveLength(1);
  });

  test("a transfer shows the agreements first and waits for the bank", async () => {
    const { at, clerk, manager, scheme, projectId, households } = await community([10_000]);
    const { room, customer } = households[0]!;
    await savedOwner(app, room);
    await exported({ at, clerk, scheme });
    const transfer = await ok(manager.post(`${at}/transfers`, { roomId: room.id }));
    const section = transfer.sections.find(({ key }: { key: string }) => key === "debit");
    expect(section.items).toMatchObject([
      { label: "XY20260001（有效）", detail: expect.stringContaining(customer.name) },
    ]);
    expect(transfer.blocks).toMatchObject([{ label: "托收批次 DK000001 没有回盘", amountFen: 10_000 }]);
    await checkInvariants(app.db, projectId);
  });

  test("who holds an agreement is not removed from the household (CRM-07)", async () => {
    const { at, manager, households } = await community([10_000]);
    const { room, customer } = households[0]!;
    const relation = { customerId: customer.id, role: "TENANT", startsOn: "2026-01-01" };
    const made = await ok(manager.post(`${at}/rooms/${room.id}/relations`, relation));
    const own = made.relations.find((one: { customerId: string }) => one.customerId === customer.id);
    const { holds } = await ok(manager.get(`${at}/relations/${own.id}/holds`));
    expect(holds.map(({ kind }: { kind: string }) => kind)).toContain("DEBIT_AGREEMENT");
  });

  test("whose agreement has not ended is neither made nobody nor deleted (LAW-38)", async () => {
    const { at, projectId, clerk, scheme, feeItem } = await community([10_000]);
    const customer = await savedCustomer(app, projectId);
    const body = anAgreement(await savedRoom(app, projectId), customer, scheme, feeItem, { agreementNo: "XY-LAW38" });
    const agreement = await ok(clerk.post(`${at}/debit-agreements`, body));
    const officer = await app.as(["customer:read", "customer:write", "customer:privacy"], projectId);
    const why = { reason: "客户要求删除" };
    expect(await officer.post(`${at}/customers/${customer.id}/anonymise`, why)).toMatchObject({
      status: 409,
      body: { details: { holds: ["划款协议 XY-LAW38 还没有终止"] } },
    });
    await ok(clerk.post(`${at}/debit-agreements/${agreement.id}/end`, { reason: "客户换卡" }));
    expect(await officer.delete(`${at}/customers/${customer.id}`)).toMatchObject({
      status: 409,
      body: { detail: "该客户已有划款协议，不能删除" },
    });
    expect((await officer.post(`${at}/customers/${customer.id}/anonymise`, why)).status).toBe(204);
  });

  test("an agreement is handed out to whose it is, with its whole account (LAW-38)", async () => {
    const { at, projectId, households } = await community([10_000]);
    const officer = await app.as(["customer:read", "customer:privacy"], projectId);
    const { raw } = await officer.post(`${at}/customers/${households[0]!.customer.id}/export`, { reason: "客户要求" });
    expect(JSON.parse(raw.toString())["划款协议"]).toMatchObject([
      { 协议号: "XY20260001", 状态: "有效", 银行账号: "622202000000000001", 签署日期: "2026-01-05" },
    ]);
  });
});
