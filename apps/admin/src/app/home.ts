import { matchPath } from "react-router";
import type { Session, SessionProject } from "../lib/session";
import { readStored, writeStored } from "../lib/stored";
import { addressOf, mayOpen } from "./page";
import { pages } from "./pages";

const LAST_PROJECT = "last-project";

/** Remembers where the user works, so that the next sign-in starts there. */
export const rememberProject = (projectId: string): void => writeStored(LAST_PROJECT, projectId);

/** The project to start with: the one of the last time, else the first. */
export function startProject({ projects }: Session): SessionProject | undefined {
  const last = readStored<string>(LAST_PROJECT);
  return projects.find((project) => project.id === last) ?? projects[0];
}

/** Where the user starts: the home page of his role, else the first page he may open. */
export function homeAddress(session: Session, project = startProject(session)): string {
  const path = session.homePath.replace(/^\//, "");
  const openable = pages.filter((page) => !page.path.includes(":") && mayOpen(page, session, project));
  const home = openable.find((page) => page.path === path) ?? openable[0];
  return home ? addressOf(home, project?.id) : "/help";
}

/** The address that shows the same kind of page in another project. */
export function sameInProject(pathname: string, session: Session, project: SessionProject): string {
  const here = pages.find((page) => page.scope === "project" && matchPath(`/p/:projectId/${page.path}`, pathname));
  // A page about one thing has no counterpart elsewhere; its list has.
  const target = here?.path.includes(":") ? pages.find((page) => page.path === here.parent) : here;
  if (target && !target.path.includes(":") && mayOpen(target, session, project)) return addressOf(target, project.id);
  return homeAddress(session, project);
}
