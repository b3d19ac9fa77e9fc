import { expect, test, type Page } from "@playwright/test";
import { hasNoSeriousFault } from "../support/faults";
import { apiOf, signIn } from "../support/sign-in";

const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page, label: string) => dialog(page).getByLabel(label, { exact: true });

/** A resident ID number with a right check digit; a different one at every call of the story. */
function anIdNumber(): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const body = `44030419850615${String(Date.now() % 1000).padStart(3, "0")}`;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + "10X98765432"[sum % 11];
}

async function chooseRoom(page: Page, code: string) {
  await field(page, "房间").fill(code);
  await page.locator(".ant-select-dropdown:visible").getByText(code, { exact: true }).click();
}

/** Two empty rooms of a new community. */
async function aCommunity(page: Page) {
  const company = await apiOf(page, "COMPANY_MANAGER");
  const name = `望江苑物业服务中心${Date.now()}`;
  const project = await company.post("/projects", {
    name,
    shortName: "望江苑",
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
  const room = {
    unitId: unit.id,
    floor: 1,
    buildingArea: "94.56",
    chargeArea: "94.56",
    layout: "三室两厅",
    orientation: "S",
    purpose: "RESIDENCE",
    state: "OCCUPIED",
  };
  for (const code of ["1-1-101", "1-1-102"]) await manager.post(`${base}/rooms`, { ...room, code, name: `${code}室` });
  return `/p/${String(project.id)}`;
}

test("an owner is entered once, found again for a second room, and named to pay", async ({ page }) => {
  test.slow();
  const idNumber = anIdNumber();
  const mobile = `139${String(Date.now()).slice(-8)}`;
  const at = await aCommunity(page);
  await signIn(page, "PROJECT_MANAGER", `${at}/customer/customers`);

  await test.step("room first, then the owner; what is wrong is said beside its field", async () => {
    await page.getByRole("button", { name: "新建客户" }).click();
    await expect(field(page, "客户名称")).toBeHidden();
    await chooseRoom(page, "1-1-101");
    await field(page, "客户名称").fill("沈一舟");
    await field(page, "证件号码").fill("440304198506150000");
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(dialog(page).getByText("校验位不对")).toBeVisible();
    await expect(dialog(page).getByText("请填写户口所在地")).toBeVisible();
    await expect(dialog(page).getByText("手机和家庭电话至少填一项")).toBeVisible();

    await field(page, "证件号码").fill(idNumber);
    await expect(field(page, "出生日期")).toHaveValue("1985-06-15");
    await field(page, "户口所在地").fill("广东省深圳市");
    await field(page, "手机").fill(mobile);
    await field(page, "紧急联络人").fill("沈晓");
    await field(page, "紧急联络人电话").fill("0755-26001234");
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("客户已录入")).toBeVisible();
  });

  await test.step("the page of the customer shows masked numbers; the whole ones need a reason", async () => {
    await expect(page.getByRole("heading", { level: 1, name: "沈一舟" })).toBeVisible();
    await expect(page.getByText(`440304********${idNumber.slice(-4)}`)).toBeVisible();
    await expect(page.getByText(idNumber)).toBeHidden();
    await page.getByRole("button", { name: "显示完整号码" }).click();
    await field(page, "查看原因").fill("核对产权证");
    await dialog(page).getByRole("button", { name: "显示", exact: true }).click();
    await expect(page.getByText(idNumber)).toBeVisible();
    await expect(page.getByText(mobile)).toBeVisible();
    await page.getByRole("tab", { name: "历史", exact: true }).click();
    await expect(page.getByText("原因：核对产权证")).toBeVisible();
    await hasNoSeriousFault(page);
  });

  await test.step("the same person is found again for a second room", async () => {
    await page.goto(`${at}/customer/customers`);
    await page.getByRole("button", { name: "新建客户" }).click();
    await chooseRoom(page, "1-1-102");
    await field(page, "手机").fill(mobile);
    await dialog(page).getByRole("button", { name: "直接关联沈一舟" }).click();
    await expect(dialog(page).getByText("将直接关联已有客户")).toBeVisible();
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("客房关系已建立")).toBeVisible();
    await page.getByRole("tab", { name: "客房关系（2）" }).click();
    await expect(page.getByRole("link", { name: "1-1-101", exact: true })).toBeVisible();
    await page.getByRole("link", { name: "1-1-102", exact: true }).click();
  });

  await test.step("a second owner makes the room choose who pays", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toContainText("1-1-102");
    await page.getByRole("button", { name: "添加客户" }).click();
    await expect(dialog(page).getByText("现有业主：沈一舟")).toBeVisible();
    await field(page, "客户名称").fill("沈小舟");
    await dialog(page).getByLabel("证件名称", { exact: true }).click();
    await page.locator(".ant-select-dropdown:visible").getByTitle("护照").click();
    await field(page, "证件号码").fill("E12345678");
    await dialog(page).getByLabel("性别", { exact: true }).click();
    await page.locator(".ant-select-dropdown:visible").getByTitle("女").click();
    await field(page, "户口所在地").fill("广东省深圳市");
    await field(page, "手机").fill("13900001234");
    await field(page, "紧急联络人").fill("沈一舟");
    await field(page, "紧急联络人电话").fill(mobile);
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(dialog(page).getByText("公司户和有多个业主的房间必须选择收费对象")).toBeVisible();
    await field(page, "收费对象").click();
    await page.locator(".ant-select-dropdown:visible").getByTitle("沈一舟（现有客户）").click();
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("客户已录入")).toBeVisible();
    await expect(page.getByRole("row", { name: /沈一舟 全部收费项目/ })).toBeVisible();
  });

  await test.step("an owner goes only when another stays, and stays in the history", async () => {
    await page.getByRole("button", { name: /结束关系：沈小舟/ }).click();
    await field(page, "结束原因").fill("份额转让");
    await dialog(page).getByRole("button", { name: "结束关系" }).click();
    await expect(page.getByText("客房关系已结束")).toBeVisible();
    await page.getByRole("button", { name: /结束关系：沈一舟/ }).click();
    await field(page, "结束原因").fill("试一试");
    await dialog(page).getByRole("button", { name: "结束关系" }).click();
    await expect(dialog(page).getByRole("alert").filter({ hasText: "先加入新业主" })).toBeVisible();
  });
});
