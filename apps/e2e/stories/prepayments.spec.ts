import { expect, test } from "@playwright/test";
import { aHousehold } from "../support/household";
import { signIn } from "../support/sign-in";

test("money paid ahead at the desk is offset by a scheme, seen before it is booked, and given back by a red one", async ({
  page,
}) => {
  const { at, item, charge } = await aHousehold(page, "沁园春");
  const water = await item("水费", "ONE_OFF");
  const cleaning = await item("清洁费", "ONE_OFF");

  await test.step("the desk takes money for one item", async () => {
    await signIn(page, "CASHIER", `${at}/billing/desk`);
    await page.getByRole("combobox", { name: "查找房间或客户" }).fill("1-1-101");
    await page.keyboard.press("Enter");
    const panel = page.getByLabel("收款", { exact: true });
    await panel.getByLabel("转入预收金额").fill("80");
    await panel.getByLabel("预收用途").click();
    await page.locator(".ant-select-dropdown:visible").getByText("水费", { exact: true }).click();
    await panel.getByRole("button", { name: /收款 80.00 元/ }).click();
    await expect(page.getByText("其中转入预收")).toBeVisible();
  });
  await charge(water, 5_000);
  await charge(cleaning, 4_000);

  await test.step("the manager turns offsetting on", async () => {
    await signIn(page, "PROJECT_MANAGER", `${at}/billing/offsets`);
    await expect(page.getByText("没有启用预收冲抵")).toBeVisible();
    await page.getByRole("button", { name: "使用方案" }).click();
    await page.getByRole("dialog").getByLabel("启用预收冲抵").click();
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("使用方案已保存")).toBeVisible();
  });

  await test.step("finance sees what would happen and why not, and confirms", async () => {
    await signIn(page, "FINANCE_REVIEWER", `${at}/billing/offsets`);
    await page.getByRole("button", { name: "预览冲抵" }).click();
    await expect(page.getByText("80.00 → 30.00")).toBeVisible();
    await expect(page.getByRole("row", { name: /水费/ }).getByText("抵清")).toBeVisible();
    await expect(page.getByRole("row", { name: /清洁费/ }).getByText("余额已用完")).toBeVisible();
    await page.getByRole("button", { name: "确认冲抵" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "冲抵", exact: true }).click();
    await expect(page.getByText("已冲抵", { exact: true })).toBeVisible();
  });

  await test.step("the document is reversed: the bill is owed again, the money is back", async () => {
    await page.getByRole("row", { name: /顾清川/ }).click();
    await expect(page).toHaveURL(/\/billing\/receipts\//);
    await signIn(page, "PROJECT_MANAGER", new URL(page.url()).pathname);
    await page.getByRole("button", { name: "红冲" }).first().click();
    await page.getByRole("dialog").getByLabel("红冲原因").fill("客户要求改付物业费");
    await page.getByRole("dialog").getByRole("button", { name: "红冲" }).click();
    await expect(page.getByText("红字收据").first()).toBeVisible();
    await page.goto(`${at}/billing/prepayments`);
    await expect(page.getByRole("row", { name: /顾清川/ })).toContainText("80.00");
  });
});
