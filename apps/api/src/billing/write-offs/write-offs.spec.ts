import { randomUUID } from "node:crypto";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { savedFeeItem } from "../billing.factories.js";
import { aDesk } from "../receipts.factories.js";

const app = await startTestApp();
app.clock.set("2026-03-25");
afterAll(() => app.close());

/** A desk with those who ask for and decide write-offs. */
async function aLossDesk() {
  const desk = await aDesk(app);
  const finance = await app.as(["property:read", "billing:read", "billing:write-off"], desk.projectId, "财务甲");
  const director = await app.as(
    ["property:read", "billing:read", "billing:write-off", "billing:approve-write-off"],
    desk.projectId,
    "总经理",
  );
  const ask = (lines: [chargeId: string, amountFen: number][], person = finance, id: string = randomUUID()) =>
    person.post(`${desk.url}/write-offs`, {
      id,
      reasonCode: "UNREACHABLE",
      reason: "业主失联三年，多次上门无人",
      lines: lines.map(([chargeId, amountFen]) => ({ chargeId, amountFen })),
    });
  const approve = (approvalId: string, person = director) =>
    person.post(`${desk.url}/approvals/${approvalId}/approve`, {});
  const charge = async (id: string) => (await finance.get(`${desk.url}/charges/${id}`)).body;
  const written = async (amountFen: number) => {
    const debt = await desk.charged(amountFen);
    const { body } = await ask([[debt.id, amountFen]]);
    expect((await approve(body.approvalId)).status).toBe(200);
    return { debt, writeOff: body };
  };
  return { ...desk, finance, director, ask, approve, charge, written };
}

test("a debt is given up by two people, and what comes back is recovered by a receipt", async () => {
  const desk = await aLossDesk();
  const debt = await desk.charged(30_000);
  const asked = await desk.ask([[debt.id, 20_000]]);
  expect(asked).toMatchObject({ status: 201, body: { writeOffNo: "HX000001", status: "PENDING", amountFen: 20_000 } });
  expect(await desk.charge(debt.id)).toMatchObject({ openFen: 30_000 });
  expect((await desk.approve(asked.body.approvalId)).status).toBe(200);
  expect(await desk.charge(debt.id)).toMatchObject({ openFen: 10_000, reducedFen: 20_000 });
  await checkInvariants(app.db, desk.projectId);

  const recovery = {
    id: randomUUID(),
    lines: [{ chargeId: debt.id, amountFen: 5_000 }],
    methods: [{ method: "CASH", tenderedFen: 5_000 }],
  };
  const at = `${desk.url}/write-offs/${asked.body.id}/recoveries`;
  const replies = await Promise.all([desk.cashier.post(at, recovery), desk.cashier.post(at, recovery)]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  expect(replies[0]!.body).toMatchObject({ recoveredFen: 5_000, receiptNos: [expect.stringMatching(/^SJ/)] });
  expect(await desk.charge(debt.id)).toMatchObject({ openFen: 10_000, reducedFen: 15_000, receivedFen: 5_000 });
  const { body: list } = await desk.finance.get(`${desk.url}/write-offs`);
  expect(list).toMatchObject({
    amountFen: 20_000,
    recoveredFen: 5_000,
    items: [{ status: "APPROVED", bookedOn: "2026-03-25" }],
  });
  await checkInvariants(app.db, desk.projectId);

  const more = { ...recovery, id: randomUUID(), lines: [{ chargeId: debt.id, amountFen: 15_001 }] };
  const methods = [{ method: "CASH", tenderedFen: 15_001 }];
  expect((await desk.cashier.post(at, { ...more, methods })).body.code).toBe("RECOVERY_TOO_LARGE");
});

test("who asks does not approve; what was paid meanwhile is not written off on top", async () => {
  const desk = await aLossDesk();
  const debt = await desk.charged(10_000);
  const own = await desk.ask([[debt.id, 10_000]], desk.director);
  expect((await desk.approve(own.body.approvalId)).body.code).toBe("APPROVAL_OWN");
  const paid = {
    id: randomUUID(),
    payerId: desk.owner.id,
    lines: [{ chargeId: debt.id, amountFen: 1 }],
    methods: [{ method: "CASH", tenderedFen: 1 }],
  };
  expect((await desk.cashier.post(`${desk.url}/receipts`, paid)).status).toBe(201);
  const other = await app.as(["property:read", "billing:read", "billing:approve-write-off"], desk.projectId);
  expect((await desk.approve(own.body.approvalId, other)).body.code).toBe("WRITE_OFF_TOO_LARGE");
  expect(await desk.charge(debt.id)).toMatchObject({ openFen: 9_999 });
  await checkInvariants(app.db, desk.projectId);
});

test("two recoveries of the same debt at once: one wins, the other is told what is left", async () => {
  const desk = await aLossDesk();
  const { debt, writeOff } = await desk.written(10_000);
  const take = () =>
    desk.cashier.post(`${desk.url}/write-offs/${writeOff.id}/recoveries`, {
      id: randomUUID(),
      lines: [{ chargeId: debt.id, amountFen: 10_000 }],
      methods: [{ method: "CASH", tenderedFen: 10_000 }],
    });
  const replies = await Promise.all([take(), take()]);
  expect(replies.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([200, "RECOVERY_TOO_LARGE"]);
  await checkInvariants(app.db, desk.projectId);
});

test("bad input is refused with a sentence and changes nothing", async () => {
  const [desk, other] = [await aLossDesk(), await aLossDesk()];
  const debt = await desk.charged(10_000);
  const young = await desk.charged(10_000, "2026-03", { dueOn: "2026-03-31" });
  const deposit = await savedFeeItem(app, desk.projectId, { kind: "DEPOSIT" });
  const held = await desk.charged(10_000, "2026-02", { feeItemId: deposit.id });
  expect((await desk.ask([[young.id, 100]])).body.code).toBe("NOT_OVERDUE");
  expect((await desk.ask([[held.id, 100]])).body.code).toBe("FEE_ITEM_KIND");
  expect((await desk.ask([[debt.id, 10_001]])).body.code).toBe("WRITE_OFF_TOO_LARGE");
  expect((await desk.ask([[debt.id, 0]])).status).toBe(400);
  expect((await desk.ask([])).status).toBe(400);
  expect(
    (
      await desk.ask([
        [debt.id, 1],
        [debt.id, 2],
      ])
    ).body.code,
  ).toBe("CHARGE_TWICE");
  expect((await desk.ask([[(await other.charged(10_000)).id, 100]])).status).toBe(404);
  expect((await desk.ask([[debt.id, 100]], desk.cashier)).status).toBe(403);
  const id = randomUUID();
  expect((await desk.ask([[debt.id, 100]], desk.finance, id)).status).toBe(201);
  expect((await desk.ask([[debt.id, 200]], desk.finance, id)).body.code).toBe("ID_REUSED");
  expect(await desk.charge(debt.id)).toMatchObject({ openFen: 10_000 });
});
