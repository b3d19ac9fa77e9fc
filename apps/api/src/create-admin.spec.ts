import { startTestApp } from "../test/test-app.js";
import { Browser, freshMobile } from "./auth/auth.factories.js";
import { createAdministrator } from "./create-admin.js";

const app = await startTestApp();
afterAll(() => app.close());
const url = process.env.DATABASE_URL ?? "";

test("the first administrator signs in with the printed password and must change it", async () => {
  const mobile = freshMobile();
  const password = await createAdministrator(url, mobile, "钱管理");
  expect(await new Browser(app).signIn(mobile, password)).toMatchObject({
    body: {
      user: {
        name: "钱管理",
        mustChangePassword: true,
        roleNames: ["系统管理员"],
        companyPermissions: ["system:users", "system:roles"],
      },
    },
  });
  await expect(createAdministrator(url, mobile, "钱管理")).rejects.toThrow("已经有用户");
});

test.each([
  ["123", "钱管理", "11 位"],
  ["13912345678", " ", "姓名"],
])("refuses %s %s", async (mobile, name, why) => {
  await expect(createAdministrator(url, mobile, name)).rejects.toThrow(why);
});
