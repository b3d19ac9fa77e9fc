import { expect, test, type Page } from "@playwright/test";
import { aCommunity } from "../support/community";
import { hasNoSeriousFault } from "../support/faults";
import { signIn } from "../support/sign-in";

const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
const option = (page: Page, text: string) =>
  page.locator(".ant-select-dropdown:visible").getByText(text, { exact: true }).first();
const proof = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

/** The key data of a customer, and a consent with its signed paper (SCN-06, LAW-32). */
test("a name is changed with a reason that stays; a consent is recorded with its paper, and withdrawn", async ({
  page,
}) => {
  const { at, room, owner } = await aCommunity(page, "望江里");
  const customer = await owner(await room(), { name: "方晓岚" });
  await signIn(page, "RECEPTIONIST", `${at}/customer/customers/${String(customer.id)}`);

  await test.step("without a reason nothing is changed; with one both names stay in the history", async () => {
    await page.getByRole("button", { name: "修改关键信息" }).click();
    const form = dialog(page, "修改关键信息");
    await form.getByLabel("客户名称").fill("方晓澜");
    await form.getByRole("button", { name: "保存" }).click();
    await expect(form.getByText(/请填写.*原因/)).toBeVisible();
    await form.getByLabel("修改原因").fill("更名，已核对户口簿");
    await form.getByRole("button", { name: "保存" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "方晓澜" })).toBeVisible();
    await page.getByRole("tab", { name: "历史", exact: true }).click();
    await expect(page.getByText(/更名，已核对户口簿/)).toBeVisible();
    await expect(page.getByText("方晓岚 → 方晓澜")).toBeVisible();
  });

  await test.step("a consent, and the paper that proves it", async () => {
    await page.getByRole("tab", { name: "告知与同意" }).click();
    await page.getByRole("button", { name: "登记同意或撤回" }).click();
    const form = dialog(page, "登记同意或撤回");
    await form.getByLabel("用途").click();
    await option(page, "人脸识别").click();
    await form.getByRole("button", { name: "保存" }).click();
    await page.getByRole("button", { name: /书面材料：同意：人脸识别/ }).click();
    const papers = dialog(page, "书面材料：同意：人脸识别");
    await papers
      .locator("input[type=file]")
      .first()
      .setInputFiles({ name: "同意书.pdf", mimeType: "application/pdf", buffer: proof });
    await expect(papers.getByText("同意书.pdf")).toBeVisible();
    await hasNoSeriousFault(page);
    await page.keyboard.press("Escape");
    await expect(papers).toBeHidden();
  });

  await test.step("it is withdrawn; the record of both stays", async () => {
    await page.getByRole("button", { name: "登记同意或撤回" }).click();
    const form = dialog(page, "登记同意或撤回");
    await form.getByLabel("用途").click();
    await option(page, "人脸识别").click();
    await form.getByText("撤回", { exact: true }).click();
    await form.getByRole("button", { name: "保存" }).click();
    await expect(page.getByRole("cell", { name: "撤回：人脸识别", exact: true })).toBeVisible();
    await expect(page.getByRole("cell", { name: "同意：人脸识别", exact: true })).toBeVisible();
  });
});
