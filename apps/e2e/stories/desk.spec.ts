import { expect, test, type Page } from "@playwright/test";
import { hasNoSeriousFault } from "../support/faults";
import { apiOf, signIn } from "../support/sign-in";

/** A new community of two rooms of one owner; he owes 385.00 for the first and 50.00 for the second. */
async function aCommunity(page: Page) {
  const company = await apiOf(page, "COMPANY_MANAGER");
  const period = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date()).slice(0, 7);
  const project = await company.post("/projects", {
    name: `晴川里物业服务中心${Date.now()}`,
    shortName: "晴川里",
    firstPeriod: period,
  });
  const base = `/projects/${String(project.id)}`;
  const manager = await apiOf(page, "PROJECT_MANAGER");
  const building = await manager.post(`${base}/buildings`, { code: "1", name: "1栋", kind: "RESIDENTIAL", floors: 6 });
  const unit = await manager.post(`${base}/units`, { buildingId: building.id, code: "1", name: "1单元" });
  const rooms: string[] = [];
  for (const code of ["1-1-101", "1-1-102"]) {
    const room = await manager.post(`${base}/rooms`, {
      unitId: unit.id,
      code,
      name: `${code}室`,
      floor: 1,
      buildingArea: "94.56",
      chargeArea: "94.56",
      layout: "三室两厅",
      orientation: "S",
      purpose: "RESIDENCE",
      state: "OCCUPIED",
    });
    rooms.push(String(room.id));
  }
  const owner = await manager.post(`${base}/customers`, {
    name: "顾清川",
    kind: "PERSON",
    sex: "MALE",
    idType: "PASSPORT",
    idNumber: `E${String(Date.now()).slice(-8)}`,
    registeredPlace: "广东省深圳市",
    mobile: "13900001357",
    emergencyName: "李娜",
    emergencyPhone: "13900000009",
    roomId: rooms[0],
    role: "OWNER",
    startsOn: `${period}-01`,
  });
  const item = await manager.post(`${base}/fee-items`, {
    code: "ZX",
    name: "装修垃圾清运费",
    kind: "ONE_OFF",
    incomeClass: "PROPERTY",
    collectedForOthers: false,
    active: true,
  });
  for (const [index, amountFen] of [38_500, 5_000].entries()) {
    await manager.post(`${base}/charges`, {
      id: crypto.randomUUID(),
      roomId: rooms[index],
      feeItemId: item.id,
      payerId: owner.id,
      amountFen,
      serviceFrom: `${period}-01`,
      serviceTo: `${period}-28`,
      dueOn: `${period}-01`,
      remark: "装修垃圾一车",
    });
  }
  return { at: `/p/${String(project.id)}`, base, period };
}

test("a payment by keyboard alone, printed, reversed by another, and the month closed", async ({ page }) => {
  test.slow();
  const { at, base, period } = await aCommunity(page);
  const { keyboard } = page;

  await test.step("find the room, take WeChat and cash with change, post", async () => {
    await signIn(page, "CASHIER", `${at}/billing/desk`);
    await expect(page.getByRole("combobox", { name: "查找房间或客户" })).toBeFocused();
    await keyboard.type("1-1-101");
    await keyboard.press("Enter");
    const panel = page.getByLabel("收款", { exact: true });
    await expect(panel.getByRole("button", { name: /收款 435.00 元/ })).toBeEnabled();
    await hasNoSeriousFault(page);

    await page.getByRole("region", { name: "房间 1-1-101" }).getByRole("checkbox").last().focus();
    await keyboard.press("?");
    const card = page.getByRole("dialog", { name: "应收详情" });
    await expect(card.getByRole("region", { name: "为什么是这个金额" })).toBeVisible();
    await keyboard.press("Escape");
    await expect(card).toBeHidden();

    await keyboard.press("Alt+j");
    await expect(page.getByLabel("现金金额")).toBeFocused();
    await keyboard.press("Shift+Tab");
    await keyboard.type("3");
    await keyboard.press("Tab");
    await expect(page.getByLabel("微信金额")).toBeFocused();
    await keyboard.type("300");
    await keyboard.press("Alt+m");
    await expect(page.getByLabel("现金金额")).toHaveValue("135.00");
    await keyboard.press("Tab");
    await keyboard.type("200");
    await expect(panel).toContainText("找零65.00");
    await keyboard.press("Control+Enter");
    await expect(page.getByLabel("收款完成")).toContainText("SJ000001");
    await expect(page.getByLabel("收款完成")).toContainText("找零65.00");
  });

  await test.step("print the receipt with Enter, then the next customer with Esc", async () => {
    await expect(page.getByRole("button", { name: "打印收据" })).toBeFocused();
    const [tab] = await Promise.all([page.waitForEvent("popup"), keyboard.press("Enter")]);
    await expect.poll(() => tab.url()).toContain("blob:");
    await tab.close();
    await page.bringToFront();
    await keyboard.press("Escape");
    await expect(page.getByRole("combobox", { name: "查找房间或客户" })).toBeFocused();
  });

  await test.step("the same customer owes nothing any more; a part of nothing cannot be taken", async () => {
    await keyboard.type("1357");
    await keyboard.press("Enter");
    await expect(page.getByText("没有欠费；可以在右侧收取预收款")).toBeVisible();
    await expect(page.getByRole("button", { name: /收款 0.00 元/ })).toBeDisabled();
  });

  await test.step("a reprint is marked; another person reverses the receipt", async () => {
    await signIn(page, "FINANCE_REVIEWER", `${at}/billing/receipts`);
    await page.getByRole("link", { name: "SJ000001" }).click();
    await expect(page.getByRole("button", { name: "补打" })).toBeVisible();
    await page
      .getByRole("button", { name: /为什么是这个金额/ })
      .first()
      .click();
    await expect(page.getByRole("dialog").getByRole("region", { name: "为什么是这个金额" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "票面" }).click();
    await expect(page.getByText("补打 第 1 次")).toBeVisible();
    await expect(page.getByText("肆佰叁拾伍元整")).toBeVisible();
    await hasNoSeriousFault(page);
    await page.getByRole("button", { name: "红冲" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "红冲" }).click();
    await expect(page.getByText("请填写红冲原因")).toBeVisible();
    await page.getByLabel("红冲原因").fill("收错房间");
    await page.getByRole("dialog").getByRole("button", { name: "红冲" }).click();
    await expect(page.getByRole("heading", { name: "红字收据 SJ000002" })).toBeVisible();
    await expect(page.getByText("还有 435.00 元没有退")).toBeVisible();
  });

  await test.step("the charges are open again, in the arrears and on the notice", async () => {
    await page.goto(`${at}/billing/arrears`);
    await expect(page.getByRole("cell", { name: "385.00" })).toBeVisible();
    await page.goto(`${at}/billing/notices`);
    await expect(page.getByText("共 2 张")).toBeVisible();
    await page.getByRole("cell", { name: "1-1-101" }).click();
    await expect(page.getByRole("dialog").getByText("应付合计（人民币大写）")).toBeVisible();
  });

  await test.step("closing needs the reminders confirmed; afterwards nothing is posted", async () => {
    await page.goto(`${at}/billing/month`);
    await page.getByRole("button", { name: "月结", exact: true }).click();
    const close = page.getByRole("button", { name: `月结 ${period}` });
    await expect(page.getByText("1 张红字收据共 435.00 元尚未退款")).toBeVisible();
    await expect(close).toBeDisabled();
    await page.getByText("已知晓以上提醒，确认月结").click();
    await close.click();
    await expect(page.getByText(`${period} 已月结`)).toBeVisible();
    await expect(page.getByText("已结", { exact: true }).first()).toBeVisible();
    await hasNoSeriousFault(page);

    await signIn(page, "CASHIER", `${at}/billing/desk`);
    await expect(page.getByRole("combobox", { name: "查找房间或客户" })).toBeFocused();
    await keyboard.type("1-1-101");
    await keyboard.press("Enter");
    await expect(page.getByText(`${period} 已月结，今天不能再收款`)).toBeVisible();
    const cashier = await apiOf(page, "CASHIER");
    const { accounts } = await cashier.get(`${base}/desk/search?q=1357`).then(async ({ items }) => {
      const [match] = items as { id: string }[];
      return (await cashier.get(`${base}/desk?customerId=${match?.id}`)) as { accounts: DeskAccount[] };
    });
    const charge = accounts[0]?.rooms[0]?.months[0]?.charges[0];
    const post = cashier.post(`${base}/receipts`, {
      id: crypto.randomUUID(),
      payerId: accounts[0]?.payerId,
      lines: [{ chargeId: charge?.id, amountFen: 100 }],
      methods: [{ method: "CASH", tenderedFen: 100 }],
    });
    await expect(post).rejects.toThrow("PERIOD_CLOSED");
  });
});

interface DeskAccount {
  payerId: string;
  rooms: { months: { charges: { id: string }[] }[] }[];
}
