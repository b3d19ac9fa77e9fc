import { expect, test } from "@playwright/test";
import { aHousehold, today } from "../support/household";
import { apiOf, signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

test("water money collected for the supplier: what is to be handed over, no more than that, a mistake in red, the table", async ({
  page,
}) => {
  const { at, base, manager, charge, ownerId } = await aHousehold(page, "听泉里");
  const item = await manager.post(`${base}/fee-items`, {
    code: "DSSF",
    name: "代收水费",
    kind: "ONE_OFF",
    incomeClass: "PROPERTY",
    collectedForOthers: true,
    supplierName: "江州自来水公司",
    active: true,
  });
  const { id: chargeId } = await charge(String(item.id), 30_000);
  const cashier = await apiOf(page, "CASHIER");
  await cashier.post(`${base}/receipts`, {
    id: crypto.randomUUID(),
    payerId: ownerId,
    lines: [{ chargeId, amountFen: 30_000 }],
    methods: [{ method: "CASH", tenderedFen: 30_000 }],
  });
  await signIn(page, "FINANCE_REVIEWER", `${at}/billing/remittances`);
  await expect(page.getByText("代收 300.00 − 退还 0.00 − 解缴 0.00")).toBeVisible();
  const dialog = page.getByRole("dialog", { name: "登记解缴" });
  await page.getByRole("button", { name: "登记解缴" }).click();
  await dialog.getByLabel("收费项目").click();
  await page.locator(".ant-select-dropdown:visible").getByText("代收水费", { exact: true }).click();
  await dialog.getByLabel("解缴金额").fill("301");
  await dialog.getByLabel("凭证号").fill("YH-7");
  await dialog.getByRole("button", { name: /保存/ }).click();
  await expect(dialog.getByText(/已代收未解缴 300.00 元/)).toBeVisible();
  await dialog.getByLabel("解缴金额").fill("200");
  await dialog.getByRole("button", { name: /保存/ }).click();
  await expect(page.getByText("代收 300.00 − 退还 0.00 − 解缴 200.00")).toBeVisible();

  await page.getByRole("cell", { name: "YH-7" }).click();
  await page.getByRole("button", { name: "红冲", exact: true }).click();
  await page.getByLabel("红冲原因").fill("金额登记错误");
  await page.getByRole("dialog", { name: "红冲这笔解缴" }).getByRole("button", { name: "红冲", exact: true }).click();
  await expect(page.getByText("代收 300.00 − 退还 0.00 − 解缴 0.00")).toBeVisible();

  await page.goto(`${at}/billing/reports/REMITTANCES?from=${today()}&to=${today()}`);
  await expect(page.getByRole("heading", { level: 1, name: "代收代付汇缴表" })).toBeVisible();
  await expect(page.getByRole("row", { name: /江州自来水公司/ })).toContainText("300.00");
});
