import { handMethodLabels } from "@linli/contracts/enums";
import { Form, Input, Select } from "antd";
import { Field } from "../../../components/field";
import { optionsOf } from "../../../lib/labels";

const { PREPAYMENT: _offset, ...methods } = handMethodLabels;

/** By which way money is to go back; a transfer needs the account. @param at the part of the form it stands in */
export function RefundWay({ at }: { at?: string }) {
  const nameOf = (field: string) => (at ? [at, field] : field);
  const method = Form.useWatch(nameOf("method"), Form.useFormInstance());
  return (
    <>
      <Field dto="RefundWayDto" name={nameOf("method")} extra="尽量按原收款方式退回">
        <Select options={optionsOf(methods)} />
      </Field>
      <Field dto="RefundWayDto" name={nameOf("channelReason")} extra="与收款方式不同时必填">
        <Input />
      </Field>
      {method === "TRANSFER" && (
        <>
          <Field dto="RefundWayDto" name={nameOf("accountHolder")}>
            <Input autoComplete="off" />
          </Field>
          <Field dto="RefundWayDto" name={nameOf("bankName")}>
            <Input autoComplete="off" />
          </Field>
          <Field dto="RefundWayDto" name={nameOf("bankAccount")}>
            <Input autoComplete="off" inputMode="numeric" />
          </Field>
        </>
      )}
    </>
  );
}
