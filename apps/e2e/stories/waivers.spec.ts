import { expect, test } from "@playwright/test";
import { aHousehold, today } from "../support/household";
import { signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

test("a waiver by two people: asked for in the room, approved by another, taken off the charge", async ({ page }) => {
  const home = await aHousehold(page, "听雨轩");
  await home.charge(await home.item("物业服务费", "ONE_OFF"), 100_000);
  const room = `${home.at}/property/rooms/${home.roomId}?tab=charges`;
  const charge = page.getByRole("row", { name: new RegExp(`物业服务费 ${home.period} `) });
  const subject = page.getByRole("row", { name: /JM000001/ });
  const dialog = page.getByRole("dialog").last();

  await test.step("asked for in the room: no more than what is owed, with a reason", async () => {
    await signIn(page, "PROJECT_MANAGER", room);
    await charge.getByRole("checkbox").check();
    await page.getByRole("button", { name: "申请减免" }).click();
    const form = page.getByRole("dialog", { name: "申请减免" });
    await form.getByRole("button", { name: "提交申请" }).click();
    await expect(form.getByText(/请.*原因/).first()).toBeVisible();
    await form.getByLabel("减免原因").click();
    await page.locator(".ant-select-dropdown:visible").getByText("服务不到位").click();
    await form.getByLabel("情况说明").fill("电梯停运三天，按协议减免");
    await form.getByLabel(/物业服务费/).fill("200");
    await expect(form.getByText("减免合计")).toContainText("200.00");
    await form.getByRole("button", { name: "提交申请" }).click();
    await expect(form).toBeHidden();
    await expect(charge).toContainText("未缴");
  });

  await test.step("whoever asked cannot approve it, on the page or past it", async () => {
    await page.goto(`${home.at}/approvals`);
    await expect(page.getByText("没有等您办理的申请。")).toBeVisible();
    await page.getByRole("tab", { name: "我的申请" }).click();
    await subject.click();
    await expect(dialog.getByText("自己的申请由另一人审批")).toBeVisible();
    await expect(dialog.getByRole("button", { name: "通过" })).toHaveCount(0);
    const { items } = (await home.manager.get(`${home.base}/approvals?own=true`)) as { items: { id: string }[] };
    const approving = home.manager.post(`${home.base}/approvals/${items[0]!.id}/approve`);
    await expect(approving).rejects.toThrow("APPROVAL_OWN");
  });

  await test.step("another sees what it changes and approves it", async () => {
    await signIn(page, "COMPANY_MANAGER", `${home.at}/approvals`);
    await subject.click();
    await expect(dialog.getByText("电梯停运三天，按协议减免")).toBeVisible();
    await dialog.getByRole("button", { name: "通过" }).click();
    await dialog.getByRole("button", { name: "通过" }).last().click();
    await expect(page.getByText("已通过").first()).toBeVisible();
  });

  await test.step("the list says who, and the charge owes what is left", async () => {
    await page.goto(`${home.at}/billing/waivers`);
    await expect(subject).toContainText("200.00");
    await expect(subject).toContainText("已减免");
    await expect(subject).toContainText(today());
    await page.goto(room);
    await expect(charge).toContainText("800.00");
  });
});
