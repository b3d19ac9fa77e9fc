import { customerTabs as ownTabs } from "../features/customer/customer.customer-tabs";
import { parkingCustomerTabs } from "../features/parking/parking.customer-tabs";
import { queryCustomerTabs } from "../features/query/query.customer-tabs";
import type { CustomerTab } from "../features/customer/customer-tab";

/**
 * What stands on the customer page between 基本资料 and 历史, in this order. A feature keeps its tabs in
 * `features/<domain>/<domain>.customer-tabs.ts` and is named here once, as with its pages.
 */
export const customerTabs: readonly CustomerTab[] = [...ownTabs, ...queryCustomerTabs, ...parkingCustomerTabs];
