import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { aDesk, aReceipt, type Desk, savedEntry } from "../receipts.factories.js";
import { verifyLedger } from "./verify-ledger.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-31"));

const reopener = (desk: Desk) =>
  app.as(["property:read", "billing:read", "billing:reopen", "billing:close"], desk.projectId, "财务丁");
const director = (desk: Desk) =>
  app.as(["property:read", "billing:read", "billing:approve-reopen"], desk.projectId, "公司经理");
const close = (desk: Desk, period: string) =>
  desk.reviewer.post(`${desk.url}/periods/${period}/close`, { confirm: true });
const seals = async (desk: Desk) => (await desk.reviewer.get(`${desk.url}/period-seals`)).body;
const verify = async (desk: Desk, period: string) =>
  (await desk.reviewer.post(`${desk.url}/period-seals/${period}/verify`)).body;

/** A project whose March is closed: two charges, one of them partly paid, one reduced. */
async function aClosedMonth() {
  const desk = await aDesk(app, { firstPeriod: "2026-03" });
  const charges = [await desk.charged(10_000), await desk.charged(5_000)] as const;
  const paid = aReceipt(desk.owner.id, [{ id: charges[0].id, openFen: 4_000 }], {
    prepayment: { roomId: desk.room.id, amountFen: 300 },
  });
  expect((await desk.cashier.post(`${desk.url}/receipts`, paid)).status).toBe(201);
  await savedEntry(app, desk.projectId, charges[1].id, "WAIVER", -500, "2026-03-20");
  expect((await close(desk, "2026-03")).status).toBe(200);
  return { desk, charges };
}

/** Changes rows as somebody with the database's own password could, past the application's role. */
const behindTheBack = (sql: string, parameters: unknown[]) =>
  app.db.transaction(async (tx) => {
    await tx.query("SET LOCAL ROLE NONE");
    await tx.query(sql, parameters);
  });

describe("seals of closed months", () => {
  test("a close seals the month's money rows, and the next seal is chained to it", async () => {
    const { desk } = await aClosedMonth();
    app.clock.set("2026-04-30");
    await close(desk, "2026-04");
    const { items, unsealed } = await seals(desk);
    expect(unsealed).toEqual([]);
    expect(items).toMatchObject([
      { period: "2026-04", sequence: 2, previousHash: items[1].hash, reopened: null },
      { period: "2026-03", sequence: 1, previousHash: null, closedByName: "财务乙" },
    ]);
    expect(items[1].parts.map(({ name, rows }: { name: string; rows: number }) => `${name} ${rows}`)).toEqual(
      expect.arrayContaining([
        "应收 2",
        "应收变动 2",
        "收据 1",
        "收款方式 1",
        "预收变动 1",
        "滚存快照 1",
        "月结数字 1",
      ]),
    );
    expect(await verify(desk, "2026-03")).toEqual({ period: "2026-03", intact: true, rows: 9, faults: [] });
    expect(await verify(desk, "2026-04")).toMatchObject({ intact: true });
  });

  test.each([
    [
      "a changed amount",
      "UPDATE charge SET amount_fen = 9000, reversed_fen = -1000 WHERE project_id = $1 AND amount_fen = 10000",
      "应收",
      "有内容被改动",
    ],
    [
      "a removed movement",
      "DELETE FROM charge_entry WHERE project_id = $1 AND kind = 'WAIVER'",
      "应收变动",
      "月结时 2 条，现在 1 条",
    ],
    [
      "another cashier's name",
      "UPDATE receipt SET cashier_name = '别人' WHERE project_id = $1",
      "收据",
      "有内容被改动",
    ],
    ["another method", "UPDATE receipt_method SET method = 'OTHER' WHERE project_id = $1", "收款方式", "有内容被改动"],
    [
      "another prepayment",
      "UPDATE prepayment_movement SET document_no = 'X' WHERE project_id = $1",
      "预收变动",
      "有内容被改动",
    ],
    ["another balance", "UPDATE period_balance SET closing_fen = 1 WHERE project_id = $1", "滚存快照", "有内容被改动"],
    [
      "another seal",
      "UPDATE period_seal SET closed_by_name = '别人' WHERE project_id = $1",
      "校验链",
      "与它的内容不符",
    ],
  ])("shows %s behind the application's back", async (_what, sql, name, detail) => {
    const { desk } = await aClosedMonth();
    await behindTheBack(sql, [desk.projectId]);
    const { intact, faults } = await verify(desk, "2026-03");
    expect(intact).toBe(false);
    expect(faults).toEqual([{ name, detail: expect.stringContaining(detail) }]);
    expect(await verifyLedger(app.db)).toContainEqual(
      expect.objectContaining({ projectId: desk.projectId, period: "2026-03", intact: false, faults }),
    );
  });

  test("shows a seal made anew: the one after it is not chained to it any more", async () => {
    const { desk } = await aClosedMonth();
    app.clock.set("2026-04-30");
    await close(desk, "2026-04");
    await behindTheBack("UPDATE period_seal SET hash = repeat('0', 64) WHERE project_id = $1 AND sequence = 1", [
      desk.projectId,
    ]);
    expect((await verify(desk, "2026-04")).faults).toEqual([{ name: "校验链", detail: "第 2 个校验值接不上前一个" }]);
  });

  test("the application itself can neither change nor remove a seal", async () => {
    const { desk } = await aClosedMonth();
    const change = app.db.query("UPDATE period_seal SET hash = '0' WHERE project_id = $1", [desk.projectId]);
    await expect(change).rejects.toThrow(/permission denied/);
    await expect(app.db.query("DELETE FROM period_reopening")).rejects.toThrow(/permission denied/);
  });

  test("a month that is not sealed cannot be verified", async () => {
    const { desk } = await aClosedMonth();
    const { status, body } = await desk.reviewer.post(`${desk.url}/period-seals/2026-04/verify`);
    expect([status, body.code]).toEqual([409, "PERIOD_NOT_SEALED"]);
    expect((await desk.reviewer.post(`${desk.url}/period-seals/2026-13/verify`)).status).toBe(400);
  });
});

describe("opening a closed month again (BIL-92)", () => {
  const ask = async (desk: Desk, period = "2026-03", body: object = { reason: "漏记一笔水费" }) =>
    (await reopener(desk)).post(`${desk.url}/periods/${period}/reopen`, body);
  const decide = async (desk: Desk, approvalId: string) =>
    (await director(desk)).post(`${desk.url}/approvals/${approvalId}/approve`, {});

  test("by two people: postings are taken again, the snapshot is kept, the next close is chained on", async () => {
    const { desk, charges } = await aClosedMonth();
    const { status, body } = await ask(desk);
    expect(status).toBe(201);
    expect((await seals(desk)).reopenable).toBeNull();
    expect((await desk.reviewer.get(`${desk.url}/periods/2026-03`)).body.status).toBe("CLOSED");
    expect((await decide(desk, body.approvalId)).status).toBe(200);

    expect((await desk.reviewer.get(`${desk.url}/periods/2026-03`)).body).toMatchObject({
      status: "OPEN",
      figures: { closingFen: 10_500 },
    });
    const late = aReceipt(desk.owner.id, [{ id: charges[1].id, openFen: 1_000 }]);
    expect((await desk.cashier.post(`${desk.url}/receipts`, late)).status).toBe(201);
    const { items } = await seals(desk);
    expect(items).toMatchObject([
      {
        sequence: 1,
        reopened: { reason: "漏记一笔水费", requestedByName: "财务丁", approvedByName: "公司经理" },
      },
    ]);
    // what it was closed with stays readable
    const [kept] = await app.db.query(
      "SELECT snapshot->'figures'->>'closingFen' AS closing, balances->0->>'closing_fen' AS row FROM period_reopening WHERE project_id = $1",
      [desk.projectId],
    );
    expect(kept).toEqual({ closing: "10500", row: "10500" });
    expect(await verify(desk, "2026-03")).toEqual({ period: "2026-03", intact: true, rows: 0, faults: [] });

    expect((await close(desk, "2026-03")).body).toMatchObject({ status: "CLOSED", figures: { closingFen: 9_500 } });
    const again = await seals(desk);
    expect(again.items[0]).toMatchObject({ sequence: 2, previousHash: items[0].hash, reopened: null });
    expect(await verify(desk, "2026-03")).toMatchObject({ intact: true });
    await checkInvariants(app.db, desk.projectId);
  });

  test("who asks does not approve, and needs the right", async () => {
    const { desk } = await aClosedMonth();
    const both = await app.as(
      ["property:read", "billing:read", "billing:reopen", "billing:approve-reopen"],
      desk.projectId,
    );
    const { body } = await both.post(`${desk.url}/periods/2026-03/reopen`, { reason: "更正" });
    expect(await both.post(`${desk.url}/approvals/${body.approvalId}/approve`, {})).toMatchObject({
      status: 409,
      body: { code: "APPROVAL_OWN" },
    });
    expect((await desk.cashier.post(`${desk.url}/periods/2026-03/reopen`, { reason: "更正" })).status).toBe(403);
    expect((await desk.reviewer.post(`${desk.url}/approvals/${body.approvalId}/approve`, {})).status).toBe(403);
  });

  test("only the last closed month; a month closed while the request waits keeps it from being approved", async () => {
    const { desk } = await aClosedMonth();
    const { body } = await ask(desk);
    app.clock.set("2026-04-30");
    await close(desk, "2026-04");
    expect(await decide(desk, body.approvalId)).toMatchObject({ status: 409, body: { code: "PERIOD_NOT_LAST" } });

    expect((await verify(desk, "2026-03")).intact).toBe(true);
    const other = await ask(desk, "2026-03", { reason: "再试" });
    expect([other.status, other.body.code]).toEqual([409, "PERIOD_NOT_LAST"]);
    expect((await ask(desk, "2026-05")).status).toBe(409);
  });

  test("asked for twice at once, it waits once", async () => {
    const { desk } = await aClosedMonth();
    const person = await reopener(desk);
    const both = await Promise.all(
      ["甲", "乙"].map((reason) => person.post(`${desk.url}/periods/2026-03/reopen`, { reason })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)!.body.code).toBe("APPROVAL_PENDING");
  });

  test.each([
    ["no reason", {}, 400],
    ["an empty reason", { reason: " " }, 400],
    ["a reason too long", { reason: "长".repeat(501) }, 400],
    ["an unknown field", { reason: "更正", force: true }, 400],
  ])("refuses %s", async (_what, body, status) => {
    const { desk } = await aClosedMonth();
    expect((await ask(desk, "2026-03", body)).status).toBe(status);
    expect((await seals(desk)).reopenable).toBe("2026-03");
  });

  test("a month of another project is not found", async () => {
    const { desk } = await aClosedMonth();
    const { desk: other } = await aClosedMonth();
    const person = await reopener(desk);
    expect((await person.post(`${other.url}/periods/2026-03/reopen`, { reason: "更正" })).status).toBe(403);
    expect((await person.post(`/projects/${newId()}/periods/2026-03/reopen`, { reason: "更正" })).status).toBe(403);
  });
});
