import { useMutation } from "@tanstack/react-query";
import type { LeftTillDto, OpenShiftDto } from "@linli/contracts";
import { Button, Input, Select, type FormInstance } from "antd";
import { useState } from "react";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { openShift } from "./shifts.queries";

/** 开班: where, with which float, and whose till is taken over. */
export function OpenShift({ tills, primary = true }: { tills: readonly LeftTillDto[]; primary?: boolean }) {
  const { mutateAsync } = useMutation(openShift(useProjectId()));
  const [id, setId] = useState(newId);
  return (
    <FormDialog<Omit<OpenShiftDto, "id">>
      name="open-shift"
      title="开班"
      dto="OpenShiftDto"
      submitText="开班"
      trigger={<Button type={primary ? "primary" : "default"}>开班</Button>}
      note="备用金是开班时钱箱里的找零现金。开班后您的收款、退款和红冲都记在这个班次里，直到清点交班。"
      initialValues={{ desk: "收银台", floatFen: 0 }}
      onOpenChange={(open) => open && setId(newId())}
      onFinish={(values) => mutateAsync({ id, ...values })}
    >
      {(form) => (
        <>
          {tills.length > 0 && <TakeOver form={form} tills={tills} />}
          <Field name="desk">
            <Input maxLength={40} />
          </Field>
          <Field name="floatFen">
            <MoneyInput />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

/** Choosing a till fills in its desk and what was left in it. */
function TakeOver({ form, tills }: { form: FormInstance<Omit<OpenShiftDto, "id">>; tills: readonly LeftTillDto[] }) {
  function choose(shiftId?: string) {
    const till = tills.find((one) => one.shiftId === shiftId);
    if (till) form.setFieldsValue({ desk: till.desk, floatFen: till.leftFen });
  }
  return (
    <Field name="takenFromId" label="接班" extra="接上一班留存的备用金；不接班就不用选">
      <Select
        allowClear
        placeholder="不接班"
        onChange={choose}
        options={tills.map(({ shiftId, shiftNo, cashierName, desk, leftFen }) => ({
          value: shiftId,
          label: `${shiftNo} ${cashierName} ${desk} 留存 ${formatFen(leftFen)} 元`,
        }))}
      />
    </Field>
  );
}
