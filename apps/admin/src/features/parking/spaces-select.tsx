import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useProjectId } from "../../lib/session";
import { parkingQueries } from "./parking.queries";

interface Props {
  id?: string;
  value?: string[];
  onChange?: (spaceIds: string[]) => void;
  /** Numbers of what is chosen already, by id. */
  chosen?: ReadonlyMap<string, string>;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Picks parking spaces by their number or place, several at once; what was chosen keeps its number while others are sought. */
export function SpacesSelect({ id, value = [], onChange, chosen = NONE }: Props) {
  const projectId = useProjectId();
  const [text, setText] = useState("");
  const [known, setKnown] = useState(chosen);
  const q = useDeferredValue(text.trim().slice(0, 50));
  const { data, isFetching } = useQuery(parkingQueries.spaces(projectId)({ ...(q && { q }) }));
  const found = data?.items ?? [];
  const codes = new Map([...known, ...found.map((space) => [space.id, space.code] as const)]);
  const shown = new Set([...value, ...found.map((space) => space.id)]);
  return (
    <Select
      id={id}
      mode="multiple"
      allowClear
      value={value}
      placeholder="输入车位号"
      maxTagCount="responsive"
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={isFetching ? "正在查找…" : "没有这样的车位"}
      options={[...shown].map((space) => ({ value: space, label: codes.get(space) ?? "…" }))}
      onChange={(spaceIds: string[]) => {
        setKnown(new Map(spaceIds.map((space) => [space, codes.get(space) ?? ""])));
        onChange?.(spaceIds);
      }}
      style={{ width: "100%" }}
    />
  );
}
