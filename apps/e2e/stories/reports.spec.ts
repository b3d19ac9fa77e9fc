import { expect, test } from "@playwright/test";
import { aHousehold } from "../support/household";
import { signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

test("what is owed, by age, down to who owes it and to the bill; printed and taken as a workbook", async ({ page }) => {
  const home = await aHousehold(page, "听雪苑");
  await home.charge(await home.item("物业服务费", "ONE_OFF"), 12_300);
  await home.charge(await home.item("车位管理费", "ONE_OFF"), 4_500);
  await signIn(page, "FINANCE_REVIEWER", `${home.at}/billing/reports`);

  await test.step("the sums by item, with their chart and how they are computed", async () => {
    await page.getByRole("link", { name: /欠费账龄表/ }).click();
    await expect(page.getByRole("row", { name: /^合计/ })).toContainText("168.00");
    await expect(page.getByText(/账龄按应缴日次日起算/)).toBeVisible();
  });

  await test.step("from an amount to who owes it, from there to the room", async () => {
    await page
      .getByRole("row", { name: /物业服务费/ })
      .getByRole("link", { name: "123.00" })
      .click();
    await expect(page.getByRole("heading", { name: "欠费明细表" })).toBeVisible();
    await expect(page.getByRole("row", { name: /1-1-101/ })).toContainText("123.00");
    await expect(page.getByRole("row", { name: /^合计/ })).toContainText("123.00");
    await expect(page.getByText(/项目 物业服务费/)).toBeVisible();
    await expect(page.getByRole("link", { name: "1-1-101" })).toHaveAttribute("href", /rooms\/.*tab=charges/);
  });

  await test.step("the workbook and the print hold the same", async () => {
    const file = page.waitForEvent("download");
    await page.getByRole("button", { name: "Excel" }).click();
    expect((await file).suggestedFilename()).toMatch(/^欠费明细表.*\.xlsx$/);
    const [print] = await Promise.all([page.waitForEvent("popup"), page.getByRole("link", { name: "打印" }).click()]);
    await expect(print.getByRole("heading", { name: "欠费明细表" })).toBeVisible();
    await expect(print.getByRole("row", { name: /^合计/ })).toContainText("123.00");
    await print.close();
  });

  await test.step("from the sums of the months to the bills, the filter kept", async () => {
    await page.goto(`${home.at}/billing/reports/RECEIVABLE_TOTALS?by=BUILDING`);
    await page.getByRole("link", { name: "168.00" }).first().click();
    await expect(page.getByRole("heading", { name: "应收明细表" })).toBeVisible();
    await expect(page).toHaveURL(/buildingId=/);
    await expect(page.getByRole("row", { name: /^合计/ })).toContainText("168.00");
  });

  await test.step("the rates by the day of entry say so, with their formula and a picture", async () => {
    await page.goto(`${home.at}/billing/reports/RATES?by=BUILDING&basis=POSTED`);
    await expect(page.getByText(/^月份 .*；按入账日期；按楼栋$/)).toBeVisible();
    await expect(page.getByText(/按入账日期：收款计入录入系统那一天/)).toBeVisible();
    await expect(page.getByText(/当期收缴率 = /)).toBeVisible();
    await page.goto(`${home.at}/billing/collection-rates?basis=POSTED`);
    await expect(page.getByText("按入账日期").first()).toBeVisible();
    await page.getByRole("link", { name: "打印与 Excel" }).click();
    await expect(page.getByRole("heading", { name: "收缴率表" })).toBeVisible();
    await page.goto(`${home.at}/billing/reports/AGEING`);
    await expect(page.getByRole("img", { name: /^欠费账龄：/ })).toBeVisible();
  });

  await test.step("the bill itself opens from the list of receivables", async () => {
    await page.goto(`${home.at}/billing/reports/RECEIVABLES`);
    await page
      .getByRole("row", { name: /123\.00/ })
      .first()
      .getByRole("button", { name: "物业服务费" })
      .click();
    await expect(page.getByRole("dialog", { name: "应收详情" })).toContainText("123.00");
  });
});
