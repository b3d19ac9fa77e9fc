import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { roleQueries } from "./system.queries";

/** Chooses a role. */
export function RoleSelect({
  value,
  onChange,
  id,
}: {
  value?: string;
  onChange?: (roleId: string | undefined) => void;
  id?: string;
}) {
  const { data: roles, isLoading } = useQuery(roleQueries.options);
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      loading={isLoading}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      placeholder="选择角色"
      options={roles?.map((role) => ({ value: role.id, label: role.name }))}
      popupMatchSelectWidth={false}
    />
  );
}
