import { expect, test } from "@playwright/test";
import { aCommunity } from "../support/community";
import { hasNoSeriousFault } from "../support/faults";
import { signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

test("from the day of the handover the owner bears, the developer before: set once, then a date per room", async ({
  page,
}) => {
  const { at, base, manager, room, owner, areaRate } = await aCommunity(page, "新筑苑");
  const home = await room({ buildingArea: "100", chargeArea: "100", state: "HANDED_OVER" });
  const unsold = await room({ code: "1-1-102", buildingArea: "100", chargeArea: "100", state: "UNSOLD" });
  await owner(home, { name: "沈一舟" });
  await owner(unsold, {
    name: "新筑置业有限公司",
    kind: "COMPANY",
    sex: "NONE",
    idType: "CREDIT_CODE",
    idNumber: "91320000MA1XY0001F",
    contactName: "高原",
    role: "DEVELOPER",
  });
  const rate = await areaRate({ startsOn: "2026-01-01", unitPrice: "3.1" });
  const rooms = { purposes: ["RESIDENCE"] };
  await manager.post(`${base}/bindings`, { rateId: rate.id, rooms, startsOn: "2026-01-01" });

  await test.step("the policy and the developer; the room without a date is named", async () => {
    await signIn(page, "PROJECT_MANAGER", `${at}/billing/settings`);
    await page.getByRole("radio", { name: "自交房日起" }).check();
    await expect(page.getByText("1 间已交付的房间没有交房日期，不会出账")).toBeVisible();
    await expect(page.getByText("没有选择开发商")).toBeVisible();
    await page.getByLabel("开发商").last().fill("新筑置业");
    await page.locator(".ant-select-dropdown:visible").getByText("新筑置业有限公司").click();
    await expect(page.getByText("没有选择开发商")).toBeHidden();
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("起算政策已保存")).toBeVisible();
    await hasNoSeriousFault(page);
  });

  await test.step("rehearsed, the room is a fault with a reason, and a way to put it right", async () => {
    await page.goto(`${at}/billing/runs?period=2026-01`);
    await page.getByRole("button", { name: "试算应收" }).click();
    const form = page.getByRole("dialog");
    await form.getByRole("button", { name: "开始试算" }).click();
    await expect(page.getByRole("tab", { name: "起算日期不明 1" })).toBeVisible();
    await expect(page.getByText("房间 1-1-101 已交付但没有交房日期")).toBeVisible();
    await page.getByRole("link", { name: "1-1-101" }).click();
    await page.getByRole("tab", { name: "基本资料" }).click();
    await page.getByRole("button", { name: "修改状态与用途" }).click();
    await form.getByLabel("交房日期").fill("2026-01-11");
    await form.getByLabel("交房日期").press("Enter");
    await form.getByRole("button", { name: "保存" }).click();
    await expect(form).toBeHidden();
    await page.getByRole("tab", { name: "应收/欠费" }).click();
    await expect(page.getByText("业主自 2026-01-11 起承担费用，之前由开发商承担")).toBeVisible();
  });

  await test.step("rehearsed again, the month is cut: ten days the developer's, the rest the owner's", async () => {
    await page.goto(`${at}/billing/runs?period=2026-01`);
    await page.getByRole("button", { name: "试算应收" }).click();
    const form = page.getByRole("dialog");
    await form.getByRole("button", { name: "开始试算" }).click();
    await page.getByRole("tab", { name: "新增 3" }).click();
    await expect(page.getByRole("row", { name: /1-1-101 .*沈一舟.*2026-01-11 2026-01-31 .*210\.00/ })).toBeVisible();
    await expect(page.getByRole("row", { name: /1-1-102 .*新筑置业有限公司.*310\.00/ })).toBeVisible();
    await page.getByRole("button", { name: /1-1-101 100\.00 元/ }).click();
    await expect(page.getByText("交付前由开发商承担（物业管理条例第41条）：业主自 2026-01-11 起承担")).toBeVisible();
  });
});
