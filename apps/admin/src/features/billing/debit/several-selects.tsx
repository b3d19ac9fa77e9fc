import type { DebitRoomDto } from "@linli/contracts";
import { Tag } from "antd";
import { useState } from "react";
import { RoomSelect } from "../../property/room-select";

/** Picks several rooms, one after the other. */
export function RoomsSelect({
  id,
  value,
  known = [],
  onChange,
}: {
  id?: string;
  value?: string[] | null;
  /** Rooms whose codes are known already. */
  known?: readonly DebitRoomDto[];
  onChange?: (ids: string[]) => void;
}) {
  const [codes, setCodes] = useState(() => new Map(known.map((room) => [room.id, room.code])));
  const ids = value ?? [];
  return (
    <>
      {ids.map((roomId) => (
        <Tag key={roomId} closable onClose={() => onChange?.(ids.filter((one) => one !== roomId))}>
          {codes.get(roomId) ?? "房间"}
        </Tag>
      ))}
      <RoomSelect
        id={id}
        placeholder="输入房号添加房间"
        onChange={(roomId, room) => {
          if (!roomId || ids.includes(roomId)) return;
          if (room) setCodes(new Map(codes).set(roomId, room.code));
          onChange?.([...ids, roomId]);
        }}
      />
    </>
  );
}
