import ExcelJS from "exceljs";
import { startTestApp } from "../../../test/test-app.js";
import { aMeteredRoom, asked, installed, type MeteredRoom } from "../../billing/meters/meters.factories.js";
import { published } from "../../billing/billing.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2025-03-05"));

/** A room with two meters, and the sheet of January. */
async function aSheet() {
  const home = await aMeteredRoom(app);
  const [first, second] = [
    await installed(home, { no: "W-1" }),
    await installed(home, { no: "W-2", startReading: "50" }),
  ];
  const { id } = await asked(home.manager, `${home.at}/meter-sheets`, {
    period: "2025-01",
    name: "一月水表",
    kind: "WATER",
  });
  return { ...home, first, second, sheet: `${home.at}/meter-sheets/${id}` };
}

async function rowsOf(content: Buffer): Promise<unknown[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content as never);
  return workbook.worksheets[0]!.getSheetValues()
    .slice(1)
    .map((row) => (row as unknown[]).slice(1));
}

async function filled(rows: (string | number)[][]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook
    .addWorksheet("抄表单")
    .addRows([["表类", "表号", "本次读数", "抄表日期", "估抄", "已翻转", "异常说明"], ...rows]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const upload = ({ manager, sheet }: { manager: MeteredRoom["manager"]; sheet: string }, content: Buffer) =>
  manager.upload(`${sheet}/file`, { name: "抄表单.xlsx", content });

test("a sheet knows its meters and how far it is; what is read and billed shows", async () => {
  const home = await aSheet();
  const { manager, at, sheet, first, project } = home;
  expect((await manager.get(sheet)).body).toMatchObject({ total: 2, missing: 2, read: 0, billed: 0, closed: false });
  await asked(manager, `${at}/meters/${first}/readings`, { readOn: "2025-01-31", value: "8" });
  await asked(manager, `${at}/meters/${home.second}/readings`, {
    readOn: "2025-01-31",
    value: "50",
    reason: "无人居住",
  });
  expect((await manager.get(`${sheet}/lines`)).body.items).toMatchObject([
    { no: "W-1", status: "READ", previous: "0", value: "8", use: "8" },
    { no: "W-2", status: "ALERT", previous: "50", value: "50", alerts: ["ZERO"], reason: "无人居住" },
  ]);
  await published(app, manager, project.id, { period: "2025-01" });
  expect((await manager.get(sheet)).body).toMatchObject({ total: 2, missing: 0, read: 2, alerts: 1, billed: 2 });
  expect((await manager.get(`${sheet}/lines?status=BILLED&q=W-1`)).body.total).toBe(1);
});

test("out as a workbook, and back: right rows are saved, every other says why", async () => {
  const home = await aSheet();
  const { manager, sheet } = home;
  const file = await manager.get(`${sheet}/file`);
  expect((await rowsOf(file.raw)).slice(1).map((row) => row.slice(0, 6))).toMatchObject([
    ["水表", "W-1", expect.anything(), "", "2025-01-01", "0"],
    ["水表", "W-2", expect.anything(), "", "2025-01-01", "50"],
  ]);
  const reply = await upload(
    home,
    await filled([
      ["水表", "W-1", 12.5, "2025-01-31", "", "", ""],
      ["水表", "W-2", 40, "2025-01-31", "", "", ""],
      ["水表", "W-9", 40, "2025-01-31", "", "", ""],
      ["水表", "W-1", 13, "2025-01-31", "", "", ""],
      ["水表", "W-2", "四十", "2025-02-31", "", "", ""],
      ["水表", "", "", "", "", "", "未抄"],
    ]),
  );
  expect(reply.body).toMatchObject({ savedCount: 1, emptyCount: 1 });
  expect(reply.body.errors.map(({ rowNo, message }: { rowNo: number; message: string }) => [rowNo, message])).toEqual([
    [3, expect.stringContaining("低于上次读数 50")],
    [4, expect.stringContaining("不在这张抄表单上")],
    [5, expect.stringContaining("出现了两次")],
    [6, expect.stringContaining("数字")],
  ]);
  // the same file again changes nothing
  const again = await upload(home, await filled([["水表", "W-1", 12.5, "2025-01-31", "", "", ""]]));
  expect(again.body).toEqual({ savedCount: 0, emptyCount: 1, errors: [] });
});

test("what is no workbook, and another project's sheet, are refused", async () => {
  const home = await aSheet();
  expect((await upload(home, Buffer.from("<html></html>"))).status).toBe(400);
  const other = await aMeteredRoom(app);
  expect((await other.manager.get(home.sheet.replace(home.at, other.at))).status).toBe(404);
});

test("the month's page, its closing and its loss report know what was not read", async () => {
  const home = await aSheet();
  const { manager, at, first, second, project } = home;
  const master = await installed(home, { no: "总表", roomId: null, feeItemId: null });
  for (const [id, no] of [
    [first, "W-1"],
    [second, "W-2"],
  ]) {
    const fields = {
      no,
      kind: "WATER",
      feeItemId: home.feeItemId,
      digits: 5,
      multiplier: "1",
      reverse: false,
      parentId: master,
    };
    expect((await manager.put(`${at}/meters/${id}`, fields)).status).toBe(200);
  }
  await asked(manager, `${at}/meters/${master}/readings`, { readOn: "2025-01-31", value: "20" });
  await asked(manager, `${at}/meters/${first}/readings`, { readOn: "2025-01-31", value: "8" });
  const losses = () => manager.get(`${at}/meter-losses?period=2025-01`);
  expect((await losses()).body.items).toMatchObject([
    { no: "总表", masterUse: "20", subUse: "8", subCount: 2, missingCount: 1 },
  ]);
  await asked(manager, `${at}/meters/${second}/readings`, { readOn: "2025-01-31", value: "64" });
  expect((await losses()).body.items).toMatchObject([
    { subUse: "22", missingCount: 0, loss: "-2", lossPercent: "-10.00" },
  ]);
  const report = await manager.get(`${at}/billing-reports/LOSSES?fromPeriod=2025-01&toPeriod=2025-02`);
  expect(report.body.items).toMatchObject([
    { period: "2025-01", no: "总表", masterUse: "20", subUse: "22", subCount: 2, loss: "-2", lossPercent: "-10.00" },
    { period: "2025-02", masterUse: null, missingCount: 2, loss: null },
  ]);
  const { steps } = (await manager.get(`${at}/periods/2025-01`)).body;
  expect(steps).toContainEqual(expect.objectContaining({ key: "METERS", state: "DONE", count: 3 }));
  expect((await manager.get(`${at}/periods/2025-01/checklist`)).body.items).toContainEqual(
    expect.objectContaining({ key: "METERS_OPEN", severity: "WARN", count: 2 }),
  );
  await published(app, manager, project.id, { period: "2025-01" });
  expect((await manager.get(`${at}/periods/2025-01/checklist`)).body.items).toContainEqual(
    expect.objectContaining({ key: "METERS_OPEN", severity: "OK", count: 0 }),
  );
});

test("a sheet of three thousand meters goes out and comes back in one go", async () => {
  const home = await aSheet();
  const { manager, sheet, first } = home;
  await app.db.query(
    `INSERT INTO meter SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'no', 'L-' || n))).*
       FROM meter m CROSS JOIN generate_series(1, 3000) n WHERE m.id = $1`,
    [first],
  );
  expect(await rowsOf((await manager.get(`${sheet}/file`)).raw)).toHaveLength(3003);
  const rows = Array.from({ length: 3000 }, (_, index) => ["水表", `L-${index + 1}`, 7, "2025-01-31", "", "", ""]);
  expect((await upload(home, await filled(rows))).body).toEqual({ savedCount: 3000, emptyCount: 0, errors: [] });
  expect((await manager.get(sheet)).body).toMatchObject({ total: 3002, read: 3000 });
}, 60_000);

test("a project sets from when on a reading is looked at twice", async () => {
  const { manager, at, first } = await aSheet();
  expect((await manager.put(`${at}/meter-settings`, { highPercent: 99, seasonalPercent: 150 })).status).toBe(400);
  expect((await manager.put(`${at}/meter-settings`, { highPercent: 300, seasonalPercent: 150 })).status).toBe(200);
  const read = (readOn: string, value: string) => manager.post(`${at}/meters/${first}/readings`, { readOn, value });
  await read("2025-01-10", "10");
  app.clock.set("2025-05-10");
  await read("2025-02-10", "20");
  expect((await read("2025-03-10", "49")).status).toBe(201);
});
