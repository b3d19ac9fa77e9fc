import type { RoomDto } from "@linli/contracts";
import type { Permission, ProjectModule } from "@linli/contracts/enums";
import type { ComponentType } from "react";

/** A tab of the room page that another feature brings. The list of all is in app/room-tabs.ts. */
export interface RoomTab {
  /** Stands in the URL: `?tab=relations`. */
  key: string;
  title: string;
  /** Whoever holds one of these sees it. */
  anyOf: readonly Permission[];
  /** The module switch it belongs to. */
  module?: ProjectModule;
  /** Stands before 基本资料 and is shown when the page is opened. */
  first?: boolean;
  /** `async () => (await import("./room-relations")).RoomRelations` */
  load: () => Promise<ComponentType<{ room: RoomDto }>>;
}
