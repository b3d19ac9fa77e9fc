import { expect, test } from "@playwright/test";
import { aCommunity } from "../support/community";
import { signIn } from "../support/sign-in";

const HEADERS = "栋号,单元,房号,建筑面积,套内面积,户型,买受人,证件号码,联系电话,产权比例,合同编号,签约日期,交房日期";
const list = (...rows: string[]) => ({
  name: "销控表.csv",
  mimeType: "text/csv",
  buffer: Buffer.from([HEADERS, ...rows].join("\n")),
});

test("a developer's sales list is imported; the next one shows what would change before it does", async ({ page }) => {
  const { at } = await aCommunity(page, "栖霞里");
  const countOf = (entity: string) =>
    page.getByRole("region", { name: "检查结果" }).getByRole("row", { name: new RegExp(`^${entity} `) });
  await signIn(page, "PROJECT_MANAGER", `${at}/imports`);

  await test.step("the list is recognised and brings rooms with their buyers", async () => {
    const sold =
      "1栋,1单元,0101,89.5,72.1,三室两厅,张远山,11010519491231002X,13912340001,100,HT-001,2025-06-01,2025-12-31";
    await page.locator("input[type=file]").setInputFiles(list(sold));
    await page.getByRole("button", { name: "开始检查" }).click();
    await expect(countOf("客户")).toContainText("1");
    await page.getByRole("button", { name: "入库", exact: true }).click();
    await expect(page.getByText("导入完成")).toBeVisible();
  });

  await test.step("the next list has another telephone: the difference is shown, then taken", async () => {
    const sold =
      "1栋,1单元,0101,89.5,72.1,三室两厅,张远山,11010519491231002X,13912345678,100,HT-001,2025-06-01,2025-12-31";
    await page.goto(`${at}/imports`);
    await page.locator("input[type=file]").setInputFiles(list(sold));
    await page.getByRole("button", { name: "开始检查" }).click();
    await expect(page.getByRole("button", { name: "入库", exact: true })).toBeDisabled();
    await page.getByRole("checkbox", { name: /已有客户的关键信息.*手机 139\*{4}0001 → 139\*{4}5678/ }).check();
    await page.getByRole("button", { name: "入库", exact: true }).click();
    await expect(page.getByText("导入完成")).toBeVisible();
    await expect(countOf("客户").getByRole("cell").nth(1)).toHaveText("1");
  });
});
