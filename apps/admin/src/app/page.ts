import type { Permission, ProjectModule } from "@linli/contracts/enums";
import type { ComponentType, ReactNode } from "react";
import type { Session, SessionProject } from "../lib/session";
import { isAllowed } from "../lib/rights";

/** Headings of the side menu, in this order. */
export const menuGroups = ["客户服务", "业务管理", "增值服务", "内部管理", "系统管理"] as const;
export type MenuGroup = (typeof menuGroups)[number];

/** One row of the route table. Router, menu, breadcrumb and access all come from it. */
export interface Page {
  /** Below `/p/:projectId/` for project pages, below `/` for pages of the company: "property/rooms/:roomId". */
  path: string;
  title: string;
  scope: "project" | "company";
  /** Whoever holds one of these may open it; without it everybody may. */
  anyOf?: readonly Permission[];
  /** The module switch of the project it belongs to. */
  module?: ProjectModule;
  /** Its place in the side menu; pages without it are reached by links. `section` gathers pages of one module. */
  menu?: { group?: MenuGroup; section?: string; icon?: ReactNode };
  /** A page to print: shown without header and menu. */
  bare?: boolean;
  /** Path of the page above it in the breadcrumb. */
  parent?: string;
  /** `async () => (await import("./rooms-page")).RoomsPage` */
  load: () => Promise<ComponentType>;
}

/** Whether the user may open the page, in this project or for the company. Menu and router ask the same. */
export function mayOpen(page: Page, session: Session, project: SessionProject | undefined): boolean {
  if (page.scope === "project") {
    if (!project) return false;
    if (page.module !== undefined && !project.modules.includes(page.module)) return false;
  }
  return page.anyOf === undefined || isAllowed(session, page.scope === "project" ? project : undefined, page.anyOf);
}

/** The address of a page path: `/p/<project>/…` or `/…`. */
export const addressOf = (page: Pick<Page, "path" | "scope">, projectId: string | undefined): string =>
  page.scope === "project" ? `/p/${projectId ?? ""}/${page.path}` : `/${page.path}`;
