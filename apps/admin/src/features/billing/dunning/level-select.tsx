import { useQuery } from "@tanstack/react-query";
import { Select, type SelectProps } from "antd";
import { useProjectId } from "../../../lib/session";
import { dunningQueries } from "./dunning.queries";

/** Picks a level of dunning, with `demandsOnly` none that sends bills. `activeOnly` for new notices: of those put aside only the one that is chosen already. */
export function LevelSelect({
  activeOnly = false,
  demandsOnly = false,
  ...rest
}: SelectProps<string> & { activeOnly?: boolean; demandsOnly?: boolean }) {
  const { data } = useQuery(dunningQueries.levels(useProjectId()));
  const levels = data?.items.filter(
    ({ id, active, kind }) => (active || !activeOnly || id === rest.value) && (kind === "DEMAND" || !demandsOnly),
  );
  return (
    <Select
      placeholder="请选择"
      {...rest}
      options={levels?.map(({ id, levelOrder, name, active }) => ({
        value: id,
        label: `${levelOrder} ${name}${active ? "" : "（已停用）"}`,
      }))}
    />
  );
}
