import { expect, test, type Page } from "@playwright/test";
import { hasNoSeriousFault } from "../support/faults";
import { apiOf, signIn } from "../support/sign-in";

const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page, label: string) => dialog(page).getByLabel(label, { exact: true });
const dropdown = (page: Page) => page.locator(".ant-select-dropdown:visible");

/** A new community of three rooms of 94.56 m²; two have an owner, the third nobody. */
async function aCommunity(page: Page) {
  const company = await apiOf(page, "COMPANY_MANAGER");
  const name = `澄湖苑物业服务中心${Date.now()}`;
  const project = await company.post("/projects", { name, shortName: "澄湖苑", firstPeriod: "2026-01" });
  const base = `/projects/${String(project.id)}`;
  const manager = await apiOf(page, "PROJECT_MANAGER");
  const building = await manager.post(`${base}/buildings`, { code: "1", name: "1栋", kind: "RESIDENTIAL", floors: 6 });
  const unit = await manager.post(`${base}/units`, { buildingId: building.id, code: "1", name: "1单元" });
  for (const [index, code] of ["1-1-101", "1-1-102", "1-1-103"].entries()) {
    const room = await manager.post(`${base}/rooms`, {
      unitId: unit.id,
      code,
      name: `${code}室`,
      floor: 1,
      buildingArea: "94.56",
      chargeArea: "94.56",
      layout: "三室两厅",
      orientation: "S",
      purpose: "RESIDENCE",
      state: "OCCUPIED",
    });
    if (index < 2) await anOwner(manager, base, String(room.id), index);
  }
  return `/p/${String(project.id)}`;
}

async function anOwner(manager: Awaited<ReturnType<typeof apiOf>>, base: string, roomId: string, index: number) {
  await manager.post(`${base}/customers`, {
    name: ["沈一舟", "陆青禾"][index],
    kind: "PERSON",
    sex: "MALE",
    idType: "PASSPORT",
    idNumber: `E${String(Date.now()).slice(-7)}${index}`,
    registeredPlace: "广东省深圳市",
    mobile: `1390000000${index}`,
    emergencyName: "李娜",
    emergencyPhone: "13900000009",
    roomId,
    role: "OWNER",
    startsOn: "2026-01-01",
  });
}

test("from the fee item over the rate and the rooms to a published month, and back", async ({ page }) => {
  const at = await aCommunity(page);
  await signIn(page, "FINANCE_REVIEWER", `${at}/billing/fee-items`);

  await test.step("a fee item", async () => {
    await page.getByRole("button", { name: "新建收费项目" }).click();
    await field(page, "项目代码").fill("WYF");
    await field(page, "项目名称").fill("物业服务费");
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("收费项目已新建")).toBeVisible();
    await expect(page.getByRole("cell", { name: "物业服务费" })).toBeVisible();
  });

  await test.step("a rate: area × 1.30 yuan and a surcharge of 20", async () => {
    await page.goto(`${at}/billing/rates`);
    await page.getByRole("button", { name: "新建收费标准" }).click();
    await field(page, "收费项目").click();
    await dropdown(page).getByTitle("物业服务费").click();
    await field(page, "标准名称").fill("多层住宅");
    await field(page, "单价").fill("1.30");
    await field(page, "附加费").fill("20");
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("收费标准已新建")).toBeVisible();
    await page.getByRole("link", { name: "多层住宅" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "物业服务费 · 多层住宅" })).toBeVisible();
    await expect(page.getByText("1.30 元/m²·月 + 附加费 20.00 元").first()).toBeVisible();
  });

  await test.step("bound to all rooms, after a look at the preview", async () => {
    await page.getByRole("link", { name: "绑定房间", exact: true }).click();
    await expect(page.getByText("预览：将绑定 3 间，每月共 428.79 元")).toBeVisible();
    await page.getByRole("button", { name: "绑定", exact: true }).click();
    await expect(page.getByText("已绑定 3 间")).toBeVisible();
    await expect(page.getByRole("link", { name: "1-1-102" })).toBeVisible();
  });

  await test.step("the month is rehearsed: one room has nobody to pay", async () => {
    await page.goto(`${at}/billing/runs`);
    await page.getByRole("button", { name: "试算应收" }).click();
    await dialog(page).getByRole("button", { name: "开始试算" }).click();
    await expect(page.getByText("已试算")).toBeVisible();
    await expect(page.getByRole("tab", { name: "无收费对象 1" })).toBeVisible();
    await expect(page.getByRole("link", { name: "1-1-103" })).toBeVisible();
    await page.getByRole("tab", { name: "新增 2" }).click();
    await page.getByRole("button", { name: /1-1-101 142\.93 元/ }).click();
    await expect(page.getByText("94.56 m² × 1.30 元/m² + 附加费 20.00 元")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByText("94.56 m² × 1.30 元/m² + 附加费 20.00 元")).toBeHidden();
    await hasNoSeriousFault(page);
  });

  await test.step("and published, the count and the sum having been read", async () => {
    await page.getByRole("button", { name: "发布" }).click();
    await expect(dialog(page).getByText("将生成 2 笔应收，共 285.86 元")).toBeVisible();
    await dialog(page).getByRole("button", { name: "发布" }).click();
    await expect(dialog(page).getByText("请确认跳过，或先补上")).toBeVisible();
    await dialog(page).getByLabel("跳过这 1 行，先发布其余").check();
    await dialog(page).getByRole("button", { name: "发布" }).click();
    await expect(page.getByText("已发布")).toBeVisible();
  });

  await test.step("each charge says why it is this amount", async () => {
    await page.goto(`${at}/billing/charges`);
    await page.getByRole("button", { name: "合计" }).click();
    await expect(page.getByText("2 笔　应收 285.86")).toBeVisible();
    await page.getByRole("button", { name: /1-1-101 142\.93 元/ }).click();
    await expect(dialog(page).getByRole("region", { name: "为什么是这个金额" })).toContainText(
      "= 142.928 → 四舍五入到分 142.93 元",
    );
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
    await hasNoSeriousFault(page);
    await page.getByRole("link", { name: "1-1-101" }).click();
    await expect(page.getByRole("tab", { name: "应收/欠费", selected: true })).toBeVisible();
    await expect(page.getByText("欠 142.93")).toBeVisible();
  });

  await test.step("while nothing is paid the whole run can be taken back", async () => {
    await page.goto(`${at}/billing/runs`);
    await page
      .getByRole("row", { name: /已发布/ })
      .getByRole("link")
      .click();
    await page.getByRole("button", { name: "整批红冲" }).click();
    await field(page, "红冲原因").fill("单价录入有误");
    await dialog(page).getByRole("button", { name: "红冲" }).click();
    await expect(page.getByText("已整批红冲，原因：单价录入有误")).toBeVisible();
  });
});
