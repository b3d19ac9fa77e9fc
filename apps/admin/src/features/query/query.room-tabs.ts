import type { RoomTab } from "../property/room-tab";

/** What this module brings to the room page. */
export const queryRoomTabs: readonly RoomTab[] = [
  {
    key: "graph",
    title: "关系图",
    anyOf: ["customer:read"],
    module: "customer",
    load: async () => (await import("./relation-graph-tabs")).RoomGraphTab,
  },
];
