import { useQuery } from "@tanstack/react-query";
import type { DebitRoomDto } from "@linli/contracts";
import { Select, Tag } from "antd";
import { useState } from "react";
import { useProjectId } from "../../../lib/session";
import { RoomSelect } from "../../property/room-select";
import { feeItemQueries } from "../fee-items.queries";

/** Picks several fee items. */
export function FeeItemsSelect({
  value,
  ...rest
}: {
  id?: string;
  value?: string[] | null;
  onChange?: (ids: string[]) => void;
  placeholder?: string;
}) {
  const { data } = useQuery(feeItemQueries.all(useProjectId()));
  return (
    <Select
      {...rest}
      mode="multiple"
      value={value ?? []}
      showSearch={{ optionFilterProp: "label" }}
      options={data?.items.map(({ id, name }) => ({ value: id, label: name }))}
      style={{ width: "100%" }}
    />
  );
}

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
