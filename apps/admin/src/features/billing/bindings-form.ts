import type { BindRoomsDto } from "@linli/contracts";
import type { RoomPurpose } from "@linli/contracts/enums";

/** The form of the bulk binding: the directory is one field there, buildings and units in the API. */
export interface BindForm extends Omit<BindRoomsDto, "rooms"> {
  /** Chosen before, e.g. in the list of rooms. */
  roomIds?: string[];
  /** `building:<id>` and `unit:<id>`. */
  directory?: string[];
  purposes?: RoomPurpose[];
}

/** The ids of one kind that a choice in the directory names. */
export const idsOf = (directory: string[], kind: string) =>
  directory.filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1));

/** What the form says, as the API wants it. */
export function toBindRooms({ roomIds, directory = [], purposes, ...terms }: BindForm): BindRoomsDto {
  return {
    ...terms,
    rooms: {
      roomIds: roomIds ?? [],
      buildingIds: idsOf(directory, "building"),
      unitIds: idsOf(directory, "unit"),
      purposes: purposes ?? [],
    },
  };
}
