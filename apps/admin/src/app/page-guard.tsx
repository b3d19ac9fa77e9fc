import type { ReactNode } from "react";
import { useProjectIfAny, useSession } from "../lib/session";
import { ForbiddenPage } from "./error-page";
import { mayOpen, type Page } from "./page";

/** Refuses a page the user may not open, whatever link he came by. */
export function PageGuard({ page, children }: { page: Page; children: ReactNode }) {
  return mayOpen(page, useSession(), useProjectIfAny()) ? <>{children}</> : <ForbiddenPage />;
}
