import { expect, test } from "@playwright/test";
import { aHousehold } from "../support/household";
import { signIn } from "../support/sign-in";

test("a deposit is registered, paid at the desk, partly deducted with proof, and paid back by two people", async ({
  page,
}) => {
  const { at, item } = await aHousehold(page, "听雨轩");
  await item("装修押金", "DEPOSIT");
  await item("损坏赔偿", "ONE_OFF");
  const dialog = page.getByRole("dialog");
  const option = (text: string) => page.locator(".ant-select-dropdown:visible").getByText(text).first();

  await test.step("the cashier registers it and takes the money", async () => {
    await signIn(page, "CASHIER", `${at}/billing/deposits`);
    await page.getByRole("button", { name: "登记押金" }).click();
    await dialog.getByLabel("房间", { exact: true }).fill("1-1-101");
    await option("1-1-101").click();
    await dialog.getByLabel("押金项目").click();
    await option("装修押金").click();
    await dialog.getByLabel("押金金额").fill("2000");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(page.getByRole("row", { name: /YJ000001/ })).toContainText("待收");
    await page.goto(`${at}/billing/desk`);
    await page.getByRole("combobox", { name: "查找房间或客户" }).fill("1-1-101");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /收款 2,000.00 元/ }).click();
    await expect(page.getByText("收据号").or(page.getByText(/SJ\d+/)).first()).toBeVisible();
  });

  await test.step("the manager deducts a part with proof and says that the rest may go back", async () => {
    await signIn(page, "PROJECT_MANAGER", `${at}/billing/deposits`);
    await page.getByRole("link", { name: "YJ000001" }).click();
    await page.getByRole("tab", { name: "附件" }).click();
    const content = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: "划痕.pdf", mimeType: "application/pdf", buffer: content });
    await expect(page.getByText("划痕.pdf")).toBeVisible();
    await page.getByRole("button", { name: "扣除" }).click();
    await dialog.getByLabel("扣除金额").fill("500");
    await dialog.getByLabel("收入项目").click();
    await option("损坏赔偿").click();
    await dialog.getByLabel("扣除原因").fill("电梯轿厢划伤");
    await dialog.getByRole("button", { name: "扣除" }).click();
    await expect(page.getByText("1,500.00")).toBeVisible();
    await page.getByRole("button", { name: "标记可退" }).click();
    await dialog.getByLabel("原因").fill("装修验收合格");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("可退", { exact: true }).first()).toBeVisible();
  });

  await test.step("reception asks, the manager approves, finance pays", async () => {
    await signIn(page, "RECEPTIONIST", `${at}/billing/deposits`);
    await page.getByRole("link", { name: "YJ000001" }).click();
    await page.getByRole("button", { name: "申请退款" }).click();
    await dialog.getByLabel("已收回原收据").click();
    await dialog.getByLabel("退款原因").fill("装修完工");
    await dialog.getByRole("button", { name: "提交申请" }).click();
    await expect(page.getByText(/退款申请在办理/)).toBeVisible();
    await signIn(page, "PROJECT_MANAGER", `${at}/approvals`);
    await page.getByRole("row", { name: /退款 TQ000001/ }).click();
    await page.getByRole("button", { name: "通过" }).click();
    await dialog.getByRole("button", { name: "通过" }).last().click();
    await expect(page.getByText("已通过").first()).toBeVisible();
    await signIn(page, "FINANCE_REVIEWER", `${at}/billing/refund-requests`);
    await page.getByRole("link", { name: "TQ000001" }).click();
    await page.getByRole("button", { name: "付款" }).click();
    await page.getByRole("button", { name: "确认付款" }).click();
    await expect(page.getByText(/退款单 TK000001/)).toBeVisible();
  });

  await test.step("the report ties out", async () => {
    await page.goto(`${at}/billing/deposits/report`);
    await expect(page.getByRole("row", { name: /装修押金/ })).toContainText("2,000.00");
  });
});
