import type { RoomTab } from "../property/room-tab";

/** What this module brings to the room page. */
export const customerRoomTabs: readonly RoomTab[] = [
  {
    key: "relations",
    title: "客户关系",
    anyOf: ["customer:read"],
    module: "customer",
    load: async () => (await import("./room-customers")).RoomCustomers,
  },
];
