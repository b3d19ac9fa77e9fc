import type { RoomTab } from "../room-tab";

/** What inspections add to the room page. */
export const inspectionRoomTabs: readonly RoomTab[] = [
  {
    key: "inspections",
    title: "验收",
    anyOf: ["property:read"],
    module: "property",
    load: async () => (await import("./room-inspections")).RoomInspections,
  },
];
