import { matchPath } from "react-router";
import type { Session, SessionProject } from "../lib/session";
import { mayOpen, type Page } from "./page";

/** The address of a page path with its query; undefined when there is no such page or the user may not open it. */
export function pageAddress(
  pages: readonly Page[],
  path: string,
  session: Session,
  project: SessionProject | undefined,
): string | undefined {
  const pathname = `/${path.replace(/[?#].*$/, "")}`;
  const page = pages.find((one) => matchPath(`/${one.path}`, pathname));
  if (!page || !mayOpen(page, session, project)) return undefined;
  return page.scope === "project" ? `/p/${project?.id ?? ""}/${path}` : `/${path}`;
}
