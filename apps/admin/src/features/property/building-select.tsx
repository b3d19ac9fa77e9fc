import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useProjectId } from "../../lib/session";
import { directoryQueries } from "./property.queries";

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (id: string | undefined) => void;
  placeholder?: string;
  allowClear?: boolean;
  disabled?: boolean;
  style?: React.CSSProperties;
  "aria-label"?: string;
}

/** Picks a building of the project. */
export function BuildingSelect({ value, placeholder = "全部楼栋", allowClear = true, style, ...rest }: Props) {
  const { data } = useQuery(directoryQueries.tree(useProjectId()));
  return (
    <Select
      {...rest}
      allowClear={allowClear}
      value={value ?? undefined}
      placeholder={placeholder}
      showSearch={{ optionFilterProp: "label" }}
      options={data?.buildings.map(({ id, name }) => ({ value: id, label: name }))}
      style={{ width: 160, ...style }}
    />
  );
}

/** Picks a unit of the project, gathered by building. */
export function UnitSelect({ value, placeholder = "请选择", allowClear = false, style, ...rest }: Props) {
  const { data } = useQuery(directoryQueries.tree(useProjectId()));
  return (
    <Select
      {...rest}
      allowClear={allowClear}
      value={value ?? undefined}
      placeholder={placeholder}
      showSearch={{ optionFilterProp: "label" }}
      options={data?.buildings.map((building) => ({
        label: building.name,
        options: building.units.map((unit) => ({ value: unit.id, label: `${building.name} ${unit.name}` })),
      }))}
      style={{ width: "100%", ...style }}
    />
  );
}
