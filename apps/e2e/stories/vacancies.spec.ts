import { expect, test } from "@playwright/test";
import { aCommunity } from "../support/community";
import { today } from "../support/household";
import { apiOf, signIn } from "../support/sign-in";

test("a vacant room is asked for, seen and approved; the charge run takes the reduction off", async ({ page }) => {
  const period = today().slice(0, 7);
  const { at, base, manager, room, owner, areaRate } = await aCommunity(page, "空山居", period);
  const home = await room({ buildingArea: "100", chargeArea: "100", innerArea: "80" });
  await owner(home, { name: "沈一舟" });
  const rate = await areaRate({ startsOn: "2026-01-01", unitPrice: "2" });
  const startsOn = `${period}-01`;
  await manager.post(`${base}/bindings`, { rateId: rate.id, rooms: { purposes: ["RESIDENCE"] }, startsOn });
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

  await test.step("the run takes it off beside the whole charge", async () => {
    const finance = await apiOf(page, "FINANCE_REVIEWER");
    const ended = async (jobId: unknown) =>
      expect.poll(async () => (await finance.get(`${base}/jobs/${String(jobId)}`)).status).toBe("DONE");
    const run = await finance.post(`${base}/runs`, { period });
    await ended(run.jobId);
    await ended((await finance.post(`${base}/runs/${String(run.runId)}/publish`, { skipWithoutPayer: false })).jobId);
    await page.goto(`${at}/billing/vacancies`);
    await page.getByRole("link", { name: "KZ000001" }).click();
    const line = page.getByRole("dialog").getByRole("row", { name: new RegExp(`^${period} 物业服务费`) });
    await expect(line).toContainText("200.00");
    await expect(line).toContainText("60.00");
  });
});
