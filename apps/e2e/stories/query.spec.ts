import { expect, test, type Page } from "@playwright/test";
import { aCommunity } from "../support/community";
import { signIn } from "../support/sign-in";

const dialog = (page: Page) => page.getByRole("dialog");

/** A room whose owner sold it and moved out, with the new owner in it, in a community of its own. */
async function aSoldRoom(page: Page) {
  const { at, base, manager, room, owner: added } = await aCommunity(page, "观澜苑");
  const home = await room({ code: "1-1-808", name: "808室", floor: 8 });
  const owner = (name: string, idNumber: string, mobile: string, startsOn: string) =>
    added(home, { name, idNumber, mobile, startsOn, asPayer: true });
  const former = await owner("裴文远", "E22222222", "13922225678", "2020-01-01");
  const present = await owner("白若松", "E33333333", "13933339876", "2024-01-01");
  const { relations } = (await manager.get(`${base}/customers/${String(former.id)}`)) as {
    relations: { id: string }[];
  };
  await manager.post(`${base}/relations/${relations[0]!.id}/end`, { endsOn: "2023-12-31", reason: "买卖" });
  const plate = "粤BD80808";
  await manager.post(`${base}/vehicles`, {
    plate,
    model: "吉利 星瑞",
    color: "银色",
    customerId: present.id,
    roomId: home.id,
    rank: "MAIN",
    kind: "MONTHLY",
    startsOn: "2024-01-01",
  });
  return at;
}

test("whoever asks at the desk is found by four digits; the room tells all; who lived there before is printed", async ({
  page,
}) => {
  const at = await aSoldRoom(page);
  await signIn(page, "RECEPTIONIST", `${at}/query`);

  await test.step("four digits of a telephone, with the keyboard alone", async () => {
    await page.getByLabel("查询内容").fill("９８７６");
    await page.keyboard.press("Enter");
    await expect(page.getByText("按“电话后四位”查询")).toBeVisible();
    await expect(page.getByRole("link", { name: "白若松" })).toBeVisible();
    await expect(page.getByText("139****9876")).toBeVisible();
    await page.getByLabel("查询内容").fill("808");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: "粤BD80808" })).toBeVisible();
    await page.getByRole("link", { name: "1-1-808" }).click();
  });

  await test.step("the room at a glance", async () => {
    await expect(page.getByRole("tab", { name: "概览", selected: true })).toBeVisible();
    await expect(page.getByRole("link", { name: "白若松" })).toBeVisible();
    await expect(page.getByRole("link", { name: "粤B·D80808" })).toBeVisible();
    await expect(page.getByText("没有欠费")).toBeVisible();
    await page.getByRole("link", { name: "历史住户 1 位" }).click();
  });

  await test.step("the former owner, and the list on paper", async () => {
    await expect(page.getByRole("row", { name: /裴文远/ })).toContainText("2023-12-31");
    await expect(page.getByRole("row", { name: /裴文远/ })).toContainText("139****5678");
    const printed = page.getByRole("link", { name: "打印一览表" });
    await page.goto((await printed.getAttribute("href")) ?? "");
    await expect(page.getByRole("heading", { name: "单元历史住户一览表" })).toBeVisible();
    await expect(page.getByRole("table", { name: "历史住户" })).toContainText("裴文远");
  });
});

test("a search is kept under a name and used again", async ({ page }) => {
  const at = await aSoldRoom(page);
  const name = `现业主${Date.now()}`;
  await signIn(page, "PROJECT_MANAGER", `${at}/customer/search?role=OWNER&startedFrom=2023-01-01`);
  await expect(page.getByRole("link", { name: "白若松" })).toBeVisible();
  await expect(page.getByRole("link", { name: "裴文远" })).toBeHidden();

  await page.getByRole("button", { name: "保存的筛选" }).click();
  await page.getByRole("button", { name: "保存当前筛选" }).click();
  await dialog(page).getByLabel("名称").fill(name);
  await dialog(page).getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("筛选已保存")).toBeVisible();

  await page.goto(`${at}/customer/search?ever=true&role=OWNER`);
  await expect(page.getByRole("link", { name: "裴文远" })).toBeVisible();
  await page.getByRole("button", { name: "保存的筛选" }).click();
  await page.getByRole("button", { name }).first().click();
  await expect(page.getByRole("link", { name: "裴文远" })).toBeHidden();
  await expect(page).toHaveURL(/startedFrom=2023-01-01/);

  await page.getByRole("button", { name: "保存的筛选" }).click();
  await page.getByRole("button", { name: `删除筛选 ${name}` }).click();
  await page.getByRole("button", { name: "删除", exact: true }).last().click();
  await expect(page.getByText("筛选已删除")).toBeVisible();
});
