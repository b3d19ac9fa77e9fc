import { readdir } from "node:fs/promises";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedOwner } from "../../customer/customer.factories.js";
import { sheetOf } from "../../exports/exports.factories.js";
import { savedRoom } from "../../property/property.factories.js";
import { savedFeeItem } from "../billing.factories.js";
import { aReceipt } from "../receipts.factories.js";
import { aLease, anInvoiceDesk, anInvoiceSetup, aRequest, aResult, aTaxNumber } from "./e-invoices.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

test("a receipt becomes an invoice: asked for, handed over as a file, issued with number and links, each step with its event", async () => {
  const desk = await anInvoiceDesk(app);
  const charge = await desk.bill(10_600, { quantity: "100.00" });
  const receipt = await desk.paid([charge]);
  const open = (await desk.clerk.get(`${desk.url}/receipts/${receipt.id}/invoiceable`)).body;
  expect(open).toMatchObject({
    refusal: null,
    lines: [{ chargeId: charge.id, availableFen: 10_600, taxRate: "6", lease: false, refusal: null }],
  });

  const buyer = {
    kind: "COMPANY" as const,
    name: "测试贸易有限公司",
    taxNumber: aTaxNumber(),
    account: "6222 0212 3456 7890",
    email: "wang@example.com",
    mobile: "13800138000",
  };
  const invoice = await desk.asked([[receipt, charge, 10_600]], { buyer, remark: "三月物业费" });
  expect(invoice).toMatchObject({
    requestNo: "FP000001",
    status: "PENDING",
    netFen: 10_000,
    taxFen: 600,
    amountFen: 10_600,
    attempt: 1,
    buyerAccountMasked: "************7890",
    emailMasked: "w***@example.com",
    mobileMasked: "138****8000",
    receipts: [{ id: receipt.id, receiptNo: receipt.receiptNo }],
    lines: [
      { itemName: "物业服务费", unit: "m²", quantity: "100", price: "1", taxRate: "6", netFen: 10_000, taxFen: 600 },
    ],
  });
  expect(await readdir(desk.folders.outbox)).toEqual([]);

  expect(await desk.collect()).toEqual({ sent: 1, applied: 0, faults: 0 });
  expect((await desk.one(invoice)).status).toBe("ISSUING");
  expect(await desk.outbox()).toEqual([`${invoice.serial}.json`]);
  expect(await desk.sent(invoice.serial)).toMatchObject({
    format: "linli-invoice/1",
    kind: "INVOICE",
    serial: invoice.serial,
    attempt: 1,
    seller: { name: "邻里物业服务有限公司", taxNumber: aTaxNumber() },
    issuerName: "王开票",
    buyer: { ...buyer, account: "6222021234567890" },
    lines: [{ position: 1, taxCode: "3040801010000000000", amountFen: 10_600 }],
    lease: null,
    amountFen: 10_600,
  });

  const result = aResult(invoice);
  const name = await desk.dropped(result);
  expect(await desk.collect()).toEqual({ sent: 0, applied: 1, faults: 0 });
  const issued = await desk.one(invoice);
  expect(issued).toMatchObject({
    status: "ISSUED",
    invoiceNo: result.invoiceNo,
    issuedOn: "2026-03-10",
    pdfUrl: result.pdfUrl,
    ofdUrl: result.ofdUrl,
    xmlUrl: result.xmlUrl,
  });
  expect(issued.events.map(({ kind, byName }) => [kind, byName])).toEqual([
    ["REQUESTED", "开票员甲"],
    ["SENT", "开票员甲"],
    ["ISSUED", "开票员甲"],
  ]);
  expect(await readdir(desk.folders.inbox)).toEqual([]);
  expect((await readdir(desk.folders.archive)).map((file) => file.slice(37))).toEqual([name]);
  expect(
    (await desk.clerk.get(`${desk.at}?status=ISSUED&q=${receipt.receiptNo}&from=2026-03-10&to=2026-03-10`)).body.items,
  ).toHaveLength(1);
  expect((await desk.clerk.get(`${desk.at}/totals?payerId=${desk.owner.id}`)).body).toEqual({
    count: 1,
    netFen: 10_000,
    taxFen: 600,
    amountFen: 10_600,
    redFen: 0,
    standingFen: 10_600,
  });
  await checkInvariants(app.db, desk.projectId);
});

test("parts of a line become invoices until it is used up, of several receipts of one payer, each rate on a line of its own", async () => {
  const desk = await anInvoiceDesk(app);
  const nine = await savedFeeItem(app, desk.projectId, { taxCode: "1100301010000000000", taxRate: "9" });
  const [first, second] = [await desk.bill(10_000), await desk.bill(10_900, { feeItemId: nine.id }, "2026-02")];
  const [one, two] = [await desk.paid([first]), await desk.paid([second])];
  const invoice = await desk.asked([
    [one, first, 4_000],
    [two, second, 10_900],
  ]);
  expect(invoice.receipts).toHaveLength(2);
  expect(invoice.lines).toMatchObject([
    { taxRate: "6", netFen: 3_774, taxFen: 226, unit: "项", quantity: "1", price: "37.74" },
    { taxRate: "9", netFen: 10_000, taxFen: 900 },
  ]);
  const more = await desk.ask([[one, first, 6_001]]);
  expect([more.status, more.body.code]).toEqual([409, "EINVOICE_EXCEEDS"]);
  expect(more.body.detail).toContain("还可以开票 60.00 元");
  expect((await desk.ask([[one, first, 6_000]])).status).toBe(201);
  expect((await desk.ask([[one, first, 1]])).body.detail).toContain("已全部开票");
  await checkInvariants(app.db, desk.projectId);
});

test("the list is a workbook by the same filter, with the log; a payer's data name his invoices, which keep his name", async () => {
  const desk = await anInvoiceDesk(app);
  const [charge, other] = [await desk.bill(10_600), await desk.bill(5_300)];
  const receipt = await desk.paid([charge, other]);
  const { invoiceNo } = await desk.issued(await desk.asked([[receipt, charge, 10_600]]));
  const printer = await app.as(["billing:read", "billing:print"], desk.projectId);
  await desk.asked([[receipt, other, 5_300]], { buyer: { kind: "PERSONAL", name: "李四" } });
  expect((await printer.get(`${desk.url}/receipts/${receipt.id}/print-data`)).body.invoices).toEqual([
    { invoiceNo, amountFen: 10_600 },
  ]);
  const list = await printer.get(`${desk.at}/xlsx?status=ISSUED`);
  expect((await sheetOf(list.raw)).rows).toMatchObject([
    {
      申请号: "FP000001",
      状态: "已开具",
      发票号码: invoiceNo,
      发票抬头: "张三",
      "价税合计（元）": 106,
      申请日期: "2026-03-10",
    },
  ]);
  expect((await sheetOf((await printer.get(`${desk.at}/xlsx?pageSize=1`)).raw)).rows).toHaveLength(2);
  expect((await desk.clerk.get(`${desk.at}/xlsx`)).status).toBe(403);
  const log = "SELECT summary FROM audit_log WHERE project_id = $1 AND action = 'e-invoice.export' ORDER BY id";
  expect((await app.db.query(log, [desk.projectId]))[0].summary).toBe("导出电子发票列表 1 张（不含开具失败的）");

  const officer = await app.as(["customer:read", "customer:privacy"], desk.projectId);
  const person = `${desk.url}/customers/${desk.owner.id}`;
  const data = JSON.parse((await officer.post(`${person}/export`, { reason: "客户要求复制" })).raw.toString());
  expect(data["电子发票"]).toMatchObject([
    { 状态: "已开具", 抬头: "张三", 发票号码: invoiceNo, "价税合计（分）": 10_600 },
    { 状态: "待开", 抬头: "李四", 发票号码: null },
  ]);
  expect((await officer.get(`${person}/deletion-holds`)).body.kept).toEqual([
    expect.stringContaining("已开具的 1 张电子发票依法保存"),
  ]);

  // made nobody: the invoice stays as it was issued, where it was sent to is gone
  await app.db.query("DELETE FROM payer WHERE project_id = $1 AND customer_id = $2", [desk.projectId, desk.owner.id]);
  await app.db.query("DELETE FROM room_relation WHERE project_id = $1 AND customer_id = $2", [
    desk.projectId,
    desk.owner.id,
  ]);
  const gone = await officer.post(`${person}/anonymise`, { reason: "客户要求删除" });
  expect([gone.status, gone.body.detail]).toEqual([204, undefined]);
  const invoice = (await printer.get(`${desk.at}/${(await printer.get(desk.at)).body.items[1].id}`)).body;
  expect(invoice).toMatchObject({ invoiceNo, buyerName: "张三", emailMasked: null, mobileMasked: null });
});

test("of two who ask for the same amount at once one gets it, and asked twice with one id it is one invoice", async () => {
  const desk = await anInvoiceDesk(app);
  const [charge, other] = [await desk.bill(10_000), await desk.bill(10_000, {}, "2026-02")];
  const receipt = await desk.paid([charge, other]);
  const replies = await Promise.all([1, 2, 3].map(() => desk.ask([[receipt, charge, 10_000]])));
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  const body = aRequest([[receipt, other, 5_000]]);
  const same = await Promise.all([1, 2].map(() => desk.clerk.post(desk.at, body)));
  expect(same.map(({ status }) => status)).toEqual([201, 201]);
  expect((await desk.clerk.post(desk.at, { ...body, remark: "另一张" })).body.code).toBe("ID_REUSED");
  expect((await desk.clerk.get(desk.at)).body.items).toHaveLength(2);
  await checkInvariants(app.db, desk.projectId);
});

test("deposits, prepayments, what is collected for others and items without tax are refused with the reason", async () => {
  const desk = await anInvoiceDesk(app);
  const item = (more: object) =>
    savedFeeItem(app, desk.projectId, { taxCode: "3040801010000000000", taxRate: "6", ...more });
  const [deposit, water, free] = [
    await item({ kind: "DEPOSIT" }),
    await item({ collectedForOthers: true, taxCode: "1100301010000000000", taxRate: "9" }),
    await item({ taxRate: null }),
  ];
  const charges = await Promise.all([deposit, water, free].map(({ id }) => desk.bill(10_900, { feeItemId: id })));
  const receipt = await desk.paid(charges);
  const details = [];
  for (const charge of charges) {
    const { status, body } = await desk.ask([[receipt, charge, 100]]);
    expect([status, body.code]).toEqual([409, "EINVOICE_LINE"]);
    details.push(body.detail);
  }
  expect(details).toEqual([
    expect.stringContaining("押金不是收入"),
    expect.stringContaining("由供应单位开票"),
    expect.stringContaining("没有设置税率"),
  ]);
  const prepaid = await desk.paid([], { prepayment: { roomId: desk.room.id, amountFen: 5_000 } });
  expect((await desk.ask([[prepaid, charges[0]!, 100]])).body.detail).toContain("预收款不开发票");
  const { body } = await desk.clerk.get(`${desk.url}/receipts/${prepaid.id}/invoiceable`);
  expect(body).toMatchObject({ refusal: expect.stringContaining("预收款不开发票"), lines: [], prepaymentFen: 5_000 });

  await desk.chief.put(`${desk.url}/invoice-settings`, anInvoiceSetup({ invoiceCollected: true }));
  expect((await desk.asked([[receipt, charges[1]!, 10_900]])).lines).toMatchObject([{ taxRate: "9", taxFen: 900 }]);
});

test("a lease needs its special data, stands alone, and is one object", async () => {
  const desk = await anInvoiceDesk(app);
  const parking = await savedFeeItem(app, desk.projectId, {
    kind: "LEASE",
    taxCode: "3040502020200000000",
    taxRate: "9",
  });
  const other = await savedRoom(app, desk.projectId);
  const rents = [
    await desk.bill(10_900, { feeItemId: parking.id }),
    await desk.bill(10_900, { feeItemId: parking.id, roomId: other.id }),
  ];
  const service = await desk.bill(10_600);
  const receipt = await desk.paid([...rents, service]);
  const [rent, elsewhere] = rents as [(typeof rents)[0], (typeof rents)[0]];
  const without = await desk.ask([[receipt, rent, 10_900]]);
  expect([without.status, without.body.fields.lease?.[0]]).toEqual([400, expect.stringContaining("不动产租赁信息")]);
  const refused = async (lines: Parameters<typeof desk.ask>[0], lease: object | undefined) =>
    (await desk.ask(lines, { lease: lease as never })).body;
  expect(
    (
      await refused(
        [
          [receipt, rent, 1],
          [receipt, elsewhere, 1],
        ],
        aLease(),
      )
    ).detail,
  ).toContain("只能开一处不动产");
  expect(
    (
      await refused(
        [
          [receipt, rent, 1],
          [receipt, service, 1],
        ],
        aLease(),
      )
    ).detail,
  ).toContain("单独开票");
  expect((await refused([[receipt, service, 1]], aLease())).fields.lease[0]).toContain("没有租赁项目");
  const backwards = await refused([[receipt, rent, 1]], { ...aLease(), leaseTo: "2026-02-28" });
  expect(backwards.fields["lease.leaseTo"][0]).toContain("不能早于");
  const { titleNo: _titleNo, ...untitled } = aLease();
  expect((await refused([[receipt, rent, 1]], untitled)).fields["lease.titleNo"][0]).toContain("产权证书号");
  expect((await refused([[receipt, rent, 1]], { ...aLease(), region: "南山" })).fields["lease.region"]).toBeDefined();

  const invoice = await desk.asked([[receipt, rent, 10_900]], { lease: aLease() });
  expect(invoice).toMatchObject({ lease: aLease(), taxFen: 900 });
  await desk.collect();
  expect(await desk.sent(invoice.serial)).toMatchObject({ lease: { areaUnit: "SQUARE_METRE", crossCity: false } });
});

test.each([
  ["a company without a tax number", { kind: "COMPANY", name: "测试有限公司" }, "buyer.taxNumber"],
  [
    "a tax number with a wrong check character",
    {
      kind: "COMPANY",
      name: "测试有限公司",
      taxNumber: `${aTaxNumber().slice(0, 17)}${aTaxNumber().endsWith("0") ? "1" : "0"}`,
    },
    "buyer.taxNumber",
  ],
  ["a person with a tax number", { kind: "PERSONAL", name: "张三", taxNumber: aTaxNumber() }, "buyer.taxNumber"],
  ["no name", { kind: "PERSONAL", name: " " }, "buyer.name"],
  ["an emoji in the name", { kind: "PERSONAL", name: "张三😀" }, "buyer.name"],
  ["a name too long", { kind: "PERSONAL", name: "长".repeat(101) }, "buyer.name"],
  ["no e-mail", { kind: "PERSONAL", name: "张三", email: "wang" }, "buyer.email"],
  ["no mobile", { kind: "PERSONAL", name: "张三", mobile: "12345" }, "buyer.mobile"],
  ["an unknown field", { kind: "PERSONAL", name: "张三", idNumber: "1" }, "buyer.idNumber"],
])("refuses %s beside its field", async (_what, buyer, field) => {
  const desk = await shared;
  const { status, body } = await desk.ask([[{ id: newId() }, { id: newId() }, 100]], { buyer: buyer as never });
  expect([status, Object.keys(body.fields)]).toEqual([400, [field]]);
});
const shared = anInvoiceDesk(app);

test("only receipts of this project, of one payer, that stand; nobody without the right; nothing while it is off", async () => {
  const [desk, foreign] = [await shared, await anInvoiceDesk(app)];
  const charge = await foreign.bill(10_000);
  const theirs = await foreign.paid([charge]);
  expect((await desk.ask([[theirs, charge, 100]])).status).toBe(404);
  const neighbour = await savedOwner(app, await savedRoom(app, desk.projectId));
  const [mine, his] = [await desk.bill(10_000), await desk.bill(10_000, { payerId: neighbour.id }, "2026-02")];
  const receipt = await desk.paid([mine]);
  const { body: other } = await desk.cashier.post(`${desk.url}/receipts`, aReceipt(neighbour.id, [his]));
  expect(
    (
      await desk.ask([
        [receipt, mine, 1],
        [other, his, 1],
      ])
    ).body.code,
  ).toBe("EINVOICE_PAYERS");
  expect((await desk.ask([[receipt, his, 1]])).status).toBe(404);
  expect(
    (
      await desk.ask([
        [receipt, mine, 1],
        [receipt, mine, 2],
      ])
    ).body.fields["lines.1.chargeId"][0],
  ).toContain("两次");
  expect((await desk.ask([[receipt, mine, 1]], {}, desk.cashier)).status).toBe(403);
  expect((await foreign.clerk.get(desk.at)).status).toBe(403);

  expect((await desk.reviewer.post(`${desk.url}/receipts/${receipt.id}/reverse`, { reason: "收错了" })).status).toBe(
    201,
  );
  expect((await desk.ask([[receipt, mine, 1]])).body.detail).toContain("已红冲或作废");
  await foreign.chief.put(`${foreign.url}/invoice-settings`, anInvoiceSetup({ adapter: "OFF" }));
  expect((await foreign.ask([[theirs, charge, 100]])).body.code).toBe("EINVOICE_OFF");
});

test("settings: switched on they need a seller, his number is checked, and every change is in the log", async () => {
  const desk = await anInvoiceDesk(app);
  const save = (more: object, person = desk.chief) => person.put(`${desk.url}/invoice-settings`, anInvoiceSetup(more));
  expect((await save({ sellerName: null, issuerName: "" })).body.fields).toMatchObject({
    sellerName: [expect.stringContaining("销售方名称")],
    issuerName: [expect.stringContaining("开票人")],
  });
  expect((await save({ sellerTaxNumber: "123" })).body.fields.sellerTaxNumber[0]).toContain("纳税人识别号");
  expect((await save({ adapter: "HTTP" })).status).toBe(400);
  expect((await save({}, desk.clerk)).status).toBe(403);
  expect((await save({ issuerName: "李开票" })).body).toMatchObject({ issuerName: "李开票", adapter: "FILE_DROP" });
  const [{ n }] = await app.db.query(
    "SELECT count(*)::int AS n FROM audit_log WHERE project_id = $1 AND action = 'invoice-settings.update'",
    [desk.projectId],
  );
  expect(n).toBe(2);
});
