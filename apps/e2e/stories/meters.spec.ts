import { expect, test } from "@playwright/test";
import { aHousehold, today } from "../support/household";
import { apiOf, signIn } from "../support/sign-in";

test("a reading sheet: read by keyboard, one zero confirmed, billed, explained", async ({ page }) => {
  const home = await aHousehold(page, "听泉苑");
  const { at, base, period, manager, roomId } = home;
  const feeItemId = await home.item("水费", "METERED");
  const rate = await manager.post(`${base}/rates`, {
    feeItemId,
    name: "居民生活用水",
    base: "METERED",
    areaKind: "CHARGE",
    cycle: "MONTH",
    timing: "POSTPAID",
    tierBasis: "MONTH",
    proration: "ACTUAL_DAYS",
    changePolicy: "SPLIT_DAYS",
    roundingMode: "HALF_UP",
    roundingUnit: "0.01",
    dueRule: "DAY_OF_NEXT_MONTH",
    dueDays: 20,
    version: {
      startsOn: `${period}-01`,
      tiers: [
        { upTo: "10", price: "5.00" },
        { upTo: null, price: "7.00" },
      ],
    },
  });
  await manager.post(`${base}/bindings`, { rateId: rate.id, rooms: { roomIds: [roomId] }, startsOn: `${period}-01` });
  for (const [no, startReading] of [
    ["SB-1", "100"],
    ["SB-2", "50"],
  ]) {
    const meter = { no, kind: "WATER", roomId, feeItemId, digits: 5, multiplier: "1", reverse: false };
    await manager.post(`${base}/meters`, { ...meter, installedOn: `${period}-01`, startReading });
  }

  await test.step("a new sheet, read by Enter alone", async () => {
    await signIn(page, "PROJECT_MANAGER", `${at}/billing/meter-sheets`);
    await page.getByRole("button", { name: "新建抄表单" }).click();
    const dialog = page.getByRole("dialog", { name: "新建抄表单" });
    await dialog.getByLabel("名称").fill("全部水表");
    await dialog.getByRole("button", { name: /保\s?存/ }).click();
    await page.getByRole("link", { name: "全部水表" }).click();
    await page.getByLabel("1-1-101 水表 SB-1 本次读数").fill("112");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("listitem", { name: "1-1-101 水表 SB-1" })).toContainText("已抄");
    await expect(page.getByLabel("1-1-101 水表 SB-2 本次读数")).toBeFocused();
  });

  await test.step("no use at all must be explained", async () => {
    const line = page.getByRole("listitem", { name: "1-1-101 水表 SB-2" });
    await page.keyboard.type("50");
    await page.keyboard.press("Enter");
    await expect(line).toContainText("读数异常（用量为零）");
    await line.getByLabel("异常说明").fill("备用表，没有用水");
    await page.keyboard.press("Enter");
    await expect(line).toContainText("用量为零：备用表，没有用水");
    await expect(page.getByText("未抄 0 只")).toBeVisible();
  });

  await test.step("billed, and the bill says how it came about", async () => {
    const finance = await apiOf(page, "FINANCE_REVIEWER");
    const ended = async (jobId: unknown) =>
      expect.poll(async () => (await finance.get(`${base}/jobs/${String(jobId)}`)).status).toBe("DONE");
    const run = await finance.post(`${base}/runs`, { period, feeItemIds: [feeItemId] });
    await ended(run.jobId);
    const published = await finance.post(`${base}/runs/${String(run.runId)}/publish`, { skipWithoutPayer: false });
    await ended(published.jobId);
    await page.goto(`${at}/property/rooms/${roomId}?tab=meters`);
    await page.getByRole("link", { name: "SB-1" }).click();
    await expect(page.getByText(today()).first()).toBeVisible();
    await page.getByRole("button", { name: "64.00" }).click();
    const why = page.getByRole("region", { name: "为什么是这个金额" });
    await expect(why).toContainText("本次读数 112 − 上次读数 100 = 12 吨");
    await expect(why).toContainText("第一档（0～10）10 × 5.00 元 + 第二档（10 以上）2 × 7.00 元 = 64.00 元");
  });
});
