import { useQuery } from "@tanstack/react-query";
import type { MeterQueryDto } from "@linli/contracts";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useProjectId } from "../../../lib/session";
import { placeOf } from "./meter-words";
import { meterQueries } from "./meters.queries";

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
  kind?: MeterQueryDto["kind"];
  placeholder?: string;
  /** The one that is chosen already, which may have been taken out since. */
  chosen?: { value: string; label: string };
}

/** Picks a public meter by its number: as the master of another, or as what a public cost is read from. */
export function PublicMeterSelect({ value, onChange, kind, placeholder = "没有总表", chosen, ...rest }: Props) {
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim()).slice(0, 50);
  const query: MeterQueryDto = { place: "PUBLIC", status: "ACTIVE", kind, q: q || undefined, pageSize: 50 };
  const { data, isFetching } = useQuery(meterQueries.list(useProjectId())(query));
  const found = data?.items.map((meter) => ({ value: meter.id, label: `${meter.no}（${placeOf(meter)}）` }));
  const isMissing = chosen && found && text === "" && !found.some((option) => option.value === chosen.value);
  return (
    <Select
      {...rest}
      allowClear
      value={value ?? undefined}
      placeholder={placeholder}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(id?: string) => onChange?.(id ?? null)}
      options={isMissing ? [chosen, ...found] : found}
      notFoundContent={isFetching ? "正在查找…" : "没有这样的公共表"}
    />
  );
}
