import { expect, test, type Page } from "@playwright/test";
import { apiOf, signIn } from "../support/sign-in";

/** A room of the demonstration that owes something, with what it owes. */
async function anOwingRoom(page: Page) {
  const auditor = await apiOf(page, "AUDITOR");
  const { projects } = (await auditor.get("/auth/me")) as { projects: { id: string; shortName: string }[] };
  const { id } = projects.find(({ shortName }) => shortName === "翠湖花园")!;
  const { items } = (await auditor.get(`/projects/${id}/charges?status=OPEN&overdue=true&pageSize=50`)) as {
    items: { roomId: string; roomCode: string; period: string; feeItemName: string; openFen: number }[];
  };
  return { projectId: id, charge: items.findLast(({ openFen }) => openFen > 10_000)! };
}

const yuan = (fen: number) => (fen / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",");

test("a receptionist asks for a waiver, the manager approves it, and the room owes less", async ({ page }) => {
  const { projectId, charge } = await anOwingRoom(page);
  const waived = 1234;

  await signIn(page, "RECEPTIONIST", `/p/${projectId}/property/rooms/${charge.roomId}?tab=charges`);
  await page
    .getByRole("row")
    .filter({ hasText: charge.period })
    .filter({ hasText: charge.feeItemName })
    .getByRole("checkbox")
    .first()
    .check();
  await page.getByRole("button", { name: "申请减免" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("减免原因").press("Enter");
  await page.locator(".ant-select-dropdown:visible").getByText("服务不到位").click();
  await dialog.getByLabel("情况说明").fill("电梯停运三天，按协议减免");
  await dialog.getByLabel(new RegExp(`${charge.roomCode} ${charge.period}`)).fill("12.34");
  await expect(dialog.getByText("减免合计")).toContainText("12.34");
  await dialog.getByRole("button", { name: "提交申请" }).click();
  await expect(page.getByText("减免申请已提交，等待审批")).toBeVisible();

  await signIn(page, "PROJECT_MANAGER", `/p/${projectId}/approvals`);
  await page.getByRole("row").filter({ hasText: "减免 JM" }).first().click();
  const request = page.getByRole("dialog");
  await expect(request.getByText("服务不到位：电梯停运三天，按协议减免")).toBeVisible();
  await request.getByRole("button", { name: "通过" }).click();
  const decision = page.getByRole("dialog", { name: "通过申请" });
  await decision.getByLabel("审批意见").fill("情况属实");
  await decision.getByRole("button", { name: "通过" }).click();
  await expect(request.getByText("已通过")).toBeVisible();

  await page.goto(`/p/${projectId}/billing/waivers`);
  await page.getByRole("row").filter({ hasText: charge.roomCode }).first().click();
  const card = page.getByRole("dialog", { name: "减免单" });
  await expect(card.getByText("已减免")).toBeVisible();
  await expect(card.getByRole("row").filter({ hasText: charge.feeItemName })).toContainText(
    yuan(charge.openFen - waived),
  );
});
