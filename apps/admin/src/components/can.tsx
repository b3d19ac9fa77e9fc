import type { Permission } from "@linli/contracts/enums";
import type { ReactNode } from "react";
import { useCan } from "../lib/use-can";

/** Shows its children to whoever holds the right (or one of them): `<Can do="property:write">…</Can>`. */
export function Can({
  do: permission,
  children,
  otherwise = null,
}: {
  do: Permission | readonly Permission[];
  children: ReactNode;
  otherwise?: ReactNode;
}) {
  return <>{useCan(permission) ? children : otherwise}</>;
}
