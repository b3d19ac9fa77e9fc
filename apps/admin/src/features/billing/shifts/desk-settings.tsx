import { useMutation, useQuery } from "@tanstack/react-query";
import type { DeskSettingsDto } from "@linli/contracts";
import { allocationPolicyLabels, bankingPolicyLabels } from "@linli/contracts/enums";
import { Button, Select, Switch } from "antd";
import { Can } from "../../../components/can";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { deskSettings, saveDeskSettings } from "./shifts.queries";

/** 收款设置: the rules of the project's desk. */
export function DeskSettings() {
  const projectId = useProjectId();
  const { data } = useQuery(deskSettings(projectId));
  const { mutateAsync } = useMutation(saveDeskSettings(projectId));
  if (!data) return null;
  return (
    <Can do="project:settings">
      <FormDialog<DeskSettingsDto>
        name="desk-settings"
        title="收款设置"
        dto="DeskSettingsDto"
        trigger={<Button>收款设置</Button>}
        initialValues={data}
        onFinish={mutateAsync}
      >
        <Field
          name="shiftRequired"
          valuePropName="checked"
          extra="打开后，收款员先开班才能收款；关闭时可以开班，也可以直接收款"
        >
          <Switch />
        </Field>
        <Field name="allocation" extra="收费对象另有指定时，收款员填写原因后可以不按顺序，原因记在收据里">
          <Select options={optionsOf(allocationPolicyLabels)} />
        </Field>
        <Field name="banking" extra="现金应当日送存银行，不得坐支。从打开这一规则的当天起计算">
          <Select options={optionsOf(bankingPolicyLabels)} />
        </Field>
      </FormDialog>
    </Can>
  );
}
