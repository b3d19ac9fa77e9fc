import { type APIRequestContext, type Page, request } from "@playwright/test";
import type { SeededRole } from "@linli/contracts";

/** The demonstration's people, one per seeded role. */
export const people: Record<SeededRole, string> = {
  SYSTEM_ADMIN: "13000000001",
  AUDITOR: "13000000002",
  COMPANY_MANAGER: "13000000003",
  PROJECT_MANAGER: "13000000004",
  RECEPTIONIST: "13000000005",
  CASHIER: "13000000006",
  FINANCE_REVIEWER: "13000000007",
  ENGINEERING_LEAD: "13000000008",
  REPAIR_WORKER: "13000000009",
  REGION_MANAGER: "13000000010",
};

export const demoPassword = "Linli-Demo-2026";

/** Signs the page in over the API (the refresh cookie is what the console starts from) and opens a path. */
export async function signIn(page: Page, role: SeededRole, path = "/"): Promise<void> {
  await tokenOf(page.request, role);
  await page.goto(path);
}

async function tokenOf(through: APIRequestContext, role: SeededRole): Promise<string> {
  const reply = await through.post("/api/auth/sign-in", { data: { mobile: people[role], password: demoPassword } });
  if (!reply.ok()) throw new Error(`sign-in of ${role} answered ${reply.status()}: ${await reply.text()}`);
  return ((await reply.json()) as { accessToken: string }).accessToken;
}

/** Tokens of this worker by role: one address may sign in sixty times a minute. They hold for a quarter of an hour. */
const tokens = new Map<SeededRole, { token: string; until: number }>();
const KEPT_MS = 10 * 60_000;

/** The token of a role, got beside the page, whose own session stays as it is. */
async function keptToken(role: SeededRole): Promise<string> {
  const kept = tokens.get(role);
  if (kept && Date.now() < kept.until) return kept.token;
  const beside = await request.newContext({ baseURL: process.env.E2E_BASE_URL });
  const token = await tokenOf(beside, role);
  await beside.dispose();
  tokens.set(role, { token, until: Date.now() + KEPT_MS });
  return token;
}

/** An API client with the rights of a role, for what a story needs but does not tell; the page is not signed in by it. */
export async function apiOf(page: Page, role: SeededRole) {
  const headers = { authorization: `Bearer ${await keptToken(role)}` };
  const send = async (method: "GET" | "POST" | "PUT", url: string, data?: object): Promise<Record<string, unknown>> => {
    const answer = await page.request.fetch(`/api${url}`, { method, headers, data });
    if (!answer.ok()) throw new Error(`${method} ${url} answered ${answer.status()}: ${await answer.text()}`);
    // a command that answers nothing (204) answers no JSON
    const text = await answer.text();
    return (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>;
  };
  return {
    get: (url: string) => send("GET", url),
    post: (url: string, data: object = {}) => send("POST", url, data),
    put: (url: string, data: object) => send("PUT", url, data),
  };
}
