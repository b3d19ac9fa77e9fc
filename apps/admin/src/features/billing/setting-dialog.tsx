import { useMutation, useQuery } from "@tanstack/react-query";
import type { BillingSettingsDto } from "@linli/contracts";
import type { ReactElement, ReactNode } from "react";
import { Can } from "../../components/can";
import { FormDialog } from "../../components/form-dialog";
import { useProjectId } from "../../lib/session";
import { billingSettings, requiredOf, saveBillingSettings } from "./waivers.queries";

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
      <FormDialog<BillingSettingsDto>
        {...dialog}
        dto="BillingSettingsDto"
        kind="modal"
        trigger={trigger(data)}
        initialValues={data}
        onFinish={(values) => mutateAsync({ ...requiredOf(data), ...values })}
      >
        {children}
      </FormDialog>
    </Can>
  );
}
