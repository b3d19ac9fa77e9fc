import type { RoomTab } from "../property/room-tab";

/** What charging brings to the room page. */
export const chargingRoomTabs: readonly RoomTab[] = [
  {
    key: "charges",
    title: "应收/欠费",
    anyOf: ["billing:read"],
    module: "billing",
    load: async () => (await import("./charges-room-tab")).RoomCharges,
  },
  {
    key: "meters",
    title: "仪表",
    anyOf: ["billing:read"],
    module: "billing",
    load: async () => (await import("./meters/room-meters")).RoomMeters,
  },
];
