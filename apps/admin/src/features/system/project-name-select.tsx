import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { projectNames } from "./system.queries";

/** Stands for all projects, present and future ones. */
export const ALL_PROJECTS = "ALL";

/** Chooses a project by name, for giving rights in it; typing searches. */
export function ProjectNameSelect({
  value,
  onChange,
  id,
  known = [],
  withAll = false,
  disabled = false,
}: {
  value?: string;
  onChange?: (projectId: string | undefined) => void;
  id?: string;
  /** Projects whose names are needed though the search does not list them. */
  known?: readonly { id: string; name: string }[];
  /** Offers all projects as a choice. */
  withAll?: boolean;
  disabled?: boolean;
}) {
  const [search, setSearch] = useState("");
  const { data: found = [], isFetching } = useQuery({
    ...projectNames(search.trim()),
    placeholderData: keepPreviousData,
  });
  const listed = [...found, ...(search ? [] : known.filter((one) => !found.some(({ id: other }) => other === one.id)))];
  const all = withAll && search === "" ? [{ value: ALL_PROJECTS, label: "所有管理区" }] : [];
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      disabled={disabled}
      allowClear={!withAll}
      showSearch={{ filterOption: false, onSearch: setSearch, searchValue: search }}
      loading={isFetching}
      placeholder="选择管理区"
      options={[...all, ...listed.map((project) => ({ value: project.id, label: project.name }))]}
      popupMatchSelectWidth={false}
    />
  );
}
