import { expect, test, type Page } from "@playwright/test";
import { aHousehold } from "../support/household";
import { openingWorkbook } from "../support/opening-workbook";
import { signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

const ARREARS = ["房号", "收费项目", "费用起", "费用止", "应缴日", "欠费金额"];
const HISTORY = [
  "房屋",
  "收费项目",
  "缴费周期",
  "开始时间",
  "结束时间",
  "缴费时间",
  "应缴金额",
  "实缴金额",
  "收银员",
  "备注",
];

const upload = async (page: Page, file: Awaited<ReturnType<typeof openingWorkbook>>) => {
  await page.locator("input[type=file]").setInputFiles(file);
  await expect(page.getByRole("heading", { level: 1, name: file.name })).toBeVisible();
};

test("the old list is taken over: checked row by row, posted, compared with its totals, signed by a second person", async ({
  page,
}) => {
  const home = await aHousehold(page, "溪山里");
  await home.item("物业服务费", "REGULAR");
  const year = Number(home.period.slice(0, 4)) - 1;
  const arrear = ["1-1-101", "物业服务费", `${year}-03-01`, `${year}-05-31`, `${year}-05-20`, 285.6];

  await test.step("a wrong row says why, and nothing can be posted", async () => {
    await signIn(page, "FINANCE_REVIEWER", `${home.at}/billing/openings`);
    await upload(page, await openingWorkbook("旧台账.xlsx", { 欠费: [ARREARS, ["9-9-999", ...arrear.slice(1)]] }));
    await expect(page.getByText("房号“9-9-999”在本管理区不存在")).toBeVisible();
    await expect(page.getByRole("button", { name: "入账", exact: true })).toBeDisabled();
    await page.getByRole("button", { name: "作废" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "作废" }).click();
    await expect(page.getByText("还没有期初导入")).toBeVisible();
  });

  await test.step("the corrected file is posted and compared with its total", async () => {
    const totals = ["合计", null, null, null, null, 285.6];
    await upload(page, await openingWorkbook("旧台账改.xlsx", { 欠费: [ARREARS, arrear, totals] }));
    await page.getByRole("button", { name: "入账", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "入账" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "QC000001 旧台账改.xlsx" })).toBeVisible();
    await page.getByRole("tab", { name: "与原清单核对" }).click();
    await expect(page.getByText("1 项合计都与原清单相符")).toBeVisible();
    await page.getByRole("button", { name: "送核对签字" }).click();
    await page.getByLabel("说明").fill("与年末清单核对");
    await page.getByRole("button", { name: "送签", exact: true }).click();
    await expect(page.getByText("待签字").first()).toBeVisible();
  });

  await test.step("payments of the time before are read on the room", async () => {
    await page.getByRole("link", { name: "返回列表" }).click();
    await page.getByText("历史缴费", { exact: true }).first().click();
    const paid = [
      "1-1-101",
      "物业服务费",
      "2",
      `${year}-01-01`,
      `${year}-02-28`,
      `${year}-01-12`,
      190.4,
      190.4,
      "李敏",
    ];
    await upload(page, await openingWorkbook("缴费记录.xlsx", { 历史缴费: [HISTORY, paid] }));
    await page.getByRole("button", { name: "入账", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "入账" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "QC000002 缴费记录.xlsx" })).toBeVisible();
    await page.goto(`${home.at}/property/rooms/${home.roomId}?tab=payment-history`);
    await expect(page.getByRole("row", { name: /物业服务费.*190\.40/ })).toContainText("李敏");
    await expect(page.getByText(`${year}-02-28`, { exact: true })).toBeVisible();
  });

  await test.step("somebody else signs", async () => {
    await signIn(page, "COMPANY_MANAGER", `${home.at}/approvals`);
    await page.getByRole("row", { name: /期初核对 QC000001：与原清单相符/ }).click();
    await page.getByRole("button", { name: "通过" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "通过" }).last().click();
    await expect(page.getByText("已通过").first()).toBeVisible();
  });
});
