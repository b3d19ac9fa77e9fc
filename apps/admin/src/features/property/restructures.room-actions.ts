import type { RoomAction } from "./room-action";

/** Rooms in use can be split or merged. */
export const restructureRoomActions: readonly RoomAction[] = [
  {
    key: "split",
    title: "拆分房间",
    anyOf: ["property:restructure"],
    applies: ({ active }) => active,
    to: ({ id }) => `property/restructures/split?roomId=${id}`,
  },
  {
    key: "merge",
    title: "合并房间",
    anyOf: ["property:restructure"],
    applies: ({ active }) => active,
    to: ({ id }) => `property/restructures/merge?roomId=${id}`,
  },
];
