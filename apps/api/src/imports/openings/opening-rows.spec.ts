import { startTestApp } from "../../../test/test-app.js";
import { savedSpace } from "../../billing/billing.factories.js";
import { savedCustomer } from "../../customer/customer.factories.js";
import { sheetOf } from "../../exports/exports.factories.js";
import { savedRoom } from "../../property/property.factories.js";
import {
  anArrear,
  aTakenOverProject,
  chargesOf,
  faultsOf,
  openingWorkbook,
  postedBy,
  uploaded,
} from "./openings.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-01-15"));

const home = () => aTakenOverProject(app);

test("every wrong row says why; nothing is written until the file is right", async () => {
  const h = await home();
  const { room, feeItem, depositItem } = h;
  const bad = await openingWorkbook({
    欠费: [
      anArrear(h, "2025-10-01", "2025-10-31", "2025-10-20", 100),
      ["9-9-999", null, feeItem.name, "2025-10-01", "2025-10-31", null, 100],
      [room.code, null, "没有的项目", "2025-10-01", "2025-10-31", null, 100],
      anArrear(h, "2025-12-01", "2026-01-31", "2026-01-20", 100),
      anArrear(h, "2025-02-01", "2025-02-31", "2025-02-20", 100),
      anArrear(h, "2025-09-30", "2025-09-01", "2025-09-20", 0),
      anArrear(h, "2025-10-15", "2025-11-15", "2025-10-20", "一百"),
      anArrear(h, "2025-10-20", "2025-11-15", "2025-10-20", 50),
      [room.code, null, depositItem.name, "2025-10-01", "2025-10-31", null, 100],
      [room.code, null, feeItem.name, "2025-08-01", "2025-08-31", null, 100, "查无此人", null, null],
      [room.code, null, feeItem.name, "２０２５-07-01", "2025-07-31", null, "１００", null, null, "😀"],
      anArrear(h, "2025-06-01", "2025-06-30", "2023-06-20", 100),
      anArrear(h, "2025-05-01", "2025-05-31", "2025-05-20", 1.234),
    ],
    押金: [[room.code, null, feeItem.name, null, "2026-01-02", 10]],
    已缴至: [
      [room.code, depositItem.name, "2026-03-31"],
      [room.code, feeItem.name, null],
    ],
  });
  const { status, body } = await uploaded(h, bad);
  expect(status).toBe(201);
  expect(body).toMatchObject({ status: "CHECKED", rowCount: 16, faultCount: 15, openingNo: null });
  const faults = await faultsOf(h, body.id);
  const expected: [number, RegExp][] = [
    [3, /房号“9-9-999”在本管理区不存在/],
    [4, /收费项目“没有的项目”不存在/],
    [5, /不早于启用日期 2026-01-01/],
    [6, /日期 2025-02-31 不存在/],
    [7, /费用止 2025-09-01 早于费用起 2025-09-30；金额须大于 0/],
    [8, /“一百”不是数字/],
    [9, /费用起止与第 2 行有重叠/],
    [10, /押金不是欠费/],
    [11, /客户“查无此人”不存在/],
    [12, /表情/],
    [13, /相差一年以上/],
    [14, /最多 2 位小数/],
    [2, /不是押金项目；收取日期 2026-01-02 不早于启用日期/],
    [2, /是押金项目，只有常规和租赁项目/],
    [3, /缺少已缴至/],
  ];
  expect(faults).toHaveLength(expected.length);
  expected.forEach(([rowNo, words], index) => {
    expect(faults[index]![0]).toBe(rowNo);
    expect(faults[index]![1]).toMatch(words);
  });
  const file = await h.importer.get(`${h.at}/${body.id}/faults`);
  expect(file.status).toBe(200);
  const { headers, rows } = await sheetOf(file.raw);
  expect(headers.slice(0, 5)).toEqual(["工作表", "行号", "房号", "收费项目", "原因"]);
  expect(rows.map((row) => [Number(row["行号"]), row["原因"]])).toEqual(faults);
  expect(rows[4]).toMatchObject({ 工作表: "欠费", 房号: room.code, 费用起: "2025-09-30", "金额（元）": "0.00" });
  expect((await h.cashier.get(`${h.at}/${body.id}/faults`)).status).toBe(403);
  const refused = await h.importer.post(`${h.at}/${body.id}/post`, {});
  expect([refused.status, refused.body.code]).toEqual([409, "OPENING_FAULTS"]);
  expect(await chargesOf(h)).toEqual([]);
  expect((await h.importer.delete(`${h.at}/${body.id}`)).status).toBe(204);
  expect((await h.importer.get(`${h.at}/${body.id}`)).status).toBe(404);
});

test("arrears name the space or contract they are for, and stay apart from the room's own (BIL-05)", async () => {
  const h = await home();
  const manager = await app.asRole("PROJECT_MANAGER", h.projectId);
  await savedSpace(app, h.projectId, "车位 B1-023");
  const contract = { name: "底商租赁", roomId: h.room.id, startsOn: "2025-01-01" };
  for (const number of ["HT-1", "B1-023"])
    expect((await manager.post(`${h.url}/charge-contracts`, { ...contract, number })).status).toBe(201);
  const row = (object: string | null) => [...anArrear(h, "2025-10-01", "2025-10-31", "2025-10-20", 80), object];
  const bad = await openingWorkbook({ 欠费: ["B1-023", "车位 B9", "车位 B1-023", "车位 B1-023"].map(row) });
  expect(await faultsOf(h, (await uploaded(h, bad)).body.id)).toEqual([
    [2, "计费对象：“B1-023”既是车位又是合同，请写明种类，如“车位 B1-023”"],
    [3, "计费对象：没有车位、车辆、合同“车位 B9”"],
    [5, "与第 4 行重复"],
  ]);
  const good = await openingWorkbook({ 欠费: [null, "车位 B1-023", "HT-1"].map(row) });
  const { body } = await uploaded(h, good);
  expect(body).toMatchObject({ faultCount: 0 });
  await postedBy(h, h.importer, body.id);
  const names = (await chargesOf(h)).map(({ feeItemName }: { feeItemName: string }) => feeItemName);
  const { name } = h.feeItem;
  expect(names.toSorted()).toEqual([name, `${name}（合同 HT-1）`, `${name}（车位 B1-023）`].toSorted());
  const { items } = (await h.importer.get(`${h.at}/${body.id}/rows`)).body;
  expect(items.map(({ objectLabel }: { objectLabel: string | null }) => objectLabel)).toEqual([
    null,
    "车位 B1-023",
    "合同 HT-1",
  ]);
  const again = await openingWorkbook({ 欠费: [["车位 B1-023"].map(row)[0]!] });
  expect(await faultsOf(h, (await uploaded(h, again)).body.id)).toEqual([[2, expect.stringContaining("已有应收")]]);
});

test("old arrears may be for what is another household's today: who owes may have had it before (BIL-05)", async () => {
  const h = await home();
  const manager = await app.asRole("PROJECT_MANAGER", h.projectId);
  const other = await savedRoom(app, h.projectId);
  const theirs = { name: "摊位", number: "HT-2", roomId: other.id, startsOn: "2025-01-01" };
  expect((await manager.post(`${h.url}/charge-contracts`, theirs)).status).toBe(201);
  const row = [...anArrear(h, "2024-10-01", "2024-10-31", "2024-10-20", 80), "HT-2"];
  const { body } = await uploaded(h, await openingWorkbook({ 欠费: [row] }));
  expect(await faultsOf(h, body.id)).toEqual([]);
  await postedBy(h, h.importer, body.id);
  expect(await chargesOf(h)).toMatchObject([
    { feeItemName: `${h.feeItem.name}（合同 HT-2）`, payerId: h.owner.id, roomCode: h.room.code, openFen: 8_000 },
  ]);
});

test("deposits name the space they are for; two of one day and amount are two, said again they are refused (BIL-05)", async () => {
  const h = await home();
  for (const name of ["车位 B1-023", "车位 B1-024"]) await savedSpace(app, h.projectId, name);
  const row = (object: string | null, documentNo: string | null = null) =>
    [h.room.code, null, h.depositItem.name, documentNo, "2024-06-18", 500, null, null, null, null, object] as const;
  const twice = await openingWorkbook({ 押金: [row("车位 B1-023"), row("车位 B1-023"), row("车位 B9")] });
  expect(await faultsOf(h, (await uploaded(h, twice)).body.id)).toEqual([
    [3, "与第 2 行重复"],
    [4, "计费对象：没有车位、车辆、合同“车位 B9”"],
  ]);
  const rows = [row("车位 B1-023"), row("车位 B1-024"), row("车位 B1-023", "0012345"), row("车位 B1-024", "0012345")];
  const { body } = await uploaded(h, await openingWorkbook({ 押金: rows }));
  expect(await faultsOf(h, body.id)).toEqual([]);
  await postedBy(h, h.importer, body.id);
  const { name } = h.depositItem;
  expect((await chargesOf(h)).map(({ feeItemName }: { feeItemName: string }) => feeItemName).toSorted()).toEqual(
    ["车位 B1-023", "车位 B1-023", "车位 B1-024", "车位 B1-024"].map((space) => `${name}（${space}）`),
  );
  const deposits = (await h.importer.get(`${h.url}/deposits?q=${encodeURIComponent("B1-023")}`)).body.items;
  expect(deposits.map(({ objectRef }: { objectRef: string }) => objectRef).toSorted()).toEqual([
    "车位 B1-023",
    "车位 B1-023，原收据 0012345",
  ]);
  // of the room, or of nobody knows what, it may be the same as one that is posted; of another space it is not
  await savedSpace(app, h.projectId, "车位 B1-025");
  const again = await openingWorkbook({ 押金: [row("车位 B1-024"), row(null, "0012345"), row("车位 B1-025")] });
  expect((await faultsOf(h, (await uploaded(h, again)).body.id)).map(([rowNo]) => rowNo)).toEqual([2, 3]);
});

test("the same file is posted once, the same rows in another file are refused row by row", async () => {
  const h = await home();
  const rows = [anArrear(h, "2025-11-01", "2025-11-30", "2025-11-20", 100)];
  const file = await openingWorkbook({ 欠费: rows, 预收: [[h.room.code, null, null, null, null, 500]] });
  const first = await uploaded(h, file);
  await postedBy(h, h.importer, first.body.id);
  const again = await uploaded(h, file);
  expect([again.status, again.body.code]).toEqual([409, "OPENING_SAME_FILE"]);
  const other = await uploaded(
    h,
    await openingWorkbook({
      欠费: [...rows, anArrear(h, "2025-12-01", "2025-12-31", "2025-12-20", 1)],
      预收: [[h.room.code, null, null, null, null, 500]],
    }),
  );
  expect((await faultsOf(h, other.body.id)).map(([rowNo, fault]) => [rowNo, fault])).toEqual([
    [2, expect.stringContaining("这段费用已有应收（2025-11-01 至 2025-11-30）")],
    [2, "这个账户已有期初预收"],
  ]);
  expect((await chargesOf(h)).length).toBe(1);
});

test("neither a row that says so nor payment history stops billing for decades by a slip of the pen", async () => {
  const h = await home();
  const paidThrough = await uploaded(
    h,
    await openingWorkbook({ 已缴至: [[h.room.code, h.feeItem.name, "2052-06-30"]] }),
  );
  expect(await faultsOf(h, paidThrough.body.id)).toEqual([[2, "已缴至 2052-06-30 比启用日期晚十年以上，请核对"]]);
  const paid = [h.room.code, h.feeItem.name, "6", "2025-07-01", "2052-06-30", "2025-07-03", 600, 600, "李敏", null];
  const history = await uploaded(h, await openingWorkbook({ 历史缴费: [paid] }), "HISTORY");
  expect(await faultsOf(h, history.body.id)).toEqual([[2, "结束时间 2052-06-30 比启用日期晚十年以上，请核对"]]);
});

test("a stranger of the same name does not owe for a room, the developer may", async () => {
  const h = await home();
  const stranger = await savedCustomer(app, h.projectId, { name: "欧阳修竹" });
  const developer = await savedCustomer(app, h.projectId, { name: "临江置业有限公司", kind: "COMPANY" });
  await app.db.query("UPDATE project SET developer_id = $2 WHERE id = $1", [h.projectId, developer.id]);
  const arrear = (month: string, name: string, number: string | null = null) => {
    const [from, to] = [`2025-${month}-01`, `2025-${month}-28`];
    return [h.room.code, null, h.feeItem.name, from, to, to, 100, name, number, null];
  };
  const { body } = await uploaded(
    h,
    await openingWorkbook({
      欠费: [
        arrear("07", stranger.name),
        arrear("08", stranger.name, stranger.number),
        arrear("09", developer.name),
        arrear("10", h.owner.name),
      ],
    }),
  );
  expect(await faultsOf(h, body.id)).toEqual([[2, "客户“欧阳修竹”与这个房间没有关系，请填写客户编号"]]);
});

test("one workbook is posted once as balances and once as payment history", async () => {
  const h = await home();
  const file = await openingWorkbook({
    欠费: [anArrear(h, "2025-11-01", "2025-11-30", "2025-11-20", 100)],
    历史缴费: [[h.room.code, h.feeItem.name, "6", "2025-01-01", "2025-06-30", "2025-01-12", 600, 600, "李敏", null]],
  });
  for (const kind of ["BALANCE", "HISTORY"]) {
    const { status, body } = await uploaded(h, file, kind);
    expect(status).toBe(201);
    expect(await postedBy(h, h.importer, body.id)).toMatchObject({ status: "POSTED" });
    expect((await uploaded(h, file, kind)).body.code).toBe("OPENING_SAME_FILE");
  }
});

test("rights, other projects and files that are none", async () => {
  const [h, other] = [await home(), await home()];
  const { body } = await uploaded(h, await openingWorkbook({ 预收: [[h.room.code, null, null, null, null, 5]] }));
  for (const below of ["", "/faults"])
    expect((await other.importer.get(`${other.at}/${body.id}${below}`)).status).toBe(404);
  expect((await other.importer.post(`${other.at}/${body.id}/post`, {})).status).toBe(404);
  expect((await h.cashier.post(`${h.at}/${body.id}/post`, {})).status).toBe(403);
  expect((await h.importer.post(`${h.at}/${body.id}/post`, { unknown: 1 })).status).toBe(400);
  expect((await uploaded(h, Buffer.from("<html></html>"))).body.code).toBe("WEB_PAGE");
  expect((await uploaded(h, await openingWorkbook({ 历史缴费: [] }))).body.code).toBe("OPENING_NO_SHEET");
  expect(
    (await uploaded(h, await openingWorkbook({ 欠费: [["合计", "没有的楼", null, null, null, null, 5]] }))).body,
  ).toMatchObject({
    code: "OPENING_TOTAL_ROW",
    detail: "“欠费”第 2 行（合计行）：楼栋“没有的楼”不存在",
  });
  const empty = await uploaded(h, await openingWorkbook({ 欠费: [] }));
  expect((await h.importer.post(`${h.at}/${empty.body.id}/post`, {})).body.code).toBe("OPENING_EMPTY");
  const template = await h.importer.get(`${h.at}/template?kind=BALANCE`);
  expect(template.status).toBe(200);
  expect((await uploaded(h, template.raw)).body).toMatchObject({ rowCount: 0, otherSheets: [] });
});
