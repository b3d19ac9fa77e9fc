import { customerCompletenessTabs } from "../features/customer/customer.completeness-tabs";
import type { CompletenessTab } from "../features/property/completeness-tab";

/** What the features add to the page 资料完整性 beside the rooms, in this order. */
export const completenessTabs: readonly CompletenessTab[] = [...customerCompletenessTabs];
