import { useQuery } from "@tanstack/react-query";
import type { RoomOptionDto } from "@linli/contracts";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useProjectId } from "../../lib/session";
import "./property.css";
import { roomQueries } from "./property.queries";

interface Props {
  id?: string;
  value?: string | null;
  /** The id of the room, and the room itself for what follows from it (area, building). */
  onChange?: (roomId: string | null, room?: RoomOptionDto) => void;
  placeholder?: string;
  disabled?: boolean;
  allowClear?: boolean;
  autoFocus?: boolean;
  style?: React.CSSProperties;
  "aria-label"?: string;
}

/** Picks a room by code or name, with the keyboard alone: type, arrow, Enter. */
export function RoomSelect({ value, onChange, placeholder = "输入房号或名称", style, ...rest }: Props) {
  const projectId = useProjectId();
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim());
  const { data, isFetching } = useQuery(roomQueries.options(projectId, q.slice(0, 50), value ?? undefined));
  const rooms = data?.items ?? [];

  return (
    <Select
      {...rest}
      value={value ?? undefined}
      placeholder={placeholder}
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={isFetching}
      notFoundContent={isFetching ? "正在查找…" : "没有这样的房间"}
      defaultActiveFirstOption
      options={rooms.map((room) => ({ value: room.id, label: room.code, room }))}
      optionRender={({ data: { room } }) => (
        <>
          <b className="figures">{room.code}</b>
          <span className="option-hint">
            {room.buildingName} {room.unitName} · {room.chargeArea} m²
          </span>
        </>
      )}
      onChange={(roomId: string | undefined) => {
        setText("");
        onChange?.(
          roomId ?? null,
          rooms.find(({ id }) => id === roomId),
        );
      }}
      style={{ width: "100%", ...style }}
    />
  );
}
