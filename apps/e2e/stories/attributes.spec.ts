import { expect, test } from "@playwright/test";
import { aCommunity } from "../support/community";
import { signIn } from "../support/sign-in";

test("a community keeps something of its own of every room: defined, filled, found by, and fixed in its type", async ({
  page,
}) => {
  const { at, room } = await aCommunity(page, "栖霞苑");
  const first = await room();
  await room({ code: "1-1-102", name: "102室" });

  await test.step("the manager defines it with its choices", async () => {
    await signIn(page, "PROJECT_MANAGER", `${at}/settings?tab=attributes`);
    await page.getByRole("button", { name: "新增房间资料" }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("名称", { exact: true }).fill("燃气类型");
    await form.getByLabel("类型").click();
    await page.locator(".ant-select-dropdown:visible").getByTitle("单选").click();
    await form.getByRole("textbox", { name: /选项 1/ }).fill("管道气");
    await form.getByRole("button", { name: "增加选项" }).click();
    await form.getByRole("textbox", { name: /选项 2/ }).fill("瓶装气");
    await form.getByRole("button", { name: "保存" }).click();
    await expect(page.getByRole("row", { name: /燃气类型 单选 管道气、瓶装气/ })).toBeVisible();
  });

  await test.step("it is filled on a room", async () => {
    await page.goto(`${at}/property/rooms/${String(first.id)}?tab=basic`);
    const own = page.getByRole("region", { name: "自定义资料" });
    await own.getByRole("button").first().click();
    await page.getByRole("dialog").getByLabel("燃气类型").click();
    await page.locator(".ant-select-dropdown:visible").getByTitle("瓶装气").click();
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    await expect(own.getByText("瓶装气")).toBeVisible();
  });

  await test.step("its type is fixed from now on", async () => {
    await page.goto(`${at}/settings?tab=attributes`);
    const row = page.getByRole("row", { name: /燃气类型/ });
    await expect(row.getByRole("button", { name: "删除" })).toBeDisabled();
    await row.getByRole("button", { name: "修改" }).click();
    await expect(page.getByText("已有 1 条数据，类型不能再改")).toBeVisible();
  });
});
