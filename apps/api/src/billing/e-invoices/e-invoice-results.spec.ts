import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedFeeItem } from "../billing.factories.js";
import { aRefundPaid } from "../receipts.factories.js";
import { anInvoiceDesk, anInvoiceNo, aRedResult, aResult } from "./e-invoices.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

/** A desk with a paid charge and an invoice of all of it that was handed over. */
async function anIssuing() {
  const desk = await anInvoiceDesk(app);
  const charge = await desk.bill(10_600);
  const receipt = await desk.paid([charge]);
  const invoice = await desk.asked([[receipt, charge, 10_600]]);
  await desk.collect();
  return { desk, charge, receipt, invoice };
}

test("broken, foreign and doubled results and results about something else are faults and change nothing", async () => {
  const [{ desk, invoice }, foreign] = [await anIssuing(), await anIssuing()];
  const good = aResult(invoice);
  const wrong: [content: object | string, sentence: string][] = [
    ["{ not json", "不是 JSON 对象"],
    ["x".repeat(300_000), "文件太大"],
    [{ ...good, format: "other/1" }, "format"],
    [{ ...good, invoiceNo: "123" }, "20 位数字"],
    [{ ...good, issuedOn: "2026-02-31" }, "开票日期"],
    [{ ...good, issuedOn: "2026-03-11" }, "在将来"],
    [{ ...good, amountFen: 10_601 }, "结果写的是 106.01 元"],
    [{ ...good, attempt: 2 }, "现在是第 1 次办理"],
    [{ ...good, pdfUrl: "javascript:alert(1)" }, "http"],
    [{ ...good, state: "FAILED" }, "失败原因"],
    [{ ...good, serial: newId().replaceAll("-", "") }, "不是本管理区的开票申请"],
    [{ ...good, serial: "12" }, "不是本管理区的开票申请"],
    [aResult(foreign.invoice), "不是本管理区的开票申请"],
    [{ ...good, kind: "RED", confirmationNo: "1" }, "不是本管理区的红冲申请"],
  ];
  for (const [index, [content]] of wrong.entries())
    await desk.dropped(content, `${String(index).padStart(2, "0")}.json`);
  expect(await desk.collect()).toEqual({ sent: 0, applied: 0, faults: wrong.length });
  const faults = (await desk.faults()).toReversed();
  faults.forEach(({ message, fileName }, index) => {
    expect([fileName, message]).toEqual([
      `${String(index).padStart(2, "0")}.json`,
      expect.stringContaining(wrong[index]![1]),
    ]);
  });
  expect(await desk.one(invoice)).toMatchObject({ status: "ISSUING", invoiceNo: null });

  await desk.dropped(good);
  await desk.dropped({ ...good, pdfUrl: "https://invoices.example/b.pdf" });
  expect(await desk.collect()).toEqual({ sent: 0, applied: 1, faults: 1 });
  expect((await desk.faults())[0]!.message).toContain("重复的结果没有采用");
  const kept = await desk.one(invoice);
  expect(kept).toMatchObject({ status: "ISSUED", invoiceNo: good.invoiceNo });

  await foreign.desk.dropped(aResult(foreign.invoice, { invoiceNo: good.invoiceNo }));
  expect((await foreign.desk.collect()).applied).toBe(1);
  await checkInvariants(app.db, desk.projectId);
});

test("one number stands on one invoice of a project", async () => {
  const { desk, charge, receipt, invoice } = await anIssuing();
  const failed = { ...aResult(invoice), state: "FAILED", reason: "抬头与税号不符" };
  await desk.dropped(failed);
  await desk.collect();
  const [one, two] = [await desk.asked([[receipt, charge, 600]]), await desk.asked([[receipt, charge, 10_000]])];
  await desk.collect();
  const invoiceNo = anInvoiceNo();
  await desk.dropped(aResult(one, { invoiceNo }));
  await desk.dropped(aResult(two, { invoiceNo }));
  expect(await desk.collect()).toEqual({ sent: 0, applied: 1, faults: 1 });
  expect((await desk.faults())[0]!.message).toContain(`发票号码 ${invoiceNo} 已登记`);
});

test("a failed request holds nothing, is tried again with its serial, and not when the money went elsewhere", async () => {
  const { desk, charge, receipt, invoice } = await anIssuing();
  await desk.dropped({ ...aResult(invoice), state: "FAILED", reason: "税号\n不存在" });
  await desk.collect();
  expect(await desk.one(invoice)).toMatchObject({ status: "FAILED", failReason: "税号 不存在" });
  await desk.dropped(aResult(invoice));
  await desk.collect();
  expect((await desk.faults())[0]!.message).toContain("请重新办理一次，流水号不变");

  const retried = await desk.clerk.post(`${desk.at}/${invoice.id}/retry`);
  expect(retried.body).toMatchObject({ status: "PENDING", attempt: 2, serial: invoice.serial, failReason: null });
  expect((await desk.clerk.post(`${desk.at}/${invoice.id}/retry`)).body.code).toBe("EINVOICE_STATE");
  await desk.collect();
  expect(await desk.sent(invoice.serial)).toMatchObject({ serial: invoice.serial, attempt: 2 });
  await desk.dropped({ ...aResult(invoice), state: "FAILED", reason: "旧的结果" });
  await desk.collect();
  expect((await desk.faults())[0]!.message).toContain("现在是第 2 次办理，结果写的是第 1 次");
  await desk.dropped({ ...aResult(invoice), attempt: 2, state: "FAILED", reason: "仍然不对" });
  await desk.collect();

  await desk.asked([[receipt, charge, 1]]);
  const late = await desk.clerk.post(`${desk.at}/${invoice.id}/retry`);
  expect([late.status, late.body.code]).toEqual([409, "EINVOICE_EXCEEDS"]);
  expect((await desk.one(invoice)).events.map(({ kind }) => kind)).toEqual([
    "REQUESTED",
    "SENT",
    "FAILED",
    "RETRIED",
    "SENT",
    "FAILED",
  ]);
  await checkInvariants(app.db, desk.projectId);
});

test("while an invoice stands its receipt is neither reversed nor voided; red invoice, reversal, refund follow in this order", async () => {
  const { desk, charge, receipt, invoice } = await anIssuing();
  const reverse = () => desk.reviewer.post(`${desk.url}/receipts/${receipt.id}/reverse`, { reason: "收错了" });
  const waiting = await reverse();
  expect([waiting.status, waiting.body.code]).toEqual([409, "INVOICE_STANDS"]);
  expect(waiting.body.detail).toContain("FP000001 正在开具");
  const { invoiceNo } = await desk.issued(invoice);
  expect((await reverse()).body.detail).toContain(`已开电子发票 ${invoiceNo}`);
  const voided = await desk.cashier.post(`${desk.url}/receipts/${receipt.id}/void`, {
    reason: "作废",
    copiesReturned: true,
  });
  expect(voided.body.code).toBe("INVOICE_STANDS");
  const mark = await desk.cashier.post(`${desk.url}/receipts/${receipt.id}/invoices`, { invoiceNo: "26440000001" });
  expect(mark.body.code).toBe("INVOICE_STANDS");

  expect((await desk.red(invoice, {}, desk.clerk)).status).toBe(403);
  const asked = await desk.red(invoice);
  expect(asked.body).toMatchObject({
    status: "REVERSING",
    reds: [{ status: "PENDING", amountFen: 10_600, netFen: 10_000 }],
  });
  expect((await desk.red(invoice)).body.code).toBe("EINVOICE_STATE");
  await desk.collect();
  const { reds } = await desk.one(invoice);
  expect(await desk.sent(reds[0]!.id.replaceAll("-", ""))).toMatchObject({
    kind: "RED",
    invoiceNo,
    reason: "WRONG",
    amountFen: 10_600,
    lines: [{ position: 1, amountFen: 10_600 }],
  });
  await desk.dropped({ ...aRedResult(asked.body), state: "FAILED", reason: "购方未确认" });
  await desk.collect();
  expect(await desk.one(invoice)).toMatchObject({
    status: "ISSUED",
    reds: [{ status: "FAILED", failReason: "购方未确认" }],
  });
  const retried = await desk.chief.post(`${desk.at}/${invoice.id}/reds/${reds[0]!.id}/retry`);
  expect(retried.body).toMatchObject({ status: "REVERSING", reds: [{ status: "PENDING", attempt: 2 }] });
  await desk.collect();
  expect((await reverse()).body.code).toBe("INVOICE_STANDS");
  const result = aRedResult(retried.body);
  await desk.dropped(result);
  await desk.dropped(result);
  expect(await desk.collect()).toEqual({ sent: 0, applied: 1, faults: 1 });
  expect(await desk.one(invoice)).toMatchObject({
    status: "REVERSED",
    redFen: 10_600,
    reds: [{ status: "ISSUED", invoiceNo: result.invoiceNo, confirmationNo: result.confirmationNo }],
  });
  expect((await desk.red(invoice)).body.code).toBe("EINVOICE_STATE");

  const { status, body: red } = await reverse();
  expect(status).toBe(201);
  expect((await aRefundPaid(app, desk, red.id, 10_600)).body.status).toBe("PAID");
  expect((await desk.ask([[receipt, charge, 1]])).body.detail).toContain("已红冲或作废");
  await checkInvariants(app.db, desk.projectId);
});

test("part of a line is reversed, can be invoiced anew, and the parts come to the line with its tax", async () => {
  const { desk, charge, receipt, invoice } = await anIssuing();
  await desk.issued(invoice);
  const [line] = invoice.lines;
  const part = (amountFen: number) => desk.red(invoice, { lines: [{ lineId: line!.id, amountFen }] });
  expect((await part(10_601)).body.code).toBe("EINVOICE_RED_EXCEEDS");
  expect((await desk.red(invoice, { lines: [{ lineId: newId(), amountFen: 1 }] })).status).toBe(404);
  const asked = await part(3_333);
  expect(asked.body.reds).toMatchObject([{ netFen: 3_144, taxFen: 189, amountFen: 3_333 }]);
  await desk.collect();
  await desk.dropped(aRedResult(asked.body));
  await desk.collect();
  expect(await desk.one(invoice)).toMatchObject({ status: "ISSUED", redFen: 3_333, lines: [{ redFen: 3_333 }] });
  expect((await desk.reviewer.post(`${desk.url}/receipts/${receipt.id}/reverse`, { reason: "收错了" })).body.code).toBe(
    "INVOICE_STANDS",
  );
  expect((await desk.ask([[receipt, charge, 3_334]])).body.code).toBe("EINVOICE_EXCEEDS");
  expect((await desk.ask([[receipt, charge, 3_333]])).status).toBe(201);
  expect((await desk.reversed(invoice)).reds.map(({ netFen, taxFen }) => [netFen, taxFen])).toEqual([
    [3_144, 189],
    [6_856, 411],
  ]);
  expect((await desk.one(invoice)).status).toBe("REVERSED");
  await checkInvariants(app.db, desk.projectId);
});

test("reversing a receipt and asking for its invoice at once: one wins and the other hears why", async () => {
  const desk = await anInvoiceDesk(app);
  const charge = await desk.bill(10_600);
  const receipt = await desk.paid([charge]);
  const [asked, reversed] = await Promise.all([
    desk.ask([[receipt, charge, 10_600]]),
    desk.reviewer.post(`${desk.url}/receipts/${receipt.id}/reverse`, { reason: "收错了" }),
  ]);
  expect([asked.status, reversed.status].sort()).toEqual([201, 409]);
  await checkInvariants(app.db, desk.projectId);
});

test("what a killed process left is finished by the next round, and counts once", async () => {
  const desk = await anInvoiceDesk(app);
  const charge = await desk.bill(10_600);
  const receipt = await desk.paid([charge]);
  const invoice = await desk.asked([[receipt, charge, 10_600]]);
  // handed over by a process that did not come to say so
  await desk.minutely();
  const before = await desk.sent(invoice.serial);
  await app.db.query("UPDATE e_invoice SET status = 'PENDING' WHERE project_id = $1", [desk.projectId]);
  await desk.minutely();
  expect(await desk.sent(invoice.serial)).toEqual(before);
  expect(await desk.outbox()).toEqual([`${invoice.serial}.json`]);
  expect((await desk.one(invoice)).status).toBe("ISSUING");

  // picked up and booked, not put away
  const name = await desk.dropped(aResult(invoice));
  await desk.minutely();
  expect((await desk.one(invoice)).status).toBe("ISSUED");
  const [kept] = await readdir(desk.folders.archive);
  await rename(path.join(desk.folders.archive, kept!), path.join(desk.folders.reading, kept!));
  expect(await desk.collect()).toEqual({ sent: 0, applied: 0, faults: 0 });
  expect(await readdir(desk.folders.archive)).toEqual([kept]);
  expect(kept).toContain(name);

  // a file that is still being written under another name is left alone
  await mkdir(desk.folders.inbox, { recursive: true });
  await writeFile(path.join(desk.folders.inbox, ".r.json"), "{");
  await writeFile(path.join(desk.folders.inbox, "r.json.part"), "{");
  expect(await desk.collect()).toEqual({ sent: 0, applied: 0, faults: 0 });
  expect(await readdir(desk.folders.inbox)).toHaveLength(2);
  await checkInvariants(app.db, desk.projectId);
});

test("two rounds at once take a result once, and a folder that cannot be written leaves the request waiting", async () => {
  const { desk, invoice } = await anIssuing();
  await desk.dropped(aResult(invoice));
  const rounds = await Promise.all([desk.collect(), desk.collect(), desk.collect()]);
  expect(rounds.reduce((sum, { applied }) => sum + applied, 0)).toBe(1);
  expect(rounds.every(({ faults }) => faults === 0)).toBe(true);

  const charge = await desk.bill(5_000, {}, "2026-02");
  const next = await desk.asked([[await desk.paid([charge]), charge, 5_000]]);
  await rename(desk.folders.outbox, `${desk.folders.outbox}-gone`);
  await writeFile(desk.folders.outbox, "no folder");
  const { status, body } = await desk.clerk.post(`${desk.at}/collect`);
  expect([status, body.code]).toEqual([503, "EINVOICE_SUPPLIER"]);
  expect((await desk.one(next)).status).toBe("PENDING");
});

test("a deposit on the same receipt is paid back while the fee stands on an invoice: a deposit is on none", async () => {
  const desk = await anInvoiceDesk(app);
  const { url, projectId, room } = desk;
  const item = await savedFeeItem(app, projectId, { kind: "DEPOSIT" });
  const engineer = await app.as(["billing:read", "billing:one-off", "billing:deposit", "property:read"], projectId);
  const asker = await app.as(["property:read", "billing:read", "billing:request-refund"], projectId);
  const dto = { id: newId(), roomId: room.id, feeItemId: item.id, object: "DECORATION", amountFen: 200_000 };
  const { body: deposit } = await engineer.post(`${url}/deposits`, dto);
  const fee = await desk.bill(10_600);
  const receipt = await desk.paid([fee, { id: deposit.chargeId, openFen: 200_000 }]);
  await desk.issued(await desk.asked([[receipt, fee, 10_600]]));
  await engineer.post(`${url}/deposits/${dto.id}/refundable`, { refundable: true, reason: "装修验收合格" });
  const refund = {
    id: newId(),
    source: "DEPOSIT",
    originalReceipt: "RETURNED",
    sourceId: dto.id,
    amountFen: 200_000,
    method: "CASH",
    reason: "退押金",
  };
  const { status, body } = await asker.post(`${url}/refund-requests`, refund);
  expect([status, body.detail]).toEqual([201, undefined]);
});
