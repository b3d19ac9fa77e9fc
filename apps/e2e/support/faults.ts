import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Axe finds nothing serious on the page as it stands, once nothing moves any more. */
export async function hasNoSeriousFault(page: Page): Promise<void> {
  // where the pointer was left, a colour may still be on its way
  await page.mouse.move(0, 0);
  const moving = () => document.getAnimations().filter(({ playState }) => playState === "running").length;
  await expect.poll(() => page.evaluate(moving), { intervals: [50] }).toBe(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}
