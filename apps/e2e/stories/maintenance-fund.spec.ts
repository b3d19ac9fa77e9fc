import ExcelJS from "exceljs";
import { expect, test } from "@playwright/test";
import { aHousehold } from "../support/household";
import { signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

test("the maintenance fund: a statement with a fault, put right and booked, a use shared by area and taken back", async ({
  page,
}) => {
  const { at } = await aHousehold(page, "望秋庭");
  const roomCode = "1-1-101";
  const dialog = page.getByRole("dialog");
  const statement = async (room: string) => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("对账单").addRows([
      ["房号", "首期交存", "利息收益", "余额"],
      [room, 8000, 120.5, 8120.5],
    ]);
    const buffer = Buffer.from(await workbook.xlsx.writeBuffer());
    await dialog.locator("input[type=file]").setInputFiles({ name: "专户对账单.xlsx", mimeType: "", buffer });
  };
  await signIn(page, "FINANCE_REVIEWER", `${at}/billing/maintenance-fund`);
  await page.getByRole("button", { name: "登记对账单" }).click();
  await statement("9-909");
  await expect(dialog.getByText("没有房间“9-909”")).toBeVisible();
  await statement(roomCode);
  await expect(dialog.getByText(/1 行无误：1 户有变动（其中新开户 1 户），余额合计变动 8,120.50 元/)).toBeVisible();
  await dialog.getByLabel("对账单号").fill("WX-2026-1");
  await dialog.getByRole("button", { name: "登记", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("row", { name: new RegExp(roomCode) })).toContainText("8,120.50");

  await page.getByRole("button", { name: "登记使用" }).click();
  await dialog.getByLabel("工程名称").fill("屋面防水");
  await dialog.getByLabel("使用金额").fill("2000");
  await dialog.getByLabel("业主表决日期").fill("2026-01-05");
  await dialog.getByLabel("业主表决日期").press("Enter");
  await dialog.getByLabel("施工或收款单位").fill("防水公司");
  await expect(dialog.getByText(/余额都够/)).toBeVisible();
  await dialog.getByRole("button", { name: "登记", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("row", { name: new RegExp(roomCode) })).toContainText("6,120.50");

  await page.getByRole("link", { name: "登记记录" }).click();
  await page.getByRole("cell", { name: "屋面防水" }).click();
  await expect(dialog.getByRole("row", { name: new RegExp(roomCode) })).toContainText("-2,000.00");
  await dialog.getByRole("button", { name: "红冲", exact: true }).click();
  await page.getByLabel("红冲原因").fill("工程取消");
  await page.getByRole("dialog", { name: "红冲这次登记" }).getByRole("button", { name: "红冲", exact: true }).click();
  await expect(page.getByRole("cell", { name: "红冲：屋面防水（工程取消）" })).toBeVisible();
});
