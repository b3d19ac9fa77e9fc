import {
  creditCodeCheckDigit,
  type EInvoiceDetailDto,
  type InvoiceSettingsDto,
  type RequestEInvoiceDto,
  type RequestRedInvoiceDto,
} from "@linli/contracts";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { TestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { MinuteWork } from "../../jobs/minute-work.js";
import { savedFeeItem } from "../billing.factories.js";
import { aDesk, aReceipt } from "../receipts.factories.js";
import { InvoiceFolders } from "./file-drop/invoice-folders.js";

/** A unified social credit code with its check character. */
export const aTaxNumber = (body = "91440300MA5EXAMP2".replace("O", "0")): string =>
  body.slice(0, 17) + creditCodeCheckDigit(body.slice(0, 17));

export const anInvoiceSetup = (overrides: Partial<InvoiceSettingsDto> = {}): InvoiceSettingsDto => ({
  adapter: "FILE_DROP",
  sellerName: "邻里物业服务有限公司",
  sellerTaxNumber: aTaxNumber(),
  sellerAddress: "深圳市南山区测试路 1 号",
  sellerPhone: "0755-26712345",
  sellerBank: "中国银行南山支行",
  sellerAccount: "6222021234567890",
  issuerName: "王开票",
  invoiceCollected: false,
  ...overrides,
});

export const aLease = () => ({
  region: "广东省深圳市南山区",
  address: "测试路 1 号翠湖花园地下一层 B1-088",
  leaseFrom: "2026-03-01",
  leaseTo: "2026-03-31",
  crossCity: false,
  titleNo: "粤（2020）深圳市不动产权第0000001号",
  areaUnit: "SQUARE_METRE" as const,
});

/** One line of a receipt as it is asked for. */
type Asked = readonly [receipt: { id: string }, charge: { id: string }, amountFen: number];

/** A desk that issues electronic invoices by files, with people who ask, reverse and set up. */
export async function anInvoiceDesk(app: TestApp, settings: Partial<InvoiceSettingsDto> = {}) {
  const desk = await aDesk(app);
  const { projectId, url, owner, cashier } = desk;
  const fee = await savedFeeItem(app, projectId, {
    name: "物业服务费",
    taxCode: "3040801010000000000",
    taxRate: "6",
    unit: "元/m²",
  });
  const clerk = await app.as(["billing:read", "billing:invoice"], projectId, "开票员甲");
  const chief = await app.as(["billing:read", "billing:red-invoice", "billing:invoice-settings"], projectId, "财务丁");
  const saved = await chief.put(`${url}/invoice-settings`, anInvoiceSetup(settings));
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
  const at = `${url}/e-invoices`;
  const folders = app.app.get(InvoiceFolders).of(projectId);

  const bill = (amountFen: number, more: Parameters<typeof desk.charged>[2] = {}, period = "2026-03") =>
    desk.charged(amountFen, period, { feeItemId: fee.id, ...more });
  const paid = async (
    charges: readonly { id: string; openFen: number }[],
    more: Parameters<typeof aReceipt>[2] = {},
  ) => {
    const { status, body } = await cashier.post(`${url}/receipts`, aReceipt(owner.id, charges, more));
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body as { id: string; receiptNo: string };
  };
  const ask = (lines: readonly Asked[], more: Partial<RequestEInvoiceDto> = {}, person = clerk) =>
    person.post(at, aRequest(lines, more));
  const asked = async (lines: readonly Asked[], more: Partial<RequestEInvoiceDto> = {}) => {
    const { status, body } = await ask(lines, more);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body as EInvoiceDetailDto;
  };
  const one = async ({ id }: { id: string }) => (await clerk.get(`${at}/${id}`)).body as EInvoiceDetailDto;
  const outbox = async () => (await readdir(folders.outbox)).sort();
  const sent = async (serial: string) =>
    JSON.parse(await readFile(path.join(folders.outbox, `${serial}.json`), "utf8"));
  /** The supplier drops a file; texts as they stand. */
  const dropped = async (content: object | string, name = `r-${newId()}.json`) => {
    await mkdir(folders.inbox, { recursive: true });
    await writeFile(path.join(folders.inbox, name), typeof content === "string" ? content : JSON.stringify(content));
    return name;
  };
  const collect = async () =>
    (await clerk.post(`${at}/collect`)).body as { sent: number; applied: number; faults: number };
  const faults = async () => (await clerk.get(`${at}/faults`)).body.items as { message: string; fileName: string }[];
  const red = (invoice: { id: string }, more: Partial<RequestRedInvoiceDto> = {}, person = chief) =>
    person.post(`${at}/${invoice.id}/reds`, { id: newId(), reason: "WRONG", explanation: "抬头写错", ...more });
  /** Handed over and issued. */
  const issued = async (invoice: EInvoiceDetailDto) => {
    await collect();
    await dropped(aResult(invoice));
    await collect();
    return one(invoice);
  };
  /** A red invoice of the whole, issued. */
  const reversed = async (invoice: EInvoiceDetailDto) => {
    const { body } = await red(invoice);
    await collect();
    await dropped(aRedResult(body));
    await collect();
    return one(invoice);
  };
  const minutely = () => app.app.get(MinuteWork).run();
  return {
    ...desk,
    fee,
    clerk,
    chief,
    at,
    folders,
    bill,
    paid,
    ask,
    asked,
    one,
    outbox,
    sent,
    dropped,
    collect,
    faults,
    red,
    issued,
    reversed,
    minutely,
  };
}

export const aRequest = (lines: readonly Asked[], more: Partial<RequestEInvoiceDto> = {}): RequestEInvoiceDto => ({
  id: newId(),
  buyer: { kind: "PERSONAL", name: "张三" },
  lines: lines.map(([receipt, charge, amountFen]) => ({ receiptId: receipt.id, chargeId: charge.id, amountFen })),
  ...more,
});

let numbers = 0;

/** Twenty digits nobody has. */
export const anInvoiceNo = (): string => {
  numbers += 1;
  return `26${String(Date.now()).slice(-10)}${String(numbers).padStart(8, "0")}`;
};

/** What a supplier says of an invoice it issued. */
export const aResult = ({ serial, attempt, amountFen }: EInvoiceDetailDto, more: object = {}) => ({
  format: "linli-invoice-result/1",
  kind: "INVOICE",
  serial,
  attempt,
  state: "ISSUED",
  invoiceNo: anInvoiceNo(),
  issuedOn: "2026-03-10",
  amountFen,
  pdfUrl: "https://invoices.example/a.pdf",
  ofdUrl: "https://invoices.example/a.ofd",
  xmlUrl: "https://invoices.example/a.xml",
  ...more,
});

/** What a supplier says of the last red invoice. */
export const aRedResult = ({ reds }: EInvoiceDetailDto, more: object = {}) => {
  const { id, attempt, amountFen } = reds.at(-1)!;
  return {
    format: "linli-invoice-result/1",
    kind: "RED",
    serial: id.replaceAll("-", ""),
    attempt,
    state: "ISSUED",
    invoiceNo: anInvoiceNo(),
    issuedOn: "2026-03-10",
    amountFen,
    confirmationNo: "44030626030000000001",
    ...more,
  };
};
