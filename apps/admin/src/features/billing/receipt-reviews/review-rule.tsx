import { useMutation, useQuery } from "@tanstack/react-query";
import type { BillingSettingsDto } from "@linli/contracts";
import { receiptReviewRuleLabels } from "@linli/contracts/enums";
import { Button, Radio } from "antd";
import { Can } from "../../../components/can";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { billingSettings, requiredOf, saveBillingSettings } from "../waivers.queries";

/** What a month close asks about receipts that nobody has reviewed. */
export function ReviewRule() {
  const projectId = useProjectId();
  const { data } = useQuery(billingSettings(projectId));
  const { mutateAsync } = useMutation(saveBillingSettings(projectId));
  if (!data) return null;
  return (
    <Can do="project:settings">
      <FormDialog<BillingSettingsDto>
        name="receipt-review-rule"
        title="收款审核要求"
        dto="BillingSettingsDto"
        kind="modal"
        trigger={<Button>月结要求：{receiptReviewRuleLabels[data.receiptReview ?? "NONE"]}</Button>}
        note="只冲抵已审核的预收，在“预收冲抵”的使用方案里设置。"
        initialValues={data}
        onFinish={(values) => mutateAsync({ ...requiredOf(data), ...values })}
      >
        <Field name="receiptReview">
          <Radio.Group options={optionsOf(receiptReviewRuleLabels)} />
        </Field>
      </FormDialog>
    </Can>
  );
}
