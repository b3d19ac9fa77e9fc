import { AppstoreOutlined } from "@ant-design/icons";
import { Menu, type MenuProps } from "antd";
import { Link, useMatches } from "react-router";
import { useSession, type SessionProject } from "../lib/session";
import { useStored } from "../lib/stored";
import { menuBlocks, type MenuBlock, type MenuEntry } from "./menu-items";
import { mayOpen, type Page } from "./page";
import { pages } from "./pages";
import type { PageHandle } from "./routes";

type Items = NonNullable<MenuProps["items"]>;

/** Only what the user may open: by permission, and by the module switches of the project. */
export function SideMenu({
  project,
  isCollapsed = false,
  onChosen,
}: {
  project: SessionProject | undefined;
  isCollapsed?: boolean;
  onChosen?: () => void;
}) {
  const session = useSession();
  const here = useMatches().findLast(({ handle }) => handle !== undefined)?.handle as PageHandle | undefined;
  const blocks = menuBlocks(
    pages.filter((page) => mayOpen(page, session, project)),
    project?.id,
  );
  const selected = here && menuPageOf(here.page);
  const section = selected?.menu?.section;
  const [openKeys, setOpenKeys] = useStored<string[]>("menu-open", []);
  const sectionKey = section ? [`section:${section}`] : [];
  const shownOpen = [...new Set([...openKeys, ...sectionKey])];

  return (
    <Menu
      mode="inline"
      inlineCollapsed={isCollapsed}
      inlineIndent={16}
      items={blocks.flatMap((block) => itemsOf(block, isCollapsed))}
      selectedKeys={selected ? [selected.path] : []}
      {...(isCollapsed ? {} : { openKeys: shownOpen, onOpenChange: setOpenKeys })}
      onClick={onChosen}
    />
  );
}

/** The entry that stands for a page: its own, or that of the page above it. */
function menuPageOf(page: Page): Page | undefined {
  if (page.menu) return page;
  const parent = pages.find((other) => other.path === page.parent);
  return parent && menuPageOf(parent);
}

function itemsOf({ group, entries }: MenuBlock, isCollapsed: boolean): Items {
  const items = entries.map((entry) => itemOf(entry));
  if (!group) return items;
  return isCollapsed ? [{ type: "divider" }, ...items] : [{ type: "group", key: group, label: group, children: items }];
}

function itemOf({ key, label, icon, to, children }: MenuEntry, isInner = false): Items[number] {
  const shownIcon = isInner ? undefined : (icon ?? <AppstoreOutlined />);
  if (children) return { key, icon: shownIcon, label, children: children.map((child) => itemOf(child, true)) };
  return { key, icon: shownIcon, label: <Link to={to ?? "/"}>{label}</Link>, title: label };
}
