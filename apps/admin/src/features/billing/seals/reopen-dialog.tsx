import { useMutation } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { formatPeriod } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import { reopenPeriod } from "./seals.queries";

/** Asks for the last closed month to be opened again (反结账); somebody else decides. */
export function ReopenDialog({ period }: { period: string }) {
  const { mutateAsync } = useMutation(reopenPeriod(useProjectId(), period));
  return (
    <FormDialog<{ reason: string }>
      name="reopen-period"
      title={`反结账 ${formatPeriod(period)}`}
      kind="modal"
      submitText="提交审批"
      trigger={<Button>反结账 {period}</Button>}
      dto="ReopenPeriodDto"
      note="由另一人审批后，这个月重新开放，可以补记和更正；月结时的数字与校验值留存备查，更正后请重新月结。"
      onFinish={(values) => mutateAsync(values)}
    >
      <Field name="reason">
        <Input.TextArea rows={3} maxLength={500} showCount placeholder="如：漏记一笔银行到账" />
      </Field>
    </FormDialog>
  );
}
