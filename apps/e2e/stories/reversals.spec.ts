import { expect, test } from "@playwright/test";
import { aHousehold } from "../support/household";
import { apiOf, signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

test("a red receipt that one person asks for and another approves; the money goes back by request", async ({
  page,
}) => {
  const home = await aHousehold(page, "枕流里");
  const charge = await home.charge(await home.item("物业服务费", "ONE_OFF"), 12_300);
  const cashier = await apiOf(page, "CASHIER");
  const receipt = await cashier.post(`${home.base}/receipts`, {
    id: crypto.randomUUID(),
    payerId: home.ownerId,
    lines: [{ chargeId: charge.id, amountFen: 12_300 }],
    methods: [{ method: "CASH", tenderedFen: 12_300 }],
  });
  const at = `${home.at}/billing/receipts/${String(receipt.id)}`;
  const dialog = page.getByRole("dialog");

  await test.step("the company wants a second person for every red receipt; the manager is told who may set it", async () => {
    await signIn(page, "PROJECT_MANAGER", `${home.at}/billing/receipts`);
    await page.getByRole("button", { name: "红冲审批" }).click();
    await expect(page.getByText("办理业务的人不能改")).toBeVisible();
    await signIn(page, "COMPANY_MANAGER", `${home.at}/billing/receipts`);
    await page.getByRole("button", { name: "红冲审批" }).click();
    await dialog.getByRole("combobox", { name: "收据红冲审批" }).click();
    await page.locator(".ant-select-dropdown:visible").getByText("一律须审批").click();
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("审批与限额设置已保存")).toBeVisible();
  });

  await test.step("finance asks; the receipt stands as it is", async () => {
    await signIn(page, "FINANCE_REVIEWER", at);
    await page.getByRole("button", { name: "申请红冲" }).click();
    await dialog.getByLabel("红冲原因").fill("收错房间");
    await dialog.getByRole("button", { name: "申请红冲" }).click();
    await expect(page.getByText("已申请红冲，等待另一人审批")).toBeVisible();
    await page.getByRole("link", { name: "红冲待审批" }).click();
    await expect(page.getByRole("button", { name: "撤回" })).toBeVisible();
  });

  await test.step("the manager approves; the charge is owed again, the money is asked back", async () => {
    await signIn(page, "PROJECT_MANAGER", `${home.at}/approvals`);
    await page.getByRole("row", { name: /红冲收据 SJ000001/ }).click();
    await page.getByRole("button", { name: "通过" }).click();
    await dialog.getByRole("button", { name: "通过" }).last().click();
    await expect(page.getByText("已通过").first()).toBeVisible();
    await page.goto(at);
    await expect(page.getByText("已红冲").first()).toBeVisible();
    await page.getByRole("link", { name: "SJ000002" }).first().click();
    await expect(page.getByText("还有 123.00 元没有退")).toBeVisible();
    await expect(page.getByRole("button", { name: "申请退款" })).toBeVisible();
    await expect(page.getByRole("button", { name: "退款", exact: true })).toHaveCount(0);
  });
});
