import { useQuery } from "@tanstack/react-query";
import { TreeSelect } from "antd";
import { useProjectId } from "../../lib/session";
import { directoryQueries } from "../property/property.queries";

interface Props {
  id?: string;
  value?: string[];
  onChange?: (keys: string[]) => void;
  /** What none chosen means. */
  placeholder?: string;
}

/** Picks buildings (`building:<id>`) and units (`unit:<id>`) of the directory. */
export function DirectoryPicker({ id, value, onChange, placeholder = "整个管理区" }: Props) {
  const { data } = useQuery(directoryQueries.tree(useProjectId()));
  return (
    <TreeSelect
      id={id}
      treeCheckable
      showCheckedStrategy={TreeSelect.SHOW_PARENT}
      allowClear
      maxTagCount="responsive"
      value={value}
      onChange={(keys: string[]) => onChange?.(keys)}
      placeholder={placeholder}
      treeNodeFilterProp="title"
      treeData={data?.buildings.map((building) => ({
        value: `building:${building.id}`,
        title: building.name,
        children: building.units.map((unit) => ({ value: `unit:${unit.id}`, title: `${building.name} ${unit.name}` })),
      }))}
      style={{ width: "100%" }}
    />
  );
}
