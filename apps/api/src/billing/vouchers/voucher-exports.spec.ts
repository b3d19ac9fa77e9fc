import ExcelJS from "exceljs";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedFeeItem } from "../billing.factories.js";
import { aVoucherDesk } from "./vouchers.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-31"));

/** A desk whose March is closed: one taxed charge, partly paid in cash. */
async function aClosedMonth() {
  const desk = await aVoucherDesk(app);
  const charge = await desk.charged(10_600, "2026-03", { feeItemId: desk.fee.id });
  await desk.paid([[charge.id, 5_000]]);
  await desk.close();
  const reopener = await app.as(["property:read", "billing:read", "billing:reopen"], desk.projectId, "财务丁");
  const director = await app.as(["property:read", "billing:read", "billing:approve-reopen"], desk.projectId, "经理");
  const request = async (id: string) => (await director.get(`${desk.url}/approvals/${id}`)).body;
  const reopen = () => reopener.post(`${desk.url}/periods/2026-03/reopen`, { reason: "漏记一笔水费" });
  const approve = (id: string) => director.post(`${desk.url}/approvals/${id}/approve`, {});
  const cancel = (id: string, body: object = { reason: "财务还没有入账" }, person = desk.accountant) =>
    person.post(`${desk.url}/voucher-exports/${id}/cancel`, body);
  const exported = async () => (await desk.give()).body as { id: string };
  return { ...desk, reopen, request, approve, cancel, exported };
}

test("a closed month is exported once, and the same request twice is one export", async () => {
  const desk = await aClosedMonth();
  const id = newId();
  const given = await desk.give("2026-03", id);
  expect(given).toMatchObject({
    status: 201,
    body: { id, exportNo: "PZ000001", period: "2026-03", voucherCount: 2, lineCount: 5, amountFen: 15_600 },
  });
  expect((await desk.give("2026-03", id)).body).toEqual(given.body);
  expect((await desk.give("2026-04", id)).body.code).toBe("ID_REUSED");
  expect((await desk.give()).body).toMatchObject({
    code: "VOUCHERS_EXPORTED",
    detail: expect.stringContaining("PZ000001"),
  });
  expect(await desk.preview()).toMatchObject({ status: "CLOSED", exported: { exportNo: "PZ000001" }, differs: false });
  const { body } = await desk.accountant.get(`${desk.url}/voucher-exports/${id}`);
  expect(body.vouchers).toEqual((await desk.preview()).vouchers);
  expect((await desk.accountant.get(`${desk.url}/voucher-exports?pageSize=1`)).body).toEqual({
    items: [given.body],
    nextCursor: null,
  });
  await checkInvariants(app.db, desk.projectId);
});

test("two exports at once: one wins, the other is told by whom", async () => {
  const desk = await aClosedMonth();
  const replies = await Promise.all([desk.give(), desk.give()]);
  expect(replies.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([201, "VOUCHERS_EXPORTED"]);
});

test("an exported month is not opened again (BIL-92) until the export is taken back; who decides reads that", async () => {
  const desk = await aClosedMonth();
  const { id } = await desk.exported();
  expect((await desk.reopen()).body).toMatchObject({ code: "PERIOD_EXPORTED" });

  expect((await desk.cancel(id)).status).toBe(204);
  expect((await desk.cancel(id)).body.code).toBe("EXPORT_CANCELLED");
  const { body: asked } = await desk.reopen();
  expect((await desk.request(asked.approvalId)).lines).toContainEqual({
    label: "凭证导出",
    before: "PZ000001 已由会计己作废：财务还没有入账",
    after: "重新月结后重新导出",
  });
  // exported while the request waits: it cannot be approved any more
  const again = await desk.exported();
  expect((await desk.approve(asked.approvalId)).body).toMatchObject({ code: "PERIOD_EXPORTED" });
  expect((await desk.cancel(again.id)).status).toBe(204);
  expect((await desk.approve(asked.approvalId)).status).toBe(200);
  expect((await desk.give()).body.code).toBe("PERIOD_NOT_CLOSED");
  const { body: list } = await desk.accountant.get(`${desk.url}/voucher-exports`);
  expect(list.items).toMatchObject([
    { exportNo: "PZ000002", cancelledByName: "会计己" },
    { exportNo: "PZ000001", cancelReason: "财务还没有入账" },
  ]);
});

test("what was exported stays as it was when accounts change; the preview says that it differs", async () => {
  const desk = await aClosedMonth();
  const { id } = await desk.exported();
  const before = (await desk.accountant.get(`${desk.url}/voucher-exports/${id}`)).body;
  await desk.save({ splitTax: false });
  expect(await desk.preview()).toMatchObject({ differs: true, exported: { id } });
  expect((await desk.accountant.get(`${desk.url}/voucher-exports/${id}`)).body).toEqual(before);
});

test("an account that is not listed keeps a month from being exported and is named", async () => {
  const desk = await aVoucherDesk(app);
  const odd = await savedFeeItem(app, desk.projectId, { name: "会所", financeCode: "6051.09" });
  await desk.charged(1_000, "2026-03", { feeItemId: odd.id });
  await desk.close();
  const problem = "科目 6051.09（计提应收 会所）不在科目表中";
  expect(await desk.preview()).toMatchObject({ problems: [problem] });
  expect((await desk.give()).body).toMatchObject({ code: "VOUCHERS_UNFIT", detail: expect.stringContaining(problem) });
});

test("open months and months without movement are not exported", async () => {
  const desk = await aVoucherDesk(app);
  expect((await desk.give()).body.code).toBe("PERIOD_NOT_CLOSED");
  await desk.close();
  expect((await desk.give()).body.code).toBe("NO_VOUCHERS");
  expect((await desk.give("2030-01")).body.code).toBe("PERIOD_NOT_CLOSED");
});

describe("files", () => {
  test("CSV in UTF-8 with byte order mark: a line each, yuan, red amounts as numbers, nothing a formula", async () => {
    const desk = await aVoucherDesk(app);
    const sly = await savedFeeItem(app, desk.projectId, { name: '=1+1"水"' });
    const charge = await desk.charged(1_000, "2026-03", { feeItemId: sly.id });
    await desk.reviewer.post(`${desk.url}/charges/${charge.id}/reverse`, { reason: "重复" });
    await desk.charged(10_600, "2026-03", { feeItemId: desk.fee.id });
    const wrong = await desk.paid([[(await desk.charged(7)).id, 7]]);
    await desk.reviewer.post(`${desk.url}/receipts/${wrong.id}/reverse`, { reason: "收错" });
    await desk.close();
    const { body } = await desk.give();
    const reply = await desk.accountant.get(`${desk.url}/voucher-exports/${body.id}/csv`);
    expect(reply.status).toBe(200);
    expect(reply.headers["content-disposition"]).toContain(encodeURIComponent("凭证-2026-03-PZ000001.csv"));
    const text = reply.raw.toString("utf8");
    const lines = text.split("\r\n");
    expect(lines[0]).toBe(
      '\ufeff"日期","凭证字","凭证号","摘要","科目编码","科目名称","借方金额","贷方金额","收费项目","税率","业务笔数"',
    );
    expect(lines).toContain(
      '"2026-03-31","记","1","计提应收 物业服务费","1122","应收账款","106.00","","物业服务费","","1"',
    );
    expect(lines).toContain(
      '"2026-03-31","记","1","计提应收 物业服务费 6%","6001","主营业务收入","","100.00","物业服务费","6%","1"',
    );
    expect(text).toContain('"\'=1+1""水"""');
    expect(text).not.toContain('"=1+1');
    expect(lines).toHaveLength(body.lineCount + 2);
  });

  test("the workbook holds the same lines with amounts as numbers; taking a file stands in the log", async () => {
    const desk = await aClosedMonth();
    const { id } = await desk.exported();
    const reply = await desk.accountant.get(`${desk.url}/voucher-exports/${id}/xlsx`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(reply.raw as never);
    const sheet = workbook.worksheets[0]!;
    expect(sheet.name).toBe("2026-03 凭证");
    const rows = sheet.getSheetValues().slice(2) as unknown[][];
    expect(rows.map((row) => row.slice(5, 9))).toEqual([
      ["1122", "应收账款", 106, null].map((cell) => cell ?? undefined),
      ["2221.01", "应交税费—应交增值税（销项税额）", undefined, 6],
      ["6001", "主营业务收入", undefined, 100],
      ["1001", "库存现金", 50, undefined],
      ["1122", "应收账款", undefined, 50],
    ]);
    const [logged] = await app.db.query(
      "SELECT summary FROM audit_log WHERE project_id = $1 AND action = 'voucher-export.download'",
      [desk.projectId],
    );
    expect(logged.summary).toBe("下载 2026-03 凭证 PZ000001（Excel）");

    await desk.cancel(id);
    const cancelled = await desk.accountant.get(`${desk.url}/voucher-exports/${id}/xlsx`);
    expect(cancelled.headers["content-disposition"]).toContain(encodeURIComponent("已作废"));
  });
});

test.each([
  ["no reason", {}],
  ["a reason too short", { reason: "误" }],
  ["a reason too long", { reason: "长".repeat(201) }],
  ["an unknown field", { reason: "财务没有入账", force: true }],
])("does not take an export back with %s", async (_what, body) => {
  const desk = await aClosedMonth();
  const { id } = await desk.exported();
  expect((await desk.cancel(id, body)).status).toBe(400);
  expect((await desk.preview()).exported).toMatchObject({ id, cancelledAt: null });
});

test("rights and other projects: who collects neither exports nor takes files; ids of others are not found", async () => {
  const [desk, other] = [await aClosedMonth(), await aClosedMonth()];
  const { id } = await desk.exported();
  const foreign = await other.exported();
  const at = `${desk.url}/voucher-exports`;
  expect((await desk.give("2026-03", newId(), desk.cashier)).status).toBe(403);
  expect((await desk.cancel(id, undefined, desk.cashier)).status).toBe(403);
  for (const ending of ["csv", "xlsx"]) expect((await desk.cashier.get(`${at}/${id}/${ending}`)).status).toBe(403);
  expect((await other.accountant.get(`${at}/${id}`)).status).toBe(403);
  expect((await desk.accountant.get(`${at}/${foreign.id}`)).status).toBe(404);
  expect((await desk.accountant.get(`${at}/${foreign.id}/csv`)).status).toBe(404);
  expect((await desk.cancel(foreign.id)).status).toBe(404);
  expect((await desk.accountant.get(`${at}/x`)).status).toBe(400);
  expect((await desk.accountant.get(`${at}?cursor=%00`)).status).toBe(400);
  expect((await desk.give("2026-03", "1")).status).toBe(400);
  expect((await desk.give("2026-02-31")).status).toBe(400);
});

test("the application cannot change or remove an export beyond taking it back", async () => {
  const desk = await aClosedMonth();
  await desk.exported();
  const change = app.db.query("UPDATE voucher_export SET vouchers = '[]' WHERE project_id = $1", [desk.projectId]);
  await expect(change).rejects.toThrow(/permission denied/);
  await expect(app.db.query("DELETE FROM write_off_entry")).rejects.toThrow(/permission denied/);
});
