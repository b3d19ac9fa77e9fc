import { expect, test, type Page } from "@playwright/test";
import { faultsOf } from "../support/faults";
import { apiOf, signIn } from "../support/sign-in";

/** A small picture: 2 × 2 pixels, PNG. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGPQWFABRAwQCgAhzgUBhlitdgAAAABJRU5ErkJggg==",
  "base64",
);

test.use({ viewport: { width: 390, height: 844 } });

const field = (page: Page, label: string) => page.getByRole("dialog").getByLabel(label, { exact: true });

/** A community of its own with one room and a template of two items. */
async function community(page: Page) {
  const name = `验收苑${Date.now()}`;
  const company = await apiOf(page, "COMPANY_MANAGER");
  const project = await company.post("/projects", {
    name,
    shortName: "验收苑",
    address: "验收路 1 号",
    telephone: null,
    firstPeriod: "2026-01",
  });
  const at = `/projects/${String(project.id)}`;
  const manager = await apiOf(page, "PROJECT_MANAGER");
  const building = await manager.post(`${at}/buildings`, {
    code: "1",
    name: "1栋",
    kind: "RESIDENTIAL",
    floors: 6,
    hasLift: false,
    sort: 0,
  });
  const unit = await manager.post(`${at}/units`, { buildingId: building.id, code: "1", name: "1单元", sort: 0 });
  const room = await manager.post(`${at}/rooms`, {
    unitId: unit.id,
    code: "1-1-101",
    name: "101室",
    floor: 1,
    buildingArea: "94.56",
    chargeArea: "94.56",
    layout: "三室两厅",
    orientation: "S",
    purpose: "RESIDENCE",
    state: "SOLD",
  });
  await manager.post(`${at}/inspection-templates`, {
    name: "通用",
    groups: [{ name: "厨房", items: [{ name: "墙面", standard: "平整无空鼓" }, { name: "水龙头" }] }],
  });
  return { name, projectId: String(project.id), roomId: String(room.id) };
}

test("an engineer inspects a room on a telephone; the defect is listed, closed, and the sheet printed", async ({
  page,
}) => {
  const { name, projectId, roomId } = await community(page);

  await test.step("the room's page begins the inspection", async () => {
    await signIn(page, "ENGINEERING_LEAD", `/p/${projectId}/property/rooms/${roomId}?tab=inspections`);
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menuitem", { name: "开始验收" }).click();
    await page.getByLabel("接房人姓名").fill("张三");
    await page.getByRole("button", { name: "开始验收" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "验收单 YS000001" })).toBeVisible();
  });

  await test.step("a failed item asks for its defect, which takes a photo", async () => {
    await page.getByRole("radiogroup", { name: "厨房 水龙头 结果" }).getByText("合格", { exact: true }).click();
    await page.getByRole("radiogroup", { name: "厨房 墙面 结果" }).getByText("不合格", { exact: true }).click();
    await expect(field(page, "位置")).toHaveValue("厨房 墙面");
    await field(page, "缺陷描述").fill("空鼓约 0.3 平方米");
    await field(page, "责任单位").fill("宏远装饰");
    await field(page, "整改期限").fill(soon());
    await field(page, "整改期限").press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    const defect = page.getByRole("article", { name: "缺陷 厨房 墙面" });
    await expect(defect).toContainText("宏远装饰");
    await defect
      .locator("input[type=file]")
      .first()
      .setInputFiles({ name: "空鼓.png", mimeType: "image/png", buffer: PICTURE });
    await expect(defect.getByRole("button", { name: "缺陷照片 空鼓.png" })).toBeVisible();
    const fake = { name: "假的.png", mimeType: "image/png", buffer: Buffer.from("no picture") };
    await defect.locator("input[type=file]").first().setInputFiles(fake);
    await expect(defect.getByText("这个文件不是能打开的 JPG、PNG 或 WebP 图片")).toBeVisible();
  });

  await test.step("a reading, the signature, the end", async () => {
    await page.getByRole("button", { name: "登记读数" }).click();
    await field(page, "表号").fill("W-1001");
    await field(page, "读数").fill("12.5");
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    await expect(page.getByRole("region", { name: "仪表起度" })).toContainText("12.5");

    await page.getByRole("button", { name: "签字并完成" }).click();
    await expect(page.getByText("接房人还没有签字")).toBeVisible();
    await page.getByRole("button", { name: "接房人签字" }).click();
    // The dialog may still be moving under the pen: it is signed until there is something to save.
    await expect(async () => {
      await sign(page);
      await expect(page.getByRole("button", { name: "保存签字" })).toBeEnabled({ timeout: 1000 });
    }).toPass();
    await page.getByRole("button", { name: "保存签字" }).click();
    await expect(page.getByRole("button", { name: "接房人张三的签名" })).toBeVisible();
    await page.getByRole("button", { name: "完成验收" }).click();
    await expect(page.getByText("有缺陷待整改")).toBeVisible();
    expect(await faultsOf(page, { slight: true })).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(sideways).toBe(false);
  });

  await test.step("the contractor's list: put right, looked at again, closed", async () => {
    await page.goto(`/p/${projectId}/property/defects`);
    await expect(page.getByRole("article", { name: "宏远装饰", exact: true })).toContainText("待整改 1");
    const defect = page.getByRole("article", { name: "缺陷 厨房 墙面" });
    await defect.getByRole("button", { name: "整改完成" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    await defect.getByRole("button", { name: "复验" }).click();
    await page.getByRole("dialog").getByText("复验合格", { exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    await expect(defect).toContainText("复验合格（");
    await expect(page.getByRole("article", { name: "宏远装饰", exact: true })).toHaveCount(0);
  });

  await test.step("the sheet is printed; the room remembers", async () => {
    await page.goto(`/p/${projectId}/property/rooms/${roomId}?tab=inspections`);
    await expect(page.getByText("已通过")).toBeVisible();
    await page.getByRole("link", { name: "YS000001" }).click();
    const printed = page.waitForEvent("popup");
    await page.getByRole("link", { name: "打印验收单" }).click();
    const sheet = (await printed).getByRole("article", { name: "验收单 YS000001" });
    for (const text of [name, "房屋验收单", "空鼓约 0.3 平方米", "W-1001", "12.5", "张三（业主）", "复验合格"]) {
      await expect(sheet).toContainText(text);
    }
    await expect(sheet.getByRole("img", { name: "张三的签名" })).toBeVisible();
  });
});

/** A day a week ahead. */
const soon = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

/** Writes on the pad that is open. */
async function sign(page: Page): Promise<void> {
  const box = await page.getByRole("img", { name: /请在框内书写/ }).boundingBox();
  if (!box) throw new Error("no pad to sign on");
  await page.mouse.move(box.x + 30, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 20, { steps: 5 });
  await page.mouse.move(box.x + 220, box.y + 80, { steps: 5 });
  await page.mouse.up();
}
