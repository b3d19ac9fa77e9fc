import { expect, test } from "@playwright/test";
import { PaySimulator } from "../../api/test/pay-simulator";
import { aHousehold, today } from "../support/household";
import { apiOf, signIn } from "../support/sign-in";

test.use({ actionTimeout: 15_000 });

let simulator: PaySimulator;
test.beforeAll(async () => {
  simulator = await PaySimulator.start();
});
test.afterAll(() => simulator.stop());

const KEY = "a-key-for-stories-only-0123456789";

test("a channel is set up, two payers scan their codes: one payment is reported, the other is asked for", async ({
  page,
  browser,
  baseURL,
}) => {
  const home = await aHousehold(page, "观澜阁");
  const merchantId = `M${Date.now()}`;
  await simulator.tell("/merchants", { merchantId, key: KEY });
  const dialog = page.getByRole("dialog");

  await test.step("finance sets the channel up and tries it", async () => {
    await signIn(page, "FINANCE_REVIEWER", `${home.at}/billing/online/channels`);
    await page.getByRole("button", { name: "新建渠道" }).first().click();
    await dialog.getByLabel("渠道名称").fill("微信支付");
    await dialog.getByLabel("商户号").fill(merchantId);
    await dialog.getByLabel("签名密钥").fill(KEY);
    await dialog.getByLabel("渠道地址").fill(simulator.url);
    await dialog.getByLabel("本系统外网地址").fill(baseURL!);
    await dialog.getByRole("button", { name: /保存|新建|确定/ }).click();
    await page
      .getByRole("row", { name: /微信支付/ })
      .getByRole("button", { name: "检查连接" })
      .click();
    await expect(page.getByText(/渠道应答正常/)).toBeVisible();
  });

  const fee = await home.item("物业服务费", "ONE_OFF");
  /** Makes the code of all that is owed; answers what it says. */
  const code = async () => {
    await signIn(page, "CASHIER", `${home.at}/billing/desk?roomId=${home.roomId}`);
    await page.getByRole("button", { name: "线上支付码" }).click();
    await dialog.getByRole("button", { name: "生成支付码" }).click();
    await expect(dialog.getByRole("img", { name: /支付二维码/ })).toBeVisible();
    return (await dialog.getByRole("link", { name: "打开支付链接" }).getAttribute("href"))!;
  };
  /** What the payer does on his telephone. */
  const pay = async (url: string, notify: string) => {
    const phone = await browser.newPage();
    await phone.goto(url);
    await phone.getByLabel("通知").selectOption({ label: notify });
    await phone.getByRole("button", { name: "确认支付" }).click();
    await expect(phone.getByText("支付成功")).toBeVisible();
    await phone.close();
  };

  await test.step("reported twice: the page of the cashier says so by itself", async () => {
    await home.charge(fee, 12_300);
    await pay(await code(), "同时通知两次");
    await expect(dialog.getByText(/已收到 123\.00/)).toBeVisible();
    await expect(dialog.getByRole("link", { name: "查看收据" })).toBeVisible();
  });

  await test.step("never reported: the cashier asks the channel", async () => {
    await home.charge(fee, 4_560);
    await pay(await code(), "不通知（丢失）");
    await dialog.getByRole("button", { name: "查询支付结果" }).click();
    await expect(dialog.getByText(/已收到 45\.60/)).toBeVisible();
  });

  await test.step("the order tells what the channel said", async () => {
    await page.goto(`${home.at}/billing/online/orders`);
    await expect(page.getByRole("row", { name: /已支付/ })).toHaveCount(2);
    await page.getByRole("link", { name: "XS000001" }).click();
    await page.getByRole("tab", { name: /渠道通知/ }).click();
    await expect(page.getByRole("row", { name: /支付通知 已入账 123\.00/ })).toBeVisible();
    await expect(page.getByRole("row", { name: /重复，早已处理/ })).toBeVisible();
  });
});

test("a day of the channel is compared with the books, and what nobody knows of is noted", async ({
  page,
  baseURL,
}) => {
  const home = await aHousehold(page, "听雨轩");
  const finance = await apiOf(page, "FINANCE_REVIEWER");
  const merchantId = `M${Date.now()}`;
  await simulator.tell("/merchants", { merchantId, key: KEY });
  const more = { baseUrl: simulator.url, notifyBaseUrl: baseURL, key: KEY, validMinutes: 30, active: true };
  await finance.post(`${home.base}/online-channels`, { name: "支付宝", method: "ALIPAY", merchantId, ...more });
  const day = dayBefore(today());
  const foreign = { kind: "PAYMENT", tradeNo: "SHOP1", reference: "T-SHOP-1", amountFen: 8_800 };
  await simulator.tell("/statement", { add: { merchantId, day, ...foreign } });
  const dialog = page.getByRole("dialog");

  await signIn(page, "FINANCE_REVIEWER", `${home.at}/billing/online/statements`);
  await page.getByRole("button", { name: "核对一天" }).first().click();
  await expect(dialog.getByLabel("对账日期")).toHaveValue(day);
  await dialog.getByRole("button", { name: "核对", exact: true }).click();
  const line = page.getByRole("row", { name: /只有渠道有 支付 不是本系统的订单 T-SHOP-1 — 88\.00/ });
  await line.getByRole("button", { name: "说明" }).click();
  await dialog.getByLabel("处理说明").fill("同一商户号的便利店收款");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(line.getByText(/同一商户号的便利店收款/)).toBeVisible();
  await page.goto(`${home.at}/billing/online/statements`);
  await expect(page.getByRole("row", { name: new RegExp(`${day} 支付宝 1 88\\.00`) })).toBeVisible();
});

/** The day before, YYYY-MM-DD. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
