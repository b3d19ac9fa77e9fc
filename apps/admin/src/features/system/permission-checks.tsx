import { conflictingPermissions, type Permission, permissionLabels } from "@linli/contracts/enums";
import { Alert, Checkbox, Flex } from "antd";
import { permissionGroups } from "./permission-groups";

/** Chooses rights, in groups; says at once which two exclude each other. */
export function PermissionChecks({
  value = [],
  onChange,
}: {
  value?: Permission[];
  onChange?: (permissions: Permission[]) => void;
}) {
  const conflict = conflictingPermissions.find(([a, b]) => value.includes(a) && value.includes(b));
  const toggle = (permission: Permission, isChosen: boolean) =>
    onChange?.(isChosen ? [...value, permission] : value.filter((one) => one !== permission));
  return (
    <Flex vertical gap={12}>
      {conflict && (
        <Alert
          type="warning"
          showIcon
          title={`${conflict[2]}：不能同时有「${permissionLabels[conflict[0]]}」和「${permissionLabels[conflict[1]]}」`}
        />
      )}
      {permissionGroups.map(({ name, permissions }) => (
        <fieldset key={name} className="plain-fieldset">
          <legend>{name}</legend>
          <Flex gap={8} wrap>
            {permissions.map((permission) => (
              <Checkbox
                key={permission}
                checked={value.includes(permission)}
                onChange={(event) => toggle(permission, event.target.checked)}
              >
                {permissionLabels[permission]}
              </Checkbox>
            ))}
          </Flex>
        </fieldset>
      ))}
    </Flex>
  );
}
