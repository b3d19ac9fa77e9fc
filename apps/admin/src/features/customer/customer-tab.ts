import type { CustomerDetailDto } from "@linli/contracts";
import type { Permission, ProjectModule } from "@linli/contracts/enums";
import type { ComponentType } from "react";

/** A tab of the customer page between 基本资料 and 历史. The list of all is in app/customer-tabs.ts. */
export interface CustomerTab {
  /** Stands in the URL: `?tab=relations`. */
  key: string;
  title: string | ((customer: CustomerDetailDto) => string);
  /** Whoever holds one of these sees it. */
  anyOf: readonly Permission[];
  /** The module switch it belongs to. */
  module?: ProjectModule;
  /** `async () => (await import("./customer-vehicles")).CustomerVehicles` */
  load: () => Promise<ComponentType<{ customer: CustomerDetailDto }>>;
}
