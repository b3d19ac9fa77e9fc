import { useQuery, type QueryKey, type UseQueryOptions } from "@tanstack/react-query";
import type { PageDto } from "@linli/contracts";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";

interface Props<Row, Key extends QueryKey> {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  /** Finds things by part of their number. */
  list: (query: { q?: string }) => UseQueryOptions<PageDto<Row>, Error, PageDto<Row>, Key>;
  labelOf: (row: Row) => string;
  /** Labels of what is chosen already, by id. */
  chosen?: ReadonlyMap<string, string>;
  placeholder: string;
  /** Said where nothing is found. */
  nothing: string;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Picks several things by their number; what was chosen keeps its label while others are sought. */
export function SearchSeveral<Row extends { id: string }, Key extends QueryKey>({
  id,
  value = [],
  onChange,
  list,
  labelOf,
  chosen = NONE,
  placeholder,
  nothing,
}: Props<Row, Key>) {
  const [text, setText] = useState("");
  const [known, setKnown] = useState(chosen);
  const q = useDeferredValue(text.trim().slice(0, 50));
  const { data, isFetching } = useQuery(list({ ...(q && { q }) }));
  const found = data?.items ?? [];
  const labels = new Map([...known, ...found.map((row) => [row.id, labelOf(row)] as const)]);
  const shown = new Set([...value, ...found.map((row) => row.id)]);
  return (
    <Select
      id={id}
      mode="multiple"
      allowClear
      value={value}
      placeholder={placeholder}
      maxTagCount="responsive"
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={isFetching ? "正在查找…" : nothing}
      options={[...shown].map((one) => ({ value: one, label: labels.get(one) ?? "…" }))}
      onChange={(ids: string[]) => {
        setKnown(new Map(ids.map((one) => [one, labels.get(one) ?? ""])));
        onChange?.(ids);
      }}
      style={{ width: "100%" }}
    />
  );
}
