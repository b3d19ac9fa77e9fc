import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useProjectId } from "../../lib/session";
import { directoryQueries } from "./property.queries";

interface Props {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}

/** Picks garages and buildings of the project, several at once. */
export function BuildingsSelect({ id, value, onChange }: Props) {
  const { data } = useQuery(directoryQueries.tree(useProjectId()));
  return (
    <Select
      id={id}
      mode="multiple"
      allowClear
      value={value}
      onChange={onChange}
      placeholder="可以不选"
      maxTagCount="responsive"
      showSearch={{ optionFilterProp: "label" }}
      options={data?.buildings.map((building) => ({ value: building.id, label: building.name }))}
      style={{ width: "100%" }}
    />
  );
}
