import type { RoomTab } from "../property/room-tab";

/** What this module adds to the room page. */
export const searchRoomTabs: readonly RoomTab[] = [
  {
    key: "overview",
    title: "概览",
    anyOf: ["property:read"],
    first: true,
    load: async () => (await import("./room-overview")).RoomOverview,
  },
];
