import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { seededRoles, type SeededRole } from "@linli/contracts/enums";
import { menuPages, settled, thingPages } from "../support/main-pages";
import { signIn } from "../support/sign-in";

const roles = Object.keys(seededRoles) as SeededRole[];
const NARROW = 390;

// Pages are only looked at, so every worker may take the next of these.
test.describe.configure({ mode: "parallel" });

/** Faults a page has, each with what it concerns; an empty list is what every page should have. */
async function faultsOf(page: Page, rules?: string[]): Promise<string[]> {
  // Nothing of the console stands in a frame of another origin, which the other mode opens a window for.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target }) => `${id}: ${target.join(" ")}`));
}

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

/** Looks at pages light, dark and narrow, and says which of them have faults. */
async function look(page: Page, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths) {
    await page.emulateMedia({ colorScheme: "light" });
    await open(page, path);
    await settled(page);
    for (const fault of await faultsOf(page)) faults.push(`${path} light ${fault}`);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await settled(page);
    // Only the colours are others.
    for (const fault of await faultsOf(page, ["color-contrast"])) faults.push(`${path} dark ${fault}`);
    const wide = page.viewportSize();
    await page.setViewportSize({ width: NARROW, height: 844 });
    await settled(page);
    const pixels = await overhang(page);
    if (pixels > 0) faults.push(`${path} at ${NARROW} px scrolls sideways by ${pixels} px`);
    if (wide) await page.setViewportSize(wide);
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
