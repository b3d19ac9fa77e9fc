import { useQuery } from "@tanstack/react-query";
import { Select, type SelectProps } from "antd";
import { useProjectId } from "../../../lib/session";
import { shiftQueries } from "./shifts.queries";

/** One of the latest shifts, or (in a filter) the one the address names. */
export function ShiftSelect({ openOnly = false, ...rest }: SelectProps<string> & { openOnly?: boolean }) {
  const projectId = useProjectId();
  const { data } = useQuery(
    shiftQueries.list(projectId)({ pageSize: 100, ...(openOnly && { status: "OPEN" as const }) }),
  );
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      placeholder="全部"
      {...rest}
      options={(data?.items ?? []).map(({ id, shiftNo, cashierName, openedOn }) => ({
        value: id,
        label: `${shiftNo} ${cashierName} ${openedOn}`,
      }))}
    />
  );
}
