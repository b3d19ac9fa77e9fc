import type { RoomAction } from "../room-action";

/** What inspections add to the 更多 menu of the room page. */
export const inspectionRoomActions: readonly RoomAction[] = [
  {
    key: "inspect",
    title: "开始验收",
    anyOf: ["property:inspect"],
    module: "property",
    to: (room) => `property/inspections/new?roomId=${room.id}`,
  },
];
