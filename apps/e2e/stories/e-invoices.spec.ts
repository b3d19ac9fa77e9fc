import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { hasNoSeriousFault } from "../support/faults";
import { aHousehold, today } from "../support/household";
import { apiOf, signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

const serialOf = ({ id }: { id: string }) => id.replaceAll("-", "");

/** Where the tested system exchanges files with its supplier. */
const folder = process.env.E2E_INVOICE_DIR ?? "";

test("two receipts become an electronic invoice by an exchange of files, and a red one takes it back", async ({
  page,
}) => {
  test.skip(folder === "", "E2E_INVOICE_DIR does not name the folder of the tested system");
  const { at, base, ownerId, manager, charge } = await aHousehold(page, "开票苑");
  const project = path.join(folder, base.split("/").at(-1)!);
  const { id: feeItemId } = await manager.post(`${base}/fee-items`, {
    code: "KP",
    name: "清洁服务费",
    kind: "ONE_OFF",
    incomeClass: "PROPERTY",
    collectedForOthers: false,
    taxCode: "3040801010000000000",
    taxRate: "6",
    active: true,
  });
  const cashier = await apiOf(page, "CASHIER");
  const paid = async (amountFen: number) => {
    const { id: chargeId } = await charge(String(feeItemId), amountFen);
    const id = crypto.randomUUID();
    const lines = [{ chargeId, amountFen }];
    await cashier.post(`${base}/receipts`, {
      id,
      payerId: ownerId,
      lines,
      methods: [{ method: "CASH", tenderedFen: amountFen }],
    });
    return id;
  };
  const receiptId = await paid(10_600);
  await paid(5_300);
  const dialog = page.getByRole("dialog");
  /** What the supplier answers to the request it finds. */
  const answered = async (serial: string, more: object) => {
    const request = JSON.parse(await readFile(path.join(project, "outbox", `${serial}.json`), "utf8")) as {
      kind: string;
      amountFen: number;
    };
    const { kind, amountFen } = request;
    const result = {
      format: "linli-invoice-result/1",
      kind,
      serial,
      attempt: 1,
      state: "ISSUED",
      amountFen,
      issuedOn: today(),
    };
    await mkdir(path.join(project, "inbox"), { recursive: true });
    await writeFile(path.join(project, "inbox", `${serial}.json`), JSON.stringify({ ...result, ...more }));
  };
  /** By hand; the minute's own round may have been quicker. */
  const collect = async (row: RegExp, state: string) => {
    await page.getByRole("button", { name: "取结果" }).click();
    await expect(page.getByRole("row", { name: row })).toContainText(state);
  };

  await test.step("finance switches the exchange on", async () => {
    await signIn(page, "FINANCE_REVIEWER", `${at}/billing/invoice-settings`);
    await page.getByLabel("开具方式").click();
    await page.locator(".ant-select-dropdown:visible").getByText("文件交换", { exact: true }).click();
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("启用电子发票请填写销售方名称")).toBeVisible();
    await page.getByLabel("销售方名称").fill("开票苑物业服务有限公司");
    await page.getByLabel("销售方纳税人识别号").fill("91440300MA5FAKE01G");
    await page.getByLabel("开票人").fill("王开票");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("电子发票设置已保存")).toBeVisible();
  });

  await test.step("the receipt is asked for, handed over and issued", async () => {
    await page.goto(`${at}/billing/receipts/${receiptId}`);
    await page.getByRole("button", { name: "申请开票" }).click();
    await expect(dialog.getByText("可开 106.00 元，税率 6%")).toBeVisible();
    await dialog.getByLabel("同一付款人的其他收据").click();
    await page.locator(".ant-select-dropdown:visible").getByText("53.00 元").click();
    await page.keyboard.press("Escape");
    await expect(dialog.getByText("可开 53.00 元，税率 6%")).toBeVisible();
    await dialog.getByRole("button", { name: "申请", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "电子发票" })).toContainText(/待开|开具中/);
    await expect(page.getByRole("dialog", { name: "电子发票" })).toContainText("清洁服务费");
    await expect(page.getByRole("dialog", { name: "电子发票" })).toContainText("价税合计 159.00 元");
    await page.keyboard.press("Escape");
    const { items } = (await manager.get(`${base}/e-invoices`)) as { items: { id: string }[] };
    await collect(/FP000001/, "开具中");
    await answered(serialOf(items[0]!), {
      invoiceNo: "26440000000000000001",
      pdfUrl: "https://invoices.example/1.pdf",
    });
    await collect(/26440000000000000001/, "已开具");
  });

  await test.step("the receipt is not reversed before the red invoice is there", async () => {
    await page.goto(`${at}/billing/receipts/${receiptId}`);
    await page.getByRole("button", { name: "红冲", exact: true }).click();
    await dialog.getByLabel("红冲原因").fill("收错房间");
    await dialog.getByRole("button", { name: "红冲", exact: true }).click();
    await expect(dialog.getByText(/已开电子发票 26440000000000000001，请先办理红冲/)).toBeVisible();
  });

  await test.step("the invoice is reversed, and the receipt after it", async () => {
    await page.goto(`${at}/billing/e-invoices`);
    await page.getByRole("row", { name: /26440000000000000001/ }).click();
    const drawer = page.getByRole("dialog", { name: "电子发票", exact: true });
    await expect(drawer.getByRole("link", { name: "PDF" })).toHaveAttribute("href", "https://invoices.example/1.pdf");
    await drawer.getByRole("button", { name: "红冲", exact: true }).click();
    const form = page.getByRole("dialog", { name: /红冲电子发票/ });
    await form.getByLabel("说明").fill("收错房间");
    await form.getByRole("button", { name: "申请红冲" }).click();
    await expect(drawer).toContainText("红冲中");
    const invoice = (await manager.get(`${base}/e-invoices`)) as { items: { id: string }[] };
    const detail = await manager.get(`${base}/e-invoices/${invoice.items[0]!.id}`);
    const [red] = detail.reds as { id: string }[];
    await page.keyboard.press("Escape");
    await collect(/26440000000000000001/, "红冲中");
    await expect(async () => void (await readFile(path.join(project, "outbox", `${serialOf(red!)}.json`)))).toPass();
    await answered(serialOf(red!), {
      invoiceNo: "26440000000000000002",
      confirmationNo: "44030626110000000001",
    });
    await collect(/26440000000000000001/, "已红冲");

    const wide = page.viewportSize()!;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("row", { name: /26440000000000000001/ }).click();
    await drawer.getByRole("region", { name: "红字发票" }).focus();
    await hasNoSeriousFault(page);
    await page.setViewportSize(wide);

    await page.goto(`${at}/billing/receipts/${receiptId}`);
    await page.getByRole("button", { name: "红冲", exact: true }).click();
    await dialog.getByLabel("红冲原因").fill("收错房间");
    await dialog.getByRole("button", { name: "红冲", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: /红字收据/ })).toBeVisible();
  });
});
