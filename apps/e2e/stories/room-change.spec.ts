import { expect, test, type Page } from "@playwright/test";
import { aCommunity } from "../support/community";
import { hasNoSeriousFault } from "../support/faults";
import { signIn } from "../support/sign-in";

const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
const group = (page: Page, title: string) => page.locator(".room-group").filter({ hasText: title });

/** A community of one room of 100 m² that is billed by its charged area, cut by days when that changes. */
async function aBilledRoom(page: Page) {
  const { at, base, manager, room, owner, areaRate } = await aCommunity(page, "云栖苑");
  const home = await room({ buildingArea: "100", chargeArea: "100", innerArea: "80" });
  await owner(home, { name: "沈一舟" });
  const rate = await areaRate({ startsOn: "2026-01-01", unitPrice: "2.38" });
  const startsOn = "2026-01-01";
  await manager.post(`${base}/bindings`, { rateId: rate.id, rooms: { purposes: ["RESIDENCE"] }, startsOn });
  return { at, room: `${at}/property/rooms/${String(home.id)}?tab=basic` };
}

test("a new charged area from a day on: asked for, approved, shown, and the month is cut by days", async ({ page }) => {
  const { at, room } = await aBilledRoom(page);

  await test.step("the receptionist asks; what is unusual must be confirmed", async () => {
    await signIn(page, "RECEPTIONIST", room);
    await expect(page.getByRole("button", { name: "修改编号与位置" })).toHaveCount(0);
    await page.getByRole("button", { name: "变更面积" }).click();
    const form = dialog(page, "变更房间 1-1-101 的面积");
    await form.getByLabel("生效日期").fill("2026-01-16");
    await form.getByLabel("生效日期").press("Enter");
    await form.getByLabel("收费面积").fill("162");
    await form.getByLabel("变更原因").fill("实测面积报告 2026-118");
    await form.getByRole("button", { name: "提交审批" }).click();
    await expect(form.getByText("大于建筑面积 100.00 m²")).toBeVisible();
    await form.getByLabel("建筑面积").fill("0");
    await form.getByRole("button", { name: "提交审批" }).click();
    await expect(form.getByText("建筑面积必须大于 0")).toBeVisible();
    await form.getByLabel("建筑面积").fill("100");
    await form.getByLabel("收费面积").fill("62");
    await expect(form.getByText("公摊面积 20 m²")).toBeVisible();
    await form.getByRole("button", { name: "提交审批" }).click();
    await expect(page.getByText("面积变更已提交审批")).toBeVisible();
    await expect(group(page, "面积").getByText("面积变更等待审批：自 2026-01-16 起收费面积 62.00 m²")).toBeVisible();
  });

  await test.step("he sees his request, and cannot approve it himself", async () => {
    await page.getByRole("link", { name: "查看申请" }).click();
    const request = dialog(page, "审批申请");
    await expect(request.getByRole("row", { name: "收费面积 100.00 m² 62.00 m²" })).toBeVisible();
    await expect(request.getByRole("button", { name: "撤回申请" })).toBeVisible();
    await expect(request.getByRole("button", { name: "通过" })).toHaveCount(0);
  });

  await test.step("the manager finds it on his workbench and approves", async () => {
    await signIn(page, "PROJECT_MANAGER", `${at}/workbench`);
    await page.getByRole("link", { name: /待我审批/ }).click();
    await page.getByRole("link", { name: "房间 1-1-101 自 2026-01-16 起变更面积" }).click();
    await expect(dialog(page, "审批申请").getByText("实测面积报告 2026-118")).toBeVisible();
    await hasNoSeriousFault(page);
    await dialog(page, "审批申请").getByRole("button", { name: "通过" }).click();
    await dialog(page, "通过申请").getByLabel("审批意见").fill("已核对报告原件");
    await dialog(page, "通过申请").getByRole("button", { name: "通过" }).click();
    await expect(page.getByText("已通过，申请的内容已生效")).toBeVisible();
    await dialog(page, "审批申请").getByRole("link", { name: "打开档案" }).click();
  });

  await test.step("the room shows old and new, and who asked and approved", async () => {
    const versions = page.getByRole("region", { name: "面积沿革" });
    await expect(versions.getByRole("row", { name: /2026-01-16 起 现在 100.00 62.00/ })).toBeVisible();
    await expect(versions.getByRole("row", { name: /到 2026-01-15 100.00 100.00/ })).toBeVisible();
    await page.getByRole("tab", { name: "历史", exact: true }).click();
    await expect(page.getByText("房间 1-1-101 的面积自 2026-01-16 起变更：实测面积报告 2026-118")).toBeVisible();
    await expect(page.getByText("收费面积：100.00 → 62.00")).toBeVisible();
  });

  await test.step("the rehearsal of the month cuts by day", async () => {
    await page.goto(`${at}/billing/runs`);
    await page.getByRole("button", { name: "试算应收" }).click();
    await dialog(page, "试算应收").getByLabel("账期").fill("2026-01");
    await dialog(page, "试算应收").getByLabel("账期").press("Enter");
    await dialog(page, "试算应收").getByRole("button", { name: "开始试算" }).click();
    await page.getByRole("tab", { name: "新增 2" }).click();
    await expect(page.getByRole("button", { name: /1-1-101 115\.16 元/ })).toBeVisible();
    await page.getByRole("button", { name: /1-1-101 76\.16 元/ }).click();
    await expect(page.getByText(/62 m² × 2\.38 元\/m²/)).toBeVisible();
  });
});

test("each group of fields is changed for itself; a key change may say why", async ({ page }) => {
  const { room } = await aBilledRoom(page);
  await signIn(page, "PROJECT_MANAGER", room);

  await page.getByRole("button", { name: "修改状态与用途" }).click();
  const state = dialog(page, "修改房间 1-1-101 的状态与用途");
  await state.getByLabel("房屋状态").click();
  await page.locator(".ant-select-dropdown:visible").getByTitle("已出租", { exact: true }).click();
  await state.getByLabel("修改原因").fill("业主出租");
  await state.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("状态与用途已保存")).toBeVisible();
  await expect(group(page, "状态与用途").getByText("已出租")).toBeVisible();

  await page.getByRole("button", { name: "修改编号与位置" }).click();
  const identity = dialog(page, "修改房间 1-1-101 的编号与位置");
  await identity.getByLabel("房间代码").fill("１０２");
  await identity.getByRole("button", { name: "保存" }).click();
  await expect(identity.getByText("房间代码只能用汉字、半角字母、数字")).toBeVisible();
  await identity.getByLabel("房间代码").fill("1-1-102");
  await identity.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "房间 1-1-102" })).toBeVisible();

  await page.getByRole("tab", { name: "历史", exact: true }).click();
  await expect(page.getByText("房间 1-1-101 改为 1-1-102")).toBeVisible();
  await expect(page.getByText("修改房间 1-1-101 的状态（业主出租）")).toBeVisible();
});
