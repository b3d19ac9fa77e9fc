import type { Permission } from "@linli/contracts/enums";
import type { Session, SessionProject } from "./session";

/** Whether the user holds the right (or one of them) in the project, or, without a project, for the whole company. */
export function isAllowed(
  session: Pick<Session, "companyPermissions">,
  project: Pick<SessionProject, "permissions"> | undefined,
  permission: Permission | readonly Permission[],
): boolean {
  const held = project ? project.permissions : session.companyPermissions;
  const wanted = typeof permission === "string" ? [permission] : permission;
  return wanted.some((one) => held.includes(one) || session.companyPermissions.includes(one));
}
