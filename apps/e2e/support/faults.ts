import { expect, type Page } from "@playwright/test";
import axe from "axe-core";
import { still } from "./main-pages";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

interface Wanted {
  /** Only these rules of axe instead of all. */
  rules?: readonly string[];
  /** What axe calls minor or moderate counts as well. */
  slight?: boolean;
  /** Of these rules it counts in any case. */
  always?: readonly string[];
}

/**
 * Faults that axe finds on the page as it stands, each with what it concerns. Axe is loaded once per document, and only
 * faults are carried out of the browser.
 */
export async function faultsOf(page: Page, { rules, slight = false, always = [] }: Wanted = {}): Promise<string[]> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(axe.source);
  }
  const options: axe.RunOptions = {
    resultTypes: ["violations"],
    ...(rules ? { runOnly: { type: "rule", values: [...rules] } } : {}),
  };
  return page.evaluate(
    async ({ options, slight, always }) => {
      const { violations } = await window.axe.run(document, options);
      return violations
        .filter(({ id, impact }) => slight || always.includes(id) || impact === "serious" || impact === "critical")
        .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target }) => `${id}: ${target.join(" ")}`));
    },
    { options, slight, always },
  );
}

/** Axe finds nothing serious on the page as it stands, once nothing moves any more. */
export async function hasNoSeriousFault(page: Page): Promise<void> {
  // where the pointer was left, a colour may still be on its way
  await page.mouse.move(0, 0);
  await still(page);
  expect(await faultsOf(page)).toEqual([]);
}
