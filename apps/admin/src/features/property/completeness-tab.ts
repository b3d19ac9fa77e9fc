import type { Permission, ProjectModule } from "@linli/contracts/enums";
import type { ComponentType } from "react";

/** A tab of the page 资料完整性 that another feature brings. The list of all is in app/completeness-tabs.ts. */
export interface CompletenessTab {
  /** Stands in the URL: `?tab=customers`. */
  key: string;
  title: string;
  /** Whoever holds one of these sees it. */
  anyOf: readonly Permission[];
  /** The module switch it belongs to. */
  module?: ProjectModule;
  load: () => Promise<ComponentType>;
}
