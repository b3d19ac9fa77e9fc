import { expect, test } from "@playwright/test";
import { aHousehold } from "../support/household";
import { signIn } from "../support/sign-in";

test("a month is closed and verified, opened again by two people, and closed once more", async ({ page }) => {
  const { at, item, charge, period } = await aHousehold(page, "听潮湾");
  await charge(await item("垃圾清运费", "ONE_OFF"), 8_600);
  const close = async () => {
    await page.goto(`${at}/billing/month?period=${period}`);
    await page.getByRole("button", { name: "月结", exact: true }).click();
    await page.getByRole("dialog").getByRole("checkbox").check();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: `月结 ${period}` })
      .click();
    await expect(page.getByText("已月结", { exact: true }).first()).toBeVisible();
  };
  const month = page.getByRole("row", { name: new RegExp(`${period} 许衡`) });

  await test.step("finance closes the month; its seal is intact", async () => {
    await signIn(page, "FINANCE_REVIEWER", at);
    await close();
    await page.goto(`${at}/billing/period-seals`);
    await expect(month).toContainText("未校验");
    await page.getByRole("button", { name: "全部校验" }).click();
    await expect(page.getByText("已校验 1 个月，全部完好")).toBeVisible();
    await expect(month).toContainText("完好");
  });

  await test.step("something was forgotten: the month is asked to be opened again", async () => {
    await page.getByRole("button", { name: "反结账" }).click();
    await page.getByRole("dialog").getByLabel("反结账原因").fill("漏记一笔现金收款");
    await page.getByRole("dialog").getByRole("button", { name: "提交审批" }).click();
    await expect(page.getByText("已申请反结账，等待审批")).toBeVisible();
    await expect(page.getByRole("button", { name: "反结账" })).toHaveCount(0);
  });

  await test.step("headquarters reads why and approves", async () => {
    await signIn(page, "COMPANY_MANAGER", `${at}/approvals`);
    await page.getByText(`反结账 ${period}`).click();
    await expect(page.getByText("漏记一笔现金收款").first()).toBeVisible();
    await page.getByRole("button", { name: "通过" }).click();
    await page.getByRole("dialog").last().getByRole("button", { name: "通过" }).click();
    await expect(page.getByText("已通过").first()).toBeVisible();
  });

  await test.step("the month is open; closed once more, it has a second seal", async () => {
    await signIn(page, "FINANCE_REVIEWER", `${at}/billing/period-seals`);
    await expect(month).toContainText("已反结账");
    await close();
    await page.goto(`${at}/billing/period-seals`);
    await expect(month).toHaveCount(2);
    await month.first().getByRole("button", { name: "校验", exact: true }).click();
    await expect(month.first()).toContainText("完好");
  });
});
