import type { SavePaymentMethodDto } from "@linli/contracts";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedFeeItem } from "../billing.factories.js";
import { aDesk, aReceipt, aRefundPaid } from "../receipts.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const rules = (overrides: Partial<SavePaymentMethodDto> = {}): SavePaymentMethodDto => ({
  enabled: true,
  reference: "OPTIONAL",
  referenceFormat: "ANY",
  refundable: true,
  ...overrides,
});

async function aManagedDesk() {
  const desk = await aDesk(app);
  const manager = await app.as(["billing:read", "project:settings"], desk.projectId, "经理");
  const set = (method: string, overrides: Partial<SavePaymentMethodDto>) =>
    manager.put(`${desk.url}/payment-methods/${method}`, rules(overrides));
  const pay = async (method: object) => {
    const charge = await desk.charged(1_000);
    const body = aReceipt(desk.owner.id, [charge], { methods: [{ tenderedFen: 1_000, ...method } as never] });
    return desk.cashier.post(`${desk.url}/receipts`, body);
  };
  return { ...desk, manager, set, pay };
}

test("without settings every method is in use; card, transfer and cheque need a slip", async () => {
  const desk = await aManagedDesk();
  const { body } = await desk.manager.get(`${desk.url}/payment-methods`);
  const of = (method: string) => body.items.find((one: { method: string }) => one.method === method);
  expect(of("CASH")).toMatchObject({ enabled: true, reference: "NONE", mayChange: true, account: null });
  expect(of("CARD")).toMatchObject({ reference: "REQUIRED", mayChange: false, refundable: true });
  expect(of("PREPAYMENT")).toMatchObject({ refundable: false });
  expect((await desk.pay({ method: "CARD" })).body.fields).toEqual({ "methods.0.referenceNo": ["刷卡请填写凭证号"] });
});

test("account, finance code and the rules of a slip's number are the project's", async () => {
  const desk = await aManagedDesk();
  const saved = await desk.set("WECHAT", {
    account: "微信商户 1900001",
    financeCode: "1012.01",
    reference: "REQUIRED",
    referenceFormat: "DIGITS",
    referenceLength: 6,
  });
  expect(saved).toMatchObject({ status: 200, body: { account: "微信商户 1900001", financeCode: "1012.01" } });
  const faults = [];
  for (const referenceNo of [undefined, "12345a", "１２３４５６", "1234567"])
    faults.push(
      (await desk.pay({ method: "WECHAT", ...(referenceNo && { referenceNo }) })).body.fields[
        "methods.0.referenceNo"
      ][0],
    );
  expect(faults).toEqual(["微信请填写凭证号", "微信凭证号只能是数字", "微信凭证号只能是数字", "微信凭证号应为 6 位"]);
  expect((await desk.pay({ method: "WECHAT", referenceNo: "123456" })).status).toBe(201);
});

test("a method that is switched off takes no money, but a retry still finds its receipt", async () => {
  const desk = await aManagedDesk();
  const charge = await desk.charged(1_000);
  const body = aReceipt(desk.owner.id, [charge], { methods: [{ method: "ALIPAY", tenderedFen: 1_000 }] });
  const first = await desk.cashier.post(`${desk.url}/receipts`, body);
  await desk.set("ALIPAY", { enabled: false });
  expect((await desk.pay({ method: "ALIPAY" })).body.fields["methods.0.method"]).toEqual(["本管理区没有启用支付宝"]);
  expect((await desk.cashier.post(`${desk.url}/receipts`, body)).body.receiptNo).toBe(first.body.receiptNo);
});

test("money does not go back by a method that is not refundable", async () => {
  const desk = await aManagedDesk();
  await desk.set("OTHER", { refundable: false });
  const receipt = (await desk.pay({ method: "OTHER" })).body;
  const red = await desk.reviewer.post(`${desk.url}/receipts/${receipt.id}/reverse`, { reason: "退费" });
  const refused = await aRefundPaid(app, desk, red.body.id, 1_000, { method: "OTHER" });
  expect(refused.body.fields).toEqual({ method: ["其他不能用于退款"] });
  expect((await aRefundPaid(app, desk, red.body.id, 1_000)).body.status).toBe("PAID");
});

test.each([
  ["a cash slip", "CASH", { reference: "REQUIRED" }, "reference"],
  ["a length without a number", "WECHAT", { reference: "NONE", referenceLength: 6 }, "referenceLength"],
  ["prepayment", "PREPAYMENT", {}, "enabled"],
  ["a length of nothing", "WECHAT", { referenceLength: 0 }, "referenceLength"],
  ["a finance code in full-width digits", "WECHAT", { financeCode: "１００１" }, "financeCode"],
  ["a rule that does not exist", "WECHAT", { reference: "MAYBE" as never }, "reference"],
])("refuses %s", async (_what, method, overrides, field) => {
  const desk = await shared;
  const reply = await desk.set(method, overrides as Partial<SavePaymentMethodDto>);
  expect(reply.status).toBe(400);
  expect(reply.body.fields).toHaveProperty(field);
});

test("the order of payment is kept, unless the payer decides otherwise and says why", async () => {
  const desk = await aManagedDesk();
  const settings = { shiftRequired: false, banking: "OFF", allocation: "OLDEST_FIRST" };
  await desk.manager.put(`${desk.url}/desk-settings`, settings);
  const [january, february] = [await desk.charged(3_000, "2026-01"), await desk.charged(2_000, "2026-02")];
  const post = (charges: (typeof january)[], overrides = {}) =>
    desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, charges, overrides));
  const refused = await post([february]);
  expect(refused).toMatchObject({ status: 409, body: { code: "ALLOCATION_ORDER" } });
  expect(refused.body.detail).toContain("2026-01 应先缴清");
  const partly = [
    { chargeId: january.id, amountFen: 2_999 },
    { chargeId: february.id, amountFen: 1 },
  ];
  expect((await post([january], { lines: partly })).body.code).toBe("ALLOCATION_ORDER");
  const chosen = await post([february], { allocationReason: "业主指定先付二月" });
  expect(chosen).toMatchObject({ status: 201, body: { allocationReason: "业主指定先付二月" } });
  expect((await post([january])).status).toBe(201);
  await checkInvariants(app.db, desk.projectId);
});

test("no month of an item is skipped where the project says so; other items are free", async () => {
  const desk = await aManagedDesk();
  const settings = { shiftRequired: false, banking: "OFF", allocation: "NO_SKIPPING" };
  await desk.manager.put(`${desk.url}/desk-settings`, settings);
  const water = await savedFeeItem(app, desk.projectId);
  await desk.charged(3_000, "2026-01");
  const [second, other] = [
    await desk.charged(2_000, "2026-02"),
    await desk.charged(500, "2026-02", { feeItemId: water.id }),
  ];
  const post = (charge: typeof second) => desk.cashier.post(`${desk.url}/receipts`, aReceipt(desk.owner.id, [charge]));
  expect((await post(second)).body.code).toBe("ALLOCATION_ORDER");
  expect((await post(other)).status).toBe(201);
});

test("the desk finds whoever paid a receipt, and whose vehicle has a plate", async () => {
  const desk = await aManagedDesk();
  const receipt = (await desk.pay({ method: "CASH" })).body;
  const found = async (q: string) =>
    (await desk.cashier.get(`${desk.url}/desk/search?q=${encodeURIComponent(q)}`)).body.items;
  expect(await found(receipt.receiptNo.toLowerCase())).toMatchObject([
    { kind: "CUSTOMER", id: desk.owner.id, subtitle: `收据 ${receipt.receiptNo}` },
  ]);
  const vehicleId = newId();
  await app.db.query(
    "INSERT INTO vehicle (project_id, id, created_at, plate, model, color, active) VALUES ($1, $2, now(), '粤B12345', '轿车', '白', true)",
    [desk.projectId, vehicleId],
  );
  await app.db.query(
    `INSERT INTO vehicle_relation (project_id, id, created_at, vehicle_id, customer_id, role, rank, kind, room_id, starts_on)
     VALUES ($1, $2, now(), $3, $4, 'OWNER', 'MAIN', 'ROOM', $5, '2026-01-01')`,
    [desk.projectId, newId(), vehicleId, desk.owner.id, desk.room.id],
  );
  expect(await found("B12345")).toMatchObject([{ id: desk.owner.id, subtitle: "车牌 粤B12345" }]);
});

const shared = aManagedDesk();
