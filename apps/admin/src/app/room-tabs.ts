import { chargingRoomTabs } from "../features/billing/charging.room-tabs";
import { collectionRoomTabs } from "../features/billing/collection.room-tabs";
import { customerRoomTabs } from "../features/customer/customer.room-tabs";
import { parkingRoomTabs } from "../features/parking/parking.room-tabs";
import { inspectionRoomTabs } from "../features/property/inspections/inspections.room-tabs";
import { searchRoomTabs } from "../features/query/search.room-tabs";
import { queryRoomTabs } from "../features/query/query.room-tabs";
import type { RoomTab } from "../features/property/room-tab";

/**
 * What the features add to the room page between 基本资料 and 附件, in this order. A feature keeps its tabs in
 * `features/<domain>/<domain>.room-tabs.ts` and is named here once, as with its pages.
 */
export const roomTabs: readonly RoomTab[] = [
  ...searchRoomTabs,
  ...customerRoomTabs,
  ...queryRoomTabs,
  ...chargingRoomTabs,
  ...collectionRoomTabs,
  ...parkingRoomTabs,
  ...inspectionRoomTabs,
];
