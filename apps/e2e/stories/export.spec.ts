import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { editedWorkbook, roomsOf } from "../support/export-workbook";
import { hasNoSeriousFault } from "../support/faults";
import { apiOf, signIn } from "../support/sign-in";

const NAME = "房产导出.xlsx";
const MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A community of two buildings whose exports need approval from the second row on. */
async function aCommunity(page: Page): Promise<{ at: string; base: string }> {
  const company = await apiOf(page, "COMPANY_MANAGER");
  const name = `望湖里物业服务中心${Date.now()}`;
  const project = await company.post("/projects", { name, shortName: "望湖里", firstPeriod: "2026-01" });
  const base = `/projects/${String(project.id)}`;
  const { name: _same, ...settings } = (await company.get(base)) as Record<string, unknown>;
  for (const key of ["id", "dataDueOn", "createdAt"]) delete settings[key];
  await company.put(base, { ...settings, name, exportApprovalRows: 1 });
  const manager = await apiOf(page, "PROJECT_MANAGER");
  for (const building of ["1", "2"]) {
    const { id: buildingId } = await manager.post(`${base}/buildings`, {
      code: building,
      name: `${building}栋`,
      kind: "RESIDENTIAL",
      floors: 6,
      hasLift: false,
    });
    const { id: unitId } = await manager.post(`${base}/units`, {
      buildingId,
      code: "1",
      name: "1单元",
    });
    for (const room of ["0101", "0102"])
      await manager.post(`${base}/rooms`, {
        unitId,
        code: `${building}-${room}`,
        name: `${building}栋${room}`,
        floor: 1,
        buildingArea: "94.5678",
        chargeArea: "94.5678",
        layout: "三室两厅",
        orientation: "S",
        purpose: "RESIDENCE",
        state: "OCCUPIED",
      });
  }
  return { at: `/p/${String(project.id)}`, base };
}

test("rooms are filtered, exported with a reason, approved, fetched, and imported again: nothing changes but what was changed", async ({
  page,
}) => {
  const { at, base } = await aCommunity(page);

  await test.step("the filtered list is exported, with a reason; over the limit somebody has to approve", async () => {
    await signIn(page, "RECEPTIONIST", `${at}/property/rooms?q=1-`);
    await expect(page.getByRole("link", { name: "1-0101" })).toBeVisible();
    await page.getByRole("button", { name: "导出" }).click();
    const dialog = page.getByRole("dialog", { name: "导出" });
    await expect(dialog.getByText("房号或名称：1-")).toBeVisible();
    await expect(dialog.getByText("超过 1 行的导出须由另一人审批")).toBeVisible();
    await dialog.getByRole("button", { name: "导出" }).click();
    await expect(dialog.getByText("请填写导出原因")).toBeVisible();
    await dialog.getByRole("textbox", { name: "导出原因" }).fill("年度面积核对");
    await hasNoSeriousFault(page);
    await dialog.getByRole("button", { name: "导出" }).click();
    await expect(page.getByText("DC000001 已提交审批")).toBeVisible();
  });

  await test.step("the manager approves", async () => {
    const manager = await apiOf(page, "COMPANY_MANAGER");
    const { items } = (await manager.get(`${base}/approvals?kind=data.export&mine=true`)) as {
      items: { id: string; title: string; reason: string }[];
    };
    expect(items).toMatchObject([{ title: "导出房产 2 行", reason: "年度面积核对" }]);
    await manager.post(`${base}/approvals/${items[0]?.id}/approve`, {});
  });

  const file = await test.step("the requester fetches the file from the register", async () => {
    await signIn(page, "RECEPTIONIST", `${at}/exports`);
    const row = page.getByRole("row", { name: /DC000001/ });
    await expect(row).toContainText("可下载");
    await expect(row).toContainText("房号或名称：1-");
    await hasNoSeriousFault(page);
    const waiting = page.waitForEvent("download");
    await row.getByRole("button", { name: "下载 DC000001" }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("房产-DC000001.xlsx");
    await page.reload();
    await expect(row).toContainText("1 次");
    return readFile(await download.path());
  });
  expect(await roomsOf(file)).toEqual(["1-0101", "1-0102"]);

  await signIn(page, "PROJECT_MANAGER", `${at}/imports`);
  await test.step("imported unchanged it changes nothing", async () => {
    await page.locator("input[type=file]").setInputFiles({ name: NAME, mimeType: MIME, buffer: file });
    await page.getByRole("button", { name: "开始检查" }).click();
    await expect(page.getByText("文件内容与系统中的资料一致")).toBeVisible();
    await expect(page.getByRole("tab", { name: "无变化 4" })).toBeVisible();
  });

  await test.step("one area changed is shown before the commit, old and new", async () => {
    await page.goto(`${at}/imports`);
    const buffer = await editedWorkbook(file, { row: 3, header: "收费面积", value: 95.5 });
    await page.locator("input[type=file]").setInputFiles({ name: NAME, mimeType: MIME, buffer });
    await page.getByRole("button", { name: "开始检查" }).click();
    await page.getByRole("tab", { name: "修改 1" }).click();
    const row = page.getByRole("row", { name: /1-0102/ });
    await expect(row).toContainText("收费面积：94.5678 → 95.5");
    await hasNoSeriousFault(page);
  });
});
