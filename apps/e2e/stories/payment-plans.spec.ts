import { expect, test } from "@playwright/test";
import { aHousehold, today } from "../support/household";
import { apiOf, signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

const toolbar = "申请分期";

test("a plan in parts is asked for in the room, decided by another, and stands at the desk", async ({ page }) => {
  const home = await aHousehold(page, "枕溪苑");
  await home.charge(await home.item("物业服务费", "ONE_OFF"), 100_000);
  await signIn(page, "RECEPTIONIST", `${home.at}/property/rooms/${home.roomId}?tab=charges`);

  await test.step("asked for: what does not come to what is owed says by how much", async () => {
    await page
      .getByRole("row", { name: /1,000\.00/ })
      .getByRole("checkbox")
      .check();
    await page.getByRole("button", { name: toolbar }).click();
    const form = page.getByRole("dialog", { name: "申请分期缓缴" });
    await form.getByLabel("申请原因").fill("业主失业，分期付清");
    await form.getByLabel("期数").fill("2");
    await form.getByRole("button", { name: "填入" }).click();
    await expect(form.getByLabel("第 2 期金额")).toHaveValue("500.00");
    await form.getByLabel("第 2 期金额").fill("400");
    await expect(form.getByText("还差")).toContainText("100.00");
    await form.getByRole("button", { name: "提交申请" }).click();
    await expect(form.getByText(/各期合计 900\.00 元，所选应收未缴 1000\.00 元/)).toBeVisible();
    await form.getByLabel("第 2 期金额").fill("500");
    await form.getByRole("button", { name: "提交申请" }).click();
    await expect(page.getByText(/分期计划 FQ000001/)).toContainText("待审批");
  });

  await test.step("decided by another", async () => {
    const manager = await apiOf(page, "PROJECT_MANAGER");
    const { items } = (await manager.get(`${home.base}/payment-plans`)) as { items: { id: string }[] };
    const { approvalId } = await manager.get(`${home.base}/payment-plans/${items[0]!.id}`);
    await manager.post(`${home.base}/approvals/${String(approvalId)}/approve`);
    await signIn(page, "RECEPTIONIST", `${home.at}/billing/payment-plans?plan=${items[0]!.id}`);
    const card = page.getByRole("dialog", { name: "分期计划" });
    await expect(card.getByText("履行中")).toBeVisible();
    await expect(card.getByRole("row", { name: new RegExp(`1 ${today()} 500\\.00`) })).toContainText("未到期");
  });

  await test.step("the desk says what is to be paid, and the arrears that nobody presses", async () => {
    await signIn(page, "CASHIER", `${home.at}/billing/desk?roomId=${home.roomId}`);
    await expect(page.getByText(/分期计划 FQ000001：.* 前付 500\.00 元/)).toBeVisible();
    await expect(page.getByText("分期缓缴中")).toBeVisible();
  });
});
