import { expect, test, type Page } from "@playwright/test";
import { apiOf, signIn } from "../support/sign-in";

const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page, label: string) => dialog(page).getByLabel(label, { exact: true });
const dropdown = (page: Page) => page.locator(".ant-select-dropdown:visible");

/** A new community of two rooms of 100 and 50 m² with an owner each, and a fee item for shares. */
async function aCommunity(page: Page) {
  const company = await apiOf(page, "COMPANY_MANAGER");
  const name = `听澜苑物业服务中心${Date.now()}`;
  const firstPeriod = `${new Date().getFullYear()}-01`;
  const project = await company.post("/projects", { name, shortName: "听澜苑", firstPeriod });
  const base = `/projects/${String(project.id)}`;
  const manager = await apiOf(page, "PROJECT_MANAGER");
  const building = await manager.post(`${base}/buildings`, { code: "1", name: "1栋", kind: "RESIDENTIAL", floors: 6 });
  const unit = await manager.post(`${base}/units`, { buildingId: building.id, code: "1", name: "1单元" });
  for (const [index, area] of ["100", "50"].entries()) {
    const code = `1-10${index + 1}`;
    const areas = { buildingArea: area, chargeArea: area, layout: "三室两厅", orientation: "S" };
    const kind = { purpose: "RESIDENCE", state: "OCCUPIED" };
    const room = await manager.post(`${base}/rooms`, {
      unitId: unit.id,
      code,
      name: code,
      floor: 1,
      ...areas,
      ...kind,
    });
    await manager.post(`${base}/customers`, {
      name: ["温知夏", "顾南舟"][index],
      kind: "PERSON",
      sex: "MALE",
      idType: "PASSPORT",
      idNumber: `E${String(Date.now()).slice(-7)}${index}`,
      registeredPlace: "广东省深圳市",
      mobile: `1390000001${index}`,
      emergencyName: "李娜",
      emergencyPhone: "13900000009",
      roomId: room.id,
      role: "OWNER",
      startsOn: `${firstPeriod}-01`,
    });
  }
  const item = { code: "GTDF", name: "公共电费", kind: "SHARED", incomeClass: "PROPERTY" };
  await manager.post(`${base}/fee-items`, { ...item, collectedForOthers: false, active: true });
  return `/p/${String(project.id)}`;
}

test("a public cost is entered, looked at, confirmed, billed and explained", async ({ page }) => {
  const at = await aCommunity(page);
  await signIn(page, "PROJECT_MANAGER", `${at}/billing/shares`);

  await test.step("the pool: use × price, by area", async () => {
    await page.getByRole("button", { name: "新建分摊项目" }).click();
    await field(page, "分摊项目名称").fill("1 栋公共电费");
    await field(page, "公摊用途").fill("电梯和楼道照明用电");
    await field(page, "收费项目").click();
    await dropdown(page).getByTitle("公共电费", { exact: true }).click();
    await field(page, "金额来源").click();
    await dropdown(page).getByTitle("公共用量 × 单价").click();
    await field(page, "用量单位").fill("kWh");
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("分摊项目已新建")).toBeVisible();
  });

  await test.step("the month: entered, and every room shown", async () => {
    await page.getByRole("link", { name: "1 栋公共电费" }).click();
    await page.getByRole("button", { name: "填写本月" }).click();
    await field(page, "公共用量").fill("125");
    await field(page, "单价").fill("0.8");
    await dialog(page).getByRole("button", { name: "保存并预览" }).click();
    await expect(page.getByText("125 kWh × 0.8 元 = 100.00 元")).toBeVisible();
    await expect(page.getByRole("row", { name: /1-101.*66\.6666….*\+0\.01.*66\.67/ })).toBeVisible();
    await expect(page.getByRole("row", { name: /1-102.*33\.3333….*33\.33/ })).toBeVisible();
  });

  await test.step("confirmed, and billed by the run of the month", async () => {
    await page.getByRole("button", { name: "确认分摊" }).click();
    await expect(page.getByText("还没有出账：下次应收批次会一起出账")).toBeVisible();
    await page.goto(`${at}/billing/runs`);
    await page.getByRole("button", { name: "试算应收" }).click();
    await dialog(page).getByRole("button", { name: "开始试算" }).click();
    await expect(page.getByRole("tab", { name: "新增 2" })).toBeVisible();
    await page.getByRole("button", { name: "发布" }).click();
    await dialog(page).getByRole("button", { name: "发布" }).click();
    await expect(page.getByText("已发布")).toBeVisible();
  });

  await test.step("the bill says how the share came about", async () => {
    await page.goto(`${at}/billing/charges`);
    await page.getByRole("button", { name: /1-101 66\.67 元/ }).click();
    const card = dialog(page).getByRole("region", { name: "为什么是这个金额" });
    await expect(card).toContainText("公共用量 125 kWh × 0.8 元 = 100.00 元，2 间按收费面积分摊");
    await expect(card).toContainText("本户收费面积 100 m²，合计 150 m²");
    await expect(card).toContainText("本户多 0.01 元 → 66.67 元");
  });

  await test.step("billed, the month stays as it is", async () => {
    await page.goto(`${at}/billing/shares`);
    await page.getByRole("link", { name: "1 栋公共电费" }).click();
    await expect(page.getByText("已出账 2 间")).toBeVisible();
    await expect(page.getByRole("button", { name: "撤销确认" })).toBeHidden();
  });
});
