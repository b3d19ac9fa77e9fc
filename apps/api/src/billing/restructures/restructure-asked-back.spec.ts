import { randomUUID } from "node:crypto";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedRelation } from "../../customer/customer.factories.js";
import { savedRoom } from "../../property/property.factories.js";
import { aRestructuringCommunity } from "./restructures.factories.js";

/** Prepaid money that a customer asked back before a split or merge (BIL-16, BIL-81): it stays where it can be paid. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-20"));

/** A community with the three people of a refund, and what they do with prepaid money. */
async function aRefundingCommunity() {
  const community = await aRestructuringCommunity(app);
  const { projectId, at, clerk } = community;
  const [cashier, asker, approver, refunder] = [
    await app.as(["billing:read", "billing:collect", "property:read"], projectId),
    await app.as(["property:read", "billing:read", "billing:request-refund"], projectId),
    await app.as(["property:read", "billing:read", "billing:approve-refund"], projectId),
    await app.as(["billing:read", "billing:refund"], projectId),
  ];
  const accounts = async (): Promise<{ id: string; roomCode: string; balanceFen: number }[]> =>
    (await clerk.get(`${at}/prepayments?pageSize=50&withBalance=true`)).body.items;

  return {
    ...community,
    asker,
    prepaid: async (roomId: string, payerId: string, amountFen: number) => {
      const methods = [{ method: "WECHAT", tenderedFen: amountFen }];
      const receipt = { id: randomUUID(), payerId, lines: [], methods, prepayment: { roomId, amountFen } };
      expect((await cashier.post(`${at}/receipts`, receipt)).status).toBe(201);
    },
    /** Asks money back from the account of the room with this code. */
    askedBack: async (roomCode: string, amountFen: number) => {
      const source = (await accounts()).find((one) => one.roomCode === roomCode)!;
      const request = { id: newId(), source: "PREPAYMENT", sourceId: source.id, amountFen };
      const reply = await asker.post(`${at}/refund-requests`, { ...request, method: "CASH", reason: "业主要求退还" });
      expect(reply.status).toBe(201);
      return reply.body as { id: string; approvalId: string; requestNo: string };
    },
    /** Has a request reviewed and paid; answers the status it comes to. */
    paidBack: async ({ id, approvalId }: { id: string; approvalId: string }) => {
      expect((await approver.post(`${at}/approvals/${approvalId}/approve`, {})).status).toBe(200);
      return (await refunder.post(`${at}/refund-requests/${id}/pay`, {})).body.status;
    },
    balances: async () =>
      Object.fromEntries((await accounts()).map(({ roomCode, balanceFen }) => [roomCode, balanceFen])),
  };
}

const ofPrepayments = (lines: { topic: string }[]) => lines.filter(({ topic }) => topic === "PREPAYMENT");

test("a split leaves what is asked back with the old room, where it is paid; the rest goes on and comes back", async () => {
  const community = await aRefundingCommunity();
  const { projectId, at, clerk, room, splitOf, preview, carriedOut, restore } = community;
  const old = await room({ code: "1-101" });
  await community.prepaid(old.id, old.owner.id, 50_000);
  const request = await community.askedBack("1-101", 20_000);

  const proposal = await clerk.post(`${at}/restructures/proposal`, {
    kind: "SPLIT",
    roomIds: [old.id],
    effectiveOn: "2026-03-16",
    count: 2,
  });
  expect(proposal.body.prepayments).toMatchObject([{ balanceFen: 50_000, askedBackFen: 20_000 }]);
  const plan = await splitOf(old.id, "2026-03-16");
  expect(ofPrepayments((await preview(plan)).body.lines)).toMatchObject([
    { before: "500.00 元", after: "300.00 元结转到 1-101A；200.00 元已申请退还，留在原房间" },
  ]);
  const done = await carriedOut(plan);
  expect(await community.balances()).toEqual({ "1-101": 20_000, "1-101A": 30_000 });

  expect(await community.paidBack(request)).toBe("PAID");
  expect(await community.balances()).toEqual({ "1-101A": 30_000 });
  await checkInvariants(app.db, projectId);
  expect((await restore(done)).status).toBe(200);
  expect(await community.balances()).toEqual({ "1-101": 30_000 });
  await checkInvariants(app.db, projectId);
});

test("a merge moves nothing of an account that is asked back whole, and needs no choice for it", async () => {
  const community = await aRefundingCommunity();
  const { projectId, room, mergeOf, preview, carriedOut } = community;
  const one = await room({ code: "2-101" });
  const other = await savedRoom(app, projectId, { unitId: one.unitId, code: "2-102" });
  await savedRelation(app, other, { customerId: one.owner.id });
  await community.prepaid(one.id, one.owner.id, 10_000);
  await community.prepaid(other.id, one.owner.id, 7_000);
  const request = await community.askedBack("2-102", 7_000);

  const plan = { ...(await mergeOf([one.id, other.id], "2026-03-16")), prepayments: [] };
  expect(ofPrepayments((await preview(plan)).body.lines)).toMatchObject([
    { roomCode: "2-101", after: "结转到 2-101A" },
    { roomCode: "2-102", after: "70.00 元已申请退还，留在原房间" },
  ]);
  await carriedOut(plan);
  expect(await community.balances()).toEqual({ "2-101A": 10_000, "2-102": 7_000 });
  expect(await community.paidBack(request)).toBe("PAID");
  await checkInvariants(app.db, projectId);
});

test("a refund asked for after the preview changes what was approved: it is refused and named", async () => {
  const community = await aRefundingCommunity();
  const { room, splitOf, submitted, approve } = community;
  const old = await room({ code: "3-101" });
  await community.prepaid(old.id, old.owner.id, 50_000);
  const asked = await submitted(await splitOf(old.id, "2026-03-16"));
  await community.askedBack("3-101", 20_000);
  const reply = await approve(asked.body.approvalId);
  expect(reply).toMatchObject({ status: 409, body: { code: "RESTRUCTURE_STALE" } });
  expect(reply.body.detail).toContain("500.00 元（其中 200.00 元已申请退还）");
});

test("a restore does not take money away that is asked back from a new room", async () => {
  const community = await aRefundingCommunity();
  const { projectId, at, asker, room, splitOf, carriedOut, restore } = community;
  const old = await room({ code: "4-101" });
  await community.prepaid(old.id, old.owner.id, 50_000);
  const done = await carriedOut(await splitOf(old.id, "2026-03-16"));
  const request = await community.askedBack("4-101A", 20_000);

  const refused = await restore(done);
  expect(refused).toMatchObject({ status: 409, body: { code: "RESTORE_BLOCKED" } });
  expect(refused.body.detail).toContain(`已申请退还 200.00 元（退款申请 ${request.requestNo}），请先撤回或取消申请`);
  expect(await community.balances()).toEqual({ "4-101A": 50_000 });

  expect((await asker.post(`${at}/approvals/${request.approvalId}/withdraw`)).status).toBeLessThan(300);
  expect((await restore(done)).status).toBe(200);
  expect(await community.balances()).toEqual({ "4-101": 50_000 });
  await checkInvariants(app.db, projectId);
});
