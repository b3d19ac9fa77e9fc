import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { aVoucherDesk, settingsOf, writtenDown } from "./vouchers.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-31"));

test("the common accounts hold until a project chooses its own, of roles, items and methods", async () => {
  const desk = await aVoucherDesk(app);
  const charge = await desk.charged(10_600, "2026-03", { feeItemId: desk.fee.id });
  await desk.paid([[charge.id, 100]]);
  const { body: before } = await desk.accountant.get(`${desk.url}/voucher-settings`);
  expect(before).toMatchObject({ saved: false, splitTax: true });
  expect(before.accounts).toContainEqual({ code: "1122", name: "应收账款" });
  expect(before.items).toContainEqual(
    expect.objectContaining({ feeItemId: desk.water.id, code: null, role: "COLLECTED" }),
  );

  const { accounts } = settingsOf();
  const chosen = {
    accounts: [...accounts, { code: "6001.01", name: "物业费" }, { code: "1001.02", name: "前台现金" }],
    items: [{ feeItemId: desk.fee.id, code: "6001.01" }],
    methods: [{ method: "CASH" as const, code: "1001.02" }],
  };
  const saved = await desk.save(chosen);
  expect(saved).toMatchObject({ status: 200, body: { saved: true } });
  expect(saved.body.items).toContainEqual(expect.objectContaining({ feeItemId: desk.fee.id, code: "6001.01" }));
  expect(writtenDown((await desk.preview()).vouchers)).toEqual({
    CHARGE: ["借 1122 10600", "贷 2221.01 600", "贷 6001.01 10000"],
    RECEIPT: ["借 1001.02 100", "贷 1122 100"],
  });
  // what is left out keeps its account, and an empty code takes it away
  const { body: after } = await desk.save({ ...chosen, items: [{ feeItemId: desk.fee.id, code: null }], methods: [] });
  expect(after.items).toContainEqual(expect.objectContaining({ feeItemId: desk.fee.id, code: null }));
  expect(after.methods).toContainEqual({ method: "CASH", code: "1001.02" });
  const [entry] = await app.db.query(
    "SELECT count(*)::int AS n FROM audit_log WHERE project_id = $1 AND action = 'voucher-settings.update'",
    [desk.projectId],
  );
  expect(entry.n).toBe(2);
});

test("two people save at once: both are served, one after the other, and the last holds as a whole", async () => {
  const desk = await aVoucherDesk(app);
  const replies = await Promise.all([desk.save({ splitTax: false }), desk.save({ splitTax: true })]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  expect((await desk.accountant.get(`${desk.url}/voucher-settings`)).body).toMatchObject({ saved: true });
});

const account = (code: string, name = "某科目") => [...settingsOf().accounts, { code, name }];

test.each([
  ["full-width digits", { accounts: account("１００２") }, "accounts.14.code", "半角"],
  ["a code twice", { accounts: account("1122") }, "accounts.14.code", "科目 1122 有重复"],
  ["a code too long", { accounts: account("1".repeat(21)) }, "accounts.14.code", "20"],
  ["an empty name", { accounts: account("1901", " ") }, "accounts.14.name", "科目名称"],
  ["an emoji in a name", { accounts: account("1901", "物业费😀") }, "accounts.14.name", "表情"],
  ["a name too long", { accounts: account("1901", "长".repeat(61)) }, "accounts.14.name", "60"],
  ["a wrong type", { splitTax: "是" as never }, "splitTax", "价税分离"],
  ["an unknown role", { roles: [{ role: "CAPITAL" as never, code: "1122" }] }, "roles.0.role", "用途"],
  ["a role without an account", { roles: settingsOf().roles.slice(1) }, "roles", "请选择科目：应收款"],
  [
    "a role twice",
    { roles: [...settingsOf().roles, { role: "DEPOSIT" as const, code: "1122" }] },
    "roles",
    "押金填写了两次",
  ],
  [
    "an account that is not listed",
    { methods: [{ method: "CASH" as const, code: "9999" }] },
    "methods.0.code",
    "科目 9999 不在科目表中",
  ],
  [
    "an account for prepayments as a method",
    { methods: [{ method: "PREPAYMENT" as const, code: "1002" }] },
    "methods.0.method",
    "预收冲抵",
  ],
  ["an unknown field", { kind: "X" } as never, "kind", ""],
])("refuses %s and changes nothing", async (_what, over, field, sentence) => {
  const desk = await aVoucherDesk(app);
  const { status, body } = await desk.save(over);
  expect(status).toBe(400);
  expect(body.fields[field]?.join()).toContain(sentence);
  expect((await desk.accountant.get(`${desk.url}/voucher-settings`)).body.saved).toBe(false);
});

test("items of another project are not found, and nobody without the right changes accounts", async () => {
  const [desk, other] = [await aVoucherDesk(app), await aVoucherDesk(app)];
  expect((await desk.save({ items: [{ feeItemId: other.fee.id, code: "6001" }] })).status).toBe(404);
  expect((await desk.save({ items: [{ feeItemId: newId(), code: "6001" }] })).status).toBe(404);
  expect((await desk.save({}, desk.cashier)).status).toBe(403);
  expect((await desk.cashier.get(`${desk.url}/voucher-settings`)).status).toBe(200);
  expect((await other.accountant.get(`${desk.url}/voucher-settings`)).status).toBe(403);
  expect((await desk.accountant.get(`${desk.url}/voucher-settings`)).body.saved).toBe(false);
});
