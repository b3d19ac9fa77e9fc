import { expect, test, type Page } from "@playwright/test";
import { aCommunity } from "../support/community";
import { hasNoSeriousFault } from "../support/faults";
import { signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

/** User-defined attributes and vehicles come in as columns of a table (CUS-02, SCN-09). */

/** A community with one room and its owner, and an attribute of rooms. */
async function aRoomWithAttribute(page: Page): Promise<{ at: string; roomId: string }> {
  const { at, base, manager, room, owner } = await aCommunity(page, "晴川里");
  const choices = [{ name: "第一小学" }, { name: "第二小学" }];
  await manager.post(`${base}/attributes`, { owner: "ROOM", name: "学区", type: "CHOICE", choices, searchable: true });
  const home = await room({ code: "1-101", buildingArea: "90", chargeArea: "90" });
  await owner(home, { name: "沈青川" });
  return { at, roomId: String(home.id) };
}

async function upload(page: Page, at: string, name: string, text: string): Promise<void> {
  await page.goto(`${at}/imports`);
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByRole("button", { name: "开始检查" }).click();
}

test("an attribute of rooms is filled in by a table: a wrong choice is named, the right one is shown and written", async ({
  page,
}) => {
  const { at, roomId } = await aRoomWithAttribute(page);
  await signIn(page, "PROJECT_MANAGER", `${at}/imports`);
  const table = (school: string) => `楼栋,单元,房间代码,建筑面积,学区\n1,1,1-101,90,${school}\n`;
  await upload(page, at, "学区有误.csv", table("第三小学"));
  await expect(page.getByText("「学区」只能是：第一小学、第二小学")).toBeVisible();
  await hasNoSeriousFault(page);

  await upload(page, at, "学区.csv", table("第二小学"));
  await expect(page.getByText(/学区.*第二小学/).first()).toBeVisible();
  await page.getByRole("button", { name: "入库", exact: true }).click();
  await expect(page.getByText("导入完成")).toBeVisible();
  await page.goto(`${at}/property/rooms/${roomId}`);
  await page.getByRole("tab", { name: "基本资料" }).click();
  await expect(page.getByText("第二小学")).toBeVisible();
});

test("vehicles are registered by a table, with the rule for plates", async ({ page }) => {
  const { at } = await aRoomWithAttribute(page);
  await signIn(page, "PROJECT_MANAGER", `${at}/imports`);
  const table = (plate: string) =>
    `车牌号码,汽车型号,汽车颜色,客户名称,房间代码,主副车,起始日期\n${plate},比亚迪汉,黑色,沈青川,1-101,主车,2026-01-01\n`;
  await upload(page, at, "车牌有误.csv", table("粤BI2345"));
  await expect(page.getByText("车牌号 粤BI2345 不能含字母 I 或 O")).toBeVisible();

  await upload(page, at, "车辆.csv", table("粤B·12345"));
  await page.getByRole("button", { name: "入库", exact: true }).click();
  await expect(page.getByText("导入完成")).toBeVisible();
  await page.goto(`${at}/parking/vehicles`);
  await expect(page.getByRole("row", { name: /粤B·12345 .*沈青川/ })).toBeVisible();
  await page.getByRole("button", { name: "导出" }).click();
  await expect(page.getByRole("dialog", { name: "导出" }).getByRole("cell", { name: "行数 : 1" })).toBeVisible();
  await hasNoSeriousFault(page);
});
