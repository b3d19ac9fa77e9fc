import { expect, test, type Page } from "@playwright/test";
import { hasNoSeriousFault } from "../support/faults";
import { apiOf, signIn } from "../support/sign-in";

/** A new community where money is taken in shifts only; an owner owes 86.00 for his room. */
async function aCommunity(page: Page) {
  const company = await apiOf(page, "COMPANY_MANAGER");
  const period = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date()).slice(0, 7);
  const project = await company.post("/projects", {
    name: `云栖里物业服务中心${Date.now()}`,
    shortName: "云栖里",
    firstPeriod: period,
  });
  const base = `/projects/${String(project.id)}`;
  const manager = await apiOf(page, "PROJECT_MANAGER");
  await manager.put(`${base}/desk-settings`, { shiftRequired: true, banking: "WARN", allocation: "FREE" });
  const building = await manager.post(`${base}/buildings`, { code: "1", name: "1栋", kind: "RESIDENTIAL", floors: 6 });
  const unit = await manager.post(`${base}/units`, { buildingId: building.id, code: "1", name: "1单元" });
  const room = await manager.post(`${base}/rooms`, {
    unitId: unit.id,
    code: "1-1-101",
    name: "101室",
    floor: 1,
    buildingArea: "90.00",
    chargeArea: "90.00",
    layout: "三室两厅",
    orientation: "S",
    purpose: "RESIDENCE",
    state: "OCCUPIED",
  });
  const owner = await manager.post(`${base}/customers`, {
    name: "陆云栖",
    kind: "PERSON",
    sex: "FEMALE",
    idType: "PASSPORT",
    idNumber: `E${String(Date.now()).slice(-8)}`,
    registeredPlace: "浙江省杭州市",
    mobile: "13900002468",
    emergencyName: "陆远",
    emergencyPhone: "13900000008",
    roomId: room.id,
    role: "OWNER",
    startsOn: `${period}-01`,
  });
  const item = await manager.post(`${base}/fee-items`, {
    code: "LJ",
    name: "垃圾清运费",
    kind: "ONE_OFF",
    incomeClass: "PROPERTY",
    collectedForOthers: false,
    active: true,
  });
  await manager.post(`${base}/charges`, {
    id: crypto.randomUUID(),
    roomId: room.id,
    feeItemId: item.id,
    payerId: owner.id,
    amountFen: 8_600,
    serviceFrom: `${period}-01`,
    serviceTo: `${period}-28`,
    dueOn: `${period}-01`,
    remark: "装修垃圾",
  });
  return { at: `/p/${String(project.id)}` };
}

test("a shift with a difference: opened, counted two yuan short, confirmed by a second person", async ({ page }) => {
  test.slow();
  const { at } = await aCommunity(page);
  const { keyboard } = page;

  await test.step("without a shift nothing is taken; it is opened at the desk", async () => {
    await signIn(page, "CASHIER", `${at}/billing/desk`);
    await expect(page.getByText("还没有开班，不能收款")).toBeVisible();
    await page.getByRole("button", { name: "开班" }).click();
    const dialog = page.getByRole("dialog", { name: "开班" });
    await dialog.getByLabel("收款点").fill("客服中心 1 号台");
    await dialog.getByLabel("备用金").fill("500");
    await dialog.getByRole("button", { name: "开班" }).click();
    await expect(page.getByText("客服中心 1 号台，备用金 500.00 元")).toBeVisible();
  });

  await test.step("a payment in cash with change", async () => {
    await page.getByRole("combobox", { name: "查找房间或客户" }).focus();
    await keyboard.type("1-1-101");
    await keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /收款 86.00 元/ })).toBeEnabled();
    await keyboard.press("Alt+j");
    await keyboard.type("100");
    await keyboard.press("Control+Enter");
    await expect(page.getByLabel("收款完成")).toContainText("找零14.00");
  });

  await test.step("the till is counted by notes; the difference asks for a reason", async () => {
    await page.getByRole("link", { name: "BC000001" }).click();
    await expect(page.getByRole("region", { name: "现金" }).getByText("586.00")).toBeVisible();
    await page.getByRole("button", { name: "清点交班" }).click();
    const dialog = page.getByRole("dialog", { name: "清点交班 BC000001" });
    await dialog.getByLabel("100 元").fill("5");
    await dialog.getByLabel("20 元").fill("4");
    await dialog.getByLabel("1 元").fill("4");
    await expect(dialog.getByLabel("实点现金")).toHaveValue("584.00");
    await expect(dialog.getByText("短款 2.00")).toBeVisible();
    await dialog.getByRole("button", { name: "交班" }).click();
    await expect(dialog.getByText(/请填写差异原因/).first()).toBeVisible();
    await dialog.getByLabel("差异原因").fill("找零时多付 2 元");
    await dialog.getByRole("button", { name: "交班" }).click();
    await expect(page.getByText("等待当班人和清点人以外的另一人见证")).toBeVisible();
    await hasNoSeriousFault(page);
  });

  await test.step("the manager confirms; the shift is over and says who confirmed what", async () => {
    await signIn(page, "PROJECT_MANAGER", `${at}/billing/shifts`);
    await page.getByRole("link", { name: "BC000001" }).click();
    await page.getByRole("button", { name: "见证差异" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("短款 2.00 元。原因：找零时多付 2 元")).toBeVisible();
    await dialog.getByRole("button", { name: "确认差异" }).click();
    await expect(page.getByText("已交班", { exact: true })).toBeVisible();
    await expect(page.getByText(/见证班次 BC000001：短款 2.00 元/)).toBeVisible();
    await expect(page.getByRole("button", { name: "清点交班" })).toHaveCount(0);
  });
});
