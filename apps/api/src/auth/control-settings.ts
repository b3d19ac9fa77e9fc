import { HttpStatus } from "@nestjs/common";
import { permissionLabels, underControl } from "@linli/contracts";
import { RuleViolation } from "../common/rule-violation.js";
import { type Access, may } from "./access.service.js";

/**
 * Refuses who may not set whether, or above which amount, a second person is needed (LAW-52). Also whoever holds a right
 * that such a setting stands over: granted together before the two excluded each other, they count as neither.
 * @throws CONTROL_SETTINGS
 */
export function refuseUncontrolled(access: Access, projectId: string): void {
  if (!may(access, "billing:control-settings", projectId)) throw controlRightNeeded();
  const acting = underControl.find((right) => may(access, right, projectId));
  if (acting) throw controlledOneself(permissionLabels[acting]);
}

const controlRightNeeded = () =>
  new RuleViolation(
    "CONTROL_SETTINGS",
    `是否须另一人审批、限额是多少，由有“${permissionLabels["billing:control-settings"]}”权限的人修改，办理业务的人不能改`,
    HttpStatus.FORBIDDEN,
  );

const controlledOneself = (right: string) =>
  new RuleViolation(
    "CONTROL_SETTINGS",
    `您同时有“${right}”的权限，不能修改审批与限额设置，请由不办理业务的人修改`,
    HttpStatus.FORBIDDEN,
  );
