import { useMutation } from "@tanstack/react-query";
import type { CustomerPhoneDto, MainPhoneDto, SavePhoneDto } from "@linli/contracts";
import { phoneCheckLabels, phoneKindLabels } from "@linli/contracts/enums";
import { Button, Input, Select } from "antd";
import type { ReactElement } from "react";
import { Can } from "../../components/can";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { makeMainPhone, savePhone } from "./details.queries";
import { phoneRule } from "./document-rules";
import { PartCard, RemovePart } from "./part-card";

/** The telephones of a customer, the main one first. */
export function PhonesCard({ customerId, phones }: { customerId: string; phones: readonly CustomerPhoneDto[] }) {
  return (
    <PartCard<CustomerPhoneDto>
      title="电话"
      rows={phones}
      empty="还没有电话"
      add={<PhoneForm customerId={customerId} trigger={<Button size="small">登记电话</Button>} />}
      columns={[
        {
          title: "号码",
          key: "number",
          render: (_value, { numberMasked, isMain }) => (
            <span className="customer-tags">
              <span className="figures">{numberMasked}</span>
              {isMain && <span className="tone tone-good">主要电话</span>}
            </span>
          ),
        },
        { title: "类型", key: "kind", render: (_value, { kind }) => phoneKindLabels[kind] },
        { title: "说明", key: "label", render: (_value, { label }) => label ?? "—" },
        {
          title: "核实",
          key: "verified",
          render: (_value, { verifiedOn, verifiedByName, verifiedHow }) =>
            verifiedHow ? `${verifiedOn} ${verifiedByName} ${phoneCheckLabels[verifiedHow]}` : "未核实",
        },
      ]}
      actions={(phone) => (
        <>
          <PhoneForm
            customerId={customerId}
            phone={phone}
            trigger={
              <Button type="link" aria-label={`修改电话 ${phone.numberMasked}`}>
                修改
              </Button>
            }
          />
          {!phone.isMain && (
            <>
              <Can do="customer:key-data">
                <MainPhoneForm customerId={customerId} phone={phone} />
              </Can>
              <RemovePart customerId={customerId} part="phones" row={{ id: phone.id, name: phone.numberMasked }} />
            </>
          )}
        </>
      )}
    />
  );
}

function PhoneForm({
  customerId,
  phone,
  trigger,
}: {
  customerId: string;
  phone?: CustomerPhoneDto;
  trigger: ReactElement<{ onClick?: () => void }>;
}) {
  const { mutateAsync } = useMutation(savePhone(useProjectId(), customerId, phone?.id));
  return (
    <FormDialog<SavePhoneDto>
      name={`phone-${phone?.id ?? "new"}`}
      title={phone ? "修改电话" : "登记电话"}
      dto="SavePhoneDto"
      kind="modal"
      trigger={trigger}
      note={phone?.isMain ? "这是主要电话：号码请用“修改关键信息”修改。" : undefined}
      initialValues={phone ? { kind: phone.kind, label: phone.label } : { kind: "MOBILE" }}
      onFinish={({ number, ...values }) => mutateAsync({ ...values, ...(number && { number }) })}
    >
      <Field name="kind">
        <Select options={optionsOf(phoneKindLabels)} />
      </Field>
      {!phone?.isMain && (
        <Field name="number" rules={[...(phone ? [] : [{ required: true, message: "请填写电话号码" }]), phoneRule]}>
          <Input
            inputMode="tel"
            autoComplete="off"
            placeholder={phone ? `${phone.numberMasked}（不修改请留空）` : undefined}
          />
        </Field>
      )}
      <Field name="label">
        <Input placeholder="例如：工作日白天" autoComplete="off" />
      </Field>
      <Field name="verifiedHow" extra="今天核实过才填写">
        <Select allowClear options={optionsOf(phoneCheckLabels)} />
      </Field>
    </FormDialog>
  );
}

function MainPhoneForm({ customerId, phone }: { customerId: string; phone: CustomerPhoneDto }) {
  const { mutateAsync } = useMutation(makeMainPhone(useProjectId(), customerId, phone.id));
  return (
    <FormDialog<MainPhoneDto>
      name={`main-phone-${phone.id}`}
      title="设为主要电话"
      dto="MainPhoneDto"
      kind="modal"
      trigger={
        <Button type="link" aria-label={`设为主要电话 ${phone.numberMasked}`}>
          设为主要
        </Button>
      }
      note={`${phone.numberMasked} 将成为主要电话，用于联系、查找和通知。`}
      onFinish={mutateAsync}
    >
      <Field name="verifiedHow">
        <Select options={optionsOf(phoneCheckLabels)} />
      </Field>
      <Field name="reason">
        <Input placeholder="例如：原号码停用" autoComplete="off" />
      </Field>
    </FormDialog>
  );
}
