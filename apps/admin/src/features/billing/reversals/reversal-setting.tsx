import { reversalApprovalLabels } from "@linli/contracts/enums";
import { Button, Select } from "antd";
import { Field } from "../../../components/field";
import { optionsOf } from "../../../lib/labels";
import { ControlDialog } from "../setting-dialog";

/** Which red receipts of the project need a second person (BIL-80). */
export function ReversalSetting() {
  return (
    <ControlDialog
      name="reversal-approval"
      title="收据红冲审批"
      trigger={() => <Button>红冲审批</Button>}
      shown={({ reversalApproval }) => reversalApprovalLabels[reversalApproval]}
      note="红冲总是由收款人以外的人办理；须审批的，还要由申请人以外的另一人通过后才生效。托收和预收冲抵的收据、作废和更正不须审批；更正时重开的收据，视同隔日收据。"
    >
      <Field name="reversalApproval">
        <Select options={optionsOf(reversalApprovalLabels)} />
      </Field>
    </ControlDialog>
  );
}
