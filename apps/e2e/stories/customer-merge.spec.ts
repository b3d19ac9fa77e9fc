import { expect, test, type Page } from "@playwright/test";
import { hasNoSeriousFault } from "../support/faults";
import { apiOf, signIn } from "../support/sign-in";

const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page, label: string) => dialog(page).getByLabel(label, { exact: true });

/** A community where one person was entered twice, each time as the owner of a room. */
async function aCommunity(page: Page) {
  const company = await apiOf(page, "COMPANY_MANAGER");
  const project = await company.post("/projects", {
    name: `听雨轩物业服务中心${Date.now()}`,
    shortName: "听雨轩",
    firstPeriod: "2026-01",
    timeZone: "Asia/Shanghai",
  });
  const manager = await apiOf(page, "PROJECT_MANAGER");
  const base = `/projects/${String(project.id)}`;
  const building = await manager.post(`${base}/buildings`, {
    code: "1",
    name: "1栋",
    kind: "RESIDENTIAL",
    floors: 6,
    hasLift: false,
  });
  const unit = await manager.post(`${base}/units`, { buildingId: building.id, code: "1", name: "1单元" });
  // without documents, as an old list may have brought them in
  await manager.put(`${base}/customer-fields`, { fields: ["idNumber"], reason: "旧资料没有证件号码" });
  for (const code of ["1-1-101", "1-1-102"]) {
    const room = await manager.post(`${base}/rooms`, {
      unitId: unit.id,
      floor: 1,
      buildingArea: "94.56",
      chargeArea: "94.56",
      layout: "三室两厅",
      orientation: "S",
      purpose: "RESIDENCE",
      state: "OCCUPIED",
      code,
      name: `${code}室`,
    });
    await manager.post(`${base}/customers`, {
      name: "林听雨",
      kind: "PERSON",
      sex: "FEMALE",
      idType: "PASSPORT",
      registeredPlace: "广东省深圳市",
      mobile: "13866668888",
      emergencyName: "林晚",
      emergencyPhone: "0755-26001234",
      roomId: room.id,
      role: "OWNER",
      startsOn: "2026-01-01",
    });
  }
  return `/p/${String(project.id)}`;
}

test("somebody entered twice becomes one customer, and two again when that was wrong", async ({ page }) => {
  test.slow();
  const at = await aCommunity(page);
  await signIn(page, "PROJECT_MANAGER", `${at}/customer/duplicates`);

  await test.step("the pair is found; the preview says what moves and changes nothing", async () => {
    await expect(page.getByText("姓名和电话相同")).toBeVisible();
    await page.getByRole("link", { name: /核对合并 林听雨/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "合并重复客户" })).toBeVisible();
    await expect(page.getByRole("row", { name: /客房关系 1/ })).toBeVisible();
    await expect(page.getByText("号码相同，只保留一个")).toBeVisible();
    await hasNoSeriousFault(page);
  });

  await test.step("a merge needs its reason and leads to who stays, with both rooms", async () => {
    await page.getByRole("button", { name: "合并", exact: true }).click();
    await dialog(page).getByRole("button", { name: "合并", exact: true }).click();
    await expect(dialog(page).getByText("请填写合并原因")).toBeVisible();
    await field(page, "合并原因").fill("同一人重复录入");
    await dialog(page).getByRole("button", { name: "合并", exact: true }).click();
    await expect(page.getByText("客户已合并")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "林听雨" })).toBeVisible();
    await page.getByRole("tab", { name: "客房关系（2）" }).click();
    await expect(page.getByRole("link", { name: "1-1-101", exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: "1-1-102", exact: true })).toBeVisible();
  });

  await test.step("undone while nothing new hangs on it: the two are two again", async () => {
    await page.getByRole("tab", { name: "历史", exact: true }).click();
    await expect(page.getByText("可以撤销")).toBeVisible();
    await page.getByRole("button", { name: /撤销合并 林听雨/ }).click();
    await field(page, "撤销原因").fill("不是同一个人");
    await dialog(page).getByRole("button", { name: "撤销合并" }).click();
    await expect(page.getByText("合并已撤销")).toBeVisible();
    await expect(page.getByRole("tab", { name: "客房关系（1）" })).toBeVisible();
    await page.goto(`${at}/customer/duplicates`);
    await expect(page.getByText("姓名和电话相同")).toBeVisible();
  });
});
