import type { RoomDto } from "@linli/contracts";
import type { Permission, ProjectModule } from "@linli/contracts/enums";

/** Something that can be done with a room and that another feature brings: an entry of the room page's 更多 menu. */
export interface RoomAction {
  key: string;
  title: string;
  /** Whoever holds one of these sees it. */
  anyOf: readonly Permission[];
  /** The module switch it belongs to. */
  module?: ProjectModule;
  /** Whether it makes sense for this room; always when left out. */
  applies?: (room: RoomDto) => boolean;
  /** The page that does it, below `/p/:projectId/`: `(room) => \`property/splits/new?roomId=${room.id}\``. */
  to: (room: RoomDto) => string;
}
