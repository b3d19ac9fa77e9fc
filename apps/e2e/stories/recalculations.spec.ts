import { expect, test } from "@playwright/test";
import { aCommunity } from "../support/community";
import { hasNoSeriousFault } from "../support/faults";
import { today } from "../support/household";
import { apiOf, signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

test("a price that came late: differences from the rehearsal, approved by another, the unpaid bill issued anew", async ({
  page,
}) => {
  const period = today().slice(0, 7);
  const { at, base, manager, ...made } = await aCommunity(page, "临川苑", period);
  const room = await made.room();
  await made.owner(room);
  const rate = await made.areaRate({ startsOn: "2020-01-01", unitPrice: "1.00" });
  await manager.post(`${base}/bindings`, { rateId: rate.id, rooms: {}, startsOn: `${period}-01` });
  /** A rehearsal over the API; answers its id. */
  const rehearse = async () => {
    const { runId } = await manager.post(`${base}/runs`, { period });
    const run = `${base}/runs/${String(runId)}`;
    await expect.poll(async () => (await manager.get(run)).status).toBe("REHEARSED");
    return String(runId);
  };
  const run = `${base}/runs/${await rehearse()}`;
  await manager.post(`${run}/publish`, {});
  await expect.poll(async () => (await manager.get(run)).status).toBe("PUBLISHED");
  const price = { startsOn: `${period}-01`, unitPrice: "1.20", inBilledTime: true };
  await manager.post(`${base}/rates/${String(rate.id)}/versions`, price);
  const second = await rehearse();

  await test.step("the rehearsal leads to it; the differences are read before anybody is asked", async () => {
    await signIn(page, "FINANCE_REVIEWER", `${at}/billing/runs/${second}`);
    await page.getByRole("link", { name: "重算未缴账单" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "新建应收重算" })).toBeVisible();
    await page.getByLabel("收费项目").click();
    await page.getByTitle("物业服务费").click();
    await page.getByLabel("重算原因").fill("调价通知晚到");
    await page.getByRole("button", { name: "计算差异" }).click();
    await expect(page.getByText("待提交", { exact: true })).toBeVisible();
    const row = page.getByRole("row", { name: /1-1-101/ });
    await expect(row).toContainText("94.56");
    await expect(row).toContainText("113.47");
    await expect(row).toContainText("单价");
    await row.getByRole("button", { name: "展开行" }).click();
    await expect(page.getByRole("region", { name: "按现在计算" })).toContainText("1.20 元/m²");
    await hasNoSeriousFault(page);
    await page.getByRole("button", { name: "提交审批" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "提交审批" }).click();
    await expect(page.getByText("待审批", { exact: true })).toBeVisible();
  });

  await test.step("decided by another, the bill is issued anew", async () => {
    const director = await apiOf(page, "COMPANY_MANAGER");
    const { items } = (await manager.get(`${base}/recalculations`)) as { items: { approvalId: string }[] };
    await director.post(`${base}/approvals/${items[0]!.approvalId}/approve`, {});
    await page.reload();
    await expect(page.getByText(/已通过，重算了 1 项，应收变动 18\.91 元/)).toBeVisible({ timeout: 30_000 });
    await page.goto(`${at}/property/rooms/${String(room.id)}?tab=charges`);
    await expect(page.getByText("欠 113.47")).toBeVisible();
  });
});
