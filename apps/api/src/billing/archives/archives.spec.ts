import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ConflictException } from "@nestjs/common";
import { startTestApp, type TestClient } from "../../../test/test-app.js";
import { AuditService } from "../../audit/audit.service.js";
import { newId } from "../../common/ids.js";
import { DailyWork } from "../../jobs/daily-work.js";
import { JobRunner } from "../../jobs/job-runner.js";
import { anArchive, aYear, rowsOf, sha256, unzipped } from "./archives.factories.js";

/** The accounting archive of a year: closed months only, equal to their snapshots, known again by its hashes (LAW-42, LAW-44). */
const folder = mkdtempSync(path.join(tmpdir(), "linli-archive-"));
const app = await startTestApp({ LINLI_DATA_DIR: folder });
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-11-10"));

/** For what is refused before anything is read. */
let shared: Year;
beforeAll(async () => {
  shared = await aYear(app);
});

type Year = Awaited<ReturnType<typeof aYear>>;

/** Asks for an archive and makes it. */
async function made({ archivist, at, projectId }: Year, over: Parameters<typeof anArchive>[0] = {}) {
  const asked = anArchive(over);
  const reply = await archivist.post(at, asked);
  expect(reply.status).toBe(202);
  await app.drainJobs(projectId);
  return (await archivist.get(`${at}/${asked.id}`)).body;
}
const fetched = async ({ at }: Year, id: string, client: TestClient) => {
  const { status, raw } = await client.get(`${at}/${id}/file`);
  expect(status).toBe(200);
  return raw;
};
/** What every row that is put in past the application needs. */
const ANY_ROW = {
  created_at: "2026-11-20T02:00:00Z",
  created_by: newId(),
  created_by_name: "财务",
  file_name: "期初.xlsx",
  sha256: "x",
  cut_over_on: "2026-11-01",
  row_count: 1,
  other_sheets: [],
  period: "2026-11",
  request_hash: "x",
  request_no: "KP000001",
  recorded_by: newId(),
  recorded_by_name: "财务",
  requested_by: newId(),
  requested_by_name: "财务",
  adapter: "FILE_DROP",
  buyer_kind: "PERSONAL",
  buyer_name: "张三",
  seller: {},
  issuer_name: "财务",
};
const keptOf = (projectId: string) => readdirSync(path.join(folder, "files", projectId, "archives"));
const yuanOf = (rows: Record<string, string>[], title: string) =>
  rows.reduce((sum, row) => sum + Math.round(Number(row[title]) * 100), 0);

test("a closed year is one ZIP whose files equal the snapshots, with an index and hashes that are known again", async () => {
  const year = await aYear(app);
  await year.close("2026-12", "2026-12-31");
  const done = await made(year);
  expect(done).toMatchObject({
    number: "DA000001",
    status: "READY",
    complete: true,
    months: ["2026-11", "2026-12"],
    openMonths: [],
    percent: 100,
    failure: null,
    canDownload: true,
  });
  const zip = await fetched(year, done.id, year.archivist);
  expect(sha256(zip)).toBe(done.sha256);
  const files = await unzipped(zip);

  const receipts = rowsOf(files.get("2026-11/01-收据存根.csv"));
  expect(receipts.map((row) => [row["状态"], row["收据金额（元）"]])).toEqual([
    ["有效", "107.00"],
    ["有效", "80.00"],
    ["已红冲", "20.00"],
    ["红字收据", "-20.00"],
  ]);
  expect(receipts[3]).toMatchObject({ 红冲的收据: year.wrong.receiptNo, 红冲或作废原因: "收错了户" });
  // as the month was closed: charges and what happened to them, early money in the month it counts in
  const charges = rowsOf(files.get("2026-11/04-应收.csv"));
  expect(yuanOf(charges, "金额（元）")).toBe(15_000);
  const entries = rowsOf(files.get("2026-11/05-应收变动.csv"));
  expect(entries.map((row) => `${row["类别"]} ${row["金额（元）"]} ${row["计入月份"]}`).toSorted()).toEqual([
    "减免 -5.00 2026-11",
    "收款 -100.00 2026-11",
    "收款 -20.00 2026-11",
    "收款 -80.00 2026-12",
    "收款 20.00 2026-11",
  ]);
  expect(yuanOf(rowsOf(files.get("期初/01-应收.csv")), "金额（元）")).toBe(30_000);
  expect(rowsOf(files.get("2026-11/16-月结滚存表.csv"))).toMatchObject([
    { "期初欠费（元）": "300.00", "本月应收（元）": "150.00", "减免（元）": "5.00", "期末欠费（元）": "345.00" },
  ]);
  const check = rowsOf(files.get("年度-快照核对.csv"));
  expect(check.every((row) => row["结果"] === "一致")).toBe(true);
  expect(check.map((row) => `${row["月份"]} ${row["项目"]} ${row["月结快照（元）"]}`)).toEqual(
    expect.arrayContaining([
      "2026-11 期初欠费 300.00",
      "2026-11 实收 100.00",
      "2026-11 预收变动 7.00",
      "2026-12 实收 200.00",
    ]),
  );
  const seals = (await year.reviewer.get(`${year.url}/period-seals`)).body.items;
  const sealed = rowsOf(files.get("年度-月结校验值.csv"));
  expect(sealed.find((row) => row["月份"] === "2026-12" && row["账目"] === "收据")).toMatchObject({
    本次校验值: seals[0].hash,
    上一个校验值: seals[1].hash,
    条数: "1",
  });
  const vouchers = rowsOf(files.get("2026-11/20-记账凭证.csv"));
  expect(yuanOf(vouchers, "借方金额")).toBe(yuanOf(vouchers, "贷方金额"));

  const index = rowsOf(files.get("目录.csv"));
  expect(index.find((row) => row["文件"] === "2026-11/01-收据存根.csv")).toMatchObject({
    档案种类: "收据存根",
    最低保管年限: "5 年",
    保管至: "2031-12-31",
    行数: "4",
    "金额合计（元）": "187.00",
  });
  expect(index.find((row) => row["文件"] === "年度-收费汇总.csv")).toMatchObject({ 最低保管年限: "永久" });
  expect(index.map((row) => row["文件"])).toEqual(done.files.map((file: { path: string }) => file.path));
  for (const row of index) expect(sha256(files.get(row["文件"]!)!)).toBe(row["SHA-256"]);
  const manifest = files.get("校验清单.sha256")!;
  expect(sha256(manifest)).toBe(done.manifestHash);
  expect(manifest.toString().trim().split("\n").toSorted()).toEqual(
    [...files]
      .filter(([name]) => name !== "校验清单.sha256")
      .map(([name, content]) => `${sha256(content)}  ${name}`)
      .toSorted(),
  );
  expect(files.get("说明.txt")!.toString()).toContain("档案完整");

  const checked = (content: Buffer) => year.archivist.upload(`${year.at}/check`, { name: "a.zip", content });
  expect((await checked(zip)).body).toMatchObject({ sha256: done.sha256, found: { number: "DA000001" } });
  expect((await checked(manifest)).body.found).toMatchObject({ number: "DA000001" });
  expect((await checked(Buffer.concat([manifest, Buffer.from(" ")]))).body.found).toBeNull();
  const log = await app.db.query<{ action: string }[]>(
    "SELECT action FROM audit_log WHERE project_id = $1 AND entity = 'archive-export' ORDER BY id",
    [year.projectId],
  );
  expect(log.map(({ action }) => action)).toEqual([
    "archive-export.request",
    "archive-export.export",
    "archive-export.download",
  ]);
});

test("money that came in the year before is counted in the month it was meant for", async () => {
  const year = await aYear(app);
  const next = await year.charged(1_000, "2027-01");
  await year.pay(year.owner.id, [{ id: next.id, openFen: 1_000 }]);
  await year.close("2026-12", "2026-12-31");
  await year.close("2027-01", "2027-01-31");
  const done = await made(year, { year: 2027, partial: true });
  expect(done).toMatchObject({ status: "READY", months: ["2027-01"], failure: null });
  const files = await unzipped(await fetched(year, done.id, year.archivist));
  expect(rowsOf(files.get("年度-快照核对.csv")).find((row) => row["项目"] === "实收")).toMatchObject({
    "档案文件合计（元）": "0.00",
    "以前入账计入本月（元）": "10.00",
    "月结快照（元）": "10.00",
  });
  expect([...files.keys()].some((name) => name.startsWith("期初/"))).toBe(false);
});

test("a year with open months is refused by their names, or taken as not complete", async () => {
  const year = await aYear(app);
  const { archivist, at } = year;
  expect(await archivist.get(`${at}/years`)).toMatchObject({
    body: { items: [{ year: 2026, closed: ["2026-11"], open: ["2026-12"] }] },
  });
  const refused = await archivist.post(at, anArchive());
  expect(refused).toMatchObject({ status: 409, body: { code: "ARCHIVE_YEAR_OPEN" } });
  expect(refused.body.detail ?? refused.body.message).toContain("2026-12");
  expect(await archivist.post(at, anArchive({ year: 2025 }))).toMatchObject({ body: { code: "ARCHIVE_BEFORE_START" } });
  expect(await archivist.post(at, anArchive({ year: 2027, partial: true }))).toMatchObject({
    status: 409,
    body: { code: "ARCHIVE_NO_MONTH" },
  });
  const done = await made(year, { partial: true });
  expect(done).toMatchObject({ status: "READY", complete: false, months: ["2026-11"], openMonths: ["2026-12"] });
  const files = await unzipped(await fetched(year, done.id, archivist));
  expect(files.get("说明.txt")!.toString()).toContain("不完整。导出时以下月份没有月结，不在档案中：2026-12");
  expect([...files.keys()].some((name) => name.startsWith("2026-12/"))).toBe(false);
});

test("asked for twice at once it is made once; the same id is one request, another body is refused", async () => {
  const { archivist, at } = await aYear(app);
  const body = anArchive({ partial: true });
  const replies = await Promise.all([body, anArchive({ partial: true })].map((one) => archivist.post(at, one)));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([202, 409]);
  expect(replies.find(({ status }) => status === 409)!.body.code).toBe("ARCHIVE_RUNNING");
  const won = (await archivist.get(at)).body.items;
  expect(won).toHaveLength(1);
  expect((await archivist.post(at, { ...anArchive({ partial: true }), id: won[0].id })).status).toBe(202);
  expect(await archivist.post(at, anArchive({ id: won[0].id, partial: true, reason: "另一个用途" }))).toMatchObject({
    status: 409,
    body: { code: "ID_REUSED" },
  });
});

test("books that do not agree with the snapshot make no archive, and say where", async () => {
  const year = await aYear(app);
  await app.db.transaction(async (tx) => {
    await tx.query("SET LOCAL ROLE NONE");
    await tx.query("UPDATE charge_entry SET amount_fen = -400 WHERE project_id = $1 AND kind = 'WAIVER'", [
      year.projectId,
    ]);
  });
  const failed = await made(year, { partial: true });
  expect(failed).toMatchObject({ status: "FAILED", canDownload: false, size: null, files: [] });
  expect(failed.failure).toContain("2026-11 减免：账目 4.00 元，快照 5.00 元");
  expect(await year.archivist.get(`${year.at}/${failed.id}/file`)).toMatchObject({ status: 409 });
});

test("killed in the middle it starts anew: no half file is offered, and one is there in the end", async () => {
  const year = await aYear(app);
  const { archivist, at, projectId } = year;
  const { id } = (await archivist.post(at, anArchive({ partial: true }))).body;
  const kept = path.join(folder, "files", projectId, "archives");
  // what a killed process leaves: a job that says it runs, and the beginning of a file
  await app.db.query("UPDATE job SET status = 'RUNNING', attempts = 1 WHERE project_id = $1", [projectId]);
  mkdirSync(kept, { recursive: true });
  writeFileSync(path.join(kept, `${id}.part`), "PK half");
  expect((await archivist.get(`${at}/${id}`)).body).toMatchObject({ status: "RUNNING", canDownload: false });
  expect(await archivist.get(`${at}/${id}/file`)).toMatchObject({ status: 409, body: { code: "ARCHIVE_NOT_READY" } });
  const [orphan] = (await app.app.get(JobRunner).orphans()).filter((one) => one.project_id === projectId);
  await app.app.get(JobRunner).run(projectId, orphan!.id);
  const done = (await archivist.get(`${at}/${id}`)).body;
  expect(done.status).toBe("READY");
  expect(sha256(await fetched(year, id, archivist))).toBe(done.sha256);
  expect(readdirSync(kept)).toEqual([id]);
});

test("numbers are masked; whole ones need the right, a second person, and are told person by person", async () => {
  const year = await aYear(app);
  const { archivist, at, projectId } = year;
  const roster = async (id: string, client: TestClient) =>
    rowsOf((await unzipped(await fetched(year, id, client))).get("年度-付款人名册.csv"));
  const [mobile] = await app.db.query<{ mobile: string }[]>(
    "SELECT mobile FROM customer WHERE project_id = $1 AND id = $2",
    [projectId, year.owner.id],
  );
  const masked = await made(year, { partial: true });
  const [row] = await roster(masked.id, archivist);
  expect(row!["电话"]).not.toBe(mobile!.mobile);

  expect(await archivist.post(at, anArchive({ partial: true, includeNumbers: true }))).toMatchObject({
    status: 403,
    body: { code: "ARCHIVE_NUMBERS" },
  });
  const trusted = await app.as(["property:read", "billing:archive", "customer:unmask"], projectId, "档案主管");
  const asked = (await trusted.post(at, anArchive({ partial: true, includeNumbers: true }))).body;
  expect(asked).toMatchObject({ status: "PENDING", jobId: null });
  const director = await app.as(["property:read", "data:approve-export"], projectId, "经理");
  expect((await director.post(`${year.url}/approvals/${asked.approvalId}/approve`, {})).status).toBe(200);
  await app.drainJobs(projectId);
  const [whole] = await roster(asked.id, trusted);
  expect(whole!["电话"]).toBe(mobile!.mobile);
  expect(await archivist.get(`${at}/${asked.id}/file`)).toMatchObject({
    status: 403,
    body: { code: "ARCHIVE_NOT_OWN" },
  });
  const told = await app.db.query<object[]>(
    "SELECT 1 FROM audit_log WHERE project_id = $1 AND action = 'customer.unmask' AND entity_id = $2",
    [projectId, year.owner.id],
  );
  expect(told).toHaveLength(1);
  app.clock.set("2027-02-01");
  expect(await trusted.get(`${at}/${asked.id}/file`)).toMatchObject({ status: 410, body: { code: "ARCHIVE_EXPIRED" } });
  // nobody has to ask for another archive before it leaves the disk; its hash stays
  await app.app.get(DailyWork).run();
  expect(keptOf(projectId)).toEqual([]);
  expect((await trusted.get(`${at}/${asked.id}`)).body).toMatchObject({ size: null, sha256: expect.any(String) });
});

test("slips that were struck out add nothing, costs of public income take away, invoices and red ones are there", async () => {
  const year = await aYear(app);
  const { archivist, projectId } = year;
  const [{ id: receiptId, charge_id: chargeId, payer_id: payerId, fee_item_id: feeItemId }] = await app.db.query(
    `SELECT r.id, e.charge_id, r.payer_id, c.fee_item_id FROM receipt r
       JOIN charge_entry e ON e.project_id = r.project_id AND e.receipt_id = r.id
       JOIN charge c ON c.project_id = e.project_id AND c.id = e.charge_id
      WHERE r.project_id = $1 ORDER BY r.receipt_no LIMIT 1`,
    [projectId],
  );
  const [invoice, line, red, opening] = [newId(), newId(), newId(), newId()];
  const amounts = { net_fen: 9_434, tax_fen: 566, amount_fen: 10_000 };
  const issued = { issued_on: "2026-11-20", explanation: "抬头写错", reason: "WRONG", attempt: 1, ...amounts };
  const slip = { takings_on: "2026-11-20", deposited_on: "2026-11-20", account: "基本户" };
  const income = { fee_item_id: feeItemId, booked_on: "2026-11-20", party: "广告公司", purpose: "维护" };
  const item = {
    position: 1,
    item_name: "物业费",
    tax_code: "304",
    spec: "",
    unit: "月",
    quantity: 1,
    price: 94.34,
    tax_rate: 6,
  };
  const rows: [string, object][] = [
    [
      "opening",
      { id: opening, kind: "BALANCE", status: "POSTED", opening_no: "QC000001", posted_at: "2026-11-01T02:00:00Z" },
    ],
    [
      "opening_row",
      { opening_id: opening, kind: "COLLECTED", sheet: "代收", row_no: 2, amount_fen: 700, fee_item_id: feeItemId },
    ],
    ["bank_deposit", { slip_no: "A1", amount_fen: 4_000, ...slip }],
    ["bank_deposit", { slip_no: "A2", amount_fen: 3_000, ...slip, cancel_reason: "记错", cancelled_period: "2026-11" }],
    ["public_income_entry", { kind: "OPENING", amount_fen: 1_000, ...income }],
    ["public_income_entry", { kind: "COST", amount_fen: 300, ...income }],
    [
      "e_invoice",
      { id: invoice, status: "REVERSED", invoice_no: "2600001", red_fen: 10_000, payer_id: payerId, ...issued },
    ],
    [
      "e_invoice_line",
      { id: line, invoice_id: invoice, receipt_id: receiptId, charge_id: chargeId, ...item, ...amounts },
    ],
    ["red_invoice", { id: red, invoice_id: invoice, status: "ISSUED", invoice_no: "2600002", ...issued }],
    ["red_invoice_line", { red_id: red, line_id: line, ...amounts }],
    ["receipt_invoice", { receipt_id: receiptId, invoice_no: "00012345", marked_by: newId(), marked_by_name: "财务" }],
  ];
  await app.db.transaction(async (tx) => {
    await tx.query("SET LOCAL ROLE NONE");
    await tx.query("SET LOCAL session_replication_role = replica");
    for (const [table, row] of rows)
      await tx.query(`INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, $1)).*`, [
        { ...ANY_ROW, id: newId(), project_id: projectId, ...row },
      ]);
  });
  const files = await unzipped(await fetched(year, (await made(year, { partial: true })).id, archivist));
  const index = rowsOf(files.get("目录.csv"));
  const sumOf = (name: string) => index.find((row) => row["文件"]!.endsWith(name))!["金额合计（元）"];
  expect([sumOf("解款单.csv"), sumOf("公共收益登记.csv")]).toEqual(["40.00", "7.00"]);
  expect(sumOf("期初/04-代收未解缴.csv")).toBe("7.00");
  expect([sumOf("-电子发票.csv"), sumOf("-红字发票.csv")]).toEqual(["100.00", "-100.00"]);
  expect(rowsOf(files.get("2026-11/17-电子发票.csv"))).toMatchObject([{ 发票号码: "2600001", 项目名称: "物业费" }]);
  expect(rowsOf(files.get("2026-11/18-红字发票.csv"))).toMatchObject([
    { 红冲的发票: "2600001", "税额（元）": "-5.66" },
  ]);
  expect(rowsOf(files.get("2026-11/19-登记的发票号.csv"))).toMatchObject([
    { 发票号码: "00012345", 收据号: expect.any(String) },
  ]);
});

test("what cannot be registered leaves no file", async () => {
  const year = await aYear(app);
  const { archivist, at, projectId } = year;
  const { id } = (await archivist.post(at, anArchive({ partial: true }))).body;
  const log = app.app.get(AuditService);
  log.record = () => Promise.reject(new ConflictException("没有登记"));
  await app.drainJobs(projectId);
  Reflect.deleteProperty(log, "record");
  expect((await archivist.get(`${at}/${id}`)).body).toMatchObject({ status: "FAILED", failure: "没有登记" });
  expect(keptOf(projectId)).toEqual([]);
});

test.each([
  ["a year that is no number", { year: "2026" }],
  ["full-width digits", { year: "２０２６" }],
  ["a year out of range", { year: 1999 }],
  ["no reason", { reason: "" }],
  ["a reason too long", { reason: "长".repeat(201) }],
  ["an emoji", { reason: "归档😀" }],
  ["an unknown field", { month: "2026-11" }],
])("refuses %s", async (_what, over) => {
  const { archivist, at } = shared;
  expect((await archivist.post(at, { ...anArchive(), ...over })).status).toBe(400);
});
test("needs its own right, in the project", async () => {
  const { at, cashier, reviewer } = shared;
  for (const person of [cashier, reviewer]) expect((await person.post(at, anArchive())).status).toBe(403);
  const { archivist } = shared;
  expect((await archivist.post(`/projects/${newId()}/archive-exports`, anArchive())).status).toBe(403);
  expect((await archivist.get(`${at}/${newId()}`)).status).toBe(404);
  expect((await archivist.upload(`${at}/check`, { name: "x", content: Buffer.alloc(0) })).status).toBe(400);
});

test("the register is never deleted", async () => {
  await expect(app.db.query("DELETE FROM archive_export")).rejects.toThrow(/permission denied/);
});
