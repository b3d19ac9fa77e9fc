import { receiptReviewRuleLabels } from "@linli/contracts/enums";
import { Button, Radio } from "antd";
import { Field } from "../../../components/field";
import { optionsOf } from "../../../lib/labels";
import { ControlDialog } from "../setting-dialog";

/** What a month close asks about receipts that nobody has reviewed. */
export function ReviewRule() {
  return (
    <ControlDialog
      name="receipt-review-rule"
      title="收款审核要求"
      trigger={({ receiptReview }) => <Button>月结要求：{receiptReviewRuleLabels[receiptReview]}</Button>}
      note="只冲抵已审核的预收，在“预收冲抵”的使用方案里设置。"
    >
      <Field name="receiptReview">
        <Radio.Group vertical options={optionsOf(receiptReviewRuleLabels)} />
      </Field>
    </ControlDialog>
  );
}
