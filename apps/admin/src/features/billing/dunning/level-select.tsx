import { useQuery } from "@tanstack/react-query";
import { Select, type SelectProps } from "antd";
import { useProjectId } from "../../../lib/session";
import { dunningQueries } from "./dunning.queries";

/** Picks a level of dunning. `activeOnly` for new notices. */
export function LevelSelect({ activeOnly = false, ...rest }: SelectProps<string> & { activeOnly?: boolean }) {
  const { data } = useQuery(dunningQueries.levels(useProjectId()));
  const levels = data?.items.filter(({ active }) => active || !activeOnly);
  return (
    <Select
      placeholder="请选择"
      {...rest}
      options={levels?.map(({ id, levelOrder, name }) => ({ value: id, label: `${levelOrder} ${name}` }))}
    />
  );
}
