import { useMutation, useQuery } from "@tanstack/react-query";
import type { BillingSettingsDto } from "@linli/contracts";
import { reversalApprovalLabels } from "@linli/contracts/enums";
import { Button, Select } from "antd";
import { Can } from "../../../components/can";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { billingSettings, requiredOf, saveBillingSettings } from "../waivers.queries";

/** Which red receipts of the project need a second person (BIL-80). */
export function ReversalSetting() {
  const projectId = useProjectId();
  const { data } = useQuery(billingSettings(projectId));
  const { mutateAsync } = useMutation(saveBillingSettings(projectId));
  if (!data) return null;
  return (
    <Can do="project:settings">
      <FormDialog<BillingSettingsDto>
        name="reversal-approval"
        title="收据红冲审批"
        dto="BillingSettingsDto"
        kind="modal"
        trigger={<Button tabIndex={-1}>红冲审批</Button>}
        note="红冲总是由收款人以外的人办理；须审批的，还要由申请人以外的另一人通过后才生效。托收和预收冲抵的收据、作废和更正不须审批；更正时重开的收据，视同隔日收据。"
        initialValues={data}
        onFinish={(values) => mutateAsync({ ...requiredOf(data), ...values })}
      >
        <Field name="reversalApproval">
          <Select options={optionsOf(reversalApprovalLabels)} />
        </Field>
      </FormDialog>
    </Can>
  );
}
