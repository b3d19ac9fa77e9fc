import { expect, type Page } from "@playwright/test";
import type { SeededRole } from "@linli/contracts";
import { apiOf, signIn } from "./sign-in";

type Api = Awaited<ReturnType<typeof apiOf>>;

async function firstOf(api: Api, url: string): Promise<string> {
  const { items } = (await api.get(url)) as { items: { id: string }[] };
  const [first] = items;
  if (!first) throw new Error(`the demonstration has nothing at ${url}`);
  return first.id;
}

/** The id of the demonstration's 翠湖花园 for somebody; nothing for who works for the company only. */
async function lakeGarden(api: Api): Promise<string | undefined> {
  const { projects } = (await api.get("/auth/me")) as { projects: { id: string; shortName: string }[] };
  const project = projects.find(({ shortName }) => shortName === "翠湖花园");
  if (!project && projects.length > 0) throw new Error("the demonstration has no 翠湖花园");
  return project?.id;
}

/** Pages of one thing that no menu leads to, in the larger community of the demonstration. */
export async function thingPages(page: Page): Promise<{ role: SeededRole; paths: string[] }[]> {
  const auditor = await apiOf(page, "AUDITOR");
  const projectId = await lakeGarden(auditor);
  const base = `/projects/${projectId}`;
  const at = `/p/${projectId}`;
  const manager = await apiOf(page, "PROJECT_MANAGER");
  const [receipt, charge, run, rate, inspection, vouchers] = await Promise.all(
    ["receipts", "charges", "runs", "rates", "inspections", "voucher-exports"].map((kind) =>
      firstOf(auditor, `${base}/${kind}`),
    ),
  );
  const { roomId, payerId, buildingId } = await owed(auditor, base, charge ?? "");
  const importId = await manager.get(`${base}/imports`).then(({ items }) => (items as { id: string }[])[0]?.id);
  return [
    {
      role: "FINANCE_REVIEWER",
      paths: [
        `${at}/property/rooms/${roomId}`,
        `${at}/property/rooms/${roomId}?tab=charges`,
        `${at}/property/buildings/${buildingId}`,
        `${at}/property/inspections/${inspection}`,
        `${at}/property/inspection-templates`,
        `${at}/customer/customers/${payerId}`,
        `${at}/billing/receipts/${receipt}`,
        `${at}/billing/receipts/${receipt}?tab=sheet`,
        `${at}/billing/runs/${run}`,
        `${at}/billing/rates/${rate}`,
        `${at}/billing/bindings/new`,
        `${at}/billing/vouchers/${vouchers}`,
      ],
    },
    { role: "RECEPTIONIST", paths: [`${at}/property/restructures/split?roomId=${roomId}`] },
    { role: "CASHIER", paths: [`${at}/billing/desk?roomId=${roomId}`] },
    { role: "PROJECT_MANAGER", paths: importId ? [`${at}/imports/${importId}`] : [] },
  ];
}

async function owed(api: Api, base: string, chargeId: string) {
  const { roomId, payerId } = (await api.get(`${base}/charges/${chargeId}`)) as { roomId: string; payerId: string };
  const { buildingId } = (await api.get(`${base}/rooms/${roomId}`)) as { buildingId: string };
  return { roomId, payerId, buildingId };
}

/** Every page the menu of a role leads to, sections unfolded, in one community and for the company. */
export async function menuPages(page: Page, role: SeededRole): Promise<string[]> {
  const projectId = await lakeGarden(await apiOf(page, role));
  // The communities of other stories come and go: their names must not decide where the menu is read.
  await signIn(page, role, projectId ? `/p/${projectId}/property/rooms` : "/");
  const menu = page.getByRole("navigation", { name: "主菜单" });
  await expect(menu.getByRole("menuitem").first()).toBeVisible();
  const sections = menu.locator('[role="menuitem"][aria-haspopup="true"][aria-expanded="false"]');
  // All at once and until none is left: a section may hold others, and that of the page shown unfolds by itself.
  await expect(async () => {
    const folded = await sections.evaluateAll((found) => {
      for (const one of found) (one as HTMLElement).click();
      return found.length;
    });
    expect(folded).toBe(0);
  }).toPass({ intervals: [50] });
  return menu.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? "/"));
}

/** Waits until a page has shown what it has to show: its heading, and nothing still loading. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.locator(".ant-skeleton, .ant-spin-spinning, .shell-loading")).toHaveCount(0);
  await still(page);
}

/** Waits until nothing on the page moves or changes its colour. */
export async function still(page: Page): Promise<void> {
  const moving = () => document.getAnimations().filter(({ playState }) => playState === "running").length;
  await expect.poll(() => page.evaluate(moving), { intervals: [50] }).toBe(0);
}
