import type { ReactNode } from "react";
import { addressOf, menuGroups, type Page } from "./page";

/** An entry of the side menu: a page, or a section that opens to pages. */
export interface MenuEntry {
  key: string;
  label: string;
  icon?: ReactNode;
  /** Where a page leads. */
  to?: string;
  children?: MenuEntry[];
}

export interface MenuBlock {
  /** Heading; absent for entries above all groups (工作台). */
  group?: string;
  entries: MenuEntry[];
}

/** The side menu of the pages a user may open: groups in their fixed order, sections where their first page stands. */
export function menuBlocks(pages: readonly Page[], projectId: string | undefined): MenuBlock[] {
  const inMenu = pages.filter((page) => page.menu);
  return [undefined, ...menuGroups]
    .map((group): MenuBlock => ({
      group,
      entries: entriesOf(
        inMenu.filter((page) => page.menu?.group === group),
        projectId,
      ),
    }))
    .filter((block) => block.entries.length > 0);
}

function entriesOf(pages: readonly Page[], projectId: string | undefined): MenuEntry[] {
  const entries: MenuEntry[] = [];
  for (const page of pages) {
    const entry = { key: page.path, label: page.title, icon: page.menu?.icon, to: addressOf(page, projectId) };
    const section = page.menu?.section;
    if (section === undefined) {
      entries.push(entry);
      continue;
    }
    const open = entries.find(({ key }) => key === `section:${section}`);
    if (open) open.children?.push(entry);
    else entries.push({ key: `section:${section}`, label: section, icon: entry.icon, children: [entry] });
  }
  return entries.map(alone);
}

/** A section with one page in sight is that page. */
function alone(entry: MenuEntry): MenuEntry {
  const [only, ...others] = entry.children ?? [];
  return only && others.length === 0 ? { ...only, icon: entry.icon } : entry;
}
