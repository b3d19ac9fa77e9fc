import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useProjectId } from "../../lib/session";
import { detailQueries } from "./details.queries";

/** Chooses one of the project's customer tags. */
export function TagSelect(props: { value?: string; onChange?: (value: string | undefined) => void }) {
  const { data } = useQuery(detailQueries.tags(useProjectId()));
  return (
    <Select
      {...props}
      allowClear
      aria-label="标签"
      placeholder="标签"
      style={{ width: 110 }}
      options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      notFoundContent="还没有标签"
    />
  );
}
