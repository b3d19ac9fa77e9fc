import { useMutation, useQuery } from "@tanstack/react-query";
import type { BillingSettingsDto, SaveBillingControlsDto, SaveBillingSettingsDto } from "@linli/contracts";
import type { ReactElement, ReactNode } from "react";
import { Can } from "../../components/can";
import { FormDialog } from "../../components/form-dialog";
import { Controlled } from "../../components/who-controls";
import { useProjectId } from "../../lib/session";
import { billingSettings, saveBillingControls, saveBillingSettings } from "./waivers.queries";

interface SettingDialogProps {
  name: string;
  title: string;
  /** The button that opens it, which may show what is set. */
  trigger: (settings: BillingSettingsDto) => ReactElement<{ onClick?: () => void }>;
  note: ReactNode;
  /** The field of the setting. */
  children: ReactNode;
}

/** Changes one setting of the project's charging where it belongs; the others stay as they are. */
export function SettingDialog({ trigger, children, ...dialog }: SettingDialogProps) {
  const projectId = useProjectId();
  const { data } = useQuery(billingSettings(projectId));
  const { mutateAsync } = useMutation(saveBillingSettings(projectId));
  if (!data) return null;
  return (
    <Can do="project:settings">
      <FormDialog<SaveBillingSettingsDto>
        {...dialog}
        dto="SaveBillingSettingsDto"
        kind="modal"
        trigger={trigger(data)}
        initialValues={data}
        onFinish={mutateAsync}
      >
        {children}
      </FormDialog>
    </Can>
  );
}

interface ControlDialogProps extends SettingDialogProps {
  /** What is set, for those who may not change it and do not see it on the button. */
  shown?: (settings: BillingSettingsDto) => ReactNode;
}

/** The same for a setting of whether, or above which sum, a second person is needed. */
export function ControlDialog({ trigger, shown, children, ...dialog }: ControlDialogProps) {
  const projectId = useProjectId();
  const { data } = useQuery(billingSettings(projectId));
  const { mutateAsync } = useMutation(saveBillingControls(projectId));
  if (!data) return null;
  return (
    <Controlled trigger={trigger(data)} shown={shown?.(data)}>
      <FormDialog<SaveBillingControlsDto>
        {...dialog}
        dto="SaveBillingControlsDto"
        kind="modal"
        trigger={trigger(data)}
        initialValues={data}
        onFinish={mutateAsync}
      >
        {children}
      </FormDialog>
    </Controlled>
  );
}
