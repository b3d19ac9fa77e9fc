import { expect, test } from "@playwright/test";
import { aHousehold } from "../support/household";
import { signIn } from "../support/sign-in";

test("three months paid at once at the desk get their discount, and the receipt says so", async ({ page }) => {
  const { at, base, manager, roomId, ownerId, item } = await aHousehold(page, "惠风苑");
  const feeItemId = await item("车位清洁费", "ONE_OFF");
  for (const of of ["2027-01", "2027-02", "2027-03"]) {
    const days = { serviceFrom: `${of}-01`, serviceTo: `${of}-28`, dueOn: `${of}-20` };
    const charge = { id: crypto.randomUUID(), roomId, payerId: ownerId, feeItemId, amountFen: 25_583 };
    await manager.post(`${base}/charges`, { ...charge, ...days, remark: "按季预收" });
  }

  await test.step("finance sets the scheme up", async () => {
    await signIn(page, "PROJECT_MANAGER", `${at}/billing/discount-schemes`);
    await page.getByRole("button", { name: "新建优惠方案" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("方案名称").fill("季缴九五折");
    await dialog.getByLabel("收费项目").click();
    await page.locator(".ant-select-dropdown:visible").getByText("车位清洁费").click();
    await page.keyboard.press("Escape");
    await dialog.getByLabel("一次缴满月数").fill("3");
    await dialog.getByLabel("优惠比例").fill("5");
    await dialog.getByLabel("有效期起").fill("2026-01-01");
    await dialog.getByLabel("有效期起").press("Enter");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(page.getByRole("row", { name: /季缴九五折/ })).toContainText("减 5%");
  });

  await test.step("the cashier ticks it", async () => {
    await signIn(page, "CASHIER", `${at}/billing/desk?roomId=${roomId}`);
    await page.getByLabel("房间 1-1-101 全部").check();
    // 767.49, 5 % of it 38.37
    await page.getByLabel(/季缴九五折：.*减 38.37 元/).check();
    await page.getByRole("button", { name: /收款 729.12 元/ }).click();
    await expect(page.getByText("729.12").first()).toBeVisible();
  });

  await test.step("the receipt shows it month by month", async () => {
    await page.goto(`${at}/billing/receipts`);
    await page
      .getByRole("row", { name: /顾清川/ })
      .getByRole("link")
      .first()
      .click();
    await expect(page.getByLabel("优惠", { exact: true })).toContainText("38.37");
    await expect(page.getByLabel("优惠", { exact: true }).getByRole("row")).toHaveCount(4);
  });
});
