import { expect, test, type Page } from "@playwright/test";
import { aCommunity } from "../support/community";
import { signIn } from "../support/sign-in";

const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page, label: string) => dialog(page).getByLabel(label, { exact: true });
const option = (page: Page, text: string) =>
  page.locator(".ant-select-dropdown:visible").getByText(text, { exact: true }).first();

/** A room with its owner in a community of its own. */
async function household(page: Page) {
  const { at, room, owner } = await aCommunity(page, "听涛阁");
  const home = await room();
  await owner(home, { name: "陆远航", startsOn: "2024-01-01" });
  return { at, roomId: String(home.id) };
}

test("a car is registered for a room, changes its ground from a day on, and is found by three digits", async ({
  page,
}) => {
  const { at, roomId } = await household(page);
  await signIn(page, "RECEPTIONIST", `${at}/property/rooms/${roomId}?tab=vehicles`);

  await test.step("what is wrong with a plate is said beside its field; blanks and full-width characters are taken", async () => {
    await page.getByRole("button", { name: "登记车辆" }).click();
    await field(page, "车牌号码").fill("粤BO1234");
    await field(page, "汽车型号").fill("比亚迪 汉");
    await expect(dialog(page).getByText("不能含字母 I 或 O")).toBeVisible();
    await field(page, "车牌号码").fill("粤Ｂ· D1 2345");
    await field(page, "汽车颜色").fill("黑色");
    await field(page, "车主").fill("陆远航");
    await option(page, "陆远航").click();
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("车辆已登记")).toBeVisible();
    await expect(page.getByRole("link", { name: "粤B·D12345" })).toBeVisible();
  });

  await test.step("a second car of the room is not its main car", async () => {
    await page.getByRole("button", { name: "登记车辆" }).click();
    await field(page, "车牌号码").fill("粤B77777");
    await field(page, "汽车型号").fill("大众 朗逸");
    await field(page, "汽车颜色").fill("白色");
    await field(page, "车主").fill("陆远航");
    await option(page, "陆远航").click();
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(dialog(page).getByText("这段时间的主车是 粤BD12345，请登记为副车")).toBeVisible();
    await dialog(page).getByRole("button", { name: "取消" }).click();
    await page.getByRole("button", { name: "放弃" }).click();
  });

  await test.step("from a day on it parks for free; the days before stay", async () => {
    await page.getByRole("link", { name: "粤B·D12345" }).click();
    await expect(page.getByRole("heading", { name: "车辆 粤B·D12345" })).toBeVisible();
    await page.getByRole("button", { name: "变更" }).click();
    await field(page, "停放方式").click();
    await option(page, "免费").click();
    await field(page, "变更日期").fill("2199-01-01");
    await field(page, "变更日期").press("Enter");
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("车辆关系已变更")).toBeVisible();
    const rows = page.getByRole("row");
    await expect(rows.filter({ hasText: "免费" })).toContainText("2199-01-01 至今");
    await expect(rows.filter({ hasText: "月租" })).toContainText("至 2198-12-31");
    await page.getByRole("tab", { name: "历史", exact: true }).click();
    await expect(page.getByText("的关系自 2199-01-01 起变更")).toBeVisible();
  });

  await test.step("found by three digits of its plate", async () => {
    await page.goto(`${at}/parking/vehicles`);
    await page.getByLabel("车牌或车主").fill("234");
    await page.getByLabel("车牌或车主").press("Enter");
    await expect(page.getByRole("row", { name: /粤B·D12345/ })).toContainText("陆远航");
    await page.getByLabel("车牌或车主").fill("999");
    await page.getByLabel("车牌或车主").press("Enter");
    await expect(page.getByText("没有符合筛选条件的记录")).toBeVisible();
  });
});

test("a space is bound to a standard from the list of spaces, and the bill of its room names it", async ({ page }) => {
  const { at, base, manager, room, owner } = await aCommunity(page, "泊岸");
  const home = await room();
  await owner(home);
  const item = { code: "CW", name: "车位管理费", kind: "REGULAR", incomeClass: "PROPERTY", sort: 1, active: true };
  const { id: feeItemId } = await manager.post(`${base}/fee-items`, {
    ...item,
    collectedForOthers: false,
    unit: "元/个·月",
  });
  await manager.post(`${base}/rates`, {
    feeItemId,
    name: "地下车位",
    base: "HOUSEHOLD",
    areaKind: "CHARGE",
    cycle: "MONTH",
    timing: "PREPAID",
    proration: "ACTUAL_DAYS",
    changePolicy: "SPLIT_DAYS",
    roundingMode: "HALF_UP",
    roundingUnit: "0.01",
    dueRule: "DAY_OF_MONTH",
    dueDays: 20,
    version: { startsOn: "2026-01-01", unitPrice: "80" },
  });
  const space = { type: "UNDERGROUND", place: "地下车库", ownership: "OWNER" };
  for (const code of ["B1-023", "B1-024"]) await manager.post(`${base}/parking-spaces`, { code, name: code, ...space });
  await signIn(page, "PROJECT_MANAGER", `${at}/parking/spaces`);

  await test.step("a space without a room says so, until the room that pays is named", async () => {
    await page.getByRole("link", { name: "为车位 B1-023 绑定标准" }).click();
    await page.getByLabel("收费标准", { exact: true }).click();
    await page.locator(".ant-select-dropdown:visible").getByText("地下车位").click();
    await expect(page.getByText("还没有对应的房间")).toBeVisible();
    await page.getByLabel("付费房间", { exact: true }).fill("101");
    await option(page, "1-1-101").click();
    await expect(page.getByText("预览：将绑定 1 个，每月共 80.00 元")).toBeVisible();
    await page.getByRole("button", { name: "绑定", exact: true }).click();
    await expect(page.getByText("已绑定 1 个")).toBeVisible();
    await expect(page.getByRole("row", { name: /1-1-101/ })).toContainText("车位 B1-023");
  });

  await test.step("a second binding of the space is a conflict; the other space is free", async () => {
    await page.goto(`${at}/billing/bindings/objects`);
    await page.getByLabel("收费标准", { exact: true }).click();
    await page.locator(".ant-select-dropdown:visible").getByText("地下车位").click();
    await page.getByRole("combobox", { name: "车位", exact: true }).fill("B1-02");
    await option(page, "B1-023").click();
    await option(page, "B1-024").click();
    await page.getByLabel("付费房间", { exact: true }).fill("101");
    await option(page, "1-1-101").click();
    await expect(page.getByRole("row", { name: /B1-023/ })).toContainText("冲突");
    await page.getByLabel("跳过不能绑定的").check();
    await page.getByRole("button", { name: "绑定", exact: true }).click();
    await expect(page.getByText("已绑定 1 个，跳过 1 个")).toBeVisible();
  });
});
