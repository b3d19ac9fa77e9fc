import { expect, test } from "@playwright/test";
import { aHousehold, today } from "../support/household";
import { signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

/** The day so many days on. */
const inDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The same day so many years on; what began on a leap day ends on the last of February. */
const inYears = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}`.replace(/-02-29$/, "-02-28");

test("a household is reminded in a batch and promises; what is not due yet is billed before the due day", async ({
  page,
}) => {
  const home = await aHousehold(page, "观澜苑");
  const item = await home.item("物业服务费", "ONE_OFF");
  const january = `${inYears(today(), -1).slice(0, 4)}-01`;
  const dueOn = `${january}-10`;
  const charge = (amountFen: number, month: string, due: string) =>
    home.manager.post(`${home.base}/charges`, {
      id: crypto.randomUUID(),
      roomId: home.roomId,
      feeItemId: item,
      payerId: home.ownerId,
      amountFen,
      serviceFrom: `${month}-01`,
      serviceTo: `${month}-28`,
      dueOn: due,
      remark: "物业费",
    });
  await charge(123_400, january, dueOn);
  const nextDue = inDays(today(), 5);
  await charge(56_700, today().slice(0, 7), nextDue);
  await home.manager.post(`${home.base}/dunning-levels/defaults`, {});
  await signIn(page, "PROJECT_MANAGER", `${home.at}/billing/dunning`);

  await test.step("the list shows what is overdue and when limitation ends", async () => {
    const row = page.getByRole("row", { name: /1-1-101/ });
    await expect(row).toContainText("1,234.00");
    await expect(row).toContainText("从未催缴");
    await expect(row).toContainText(inYears(dueOn, 3));
  });

  await test.step("a batch is previewed and issued", async () => {
    await page.getByRole("button", { name: "批量催款" }).click();
    await expect(page.getByRole("tab", { name: "将催缴 1" })).toBeVisible();
    await page.getByRole("button", { name: "发出 1 份催款" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "发出", exact: true }).click();
    await expect(page.getByRole("heading", { name: /短信提醒/ })).toBeVisible();
  });

  await test.step("its delivery starts limitation anew", async () => {
    await page.getByRole("button", { name: "登记送达" }).click();
    const form = page.getByRole("dialog", { name: /登记送达/ });
    await form.getByLabel("送达结果").click();
    await page.locator(".ant-select-dropdown:visible").getByText("短信或微信已送达").click();
    await form.getByRole("button", { name: "保存" }).click();
    await expect(page.getByRole("row", { name: /1-1-101/ })).toContainText("短信或微信已送达");
    await page.getByRole("link", { name: "1-1-101" }).click();
    await expect(page.getByText(inYears(today(), 3)).first()).toBeVisible();
  });

  await test.step("a promise is written down; nobody is asked again before its day", async () => {
    await page.getByRole("button", { name: "登记承诺" }).click();
    const form = page.getByRole("dialog", { name: "登记还款承诺" });
    await form.getByLabel("承诺付款日").fill("2099-12-31");
    await form.getByLabel("承诺付款日").press("Enter");
    await form.getByLabel("承诺人").fill("顾清川");
    await form.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("承诺期内").first()).toBeVisible();
    await page.goto(`${home.at}/billing/dunning/batches/new`);
    await page.getByRole("tab", { name: "不催 1" }).click();
    await expect(page.getByRole("row", { name: /1-1-101/ })).toContainText("承诺付款日未到");
  });

  await test.step("the bill that falls due in five days is sent before: no demand, once", async () => {
    await page.getByRole("combobox", { name: "级别" }).click();
    await page.locator(".ant-select-dropdown:visible").getByText("到期前送账单").click();
    await expect(page.getByRole("heading", { level: 1, name: "送达账单" })).toBeVisible();
    await page.getByRole("tab", { name: "将送达 1" }).click();
    const row = page.getByRole("row", { name: /1-1-101/ });
    await expect(row).toContainText("567.00");
    await expect(row).toContainText(nextDue);
    await page.getByRole("button", { name: "发出 1 份账单" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "发出", exact: true }).click();
    await expect(page.getByRole("heading", { name: /到期前送账单/ })).toBeVisible();
    await page.goto(`${home.at}/billing/dunning`);
    await expect(page.getByRole("row", { name: /1-1-101/ })).toContainText("短信提醒");
  });
});
