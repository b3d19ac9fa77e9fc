import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { aCommunity } from "../support/community";
import { allDebited } from "../support/debit-return";
import { today } from "../support/household";
import { apiOf, signIn } from "../support/sign-in";

const dialog = (page: Page) => page.getByRole("dialog");
const period = today().slice(0, 7);

/**
 * Two rooms of 100 and 50 m²: 物业服务费 at 2.00, a water meter in the first, a public cost shared by area, and the owner of
 * the first has agreed to be debited.
 */
async function aWholeMonth(page: Page) {
  const made = await aCommunity(page, "望舒苑", period);
  const { at, base, manager } = made;
  const rooms = [];
  const owners = [];
  for (const [code, chargeArea, name] of [
    ["1-1-101", "100", "林望舒"],
    ["1-1-102", "50", "陆时雨"],
  ] as const) {
    const room = await made.room({ code, name: code, buildingArea: chargeArea, chargeArea });
    rooms.push(room.id);
    owners.push((await made.owner(room, { name, idNumber: `E${String(Date.now()).slice(-8)}` })).id);
  }
  const rate = await made.areaRate({ startsOn: `${period}-01`, unitPrice: "2.00" });
  await manager.post(`${base}/bindings`, { rateId: rate.id, rooms: { roomIds: rooms }, startsOn: `${period}-01` });

  const item = async (code: string, name: string, kind: string) =>
    (
      await manager.post(`${base}/fee-items`, {
        code,
        name,
        kind,
        incomeClass: "PROPERTY",
        collectedForOthers: false,
        active: true,
      })
    ).id;
  const water = await item("SF", "水费", "METERED");
  const waterRate = await manager.post(`${base}/rates`, {
    feeItemId: water,
    name: "居民生活用水",
    base: "METERED",
    areaKind: "CHARGE",
    cycle: "MONTH",
    timing: "POSTPAID",
    proration: "ACTUAL_DAYS",
    changePolicy: "SPLIT_DAYS",
    roundingMode: "HALF_UP",
    roundingUnit: "0.01",
    dueRule: "DAY_OF_NEXT_MONTH",
    dueDays: 20,
    version: { startsOn: `${period}-01`, unitPrice: "3.00" },
  });
  const first = { rooms: { roomIds: [rooms[0]] }, startsOn: `${period}-01` };
  await manager.post(`${base}/bindings`, { rateId: waterRate.id, ...first });
  const meter = { no: "SB-1", kind: "WATER", roomId: rooms[0], feeItemId: water, digits: 5, multiplier: "1" };
  await manager.post(`${base}/meters`, { ...meter, reverse: false, installedOn: `${period}-01`, startReading: "100" });
  await manager.post(`${base}/meter-sheets`, { name: "全部水表", period, kind: "WATER" });

  const shared = await item("GTDF", "公共电费", "SHARED");
  await manager.post(`${base}/share-pools`, {
    name: "1 栋公共电费",
    feeItemId: shared,
    purpose: "电梯和楼道照明用电",
    method: "AREA",
    areaKind: "CHARGE",
    source: "AMOUNT",
    rooms: {},
    vacancy: "INCLUDE",
    dueRule: "DAY_OF_NEXT_MONTH",
    dueDays: 20,
    startsPeriod: period,
    active: true,
  });

  const finance = await apiOf(page, "FINANCE_REVIEWER");
  const { items: templates } = (await finance.get(`${base}/debit-schemes/templates`)) as {
    items: { code: string; scheme: object }[];
  };
  const scheme = await finance.post(
    `${base}/debit-schemes`,
    templates.find(({ code }) => code === "PAYMENT_COMPANY")?.scheme ?? {},
  );
  const agreement = await finance.post(`${base}/debit-agreements`, {
    schemeId: scheme.id,
    agreementNo: "XY2026001",
    customerId: owners[0],
    holder: "林望舒",
    account: "6222021234567890123",
    accountKind: "CARD",
    bankName: "工商银行深圳分行",
    bankCode: "0102",
    roomIds: [rooms[0]],
    feeItemIds: [rate.feeItemId, water, shared],
    validFrom: `${period}-01`,
  });
  const signed = { signedOn: `${period}-01`, consented: true, consentWay: "WRITTEN" };
  await finance.post(`${base}/debit-agreements/${String(agreement.id)}/sign`, signed);
  return at;
}

test.use({ actionTimeout: 15_000 });

test("a whole month from the month page: read, shared, billed, debited, paid, reported, closed", async ({ page }) => {
  test.slow();
  const at = await aWholeMonth(page);
  const month = `${at}/billing/month?period=${period}`;
  const step = (name: string) =>
    page.getByRole("list", { name: "本月步骤" }).getByRole("link", { name: new RegExp(`^(\\d+\\. )?${name} `) });
  const open = async (name: string, says: string) => {
    await page.goto(month);
    await expect(step(name)).toContainText(says);
    await step(name).click();
  };

  await test.step("抄表", async () => {
    await signIn(page, "PROJECT_MANAGER", month);
    await open("抄表", "已抄 0 / 1 只，还差 1 只");
    await page.getByRole("link", { name: "全部水表" }).click();
    await page.getByLabel("1-1-101 水表 SB-1 本次读数").fill("110");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("listitem", { name: "1-1-101 水表 SB-1" })).toContainText("已抄");
  });

  await test.step("公摊", async () => {
    await open("公摊", "1 个还没有确认");
    await page.getByRole("link", { name: "1 栋公共电费" }).click();
    await page.getByRole("button", { name: "填写本月" }).click();
    await dialog(page).getByLabel("金额", { exact: true }).fill("100");
    await dialog(page).getByRole("button", { name: "保存并预览" }).click();
    await expect(page.getByRole("row", { name: /1-1-101.*66\.67/ })).toBeVisible();
    await page.getByRole("button", { name: "确认分摊" }).click();
    await expect(page.getByText("还没有出账")).toBeVisible();
  });

  await test.step("试算、发布", async () => {
    await open("试算", "还没有试算");
    await page.getByRole("button", { name: "试算应收" }).click();
    await dialog(page).getByRole("button", { name: "开始试算" }).click();
    await expect(page.getByRole("tab", { name: "新增 5" })).toBeVisible();
    await page.getByRole("button", { name: "发布" }).click();
    await dialog(page).getByRole("button", { name: "发布" }).click();
    await expect(page.getByText("已发布", { exact: true })).toBeVisible();
    await page.goto(month);
    await expect(step("发布")).toContainText("5 笔应收，共 430.00 元");
  });

  await test.step("通知", async () => {
    await step("通知").click();
    await expect(page.getByText("共 2 张")).toBeVisible();
    await expect(page.getByRole("row", { name: /1-1-101.*296\.67/ })).toBeVisible();
  });

  await test.step("托收: exported, answered by the bank, booked", async () => {
    await signIn(page, "CASHIER", month);
    await open("托收", "1 份划款协议有效，本月还没有报盘");
    await page.getByRole("button", { name: "建立批次" }).click();
    await dialog(page).getByLabel("托收方案").click();
    await page.locator(".ant-select-dropdown:visible").getByTitle("支付公司代收").click();
    const dueUntil = dialog(page).getByLabel("应缴截止日");
    await expect(async () => {
      await dueUntil.fill(nextMonthEnd());
      await dueUntil.press("Tab");
      await expect(dueUntil).toHaveValue(nextMonthEnd(), { timeout: 1_000 });
    }).toPass();
    await dialog(page).getByRole("button", { name: "保存" }).click();
    const downloaded = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出报盘" }).click();
    const request = await readFile(await (await downloaded).path(), "utf8");
    expect(request).toContain("|6222021234567890123|林望舒|29667|");
    await page.getByRole("button", { name: "上传回盘" }).click();
    const answer = { name: "回盘.txt", mimeType: "text/plain", buffer: Buffer.from(allDebited(request)) };
    await dialog(page).locator("input[type=file]").setInputFiles(answer);
    await dialog(page).getByRole("button", { name: "确认入账 296.67 元" }).click();
    await expect(page.getByRole("heading", { level: 1 }).locator("..")).toContainText("完成");
    await page.goto(month);
    await expect(step("托收")).toContainText("报盘 296.67 元，收回 296.67 元");
  });

  await test.step("收款", async () => {
    await open("收款", "本月 1 张收据，收到 296.67 元");
    const search = page.getByRole("combobox", { name: "查找房间或客户" });
    await search.fill("1-1-102");
    await search.press("Enter");
    await page.getByRole("button", { name: /收款 133.33 元/ }).click();
    await expect(page.getByLabel("收款完成")).toBeVisible();
  });

  await test.step("日结: only what the desk took", async () => {
    await open("日结", "1 份收款日报，1 份还没有送出");
    await page.getByRole("link", { name: today() }).click();
    await expect(page.getByText("133.33").first()).toBeVisible();
    await page.getByRole("button", { name: "送财务" }).click();
    await dialog(page).getByRole("button", { name: "送财务" }).click();
    await expect(page.getByText("已送财务").first()).toBeVisible();
    await page.goto(month);
    await expect(step("日结")).toContainText("1 份财务还没有收");
  });

  await test.step("月结: every step is done", async () => {
    await signIn(page, "FINANCE_REVIEWER", month);
    await page.getByRole("button", { name: "月结", exact: true }).click();
    await expect(page.getByRole("list", { name: "月结清单" })).toContainText("没有未回盘的托收批次");
    await page.getByText("已知晓以上提醒，确认月结").click();
    await page.getByRole("button", { name: `月结 ${period}` }).click();
    await expect(page.getByText(`${period} 已月结`)).toBeVisible();
    await expect(page.getByRole("list", { name: "本月步骤" }).getByText("已完成")).toHaveCount(12);
    await page.getByRole("tab", { name: "本月滚存" }).click();
    await expect(page.getByRole("row", { name: /合计/ })).toContainText("430.00");
  });
});

/** The last day of the next month, by when everything of this month is due. */
function nextMonthEnd(): string {
  const [year, number] = period.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number + 1, 0)).toISOString().slice(0, 10);
}
