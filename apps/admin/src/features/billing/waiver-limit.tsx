import { Button } from "antd";
import { Field } from "../../components/field";
import { MoneyInput } from "../../components/money-input";
import { formatFen } from "../../lib/money";
import { ControlDialog } from "./setting-dialog";

/** Above which sum a waiver goes to those who decide large ones. */
export function WaiverLimit() {
  return (
    <ControlDialog
      name="waiver-limit"
      title="减免审批限额"
      trigger={({ waiverLimitFen }) => <Button>审批限额 {formatFen(waiverLimitFen)} 元</Button>}
      note="一份减免申请超过限额时，须由有“超过限额”审批权的人审批。"
    >
      <Field name="waiverLimitFen">
        <MoneyInput />
      </Field>
    </ControlDialog>
  );
}
