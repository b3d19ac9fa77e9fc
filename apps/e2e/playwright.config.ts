import { defineConfig } from "@playwright/test";

const baseURL = process.env.E2E_BASE_URL;
if (!baseURL) throw new Error("E2E_BASE_URL is not set: run the stories with npm test -- e2e");

const executablePath = process.env.CHROMIUM_PATH;
const asRoot = process.getuid?.() === 0;

/** The stories run against a built system that `npm test -- e2e` has started with its own data. */
export default defineConfig({
  testDir: "stories",
  // Every story works in a community of its own, so two of them are told at once.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json"]],
  use: {
    baseURL,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
    // Nothing slides or fades, so nothing has to be waited for.
    contextOptions: { reducedMotion: "reduce" },
    // A trace takes a picture of the page at every step, which is a sixth of the time: ask for one with `--trace on`.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        ...(asRoot ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
