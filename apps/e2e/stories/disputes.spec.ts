import { expect, test } from "@playwright/test";
import { aHousehold } from "../support/household";
import { signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

test("a bill is disputed, found in the list, settled, and its card tells the story", async ({ page }) => {
  const home = await aHousehold(page, "听松苑");
  await home.charge(await home.item("物业服务费", "ONE_OFF"), 12_300);
  await signIn(page, "PROJECT_MANAGER", `${home.at}/billing/charges`);
  const card = page.getByRole("dialog", { name: "应收详情" });

  await test.step("registered from the card of the bill", async () => {
    await page.getByRole("button", { name: /123\.00 元/ }).click();
    await card.getByRole("button", { name: "登记争议" }).click();
    const form = page.getByRole("dialog", { name: "登记争议" });
    await form.getByLabel("争议原因").fill("电梯停运，不同意缴费");
    await form.getByRole("button", { name: "登记", exact: true }).click();
    await expect(card.getByText(/登记争议：电梯停运，不同意缴费/)).toBeVisible();
    await expect(card.getByRole("button", { name: "登记争议" })).toHaveCount(0);
  });

  await test.step("the list finds it while it is open", async () => {
    await page.goto(`${home.at}/billing/charges?disputed=true`);
    await expect(page.getByRole("row", { name: /1-1-101/ })).toBeVisible();
  });

  await test.step("settled with a result in words", async () => {
    await page.getByRole("button", { name: /123\.00 元/ }).click();
    await card.getByRole("button", { name: "处理", exact: true }).click();
    const form = page.getByRole("dialog", { name: "处理争议" });
    await form.getByLabel("处理结果").click();
    await page.locator(".ant-select-dropdown:visible").getByText("争议成立，期间不计违约金").click();
    await form.getByLabel("处理说明").fill("停运属实，另行减免");
    await form.getByRole("button", { name: "处理完毕" }).click();
    await expect(card.getByText(/争议成立，期间不计违约金。停运属实，另行减免/)).toBeVisible();
    await page.goto(`${home.at}/billing/charges?disputed=true`);
    await expect(page.getByRole("row", { name: /1-1-101/ })).toHaveCount(0);
  });
});
