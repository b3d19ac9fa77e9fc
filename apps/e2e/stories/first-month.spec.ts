import { expect, test, type Page, type Response } from "@playwright/test";
import type { SeededRole } from "@linli/contracts";
import { communityWorkbook } from "../support/import-workbook";
import { apiOf, demoPassword, people } from "../support/sign-in";

/**
 * The main job in the console, by the people who do it: a new community from another product's workbook, a month
 * billed, paid, printed, corrected and closed. The same story over REST is apps/api/src/first-month.spec.ts.
 * The clock of the running system is real, so the month is the one before this.
 */
const month = previousMonth();
const agency = `清河雅苑物业服务中心${Date.now()}`;

const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page, label: string) => dialog(page).getByLabel(label, { exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const menu = (page: Page) => page.getByRole("navigation", { name: "主菜单" });

function previousMonth(): string {
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
  const [year, number] = today.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7);
}

/** The last day of the month, which may be booked on while it is open. */
function lastDayOfMonth(): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** Another person sits down: the one before signs out, the next one signs in at the form. */
async function sitDown(page: Page, role: SeededRole, path = "/"): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`/sign-in?from=${encodeURIComponent(path)}`);
  await page.getByLabel("手机号").fill(people[role]);
  await page.getByLabel("密码").fill(demoPassword);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Opens a page of the side menu; its section is unfolded when it has to be. */
async function openByMenu(page: Page, section: string, title: string): Promise<void> {
  const item = menu(page).getByRole("link", { name: title, exact: true });
  const fold = menu(page).getByText(section, { exact: true });
  await expect(fold).toBeVisible();
  if (!(await item.isVisible())) await fold.click();
  await item.click();
}

async function typeMonth(page: Page, label: string, period: string): Promise<void> {
  const input = field(page, label);
  await input.fill(period);
  await input.press("Tab");
}

/** What a print button opens: a PDF in a new tab. */
async function printed(page: Page, print: () => Promise<void>): Promise<void> {
  const isPdf = (reply: Response) => reply.headers()["content-type"] === "application/pdf";
  const [tab, reply] = await Promise.all([page.waitForEvent("popup"), page.waitForResponse(isPdf), print()]);
  expect(reply.ok()).toBe(true);
  expect(reply.headers()["content-type"]).toContain("application/pdf");
  await expect.poll(() => tab.url()).toContain("blob:");
  await tab.close();
  await page.bringToFront();
}

test.use({ actionTimeout: 15_000 });

test("the first month of a community: imported, billed, paid, printed, corrected and closed", async ({ page }) => {
  test.slow();
  let at = "";

  await test.step("the company signs in and opens a management area", async () => {
    await sitDown(page, "COMPANY_MANAGER");
    await expect(heading(page, "管理区")).toBeVisible();
    await page.getByRole("button", { name: "新建管理区" }).click();
    await field(page, "管理区名称").fill(agency);
    await field(page, "简称").fill("清河雅苑");
    await typeMonth(page, "首个账期", month);
    await dialog(page).getByRole("button", { name: "保存" }).click();
    const link = page.getByRole("link", { name: agency });
    await expect(link).toBeVisible();
    at = /\/p\/[^/]+/.exec((await link.getAttribute("href")) ?? "")?.[0] ?? "";
    expect(at).not.toBe("");
  });

  await test.step("the manager imports the workbook of another product, deciding about its faults", async () => {
    await sitDown(page, "PROJECT_MANAGER", `${at}/workbench`);
    await menu(page).getByRole("link", { name: "数据导入" }).click();
    await page.locator("input[type=file]").setInputFiles(await communityWorkbook());
    await expect(page.getByText("已识别：小区资料")).toBeVisible();
    await page.getByRole("button", { name: "开始检查" }).click();
    await expect(page.getByText("房屋 1022 的业主编号 6 在业主信息表中不存在")).toBeVisible();
    const commit = page.getByRole("button", { name: "入库", exact: true });
    await expect(commit).toBeDisabled();
    await page.getByRole("checkbox", { name: /第 7、8、9 行指向的业主在业主表中不存在/ }).check();
    await page.getByRole("checkbox", { name: /客户姓名不同，却使用同一个证件号码/ }).check();
    await commit.click();
    await expect(page.getByText("导入完成")).toBeVisible({ timeout: 30_000 });
    const counts = page.getByRole("region", { name: "检查结果" });
    await expect(counts.getByRole("row", { name: /^房间 8 / })).toBeVisible();
    await expect(counts.getByRole("row", { name: /^收费绑定 11 / })).toBeVisible();
  });

  await test.step("one more fee: an item, its rate, bound to all rooms after a look at the preview", async () => {
    await openByMenu(page, "项目与标准", "收费项目");
    await page.getByRole("button", { name: "新建收费项目" }).click();
    await field(page, "项目代码").fill("LJ");
    await field(page, "项目名称").fill("垃圾清运费");
    await dialog(page).getByRole("switch", { name: "代收代付" }).click();
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("收费项目已新建")).toBeVisible();

    await openByMenu(page, "项目与标准", "收费标准");
    await page.getByRole("button", { name: "新建收费标准" }).click();
    await field(page, "收费项目").click();
    await page.locator(".ant-select-dropdown:visible").getByTitle("垃圾清运费").click();
    await field(page, "标准名称").fill("按户");
    await field(page, "计费方式").click();
    await page.locator(".ant-select-dropdown:visible").getByText("按户", { exact: false }).first().click();
    await field(page, "开始日期").fill(`${month}-01`);
    await field(page, "开始日期").press("Tab");
    await field(page, "单价").fill("6");
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("收费标准已新建")).toBeVisible();
    await page.getByRole("link", { name: "按户" }).click();

    await page.getByRole("link", { name: "绑定房间", exact: true }).click();
    // The page proposes a day of its own once it has read the rate.
    await expect(page.getByText("预览：将绑定 8 间")).toBeVisible();
    const startsOn = page.getByLabel("开始日期", { exact: true });
    await expect(async () => {
      await startsOn.fill(`${month}-01`);
      await startsOn.press("Tab");
      await expect(startsOn).toHaveValue(`${month}-01`, { timeout: 1_000 });
    }).toPass();
    await expect(page.getByText("预览：将绑定 8 间，每月共 48.00 元")).toBeVisible();
    await page.getByRole("button", { name: "绑定", exact: true }).click();
    await expect(page.getByText("已绑定 8 间")).toBeVisible();
  });

  await test.step("finance rehearses the month: seven lines have nobody to pay", async () => {
    await sitDown(page, "FINANCE_REVIEWER", `${at}/billing/runs`);
    await page.getByRole("button", { name: "试算应收" }).click();
    await typeMonth(page, "账期", month);
    await dialog(page).getByRole("button", { name: "开始试算" }).click();
    await expect(page.getByRole("tab", { name: "无收费对象 7" })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole("tab", { name: "新增 12" })).toBeVisible();
  });

  await test.step("and publishes the rest, the count having been read", async () => {
    await page.getByRole("button", { name: "发布" }).click();
    await expect(dialog(page).getByText(`将生成 12 笔应收`)).toBeVisible();
    await dialog(page).getByLabel("跳过这 7 行，先发布其余").check();
    await dialog(page).getByRole("button", { name: "发布" }).click();
    await expect(page.getByText("已发布", { exact: true })).toBeVisible({ timeout: 30_000 });
  });

  await test.step("the cashier takes WeChat and cash with change, and prints the receipt", async () => {
    await sitDown(page, "CASHIER", `${at}/billing/desk`);
    const search = page.getByRole("combobox", { name: "查找房间或客户" });
    await search.fill("1011");
    await search.press("Enter");
    const owed = page.getByRole("region", { name: "房间 1011" });
    for (const amount of ["142.93", "114.56", "6.00"])
      await expect(owed.getByRole("button", { name: `${amount}，为什么是这个金额` })).toBeVisible();
    const panel = page.getByLabel("收款", { exact: true });
    await panel.getByRole("combobox", { name: "收款方式 1" }).selectOption({ label: "3 微信" });
    await panel.getByLabel("微信金额").fill("200");
    await panel.getByRole("button", { name: /再加一种方式/ }).click();
    await panel.getByRole("combobox", { name: "收款方式 2" }).selectOption({ label: "1 现金" });
    await expect(panel.getByLabel("现金金额")).toHaveValue("63.49");
    await panel.getByLabel("现金金额").fill("100");
    await expect(panel).toContainText("找零36.51");
    await panel.getByRole("button", { name: /收款 263.49 元/ }).click();
    const done = page.getByLabel("收款完成");
    await expect(done).toContainText("SJ000001");
    await expect(done).toContainText("找零36.51");
    await printed(page, () => page.getByRole("button", { name: "打印收据" }).click());
    await done.getByRole("link", { name: "SJ000001" }).click();
    await expect(heading(page, "收据 SJ000001")).toBeVisible();
    await page.getByRole("tab", { name: "票面" }).click();
    await expect(page.getByText("贰佰陆拾叁元肆角玖分")).toBeVisible();
    await expect(page.getByRole("button", { name: "红冲" })).toHaveCount(0);
  });

  await test.step("the notices of the rooms that still owe are printed", async () => {
    await page.goto(`${at}/billing/notices?period=${month}`);
    await expect(page.getByText("共 4 张")).toBeVisible();
    await printed(page, () => page.getByRole("button", { name: "打印 4 张" }).click());
    await page.getByRole("cell", { name: "1014", exact: true }).click();
    await expect(dialog(page).getByText(agency)).toBeVisible();
    await expect(dialog(page).getByText("应付合计（人民币大写）")).toBeVisible();
  });

  await test.step("a wrong receipt is reversed by another person, and what it settled is owed again", async () => {
    await sitDown(page, "FINANCE_REVIEWER", `${at}/billing/receipts`);
    await page.getByRole("link", { name: "SJ000001" }).click();
    await page.getByRole("button", { name: "红冲" }).click();
    await page.getByLabel("红冲原因").fill("收错房间");
    await dialog(page).getByRole("button", { name: "红冲" }).click();
    await expect(heading(page, "红字收据 SJ000002")).toBeVisible();
    await expect(page.getByText("还有 263.49 元没有退")).toBeVisible();
    await page.goto(`${at}/billing/arrears`);
    await expect(page.getByRole("cell", { name: "263.49" }).first()).toBeVisible();
  });

  await test.step("the month is closed after its checklist", async () => {
    await page.goto(`${at}/billing/month?period=${month}`);
    await page.getByRole("button", { name: "月结", exact: true }).click();
    const close = page.getByRole("button", { name: `月结 ${month}` });
    await expect(page.getByRole("list", { name: "月结清单" })).toBeVisible();
    await page.getByText("已知晓以上提醒，确认月结").click();
    await close.click();
    await expect(page.getByText(`${month} 已月结`)).toBeVisible();
    await expect(page.getByText("已结", { exact: true }).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "月结", exact: true })).toHaveCount(0);
  });

  await test.step("nothing is posted into it any more, by the console or past it", async () => {
    await page.goto(`${at}/billing/runs`);
    await page.getByRole("button", { name: "试算应收" }).click();
    await typeMonth(page, "账期", month);
    await dialog(page).getByRole("button", { name: "开始试算" }).click();
    await expect(dialog(page).getByRole("alert").filter({ hasText: "已月结" })).toBeVisible();

    const base = at.replace("/p/", "/projects/");
    const cashier = await apiOf(page, "CASHIER");
    const { items } = (await cashier.get(`${base}/charges?q=1011`)) as { items: Charge[] };
    const [charge] = items;
    const late = {
      payerId: charge?.payerId,
      lines: [{ chargeId: charge?.id, amountFen: charge?.openFen }],
      methods: [{ method: "WECHAT", tenderedFen: charge?.openFen }],
    };
    const into = cashier.post(`${base}/receipts`, { ...late, id: crypto.randomUUID(), bookedOn: lastDayOfMonth() });
    await expect(into).rejects.toThrow("PERIOD_CLOSED");
    const today = await cashier.post(`${base}/receipts`, { ...late, id: crypto.randomUUID() });
    expect(today).toMatchObject({ receiptNo: "SJ000003" });
  });
});

interface Charge {
  id: string;
  payerId: string;
  openFen: number;
}
