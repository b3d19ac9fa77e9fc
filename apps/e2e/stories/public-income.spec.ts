import { expect, test } from "@playwright/test";
import { aHousehold } from "../support/household";
import { signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

test("the owners' advertising income: what was left, a cost, a use within it, a mistake taken back, the public table", async ({
  page,
}) => {
  const { at, base, manager } = await aHousehold(page, "望春庭");
  await manager.post(`${base}/fee-items`, {
    code: "GG",
    name: "电梯广告",
    kind: "ONE_OFF",
    incomeClass: "PUBLIC",
    collectedForOthers: false,
    active: true,
  });
  const dialog = page.getByRole("dialog");
  const entry = async (kind: string, amount: string, party: string, purpose: string) => {
    await page.getByRole("button", { name: "登记支出" }).click();
    await dialog.getByLabel("类别").click();
    await page.locator(".ant-select-dropdown:visible").getByText(kind, { exact: true }).click();
    await dialog.getByLabel("收益来源").click();
    await page.locator(".ant-select-dropdown:visible").getByText("电梯广告", { exact: true }).click();
    await dialog.getByLabel("金额").fill(amount);
    await dialog.getByLabel("收款方或来源").fill(party);
    await dialog.getByLabel("用途说明").fill(purpose);
    await dialog.getByRole("button", { name: /保存|登记/ }).click();
  };
  await signIn(page, "FINANCE_REVIEWER", `${at}/billing/public-income`);
  await entry("期初结余", "1000", "上年结余", "启用系统以前的结余");
  await expect(page.getByText("电梯广告 结余")).toBeVisible();
  await entry("合理成本", "200", "广告公司", "广告框维护");
  await entry("使用", "900", "维修资金专户", "补充维修资金");
  await expect(dialog.getByText(/结余 800.00 元，不够这次使用/)).toBeVisible();
  await dialog.getByLabel("金额").fill("500");
  await dialog.getByRole("button", { name: /保存|登记/ }).click();
  await expect(page.getByText("期初 1,000.00 + 收入 0.00 − 成本 200.00 − 使用 500.00")).toBeVisible();

  await page.getByRole("cell", { name: "广告框维护" }).click();
  await page.getByRole("button", { name: "红冲", exact: true }).click();
  await page.getByLabel("红冲原因").fill("登记重复");
  await page.getByRole("dialog", { name: "红冲这笔登记" }).getByRole("button", { name: "红冲", exact: true }).click();
  await expect(page.getByText("期初 1,000.00 + 收入 0.00 − 成本 0.00 − 使用 500.00")).toBeVisible();

  await page.getByRole("link", { name: "收支表" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "公共收益收支表" })).toBeVisible();
  await expect(page.getByRole("row", { name: /电梯广告/ })).toContainText("补充维修资金");
});
