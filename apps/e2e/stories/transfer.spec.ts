import { expect, test, type Page } from "@playwright/test";
import { aCommunity } from "../support/community";
import { apiOf, signIn } from "../support/sign-in";

/**
 * 房屋过户 (SCN-07): a room with a debt and a prepayment is sold, a second person approves, both sides get their sheet,
 * and the next rehearsal bills the new owner.
 */
const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
const month = today.slice(0, 7);
const unique = String(Date.now());
const dialog = (page: Page) => page.getByRole("dialog");

const proof = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

/** A resident ID number with a right check digit. */
function anIdNumber(offset: number): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const body = `44030419800101${String((Number(unique) + offset) % 1000).padStart(3, "0")}`;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + "10X98765432"[sum % 11];
}

type Api = Awaited<ReturnType<typeof apiOf>>;

async function billed(api: Api, base: string, period: string): Promise<void> {
  const { runId } = await api.post(`${base}/runs`, { period });
  const status = async () => (await api.get(`${base}/runs/${String(runId)}`)).status;
  await expect.poll(status, { timeout: 15_000 }).toBe("REHEARSED");
  await api.post(`${base}/runs/${String(runId)}/publish`);
  await expect.poll(status, { timeout: 15_000 }).toBe("PUBLISHED");
}

/** A room of 100 m² at 3 yuan whose owner owes this month and has paid 500 yuan ahead. */
async function aSoldRoom(page: Page) {
  const { at, base, manager, room, owner, areaRate } = await aCommunity(page, "过户小区", month);
  const home = await room({ buildingArea: "100", chargeArea: "100" });
  const seller = await owner(home, {
    name: "卖方赵强",
    idType: "ID_CARD",
    idNumber: anIdNumber(0),
    mobile: `139${unique.slice(-8)}`,
    startsOn: "2020-01-01",
  });
  const startsOn = "2020-01-01";
  const rate = await areaRate({ startsOn, unitPrice: "3" });
  await manager.post(`${base}/bindings`, { rateId: rate.id, rooms: { roomIds: [home.id] }, startsOn });
  await billed(manager, base, month);
  const cashier = await apiOf(page, "CASHIER");
  await cashier.post(`${base}/receipts`, {
    id: crypto.randomUUID(),
    payerId: seller.id,
    lines: [],
    prepayment: { roomId: home.id, amountFen: 50_000 },
    methods: [{ method: "CASH", tenderedFen: 50_000 }],
  });
  return { base, at, roomId: String(home.id) };
}

test.use({ actionTimeout: 10_000 });

test("a room with a debt and a prepayment is sold, approved by a second person, and both sides get their sheet", async ({
  page,
}) => {
  test.slow();
  const { base, at, roomId } = await aSoldRoom(page);

  await test.step("from the room page: the state of the room first", async () => {
    await signIn(page, "RECEPTIONIST", `${at}/property/rooms/${roomId}`);
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menuitem", { name: "办理过户" }).click();
    await page.getByRole("button", { name: "开始办理" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "过户 GH000001" })).toBeVisible();
    const main = page.getByRole("main");
    await expect(main.getByText("300.00 元")).toBeVisible();
    await expect(main.getByText("500.00 元")).toBeVisible();
    await page.getByRole("button", { name: "下一步：过户信息" }).click();
  });

  await test.step("day, reason and a document", async () => {
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles({ name: "产权证.pdf", mimeType: "application/pdf", buffer: proof });
    await expect(page.getByText("产权证.pdf")).toBeVisible();
    await page.getByLabel("过户日期").fill(today);
    await page.getByLabel("过户日期").press("Tab");
    await page.getByLabel("过户原因").click();
    await page.locator(".ant-select-dropdown:visible").getByText("买卖", { exact: true }).click();
    await page.getByRole("button", { name: "保存，下一步：新业主" }).click();
  });

  await test.step("a new owner entered in full", async () => {
    await page.getByRole("button", { name: "录入新业主" }).click();
    const field = (label: string) => dialog(page).getByLabel(label, { exact: true });
    await field("客户名称").fill("买方孙丽");
    await field("证件号码").fill(anIdNumber(1));
    await field("户口所在地").fill("广东省广州市");
    await field("手机").fill(`138${unique.slice(-8)}`);
    await field("紧急联络人").fill("孙刚");
    await field("紧急联络人电话").fill("13900000003");
    await dialog(page).getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("新业主（1）")).toBeVisible();
    await page.getByRole("button", { name: "保存，下一步：结算" }).click();
  });

  await test.step("the settlement by day, then it waits for approval", async () => {
    await expect(page.getByText("按今天的账目预览")).toBeVisible();
    await expect(page.getByRole("cell", { name: "物业服务费" })).toBeVisible();
    await page.getByRole("button", { name: "下一步：确认" }).click();
    await page.getByRole("button", { name: "提交", exact: true }).click();
    await expect(page.getByText("应退原业主预收")).toBeVisible();
    await page.getByRole("button", { name: "申请审批" }).click();
    await dialog(page).getByLabel("申请原因").fill("双方同意按此结算");
    await dialog(page).getByRole("button", { name: "提交审批" }).click();
    await expect(page.getByText("等待另一人审批")).toBeVisible();
  });

  await test.step("the manager approves and it is done", async () => {
    await signIn(page, "PROJECT_MANAGER", `${at}/approvals`);
    await page.getByText("房间 1-1-101 过户 GH000001").first().click();
    await dialog(page).getByRole("button", { name: "通过" }).click();
    const confirm = page
      .getByRole("dialog")
      .last()
      .getByRole("button", { name: /通过|确定/ });
    if (await confirm.isVisible().catch(() => false)) await confirm.click();
    await expect
      .poll(async () => {
        const api = await apiOf(page, "RECEPTIONIST");
        return ((await api.get(`${base}/transfers`)).items as { status: string }[])[0]?.status;
      })
      .toBe("COMPLETED");
  });

  await test.step("both sheets are printed", async () => {
    await signIn(page, "RECEPTIONIST", `${at}/customer/transfers`);
    await page.getByRole("link", { name: "GH000001" }).click();
    await expect(page.getByText("办结").first()).toBeVisible();
    for (const side of ["原业主结算单", "新业主结算单"]) {
      const [sheet] = await Promise.all([page.waitForEvent("popup"), page.getByRole("link", { name: side }).click()]);
      await expect(sheet.getByRole("heading", { name: "过户结算单" })).toBeVisible();
      await expect(sheet.getByText("孙丽")).toBeVisible();
      await sheet.close();
    }
  });

  await test.step("the rest of the prepayment waits to be paid back, and the new owner is billed next", async () => {
    const manager = await apiOf(page, "PROJECT_MANAGER");
    const [refund] = (await manager.get(`${base}/prepayment-refunds`)).items as { status: string; amountFen: number }[];
    expect(refund).toMatchObject({ status: "OPEN" });
    const [year, number] = month.split("-").map(Number) as [number, number];
    const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
    const { runId } = await manager.post(`${base}/runs`, { period: next });
    const url = `${base}/runs/${String(runId)}`;
    await expect.poll(async () => (await manager.get(url)).status, { timeout: 15_000 }).toBe("REHEARSED");
    expect((await manager.get(`${url}/lines`)).items).toMatchObject([{ payerName: "买方孙丽", amountFen: 30_000 }]);
  });
});
