import { expect, test } from "@playwright/test";
import { aCommunity } from "../support/community";
import { today } from "../support/household";
import { apiOf, signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

const month = today().slice(0, 7);

test("a paid month is ended on the 15th: what was used is shown by days, the rest is a prepayment and asked back", async ({
  page,
}) => {
  const { at, base, manager, room, owner, areaRate } = await aCommunity(page, "归舟苑", month);
  const home = await room({ buildingArea: "100", chargeArea: "100" });
  const payer = await owner(home);
  const startsOn = `${month}-01`;
  const rate = await areaRate({ startsOn, unitPrice: "3" });
  await manager.post(`${base}/bindings`, { rateId: rate.id, rooms: { roomIds: [home.id] }, startsOn });
  const { runId } = await manager.post(`${base}/runs`, { period: month });
  const status = async () => (await manager.get(`${base}/runs/${String(runId)}`)).status;
  await expect.poll(status, { timeout: 15_000 }).toBe("REHEARSED");
  await manager.post(`${base}/runs/${String(runId)}/publish`);
  await expect.poll(status, { timeout: 15_000 }).toBe("PUBLISHED");
  const cashier = await apiOf(page, "CASHIER");
  const { items } = (await cashier.get(`${base}/charges`)) as { items: { id: string; serviceTo: string }[] };
  await cashier.post(`${base}/receipts`, {
    id: crypto.randomUUID(),
    payerId: payer.id,
    lines: [{ chargeId: items[0]!.id, amountFen: 30_000 }],
    methods: [{ method: "CASH", tenderedFen: 30_000 }],
  });
  const used = Math.round((30_000 * 15) / Number(items[0]!.serviceTo.slice(-2))) / 100;

  await signIn(page, "FINANCE_REVIEWER", `${at}/property/rooms/${String(home.id)}?tab=charges`);
  await page.getByRole("button", { name: "提前终止" }).click();
  const form = page.getByRole("dialog", { name: /提前终止 1-1-101/ });
  await form.getByLabel("最后服务日").fill(`${month}-15`);
  await form.getByLabel("最后服务日").press("Enter");
  await expect(form.getByRole("alert").filter({ hasText: "已付" })).toContainText(
    `已付 300.00 元，已用 ${used.toFixed(2)} 元，退 ${(300 - used).toFixed(2)} 元`,
  );
  await form.getByText("申请退还").click();
  await expect(form.getByText("由另一人审核")).toBeVisible();
  await expect(form.getByLabel("不原路退回的原因")).toBeVisible();
  await form.getByLabel("终止原因").fill("业主搬离");
  await form.getByRole("button", { name: "提前终止" }).click();
  await expect(page.getByText("已提前终止")).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(`住宅 ${month}-01 ${month}-15`) })).toBeVisible();
  await page.goto(`${at}/billing/refund-requests`);
  await expect(page.getByRole("row", { name: /审核中/ })).toContainText((300 - used).toFixed(2));
  await page.goto(`${at}/billing/prepayments`);
  await expect(page.getByRole("row", { name: /1-1-101/ })).toContainText((300 - used).toFixed(2));
});
