import { useMutation, useQuery } from "@tanstack/react-query";
import type { BillingSettingsDto } from "@linli/contracts";
import { Button } from "antd";
import { Can } from "../../components/can";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { MoneyInput } from "../../components/money-input";
import { formatFen } from "../../lib/money";
import { useProjectId } from "../../lib/session";
import { billingSettings, requiredOf, saveBillingSettings } from "./waivers.queries";

/** Above which sum a waiver goes to those who decide large ones. */
export function WaiverLimit() {
  const projectId = useProjectId();
  const { data } = useQuery(billingSettings(projectId));
  const { mutateAsync } = useMutation(saveBillingSettings(projectId));
  if (!data) return null;
  return (
    <Can do="project:settings">
      <FormDialog<BillingSettingsDto>
        name="waiver-limit"
        title="减免审批限额"
        dto="BillingSettingsDto"
        kind="modal"
        trigger={<Button>审批限额 {formatFen(data.waiverLimitFen)} 元</Button>}
        note="一份减免申请超过限额时，须由有“超过限额”审批权的人审批。"
        initialValues={data}
        onFinish={(values) => mutateAsync({ ...requiredOf(data), ...values })}
      >
        <Field name="waiverLimitFen">
          <MoneyInput />
        </Field>
      </FormDialog>
    </Can>
  );
}
