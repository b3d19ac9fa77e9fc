import type { RoomTab } from "../property/room-tab";

/** What this module adds to the room page. */
export const parkingRoomTabs: readonly RoomTab[] = [
  {
    key: "vehicles",
    title: "车位车辆",
    anyOf: ["parking:read"],
    module: "parking",
    load: async () => (await import("./thing-vehicles")).RoomVehicles,
  },
];
