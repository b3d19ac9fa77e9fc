import { expect, test } from "@playwright/test";
import { aHousehold } from "../support/household";
import { signIn } from "../support/sign-in";

test("a vacant room is asked for, seen and approved; the charge run takes the reduction off", async ({ page }) => {
  const { at, base, roomId, item, manager, period } = await aHousehold(page, "空山居");
  const feeItemId = await item("物业服务费", "REGULAR");
  const terms = { areaKind: "CHARGE", cycle: "MONTH", timing: "PREPAID", proration: "ACTUAL_DAYS" };
  const rounding = { changePolicy: "SPLIT_DAYS", roundingMode: "HALF_UP", roundingUnit: "0.01" };
  const rate = await manager.post(`${base}/rates`, {
    feeItemId,
    name: "住宅",
    base: "FIXED",
    ...terms,
    ...rounding,
    dueRule: "DAY_OF_MONTH",
    dueDays: 20,
    version: { startsOn: "2020-01-01", unitPrice: "200", surcharge: "0" },
  });
  await manager.post(`${base}/rate-bindings`, { rateId: rate.id, roomIds: [roomId], startsOn: "2020-01-01" });
  const dialog = page.getByRole("dialog").last();

  await test.step("reception asks and notes the inspection", async () => {
    await signIn(page, "RECEPTIONIST", `${at}/billing/vacancies`);
    await page.getByRole("button", { name: "申请空置减免" }).click();
    await dialog.getByLabel("房间").click();
    await page.locator(".ant-select-dropdown:visible .ant-select-item-option").first().click();
    await dialog.getByLabel("收费项目").click();
    await page.locator(".ant-select-dropdown:visible").getByText("物业服务费").click();
    await page.keyboard.press("Escape");
    await dialog.getByLabel("减免比例").fill("30");
    await dialog.getByLabel("空置开始日").fill(`${period}-01`);
    await dialog.getByLabel("空置开始日").press("Enter");
    await dialog.getByLabel("情况说明").fill("业主长期在外地");
    await dialog.getByRole("button", { name: "提交申请" }).click();
    await expect(page.getByText("空置减免已申请")).toBeVisible();
    await page.getByRole("link", { name: "KZ000001" }).click();
    await page.getByRole("button", { name: "登记查验" }).click();
    await dialog.getByLabel("查验日期").fill(`${period}-01`);
    await dialog.getByLabel("查验日期").press("Enter");
    await dialog.getByLabel("查验人").fill("张工");
    await dialog.getByLabel("查验情况").fill("水表三个月未走");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("待审批").first()).toBeVisible();
  });

  await test.step("the manager approves", async () => {
    await signIn(page, "PROJECT_MANAGER", `${at}/approvals`);
    await page.getByRole("row", { name: /空置减免 KZ000001/ }).click();
    await page.getByRole("button", { name: "通过" }).click();
    await dialog.getByRole("button", { name: "通过" }).last().click();
    await expect(page.getByText("已通过").first()).toBeVisible();
  });

  await test.step("the run shows it", async () => {
    const { runId } = await manager.post(`${base}/runs`, { period });
    await expect(async () => {
      await manager.post(`${base}/runs/${runId}/publish`, { skipWithoutPayer: true });
    }).toPass();
    await page.goto(`${at}/property/rooms/${roomId}?tab=charges`);
    await expect(async () => {
      await page.reload();
      await expect(page.getByText("140.00").first()).toBeVisible({ timeout: 1_000 });
    }).toPass();
  });
});
