import { expect, test } from "@playwright/test";
import { aHousehold, today } from "../support/household";
import { apiOf, signIn } from "../support/sign-in";

test("late fees are set up, taken at the desk with what they accrued on, and explained", async ({ page }) => {
  const { at, base, item, roomId, ownerId } = await aHousehold(page, "望江台");
  const garbage = await item("垃圾清运费", "ONE_OFF");
  await item("违约金", "ONE_OFF");
  // due a hundred days ago: 86.00 × 0.05 % × 100
  const due = new Date(Date.parse(today()) - 100 * 86_400_000).toISOString().slice(0, 10);
  const manager = await apiOf(page, "PROJECT_MANAGER");
  const rateId = await shopRate(manager, base, await item("商铺物业费", "REGULAR"));
  await manager.post(`${base}/charges`, {
    id: crypto.randomUUID(),
    roomId,
    feeItemId: garbage,
    payerId: ownerId,
    amountFen: 8_600,
    serviceFrom: due,
    serviceTo: due,
    dueOn: due,
    remark: "清运",
  });

  await test.step("finance sets up how they accrue, and is warned that nothing caps them", async () => {
    await signIn(page, "FINANCE_REVIEWER", `${at}/billing/late-fee-schemes`);
    await expect(page.getByText("没有违约金方案：本管理区不计收违约金")).toBeVisible();
    await page.getByRole("button", { name: "新建方案" }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("方案名称").fill("清运费违约金");
    await form.getByLabel("计收违约金的收费项目").click();
    await page.locator(".ant-select-dropdown:visible").getByTitle("垃圾清运费").click();
    await page.keyboard.press("Escape");
    await form.getByLabel("违约金记入的收费项目").click();
    await page.locator(".ant-select-dropdown:visible").getByTitle("违约金", { exact: true }).click();
    await form.getByLabel("开始日期").fill("2020-01-01");
    await page.keyboard.press("Enter");
    await form.getByLabel("日利率").fill("0.05");
    await form.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("2020-01-01 起 0.05%")).toBeVisible();
    await expect(page.getByText(/没有封顶/)).toBeVisible();
  });

  await test.step("a scheme by month is for a standard only, which chooses it", async () => {
    await page.getByRole("button", { name: "新建方案" }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("方案名称").fill("商铺违约金");
    await form.getByLabel("违约金记入的收费项目").click();
    await page.locator(".ant-select-dropdown:visible").getByTitle("违约金", { exact: true }).click();
    await form.getByLabel("计算单位").click();
    await page.locator(".ant-select-dropdown:visible").getByTitle("按月，满一个月才计").click();
    await form.getByLabel("月利率").fill("2");
    await form.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("没有，只由收费标准选用")).toBeVisible();
    await page.goto(`${at}/billing/rates/${rateId}`);
    await page.getByRole("button", { name: "更正" }).click();
    await page.getByRole("dialog").getByLabel("违约金", { exact: true }).click();
    await page.locator(".ant-select-dropdown:visible").getByTitle("指定方案").click();
    await page.getByRole("dialog").getByLabel("违约金方案").click();
    await page.locator(".ant-select-dropdown:visible").getByTitle("商铺违约金").click();
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("违约金：按方案“商铺违约金”")).toBeVisible();
  });

  await test.step("the cashier sees what accrued and how, and takes both", async () => {
    await signIn(page, "CASHIER", `${at}/billing/desk?roomId=${roomId}`);
    await page.getByRole("button", { name: "计 100 天" }).hover();
    await expect(page.getByText(/欠 86.00 元 × 每日 0.05% × 100 天/)).toBeVisible();
    const panel = page.getByLabel("收款", { exact: true });
    await panel.getByRole("button", { name: /收款 90.30 元/ }).click();
    await expect(page.getByText("90.30").first()).toBeVisible();
    await page.goto(`${at}/billing/desk?roomId=${roomId}`);
    await expect(page.getByText("没有欠费；可以在右侧收取预收款")).toBeVisible();
  });
});

/** A standard of an item that nothing is billed with. */
async function shopRate(manager: Awaited<ReturnType<typeof apiOf>>, base: string, feeItemId: string): Promise<string> {
  const rules = { base: "AREA", areaKind: "CHARGE", cycle: "MONTH", timing: "PREPAID", proration: "ACTUAL_DAYS" };
  const rounding = { changePolicy: "SPLIT_DAYS", roundingMode: "HALF_UP", roundingUnit: "0.01" };
  const due = { dueRule: "DAY_OF_MONTH", dueDays: 20 };
  const version = { startsOn: "2026-01-01", unitPrice: "5" };
  return String(
    (await manager.post(`${base}/rates`, { feeItemId, name: "商铺", ...rules, ...rounding, ...due, version })).id,
  );
}
