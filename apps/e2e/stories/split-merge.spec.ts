import { expect, test, type Page } from "@playwright/test";
import { apiOf, signIn } from "../support/sign-in";

/** Rooms are split and merged at the counter, approved by the manager, and restored when it was a mistake (SCN-08). */

interface Block {
  projectId: string;
  /** Room codes begin with it. */
  code: string;
  roomIds: string[];
}

/** A building of its own with two owned rooms of one owner, so that the story needs nobody else's data. */
async function aBlock(page: Page): Promise<Block> {
  const api = await apiOf(page, "PROJECT_MANAGER");
  const { projects } = (await api.get("/auth/me")) as { projects: { id: string; shortName: string }[] };
  const projectId = projects.find(({ shortName }) => shortName === "翠湖花园")!.id;
  const at = `/projects/${projectId}`;
  const code = `CH${String(Date.now()).slice(-7)}`;
  const { id: buildingId } = await api.post(`${at}/buildings`, { code, name: `拆合楼${code}`, kind: "RESIDENTIAL" });
  const { id: unitId } = await api.post(`${at}/units`, { buildingId, code: "1", name: "1单元" });
  const roomIds: string[] = [];
  for (const [number, area] of [
    ["101", "100"],
    ["102", "60"],
  ]) {
    const { id } = await api.post(`${at}/rooms`, {
      unitId,
      code: `${code}-${number}`,
      name: `${number}室`,
      floor: 1,
      buildingArea: area,
      chargeArea: area,
      layout: "三室两厅",
      orientation: "S",
      purpose: "RESIDENCE",
      state: "OCCUPIED",
    });
    roomIds.push(String(id));
  }
  const owner = await api.post(`${at}/customers`, {
    name: `钱多${code.slice(-4)}`,
    kind: "PERSON",
    sex: "MALE",
    idType: "PASSPORT",
    idNumber: `E${code.slice(-7)}9`,
    registeredPlace: "广东省深圳市",
    mobile: `139${String(Date.now()).slice(-8)}`,
    emergencyName: "李娜",
    emergencyPhone: "13900000002",
    roomId: roomIds[0],
    role: "OWNER",
    startsOn: "2026-01-01",
  });
  await api.post(`${at}/rooms/${roomIds[1]}/relations`, {
    customerId: owner.id,
    role: "OWNER",
    startsOn: "2026-01-01",
  });
  return { projectId, code, roomIds };
}

async function approve(page: Page, projectId: string, code: string) {
  await signIn(page, "PROJECT_MANAGER", `/p/${projectId}/approvals`);
  await page
    .getByRole("link", { name: new RegExp(`拆分|合并 ${code}`) })
    .filter({ hasText: code })
    .click();
  await page.getByRole("button", { name: "通过", exact: true }).click();
  await page.getByRole("dialog", { name: "通过申请" }).getByRole("button", { name: "通过" }).click();
  await expect(page.getByText("这项申请已办理")).toBeVisible();
}

test("a room is split at the counter and approved; a mistake is restored", async ({ page }) => {
  const { projectId, code, roomIds } = await aBlock(page);
  const room = `/p/${projectId}/property/rooms/${roomIds[0]}`;

  await test.step("areas that do not add up are named in the preview", async () => {
    await signIn(page, "RECEPTIONIST", room);
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("link", { name: "拆分房间" }).click();
    await expect(page.getByText("建筑 100.00（原 100.00）m²")).toBeVisible();
    const area = page.getByLabel("建筑面积").first();
    await area.fill("40");
    await expect(page.getByText("必须等于原来的 100.00 m²（少 10.00 m²）")).toBeVisible();
    await page.getByLabel("建筑面积").nth(1).fill("60");
    await page.getByLabel("收费面积").first().fill("40");
    await page.getByLabel("收费面积").nth(1).fill("60");
    await expect(page.getByText("建筑 100.00（原 100.00）m²")).toBeVisible();
  });

  await test.step("sent for approval by keyboard", async () => {
    await page.getByLabel("原因").fill("业主申请分户");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("heading", { level: 1, name: /拆分 CF\d+/ })).toBeVisible();
    await expect(page.getByText("待审批", { exact: true })).toBeVisible();
  });

  await test.step("the manager approves, and the old room says what became of it", async () => {
    await approve(page, projectId, `${code}-101`);
    await page.goto(room);
    await expect(page.getByText("这里保留以前的档案")).toBeVisible();
    await page.getByRole("link", { name: `${code}-101B` }).click();
    await expect(page.getByRole("heading", { level: 1, name: `房间 ${code}-101B` })).toBeVisible();
    await expect(page.getByText("拆分而来")).toBeVisible();
  });

  await test.step("restored while nothing was billed", async () => {
    await page.getByRole("link", { name: /^CF\d+$/ }).click();
    await page.getByRole("button", { name: "复原" }).click();
    const dialog = page.getByRole("dialog", { name: "复原" });
    await dialog.getByLabel("复原原因").fill("业主撤回申请");
    await dialog.getByRole("button", { name: "复原" }).click();
    await expect(page.getByText("已复原", { exact: true })).toBeVisible();
    await page.getByRole("link", { name: `${code}-101`, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: `房间 ${code}-101` })).toBeVisible();
    await expect(page.getByText("这里保留以前的档案")).toBeHidden();
  });
});

test("rooms chosen in the list are merged into one", async ({ page }) => {
  const { projectId, code } = await aBlock(page);
  await signIn(page, "RECEPTIONIST", `/p/${projectId}/property/rooms?q=${code}`);
  await page
    .getByRole("checkbox", { name: "Select all" })
    .or(page.locator("thead .ant-checkbox-input"))
    .first()
    .check();
  await page.getByRole("button", { name: "合并房间" }).click();
  await expect(page.getByText("建筑 160.00（原 160.00）m²")).toBeVisible();
  await expect(page.getByLabel("房间代码")).toHaveValue(`${code}-101A`);
  await page.getByLabel("原因").fill("两户打通");
  await page.getByRole("button", { name: "提交审批" }).click();
  await expect(page.getByText("待审批", { exact: true })).toBeVisible();
  await approve(page, projectId, `${code}-101`);
  await page.goto(`/p/${projectId}/property/restructures?q=${code}`);
  await expect(page.getByRole("row").filter({ hasText: `${code}-101A` })).toContainText("已完成");
});

test("a meter goes with the part that is chosen, read on the day", async ({ page }) => {
  const { projectId, code, roomIds } = await aBlock(page);
  const api = await apiOf(page, "PROJECT_MANAGER");
  const at = `/projects/${projectId}`;
  const item = { code: `W${code}`, name: `水费${code}`, kind: "METERED", incomeClass: "DIVERSIFIED", unit: "元/吨" };
  const { id: feeItemId } = await api.post(`${at}/fee-items`, { ...item, collectedForOthers: true, active: true });
  const no = `SB${code}`;
  await api.post(`${at}/meters`, {
    no,
    kind: "WATER",
    roomId: roomIds[0],
    feeItemId,
    digits: 5,
    multiplier: "1",
    reverse: false,
    installedOn: "2026-01-01",
    startReading: "100",
  });
  await signIn(page, "RECEPTIONIST", `/p/${projectId}/property/rooms/${roomIds[0]}`);
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("link", { name: "拆分房间" }).click();
  await expect(page.getByText(`水表 ${no} 还没有抄到`)).toBeVisible();
  await page.getByLabel(`水表 ${no} 的读数`).fill("112.5");
  await page.getByRole("combobox", { name: `水表 ${no} 转到` }).click();
  await page.locator(".ant-select-dropdown:visible").getByTitle(`${code}-101B`).click();
  await expect(page.getByText(new RegExp(`读数 112.5，转到 ${code}-101B`))).toBeVisible();
  await page.getByLabel("原因").fill("业主申请分户");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name: /拆分 CF\d+/ })).toBeVisible();
  await approve(page, projectId, `${code}-101`);
  await page.goto(`/p/${projectId}/property/rooms/${roomIds[0]}?tab=meters`);
  await expect(page.getByRole("link", { name: `已转到 ${code}-101B` })).toBeVisible();
});
