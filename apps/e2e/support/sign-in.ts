import type { Page } from "@playwright/test";
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
};

export const demoPassword = "Linli-Demo-2026";

/** Signs the page in over the API (the refresh cookie is what the console starts from) and opens a path. */
export async function signIn(page: Page, role: SeededRole, path = "/"): Promise<void> {
  const reply = await page.request.post("/api/auth/sign-in", {
    data: { mobile: people[role], password: demoPassword },
  });
  if (!reply.ok()) throw new Error(`sign-in of ${role} answered ${reply.status()}: ${await reply.text()}`);
  await page.goto(path);
}

/** An API client with the rights of a role, for what a story needs but does not tell. */
export async function apiOf(page: Page, role: SeededRole) {
  const reply = await page.request.post("/api/auth/sign-in", {
    data: { mobile: people[role], password: demoPassword },
  });
  const { accessToken } = (await reply.json()) as { accessToken: string };
  const headers = { authorization: `Bearer ${accessToken}` };
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
