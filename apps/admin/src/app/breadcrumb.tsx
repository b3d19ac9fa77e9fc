import { Breadcrumb as AntBreadcrumb } from "antd";
import { Link, useMatches } from "react-router";
import type { SessionProject } from "../lib/session";
import { addressOf, type Page } from "./page";
import { pages } from "./pages";
import type { PageHandle } from "./routes";

/** Where the page stands: group, section, the pages above it, itself. */
export function Breadcrumb({ project }: { project: SessionProject | undefined }) {
  const handle = useMatches().findLast((match) => match.handle !== undefined)?.handle as PageHandle | undefined;
  if (!handle) return null;

  const chain = chainOf(handle.page);
  const top = chain[0];
  const headings = [top?.menu?.group, top?.menu?.section].filter((text) => text !== undefined && text !== top?.title);
  if (headings.length + chain.length < 2) return null;
  const items = [
    ...headings.map((title) => ({ title })),
    ...chain.map((page) => {
      const isLink = page !== handle.page && !page.path.includes(":");
      return { title: isLink ? <Link to={addressOf(page, project?.id)}>{page.title}</Link> : page.title };
    }),
  ];
  return <AntBreadcrumb items={items} className="breadcrumb" aria-label="当前位置" />;
}

/** The pages from the topmost down to this one. */
function chainOf(page: Page): Page[] {
  const parent = pages.find((other) => other.path === page.parent);
  return parent ? [...chainOf(parent), page] : [page];
}
