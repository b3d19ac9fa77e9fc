import { CheckOutlined } from "@ant-design/icons";
import type { RoleDto } from "@linli/contracts";
import { type Permission, permissionLabels } from "@linli/contracts/enums";
import { Table } from "antd";
import { useIsNarrow } from "../../lib/use-is-narrow";
import { permissionGroups } from "./permission-groups";

interface Row {
  key: string;
  label: string;
  permission?: Permission;
}

const rows: Row[] = permissionGroups.flatMap(({ name, permissions }) => [
  { key: name, label: name },
  ...permissions.map((permission) => ({ key: permission, label: permissionLabels[permission], permission })),
]);

/** Rights down, roles across: what each role may do. */
export function PermissionMatrix({ roles }: { roles: readonly RoleDto[] }) {
  const isNarrow = useIsNarrow();
  return (
    <Table<Row>
      size="small"
      dataSource={rows}
      pagination={false}
      scroll={{ x: "max-content" }}
      rowClassName={(row) => (row.permission ? "" : "matrix-group")}
      columns={[
        {
          key: "label",
          title: "权限",
          fixed: isNarrow ? undefined : "left",
          render: (_value, row) => (row.permission ? row.label : <b>{row.label}</b>),
        },
        ...roles.map((role) => ({
          key: role.id,
          title: role.name,
          align: "center" as const,
          render: (_value: unknown, { permission }: Row) =>
            permission && role.permissions.includes(permission) ? (
              <CheckOutlined className="matrix-check" aria-label="有" />
            ) : null,
        })),
      ]}
    />
  );
}
