import type { RoomAction } from "../property/room-action";

/** What this module brings to the 更多 menu of the room page. */
export const customerRoomActions: readonly RoomAction[] = [
  {
    key: "transfer",
    title: "办理过户",
    anyOf: ["customer:transfer"],
    module: "customer",
    to: (room) => `customer/transfers/new?roomId=${room.id}`,
  },
];
