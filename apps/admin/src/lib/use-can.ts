import type { Permission } from "@linli/contracts/enums";
import { isAllowed } from "./rights";
import { useProjectIfAny, useSession } from "./session";

/** Whether the signed-in user may do this here: in the project of the URL, or for the company on company pages. */
export function useCan(permission: Permission | readonly Permission[]): boolean {
  return isAllowed(useSession(), useProjectIfAny(), permission);
}
