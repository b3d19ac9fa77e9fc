import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import type { RoomCustomersDto, SetOwnersDto } from "@linli/contracts";
import { Button, Flex, Form, Input, Select, type FormInstance } from "antd";
import { useState } from "react";
import { DateInput } from "../../components/date-input";
import { DecimalInput } from "../../components/decimal-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { today } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { CustomerSelect } from "./customer-select";
import { setOwners } from "./customer.queries";
import { lasts } from "./customer.words";

type Values = Omit<SetOwnersDto, "ownersSeen">;

/** All owners of a room with their shares, changed together from a day on (SCN-05). */
export function SetOwners({ roomId, customers }: { roomId: string; customers: RoomCustomersDto }) {
  const { mutateAsync } = useMutation(setOwners(useProjectId(), roomId));
  const { relations, ownersSeen } = customers;
  const present = relations.filter((one) => one.role === "OWNER" && lasts(one, today()));
  const [names, setNames] = useState(new Map(relations.map((one) => [one.customerId, one.customerName])));

  return (
    <FormDialog<Values>
      name="set-owners"
      title="调整业主与份额"
      dto="SetOwnersDto"
      width={640}
      trigger={<Button>调整业主与份额</Button>}
      note="填写生效日起的全部业主。不在其中的业主到前一天为止；生效日以前的记录不变。买卖过户等请办理房屋过户。"
      initialValues={{
        from: today(),
        owners: present.map(({ customerId, share }) => ({ customerId, share })),
      }}
      onFinish={(values) => mutateAsync({ ...values, payerId: values.payerId ?? null, ownersSeen })}
    >
      {(form) => (
        <>
          <Field name="from" extra="新业主与新份额的第一天">
            <DateInput allowClear={false} />
          </Field>
          <OwnerRows onName={(id, name) => setNames((now) => new Map(now).set(id, name))} />
          <Total form={form} />
          <PayerField form={form} names={names} />
          <Field name="reason">
            <Input placeholder="例如：夫妻间赠与一半产权" />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

function OwnerRows({ onName }: { onName: (id: string, name: string) => void }) {
  return (
    <Form.List name="owners">
      {(rows, { add, remove }) => (
        <fieldset className="plain-fieldset">
          <legend>业主</legend>
          {rows.map(({ key, name }, index) => (
            <Flex key={key} gap={8} align="start">
              <Field dto="OwnerShareDto" name={[name, "customerId"]} label={`业主 ${index + 1}`} className="owner-who">
                <CustomerSelect onChange={(id, customer) => id && customer && onName(id, customer.name)} />
              </Field>
              <Field dto="OwnerShareDto" name={[name, "share"]} label="产权份额" className="owner-share">
                <DecimalInput places={4} unit="%" />
              </Field>
              <Button
                type="text"
                danger
                icon={<DeleteOutlined />}
                aria-label={`去掉业主 ${index + 1}`}
                className="owner-remove"
                disabled={rows.length === 1}
                onClick={() => remove(name)}
              />
            </Flex>
          ))}
          <Button
            type="dashed"
            icon={<PlusOutlined />}
            onClick={() => add({ share: null })}
            disabled={rows.length >= 50}
          >
            增加业主
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

/** What the shares come to while they are typed. */
function Total({ form }: { form: FormInstance<Values> }) {
  const owners = (Form.useWatch("owners", form) ?? []) as Partial<Values["owners"][number]>[];
  const stated = owners.flatMap((owner) => owner?.share ?? []);
  if (stated.length === 0) return null;
  const total = stated.reduce((sum, share) => sum + Math.round(Number(share) * 10_000), 0) / 10_000;
  return (
    <p role="status" className={total > 100 ? "negative" : undefined}>
      份额合计 {total}%{total > 100 && "，超过 100%"}
    </p>
  );
}

function PayerField({ form, names }: { form: FormInstance<Values>; names: ReadonlyMap<string, string> }) {
  const owners = (Form.useWatch("owners", form) ?? []) as Partial<Values["owners"][number]>[];
  const chosen = [...new Set(owners.flatMap((owner) => owner?.customerId ?? []))];
  return (
    <Field name="payerId" label="收费对象" extra="多个业主或公司业主必须有收费对象；留空则沿用现有的">
      <Select
        allowClear
        placeholder="沿用现有的收费对象"
        options={chosen.map((value) => ({ value, label: names.get(value) ?? "业主" }))}
      />
    </Field>
  );
}
