import { expect, test, type Page } from "@playwright/test";
import { apiOf, signIn } from "../support/sign-in";

/** A small picture: 2 × 2 pixels, PNG. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGPQWFABRAwQCgAhzgUBhlitdgAAAABJRU5ErkJggg==",
  "base64",
);

const field = (page: Page, label: string) => page.getByRole("dialog").getByLabel(label, { exact: true });

async function choose(page: Page, label: string, option: string) {
  await field(page, label).click();
  await page.locator(".ant-select-dropdown:visible").getByTitle(option, { exact: true }).click();
}

test("headquarters opens a community, its manager enters it down to the room", async ({ page }) => {
  const name = `听涛苑物业服务中心${Date.now()}`;

  await test.step("a new management area", async () => {
    await signIn(page, "COMPANY_MANAGER", "/projects");
    await page.getByRole("button", { name: "新建管理区" }).click();
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("请填写管理区名称")).toBeVisible();
    await field(page, "管理区名称").fill(name);
    await field(page, "简称").fill("听涛苑");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("管理区已建立")).toBeVisible();
    await expect(page.getByRole("link", { name })).toBeVisible();
  });

  const projects = await (await apiOf(page, "PROJECT_MANAGER")).get(`/projects?q=${encodeURIComponent(name)}`);
  const [project] = projects.items as { id: string }[];
  const at = `/p/${project?.id}/property`;

  await test.step("a building and a unit", async () => {
    await signIn(page, "PROJECT_MANAGER", `${at}/directory`);
    await page.getByRole("button", { name: "新增第一个楼栋" }).click();
    await field(page, "楼栋代码").fill("1");
    await field(page, "楼栋名称").fill("1栋");
    await field(page, "楼层数").fill("6");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("楼栋已保存")).toBeVisible();

    await page.getByRole("tree").getByText("1栋").click();
    await page.getByRole("button", { name: "新增单元" }).click();
    await field(page, "单元代码").fill("1");
    await field(page, "单元名称").fill("1单元");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("单元已建立")).toBeVisible();
  });

  await test.step("a room; a code taken already is refused beside the form", async () => {
    await page.getByRole("tree").getByText("1单元").click();
    await enterRoom(page, "1-1-101", "101室");
    await expect(page.getByText("房间已保存")).toBeVisible();
    await expect(page.getByRole("link", { name: "1-1-101" })).toBeVisible();

    await enterRoom(page, "1-1-101", "又是101室");
    await expect(page.getByRole("dialog").getByRole("alert")).toContainText("本管理区已有相同代码的房间");
    await field(page, "房间代码").fill("1-1-102");
    await field(page, "楼层").fill("2");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByRole("link", { name: "1-1-102" })).toBeVisible();
  });

  await test.step("the room's page takes a drawing and remembers what happened", async () => {
    await page.getByRole("link", { name: "1-1-101" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "房间 1-1-101" })).toBeVisible();
    await page.getByRole("tab", { name: "附件" }).click();
    const drawings = page.getByRole("region", { name: "户型图" });
    await sendPlan(page, "上传户型图", { name: "户型.png", mimeType: "image/png", buffer: PICTURE });
    await expect(page.getByText("图纸已上传")).toBeVisible();
    const fake = { name: "假的.png", mimeType: "image/png", buffer: Buffer.from("no picture") };
    await sendPlan(page, "上传户型图新版本", fake);
    await expect(page.getByRole("dialog").getByRole("alert").last()).toContainText(
      "不是能打开的 JPG、PNG 或 WebP 图片",
    );
    await page
      .getByRole("dialog")
      .locator("input[type=file]")
      .setInputFiles({ name: "竣工.png", mimeType: "image/png", buffer: PICTURE });
    await page.getByRole("dialog").getByRole("button", { name: "上传", exact: true }).click();
    await expect(drawings.getByRole("article", { name: "户型图第 2 版" })).toContainText("当前");
    await drawings.getByRole("button", { name: "较早的版本（1）" }).click();
    await expect(drawings.getByRole("article", { name: "户型图第 1 版" })).toContainText("户型.png");

    await drawings.getByRole("button", { name: "户型图第 2 版 竣工.png" }).press("Enter");
    const full = page.getByRole("dialog", { name: "户型图第 2 版 竣工.png" });
    await full.getByRole("button", { name: "放大" }).click();
    await expect(full.getByRole("img", { name: "户型图第 2 版 竣工.png" })).toHaveAttribute("style", /scale3d\(1\.5/);
    await page.keyboard.press("Escape");
    await expect(full).toBeHidden();

    await drawings.getByRole("button", { name: "用于同户型的所有房间" }).click();
    await page.getByRole("button", { name: "采用", exact: true }).click();
    await expect(page.getByText("三室两厅的 1 个房间已采用这张户型图")).toBeVisible();

    await page.getByRole("tab", { name: "历史", exact: true }).click();
    await expect(page.getByText("新增房间 1-1-101")).toBeVisible();
    await expect(page.getByText("上传户型图第 1 版 户型.png")).toBeVisible();
  });

  await test.step("the building as floors and rooms leads back to the room", async () => {
    await page.getByRole("link", { name: "1栋" }).click();
    const grid = page.getByRole("region", { name: "1栋 楼栋图" });
    await expect(grid.getByRole("rowheader")).toHaveText(["2 层", "1 层"]);
    await page.getByText("按欠费").click();
    await expect(grid.getByText("无欠费")).toHaveCount(2);
    await grid.getByRole("link", { name: /1-1-102/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "房间 1-1-102" })).toBeVisible();
  });
});

async function enterRoom(page: Page, code: string, name: string) {
  await page.getByRole("button", { name: "新增房间" }).click();
  await field(page, "房间代码").fill(code);
  await field(page, "房间名称").fill(name);
  await field(page, "建筑面积").fill("94.56");
  await field(page, "收费面积").fill("100");
  await expect(page.getByText("收费面积大于建筑面积")).toBeVisible();
  await field(page, "收费面积").fill("94.56");
  await field(page, "户型").fill("三室两厅");
  await choose(page, "朝向", "南");
  await page.getByRole("button", { name: "保存" }).click();
}

test("whoever may only read sees no button that writes", async ({ page }) => {
  const projects = await (await apiOf(page, "REPAIR_WORKER")).get("/projects");
  const [project] = projects.items as { id: string }[];
  await signIn(page, "REPAIR_WORKER", `/p/${project?.id}/property/directory`);
  await expect(page.getByRole("heading", { level: 1, name: "房产目录" })).toBeVisible();
  await expect(page.getByRole("button", { name: /新增/ })).toHaveCount(0);
  await page.goto(`/p/${project?.id}/property/rooms`);
  await expect(page.getByRole("heading", { level: 1, name: "房间" })).toBeVisible();
  await expect(page.getByRole("button", { name: "新增房间" })).toHaveCount(0);
});

async function sendPlan(page: Page, button: string, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=file]").setInputFiles(file);
  await dialog.getByRole("button", { name: "上传", exact: true }).click();
}
