import { expect, test, type Page } from "@playwright/test";
import { seededRoles, type SeededRole } from "@linli/contracts/enums";
import { faultsOf } from "../support/faults";
import { menuPages, settled, thingPages } from "../support/main-pages";
import { signIn } from "../support/sign-in";

const roles = Object.keys(seededRoles) as SeededRole[];

// Pages are only looked at, so every worker may take the next of these.
test.describe.configure({ mode: "parallel" });

/** How many pixels the page is wider than the screen. */
const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Goes to a page, inside the console where it is open already: nothing is loaded anew. */
async function open(page: Page, path: string): Promise<void> {
  const { pathname, protocol } = new URL(page.url());
  if (protocol === "about:" || path.includes("?") || path === pathname) {
    await page.goto(path);
    return;
  }
  await page.evaluate((to) => {
    document.title = "";
    window.history.pushState({}, "", to);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  }, path);
  await expect(page, "the page names itself").toHaveTitle(/./);
}

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

/** How every page is looked at. */
const VIEWS = [
  { scheme: "light", size: WIDE },
  { scheme: "dark", size: WIDE },
  { scheme: "dark", size: NARROW },
] as const;

/** The rules by which a page can fail in one scheme of colours and not in the other. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** What axe calls moderate and whoever listens to a page does not. */
const NEVER_SLIGHT = ["heading-order"];

/**
 * Looks at pages light, dark and narrow, and says which of them have faults. Each page is opened in the view that the one
 * before was seen in last: turning a page to another view costs about as much as opening it.
 */
async function look(page: Page, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [index, path] of paths.entries()) {
    let opened = false;
    let examined = false;
    for (const { scheme, size } of index % 2 === 0 ? VIEWS : VIEWS.toReversed()) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize(size);
      if (!opened) await open(page, path);
      opened = true;
      await expect(page.locator("html")).toHaveAttribute("data-theme", scheme);
      await settled(page);
      if (size === NARROW) {
        const pixels = await overhang(page);
        if (pixels > 0) faults.push(`${path} at ${size.width} px scrolls sideways by ${pixels} px`);
        continue;
      }
      const found = await faultsOf(page, examined ? { rules: OF_COLOURS } : { always: NEVER_SLIGHT });
      examined = true;
      for (const fault of found) faults.push(`${path} ${scheme} ${fault}`);
    }
  }
  return faults;
}

test("sign-in and application for access", async ({ page }) => {
  expect(await look(page, ["/sign-in", "/apply"])).toEqual([]);
});

/** The role whose menu is the longest: what others open besides is looked at with them. */
const WIDEST: SeededRole = "PROJECT_MANAGER";
const SLICES = 4;

for (let slice = 0; slice < SLICES; slice++) {
  test(`the pages in the menu of ${seededRoles[WIDEST].name}, part ${slice + 1} of ${SLICES}`, async ({ page }) => {
    const paths = (await menuPages(page, WIDEST)).filter((_, index) => index % SLICES === slice);
    expect(paths.length).toBeGreaterThan(0);
    expect(await look(page, paths)).toEqual([]);
  });
}

test("the pages that only other menus lead to", async ({ page: widest, browser }) => {
  test.setTimeout(600_000);
  const seen = new Set(await menuPages(widest, WIDEST));
  const faults: string[] = [];
  for (const role of roles.filter((one) => one !== WIDEST)) {
    // Nobody finds what somebody else left behind in the browser.
    const context = await browser.newContext();
    const page = await context.newPage();
    const paths = await menuPages(page, role);
    const [home = "/"] = paths;
    const fresh = paths.filter((path) => !seen.has(path));
    for (const path of fresh) seen.add(path);
    for (const fault of await look(page, fresh.length > 0 ? fresh : [home])) faults.push(`${role} ${fault}`);
    await context.close();
  }
  expect(faults).toEqual([]);
});

test("the pages of one thing: room, customer, receipt, run, rate, desk and import", async ({ page }) => {
  test.setTimeout(600_000);
  const faults: string[] = [];
  for (const { role, paths } of await thingPages(page)) {
    await signIn(page, role);
    faults.push(...(await look(page, paths)));
  }
  expect(faults).toEqual([]);
});
