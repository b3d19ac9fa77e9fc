import { customerRoomActions } from "../features/customer/customer.room-actions";
import { inspectionRoomActions } from "../features/property/inspections/inspections.room-actions";
import { restructureRoomActions } from "../features/property/restructures.room-actions";
import type { RoomAction } from "../features/property/room-action";

/**
 * What the features add to the 更多 menu of the room page, in this order. A feature keeps its actions in
 * `features/<domain>/<domain>.room-actions.ts` and is named here once, as with its tabs.
 */
export const roomActions: readonly RoomAction[] = [
  ...inspectionRoomActions,
  ...restructureRoomActions,
  ...customerRoomActions,
];
