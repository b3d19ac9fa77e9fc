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
