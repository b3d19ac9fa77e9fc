import { expect, test } from "@playwright/test";
import { aCommunity } from "../support/community";
import { today } from "../support/household";
import { signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

test("one-off charges: many rooms at once after a preview, then a text file whose wrong row is mended", async ({
  page,
}) => {
  const { at, base, manager, ...made } = await aCommunity(page, "听雨轩", today().slice(0, 7));
  const owned = await made.room();
  await made.owner(owned);
  await made.room({ code: "1-1-102", name: "102室" });
  const more = { incomeClass: "PROPERTY", collectedForOthers: false, active: true };
  await manager.post(`${base}/fee-items`, { code: "MJK", name: "门禁卡工本费", kind: "ONE_OFF", ...more });
  await signIn(page, "PROJECT_MANAGER", `${at}/billing/charges`);

  await page.getByRole("link", { name: "批量录入" }).click();
  // the list before has a filter of the same name
  await expect(page).toHaveURL(/charges\/batch/);
  await expect(page.getByLabel("每间金额")).toBeVisible();
  await page.getByLabel("收费项目").click();
  await page.locator(".ant-select-dropdown:visible").getByText("门禁卡工本费", { exact: true }).click();
  await page.getByLabel("每间金额").fill("25");
  await page.getByLabel("说明").fill("门禁升级通知 1 号");
  await expect(page.getByText("预览：将登记 1 笔，共 25.00 元")).toBeVisible();
  await expect(page.getByRole("row", { name: /1-1-102/ })).toContainText("没有收费对象");
  await page.getByText("跳过不能收费的房间").click();
  await expect(page.getByText("1 间不能收费，将跳过")).toBeVisible();
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByText(/已登记 1 笔，共 25.00 元，批量单号 LS000001/)).toBeVisible();
  await expect(page).toHaveURL(/batchNo=LS000001/);
  await expect(page.getByRole("row", { name: /1-1-101/ })).toContainText("25.00");

  await page.getByRole("button", { name: "导入" }).click();
  const dialog = page.getByRole("dialog", { name: "导入临时收费" });
  const row = (room: string) => `${room},MJK,12.5,${today()},${today()},${today()},补卡单 7`;
  const file = (room: string) => ({
    name: "补卡.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`房号,收费项目,金额,费用起,费用止,应缴日,备注\n${row(room)}\n`),
  });
  await dialog.locator("input[type=file]").setInputFiles(file("没有这间"));
  await expect(dialog.getByText(/1 行中有 1 行有误/)).toBeVisible();
  await expect(dialog.getByRole("cell", { name: "没有房间“没有这间”" })).toBeVisible();
  await dialog.locator("input[type=file]").setInputFiles(file("1-1-101"));
  await expect(dialog.getByText(/1 行无误，共 12.50 元/)).toBeVisible();
  await dialog.getByRole("button", { name: "登记" }).click();
  await expect(page).toHaveURL(/batchNo=LS000002/);
  await page.getByRole("button", { name: /12.50 元，为什么是这个金额/ }).click();
  await expect(page.getByRole("dialog", { name: "应收详情" })).toContainText("补卡单 7");
});
