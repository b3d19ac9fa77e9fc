import { useMutation } from "@tanstack/react-query";
import type { ChangeKeyDataDto, CustomerDetailDto } from "@linli/contracts";
import { type IdType, idTypeLabels, phoneCheckLabels } from "@linli/contracts/enums";
import { Button, Form, Input, Select, type FormInstance } from "antd";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { changeKeyData } from "./details.queries";
import { documentRule, phoneRule } from "./document-rules";

/** Changes name, document and main telephone: with a reason, both sides stay in the history (SCN-06). */
export function KeyDataDialog({ customer }: { customer: CustomerDetailDto }) {
  const { mutateAsync } = useMutation(changeKeyData(useProjectId(), customer.id));
  return (
    <FormDialog<ChangeKeyDataDto>
      name="key-data"
      title="修改关键信息"
      dto="ChangeKeyDataDto"
      trigger={<Button>修改关键信息</Button>}
      note="客户名称、证件和主要电话属于关键信息：须说明原因，修改前后的内容都留在历史里。"
      initialValues={{ name: customer.name, idType: customer.idType ?? undefined }}
      onFinish={({ idNumber, mainPhone, ...values }) =>
        mutateAsync({ ...values, ...(idNumber && { idNumber }), ...(mainPhone && { mainPhone }) })
      }
    >
      {(form) => <KeyFields form={form} customer={customer} />}
    </FormDialog>
  );
}

function KeyFields({ form, customer }: { form: FormInstance<ChangeKeyDataDto>; customer: CustomerDetailDto }) {
  const idType = Form.useWatch("idType", form) as IdType | undefined;
  const mainPhone = Form.useWatch("mainPhone", form);
  const phone = customer.mobileMasked ?? customer.homePhoneMasked;
  return (
    <>
      <Field name="name">
        <Input autoComplete="off" />
      </Field>
      <Field name="idType">
        <Select options={optionsOf(idTypeLabels)} />
      </Field>
      <Field name="idNumber" dependencies={["idType"]} rules={[documentRule(idType)]}>
        <Input
          autoComplete="off"
          placeholder={customer.idNumberMasked ? `${customer.idNumberMasked}（不修改请留空）` : undefined}
        />
      </Field>
      <Field name="mainPhone" rules={[phoneRule]}>
        <Input inputMode="tel" autoComplete="off" placeholder={phone ? `${phone}（不修改请留空）` : undefined} />
      </Field>
      {mainPhone && (
        <Field name="phoneCheck" rules={[{ required: true, message: "修改主要电话须说明如何核实" }]}>
          <Select options={optionsOf(phoneCheckLabels)} />
        </Field>
      )}
      <Field name="reason">
        <Input.TextArea rows={2} maxLength={200} showCount placeholder="例如：更名，已核对户口簿" />
      </Field>
    </>
  );
}
