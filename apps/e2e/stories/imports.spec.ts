import { expect, test, type Page } from "@playwright/test";
import { communityWorkbook } from "../support/import-workbook";
import { hasNoSeriousFault } from "../support/faults";
import { apiOf, signIn } from "../support/sign-in";

async function aProject(page: Page): Promise<string> {
  const company = await apiOf(page, "COMPANY_MANAGER");
  const name = `听松里物业服务中心${Date.now()}`;
  const project = await company.post("/projects", { name, shortName: "听松里", firstPeriod: "2026-01" });
  return `/p/${String(project.id)}`;
}

/** The row of the table of counts, e.g. 房间 8 0. */
const countsOf = (page: Page, entity: string) =>
  page.getByRole("region", { name: "检查结果" }).getByRole("row", { name: new RegExp(`^${entity} `) });

test("a community from another product's workbook: checked, decided, imported, and nothing new the second time", async ({
  page,
}) => {
  const at = await aProject(page);
  await signIn(page, "PROJECT_MANAGER", `${at}/imports`);

  await test.step("the workbook is recognised at the upload", async () => {
    await hasNoSeriousFault(page);
    await page.locator("input[type=file]").setInputFiles(await communityWorkbook());
    await expect(page.getByRole("heading", { level: 1, name: "小区资料.xlsx" })).toBeVisible();
    await expect(page.getByText("已识别：小区资料")).toBeVisible();
    await hasNoSeriousFault(page);
  });

  await test.step("the check says what would be imported and what is wrong", async () => {
    await page.getByRole("button", { name: "开始检查" }).click();
    await expect(countsOf(page, "房间")).toContainText("8");
    await expect(page.getByRole("tab", { name: "拒绝 8" })).toHaveAttribute("aria-selected", "true");
    await expect(page.getByText("房屋 1022 的业主编号 6 在业主信息表中不存在")).toBeVisible();
    await expect(page.getByText("客户：", { exact: false }).first()).toContainText("紧急联络人 5");
    await hasNoSeriousFault(page);
  });

  await test.step("both questions must be answered", async () => {
    const commit = page.getByRole("button", { name: "入库", exact: true });
    await expect(commit).toBeDisabled();
    await expect(page.getByText("还有 2 个问题没有决定")).toBeVisible();
    await page.getByRole("checkbox", { name: /第 7、8、9 行指向的业主在业主表中不存在/ }).check();
    await expect(commit).toBeDisabled();
    await page.getByRole("checkbox", { name: /客户姓名不同，却使用同一个证件号码/ }).check();
    await commit.click();
  });

  await test.step("the figures at the end", async () => {
    await expect(page.getByText("导入完成")).toBeVisible();
    for (const [entity, created] of [
      ["楼栋", 13],
      ["单元", 26],
      ["房间", 8],
      ["客户", 5],
      ["客房关系", 5],
      ["收费项目", 2],
      ["收费绑定", 11],
      ["车位", 1],
    ] as const)
      await expect(countsOf(page, entity).getByRole("cell").first()).toHaveText(String(created));
    await hasNoSeriousFault(page);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载报告" }).click();
    expect((await download).suggestedFilename()).toBe("导入报告-小区资料.xlsx");
    await page.getByRole("link", { name: "查看房间" }).click();
    await expect(page.getByRole("link", { name: "1011", exact: true })).toBeVisible();
  });

  await test.step("the same file once more changes nothing", async () => {
    await page.goto(`${at}/imports`);
    await expect(page.getByRole("row", { name: /小区资料\.xlsx .* 已完成/ })).toBeVisible();
    await page.locator("input[type=file]").setInputFiles(await communityWorkbook());
    await page.getByRole("button", { name: "开始检查" }).click();
    await expect(page.getByText("文件内容与系统中的资料一致")).toBeVisible();
  });
});

test("a table nobody knows: its columns are chosen by hand", async ({ page }) => {
  const at = await aProject(page);
  await signIn(page, "PROJECT_MANAGER", `${at}/imports`);
  const buffer = Buffer.from("楼栋,单元,门牌,建筑面积\n1,1,101,80.5\n1,1,102,负八\n");
  await page.locator("input[type=file]").setInputFiles({ name: "陌生.csv", mimeType: "text/csv", buffer });
  await expect(page.getByRole("heading", { level: 1, name: "陌生.csv" })).toBeVisible();
  const code = page.getByRole("combobox", { name: "房间代码" });
  await code.click();
  await page.locator(".ant-select-dropdown:visible").getByTitle("C 门牌").click();
  await page.getByRole("button", { name: "开始检查" }).click();
  await expect(page.getByText("建筑面积：“负八”不是数字")).toBeVisible();
  await page.getByRole("checkbox", { name: /第 3 行有错误，不能导入/ }).check();
  await page.getByRole("button", { name: "入库", exact: true }).click();
  await expect(page.getByText("导入完成")).toBeVisible();
  await expect(countsOf(page, "房间").getByRole("cell").first()).toHaveText("1");
});
