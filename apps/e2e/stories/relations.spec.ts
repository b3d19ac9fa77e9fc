import { expect, test, type Page } from "@playwright/test";
import { hasNoSeriousFault } from "../support/faults";
import { apiOf, signIn } from "../support/sign-in";

const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page, label: string) => dialog(page).getByLabel(label, { exact: true });
const row = (page: Page, name: RegExp) => page.getByRole("row", { name });

async function choose(page: Page, label: string, option: string) {
  await field(page, label).click();
  await page.locator(".ant-select-dropdown:visible").getByTitle(option, { exact: true }).click();
}

async function setDay(page: Page, label: string, day: string) {
  await field(page, label).fill(day);
  await field(page, label).press("Enter");
}

let drawn = 0;

/** A resident ID number of somebody born on a day, with a right check digit; another one at every call. */
function anIdNumber(birthday: string): string {
  drawn += 1;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const body = `440304${birthday.replaceAll("-", "")}${String((Date.now() + drawn) % 1000).padStart(3, "0")}`;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + "10X98765432"[sum % 11];
}

/** A room of a new community that two people own half and half since 2024. */
async function aSharedRoom(page: Page) {
  const company = await apiOf(page, "COMPANY_MANAGER");
  const project = await company.post("/projects", {
    name: `听涛居物业服务中心${Date.now()}`,
    shortName: "听涛居",
    firstPeriod: "2026-01",
    timeZone: "Asia/Shanghai",
  });
  const base = `/projects/${String(project.id)}`;
  const manager = await apiOf(page, "PROJECT_MANAGER");
  const building = await manager.post(`${base}/buildings`, {
    code: "1",
    name: "1栋",
    kind: "RESIDENTIAL",
    floors: 6,
    hasLift: false,
  });
  const unit = await manager.post(`${base}/units`, { buildingId: building.id, code: "1", name: "1单元" });
  const room = await manager.post(`${base}/rooms`, {
    unitId: unit.id,
    code: "1-1-301",
    name: "301室",
    floor: 3,
    buildingArea: "94.56",
    chargeArea: "94.56",
    layout: "三室两厅",
    orientation: "S",
    purpose: "RESIDENCE",
    state: "OCCUPIED",
  });
  const owner = (name: string, more: object = {}) =>
    manager.post(`${base}/customers`, {
      name,
      kind: "PERSON",
      sex: "FEMALE",
      idType: "ID_CARD",
      idNumber: anIdNumber("1985-06-15"),
      registeredPlace: "广东省深圳市",
      mobile: "13900001234",
      emergencyName: "林远",
      emergencyPhone: "13900005678",
      roomId: room.id,
      role: "OWNER",
      startsOn: "2024-01-01",
      share: "50",
      ...more,
    });
  await owner("林晚秋", { asPayer: true, isPrimaryContact: true });
  await owner("林远山");
  return `/p/${String(project.id)}/property/rooms/${String(room.id)}?tab=relations`;
}

test("a tenant who pays, his child with the guardian's consent, new shares from a day on, and the room as it was", async ({
  page,
}) => {
  test.slow();
  const at = await aSharedRoom(page);
  await signIn(page, "PROJECT_MANAGER", at);

  await test.step("a tenant is added and pays for his term", async () => {
    await page.getByRole("button", { name: "添加客户" }).click();
    await choose(page, "与房间的关系", "租户");
    await setDay(page, "起始日期", "2026-01-01");
    await setDay(page, "结束日期", "2027-12-31");
    await choose(page, "收费对象", "本客户");
    await field(page, "客户名称").fill("周子墨");
    await field(page, "证件号码").fill(anIdNumber("1990-03-08"));
    await field(page, "户口所在地").fill("湖南省长沙市");
    await field(page, "手机").fill(`138${String(Date.now()).slice(-8)}`);
    await field(page, "紧急联络人").fill("周父");
    await field(page, "紧急联络人电话").fill("13900009999");
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("客户已录入")).toBeVisible();
    await expect(row(page, /周子墨 全部收费项目 2026-01-01 至 2027-12-31 现在/)).toBeVisible();
    await expect(row(page, /林晚秋 全部收费项目 2028-01-01 至今 将来/)).toBeVisible();
  });

  await test.step("his child: the consent of a guardian is demanded", async () => {
    await page.getByRole("button", { name: "新增家庭成员" }).click();
    await choose(page, "与业主关系", "子女");
    await choose(page, "户主", "周子墨（租户）");
    await field(page, "客户名称").fill("周小满");
    await field(page, "证件号码").fill(anIdNumber("2019-08-20"));
    await expect(dialog(page).getByText("未满 14 岁：录入前须向监护人说明")).toBeVisible();
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(dialog(page).getByText("没有监护人的同意不能录入")).toBeVisible();
    await choose(page, "监护人", "周子墨（租户）");
    await dialog(page).getByLabel("监护人已知情并同意").check();
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(row(page, /周小满 .*家庭成员 子女 户主 周子墨/)).toBeVisible();
  });

  await test.step("who pays cannot be removed, the child can; the record stays", async () => {
    await page.getByRole("button", { name: /删除家庭成员：周小满/ }).click();
    await field(page, "结束原因").fill("回老家上学");
    await dialog(page).getByRole("button", { name: "删除" }).click();
    await expect(page.getByText("已删除，记录保留在历史里")).toBeVisible();
  });

  await test.step("the owners' shares change together from a day on; over 100 % is refused", async () => {
    await page.getByRole("button", { name: "调整业主与份额" }).click();
    await setDay(page, "生效日期", "2026-03-01");
    await dialog(page).getByLabel("产权份额", { exact: true }).first().fill("80");
    await expect(dialog(page).getByText("份额合计 130%，超过 100%")).toBeVisible();
    await field(page, "变更原因").fill("夫妻间赠与");
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(dialog(page).getByRole("alert").filter({ hasText: "超过 100%" })).toBeVisible();
    await dialog(page).getByLabel("产权份额", { exact: true }).last().fill("20");
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("业主与份额已调整")).toBeVisible();
    await expect(row(page, /80% .*2026-03-01 至今/)).toBeVisible();
    await page.getByRole("button", { name: /历史关系（2）/ }).click();
    await expect(row(page, /50% .*2024-01-01 至 2026-02-28 夫妻间赠与/).first()).toBeVisible();
  });

  await test.step("the room as of an earlier day says what held then, and links go to the same day", async () => {
    await page.getByLabel("截至日期").fill("2025-05-03");
    await page.getByLabel("截至日期").press("Enter");
    await expect(page.getByText("以下是截至 2025年5月3日（过去）的情况")).toBeVisible();
    await expect(page).toHaveURL(/on=2025-05-03/);
    await expect(row(page, /林晚秋 .*业主 · 首要联系人 50% 2024-01-01/).first()).toBeVisible();
    await expect(page.getByText("周子墨")).toHaveCount(0);
    await expect(row(page, /全部收费项目 林晚秋 指定为收费对象 林远山/)).toBeVisible();
    await hasNoSeriousFault(page);
    await page.getByRole("link", { name: "客户 林晚秋" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "林晚秋" })).toBeVisible();
    await expect(page.getByText("以下是截至 2025年5月3日（过去）的情况")).toBeVisible();
    await expect(row(page, /1-1-301 全部收费项目 指定为收费对象/)).toBeVisible();
    await page.getByRole("button", { name: "返回今天" }).click();
    await expect(page.getByRole("tab", { name: "基本资料" })).toBeVisible();
  });
});
