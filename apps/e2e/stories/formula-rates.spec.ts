import { expect, test, type Page } from "@playwright/test";
import { apiOf, signIn } from "../support/sign-in";

const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page, label: string) => dialog(page).getByLabel(label, { exact: true });
const dropdown = (page: Page) => page.locator(".ant-select-dropdown:visible");

/** A new community of one room of 50 m² with an owner, and a fee item. */
async function aCommunity(page: Page) {
  const company = await apiOf(page, "COMPANY_MANAGER");
  const firstPeriod = `${new Date().getFullYear()}-01`;
  const name = `临江苑物业服务中心${Date.now()}`;
  const project = await company.post("/projects", { name, shortName: "临江苑", firstPeriod });
  const base = `/projects/${String(project.id)}`;
  const manager = await apiOf(page, "PROJECT_MANAGER");
  const building = await manager.post(`${base}/buildings`, { code: "1", name: "1栋", kind: "RESIDENTIAL", floors: 6 });
  const unit = await manager.post(`${base}/units`, { buildingId: building.id, code: "1", name: "1单元" });
  const areas = { buildingArea: "50", chargeArea: "50", layout: "一室一厅", orientation: "S" };
  const place = { unitId: unit.id, code: "1-101", name: "1-101", floor: 1, purpose: "RESIDENCE", state: "OCCUPIED" };
  const room = await manager.post(`${base}/rooms`, { ...place, ...areas });
  await manager.post(`${base}/customers`, {
    name: "江晚舟",
    kind: "PERSON",
    sex: "FEMALE",
    idType: "PASSPORT",
    idNumber: `E${String(Date.now()).slice(-8)}`,
    registeredPlace: "广东省深圳市",
    mobile: "13900000021",
    emergencyName: "李娜",
    emergencyPhone: "13900000009",
    roomId: room.id,
    role: "OWNER",
    startsOn: `${firstPeriod}-01`,
  });
  const item = { code: "LJF", name: "垃圾清运费", kind: "REGULAR", incomeClass: "PROPERTY" };
  await manager.post(`${base}/fee-items`, { ...item, collectedForOthers: false, active: true });
  return `/p/${String(project.id)}`;
}

test("a rate by formula is checked while it is typed, tried on a real room, billed and explained", async ({ page }) => {
  const at = await aCommunity(page);
  await signIn(page, "PROJECT_MANAGER", `${at}/billing/rates`);

  await test.step("wrong formulas say what is wrong, before anything is kept", async () => {
    await page.getByRole("button", { name: "新建收费标准" }).click();
    await field(page, "收费项目").click();
    await dropdown(page).getByTitle("垃圾清运费", { exact: true }).click();
    await field(page, "标准名称").fill("不少于 60 平方米");
    await field(page, "计费方式").click();
    await dropdown(page).getByTitle("按公式").click();
    await field(page, "单价").fill("0.2");
    await field(page, "计费公式").fill("单价 ÷ 收费面积");
    await expect(dialog(page).getByText("除数可能为零", { exact: false })).toBeVisible();
    await field(page, "计费公式").fill("收费面积 + 附加费");
    await expect(dialog(page).getByText("m² 和 元 不能相加减或比较")).toBeVisible();
  });

  await test.step("a right one is tried on a real room, and kept", async () => {
    await field(page, "计费公式").fill("最大(收费面积, 60) × 单价");
    await expect(dialog(page).getByText("公式可用。以 1-101 为例")).toBeVisible();
    await expect(dialog(page).getByText("每月 12.00 元")).toBeVisible();
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("收费标准已新建")).toBeVisible();
  });

  await test.step("bound and billed, the bill shows what was put in", async () => {
    await page.getByRole("link", { name: "不少于 60 平方米" }).click();
    await page.getByRole("link", { name: "绑定房间", exact: true }).click();
    await expect(page.getByText("预览：将绑定 1 间，每月共 12.00 元")).toBeVisible();
    await page.getByRole("button", { name: "绑定", exact: true }).click();
    await expect(page.getByText("已绑定 1 间")).toBeVisible();
    await page.goto(`${at}/billing/runs`);
    await page.getByRole("button", { name: "试算应收" }).click();
    await dialog(page).getByRole("button", { name: "开始试算" }).click();
    await page.getByRole("tab", { name: "新增 1" }).click();
    await page.getByRole("button", { name: /1-101 12\.00 元/ }).click();
    await expect(page.getByText("公式：最大(收费面积, 60) × 单价")).toBeVisible();
    await expect(page.getByText("代入：收费面积 50 m²，单价 0.2 元")).toBeVisible();
  });
});
