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
}

/** Picks a public meter as the master of another, by its number. */
export function MasterMeterSelect({ value, onChange, kind, ...rest }: Props) {
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim()).slice(0, 50);
  const query: MeterQueryDto = { place: "PUBLIC", status: "ACTIVE", kind, q: q || undefined, pageSize: 50 };
  const { data, isFetching } = useQuery(meterQueries.list(useProjectId())(query));
  return (
    <Select
      {...rest}
      allowClear
      value={value ?? undefined}
      placeholder="没有总表"
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(id?: string) => onChange?.(id ?? null)}
      options={data?.items.map((meter) => ({ value: meter.id, label: `${meter.no}（${placeOf(meter)}）` }))}
      notFoundContent={isFetching ? "正在查找…" : "没有这样的公共表"}
    />
  );
}
