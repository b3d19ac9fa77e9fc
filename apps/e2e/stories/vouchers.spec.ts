import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { aHousehold } from "../support/household";
import { apiOf, signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

test("finance sets an account, exports a closed month's vouchers and its archive, and takes the export back", async ({
  page,
}) => {
  const { at, base, item, charge, period } = await aHousehold(page, "凭证苑");
  await charge(await item("清运费", "ONE_OFF"), 8_600);
  const finance = await apiOf(page, "FINANCE_REVIEWER");
  await finance.post(`${base}/periods/${period}/close`, { confirm: true });
  const dialog = page.getByRole("dialog");

  await test.step("an account of its own for the item", async () => {
    await signIn(page, "FINANCE_REVIEWER", `${at}/billing/voucher-accounts`);
    await page.getByRole("button", { name: "增加科目" }).click();
    await page.getByLabel("第 15 个科目的编码").fill("6001.05");
    await page.getByLabel("第 15 个科目的名称").fill("清运费收入");
    await page.getByRole("combobox", { name: "清运费" }).fill("6001.05");
    await page.locator(".ant-select-dropdown:visible").getByText("6001.05 清运费收入").click();
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("凭证科目已保存")).toBeVisible();
  });

  await test.step("the preview balances, and is exported", async () => {
    await page.goto(`${at}/billing/vouchers`);
    await expect(page.getByText("借贷相等")).toBeVisible();
    await expect(page.getByRole("row", { name: "计提应收 清运费 1122 应收账款 86.00 1", exact: true })).toBeVisible();
    await expect(
      page.getByRole("row", { name: "计提应收 清运费 6001.05 清运费收入 86.00 1", exact: true }),
    ).toBeVisible();
    await page.getByRole("button", { name: "导出凭证" }).click();
    await dialog.getByRole("button", { name: "导出", exact: true }).click();
    await expect(page.getByRole("link", { name: "PZ000001" })).toBeVisible();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载 PZ000001 CSV" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`凭证-${period}-PZ000001.csv`);
    expect(await readFile(await file.path(), "utf8")).toContain('"6001.05","清运费收入","","86.00","清运费"');
  });

  await test.step("the closed month is taken as an archive, which is known again", async () => {
    await page.goto(`${at}/billing/archives`);
    await page.getByRole("button", { name: "导出档案" }).click();
    await dialog.getByRole("combobox", { name: "年度" }).click();
    await page.locator(".ant-select-dropdown:visible").getByText("已月结 1 个月").click();
    await dialog.getByRole("checkbox", { name: /先导出已月结的月份/ }).check();
    await dialog.getByLabel("导出用途").fill("审计抽查");
    await dialog.getByRole("button", { name: "导出", exact: true }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载 DA000001" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^会计档案-.*-不完整-DA000001\.zip$/);
    await page.getByRole("button", { name: "核对档案" }).click();
    const zip = { name: "档案.zip", mimeType: "application/zip", buffer: await readFile(await file.path()) };
    await dialog.locator('input[type="file"]').setInputFiles(zip);
    await expect(dialog.getByText("是导出的原件，没有改动")).toBeVisible();
  });

  await test.step("the month is not opened again until the export is taken back", async () => {
    await page.goto(`${at}/billing/period-seals`);
    await page.getByRole("button", { name: "反结账" }).click();
    await dialog.getByLabel("反结账原因").fill("漏记一笔");
    await dialog.getByRole("button", { name: "提交审批" }).click();
    await expect(dialog.getByText(/已由许衡于 .* 导出给财务（PZ000001），不能反结账/)).toBeVisible();

    await page.goto(`${at}/billing/vouchers?tab=exports`);
    await page.getByRole("button", { name: "作废 PZ000001" }).click();
    await dialog.getByLabel("作废原因").fill("财务尚未入账");
    await dialog.getByRole("button", { name: "作废" }).click();
    await expect(page.getByRole("row", { name: /PZ000001/ })).toContainText("已作废");
    const { approvalId } = await finance.post(`${base}/periods/${period}/reopen`, { reason: "漏记一笔" });
    expect(approvalId).toBeTruthy();
  });
});
