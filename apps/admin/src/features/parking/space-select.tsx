import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useProjectId } from "../../lib/session";
import { parkingQueries } from "./parking.queries";

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (spaceId: string | null) => void;
  /** What is chosen already, by its code. */
  known?: { id: string; code: string };
}

/** Picks a parking space by its number or place. */
export function SpaceSelect({ value, onChange, known, id }: Props) {
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim().slice(0, 50));
  const { data, isFetching } = useQuery(parkingQueries.spaces(useProjectId())({ ...(q && { q }) }));
  const found = (data?.items ?? []).map((space) => ({ value: space.id, label: space.code, place: space.place }));
  const options =
    known && !found.some((one) => one.value === known.id)
      ? [{ value: known.id, label: known.code, place: "" }, ...found]
      : found;
  return (
    <Select
      id={id}
      allowClear
      value={value ?? undefined}
      placeholder="车位号，可以不选"
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={isFetching ? "正在查找…" : "没有这样的车位"}
      options={options}
      optionRender={({ data: { label, place } }) => (
        <>
          <b className="figures">{label}</b> <span className="option-hint">{place}</span>
        </>
      )}
      onChange={(spaceId: string | undefined) => onChange?.(spaceId ?? null)}
      style={{ width: "100%" }}
    />
  );
}
