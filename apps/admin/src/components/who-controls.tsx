import { permissionLabels } from "@linli/contracts/enums";
import { Popover } from "antd";
import type { ReactElement, ReactNode } from "react";
import { Can } from "./can";

/** Who may set whether a second person is needed: nobody who does what that person stands over. */
export const WHO_CONTROLS = `由有“${permissionLabels["billing:control-settings"]}”权限的人（公司管理）设置；办理业务的人不能改`;

/**
 * A setting of whether, or above which sum, a second person is needed: its dialog for those who may set it; others who keep
 * settings open a word on who may by the same button.
 */
export function Controlled({
  trigger,
  shown,
  children,
}: {
  trigger: ReactElement;
  /** What is set. */
  shown?: ReactNode;
  children: ReactNode;
}) {
  const explained = (
    <Can do="project:settings">
      <Popover
        trigger="click"
        placement="bottomRight"
        title={shown}
        content={<div style={{ maxWidth: 260 }}>{WHO_CONTROLS}</div>}
      >
        {trigger}
      </Popover>
    </Can>
  );
  return (
    <Can do="billing:control-settings" otherwise={explained}>
      {children}
    </Can>
  );
}
