import { expect, type Page, test } from "@playwright/test";
import { apiOf, signIn } from "../support/sign-in";

/** A mobile number nobody else has, today or tomorrow. */
const freshMobile = () => `139${String(Date.now()).slice(-8)}`;

async function fillSignIn(page: Page, mobile: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("手机号").fill(mobile);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录" }).click();
}

async function chooseOption(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("dialog").getByLabel(label, { exact: true }).last().click();
  await page.locator(".ant-select-dropdown:visible").getByText(option, { exact: true }).click();
}

/** Reads the password out of the dialog that shows it once, and closes it. */
async function takeFirstPassword(page: Page): Promise<string> {
  const dialog = page.getByRole("dialog").filter({ hasText: "只显示这一次" });
  const password = (await dialog.locator("code").innerText()).trim();
  await dialog.getByRole("button", { name: "已记下，关闭" }).click();
  await expect(dialog).toBeHidden();
  return password;
}

async function setOwnPassword(page: Page, current: string, next: string): Promise<void> {
  await page.getByLabel("当前密码").fill(current);
  await page.getByLabel("新密码", { exact: true }).fill(next);
  await page.getByLabel("再输入一次新密码").fill(next);
  await page.getByRole("button", { name: "修改密码并进入" }).click();
}

test("an application becomes a user: applied, approved, first password changed, at work", async ({ page }) => {
  const mobile = freshMobile();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "申请开通" }).click();
  await page.getByLabel("姓名").fill("许新员");
  await page.getByLabel("手机号").fill(mobile);
  await page.getByLabel("希望的管理区与角色").fill("收费员");
  await page.getByLabel("申请理由").fill("收费岗新入职");
  await page.getByRole("button", { name: "提交申请" }).click();
  await expect(page.getByText("申请已提交")).toBeVisible();

  await fillSignIn(page, mobile, "Not-yet-2026");
  await expect(page.getByRole("alert")).toContainText("手机号或密码不正确");

  await signIn(page, "SYSTEM_ADMIN", "/system/applications");
  const row = page.getByRole("row").filter({ hasText: mobile });
  await row.getByRole("button", { name: "通过" }).click();
  await chooseOption(page, "角色", "收费员");
  await chooseOption(page, "管理区", "所有管理区");
  await page.getByRole("button", { name: "通过并建立用户" }).click();
  const first = await takeFirstPassword(page);
  await expect(row).toContainText("已通过");

  await page.context().clearCookies();
  await fillSignIn(page, mobile, first);
  await expect(page.getByRole("heading", { name: "设置您的密码" })).toBeVisible();
  await page.goto("/system/users");
  await expect(page.getByRole("heading", { name: "设置您的密码" })).toBeVisible();
  await setOwnPassword(page, first, "Own-Password-2026");
  await expect(page.getByRole("heading", { name: "设置您的密码" })).toBeHidden();
  await expect(page.getByText("用户与权限")).toBeHidden();
  await page.reload();
  await expect(page).not.toHaveURL(/sign-in|first-password/);
});

test("five wrong passwords lock an account; the administrator sees it and unlocks", async ({ page }) => {
  const mobile = freshMobile();
  const admin = await apiOf(page, "SYSTEM_ADMIN");
  const { password } = (await admin.post("/users", { name: "吕锁定", mobile, memberships: [] })) as {
    password: string;
  };
  for (let i = 0; i < 4; i += 1) {
    const reply = await page.request.post("/api/auth/sign-in", { data: { mobile, password: `Wrong-password-${i}` } });
    expect(reply.status()).toBe(401);
  }
  await fillSignIn(page, mobile, "Wrong-password-4");
  await expect(page.getByRole("alert")).toContainText("手机号或密码不正确");
  await fillSignIn(page, mobile, password);
  await expect(page.getByRole("alert")).toContainText("账号已锁定");

  await signIn(page, "SYSTEM_ADMIN", `/system/users?q=${mobile}`);
  await page.getByRole("link", { name: "吕锁定" }).click();
  await expect(page.getByText("已锁定")).toBeVisible();
  await page.getByRole("button", { name: "解除锁定" }).click();
  await expect(page.getByText("在用")).toBeVisible();
  await page.context().clearCookies();
  await fillSignIn(page, mobile, password);
  await expect(page.getByRole("heading", { name: "设置您的密码" })).toBeVisible();
});

test("rights that exclude each other are refused in words, and the form stays", async ({ page }) => {
  await signIn(page, "SYSTEM_ADMIN", "/system/users");
  await page.getByRole("button", { name: "新建用户" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("姓名").fill("施冲突");
  await dialog.getByLabel("手机号").fill(freshMobile());
  await chooseOption(page, "角色", "收费员");
  await chooseOption(page, "管理区", "所有管理区");
  await dialog.getByRole("button", { name: "添加角色" }).click();
  await chooseOption(page, "角色", "财务审核");
  await chooseOption(page, "管理区", "所有管理区");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog.getByRole("alert").filter({ hasText: "收款与" })).toContainText("不能同时有");
  await dialog.getByRole("button", { name: "去掉第 2 个角色" }).click();
  await dialog.getByRole("button", { name: "保存" }).click();
  expect(await takeFirstPassword(page)).toHaveLength(14);
});

test("the auditor finds what happened, opens before and after, and exports it", async ({ page }) => {
  const admin = await apiOf(page, "SYSTEM_ADMIN");
  const mobile = freshMobile();
  const { userId } = (await admin.post("/users", { name: "张改名", mobile, memberships: [] })) as { userId: string };
  await admin.put(`/users/${userId}`, { name: "张新名", mobile });
  await signIn(page, "AUDITOR", "/system/audit");
  await expect(page.getByRole("heading", { name: "审计日志" })).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "修改用户 张新名" }).first();
  await row.getByRole("button").first().click();
  const change = page.getByRole("row", { name: "姓名 张改名 张新名", exact: true });
  await expect(change).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出" }).click();
  expect((await download).suggestedFilename()).toBe("审计日志.csv");
});

test("the system administrator has no business in the menu, the auditor nothing to change", async ({ page }) => {
  await signIn(page, "SYSTEM_ADMIN", "/system/roles");
  await expect(page.getByRole("heading", { name: "角色" })).toBeVisible();
  for (const name of ["审计日志", "收银台", "客户", "房间"])
    await expect(page.getByRole("menuitem", { name })).toHaveCount(0);
  await page.getByRole("tab", { name: "权限对照" }).click();
  await expect(page.getByRole("cell", { name: "收据红冲", exact: true })).toBeVisible();
  await page.goto("/system/audit");
  await expect(page.getByRole("heading", { name: "审计日志" })).toHaveCount(0);
});
