import type { CustomerTab } from "../customer/customer-tab";

/** What this module adds to the customer page. */
export const parkingCustomerTabs: readonly CustomerTab[] = [
  {
    key: "vehicles",
    title: "车辆",
    anyOf: ["parking:read"],
    module: "parking",
    load: async () => (await import("./thing-vehicles")).CustomerVehicles,
  },
];
