import { useMutation } from "@tanstack/react-query";
import type { CustomerContactDto, SaveContactDto } from "@linli/contracts";
import { Button, Checkbox, Input } from "antd";
import type { ReactElement } from "react";
import { DateInput } from "../../components/date-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { useProjectId } from "../../lib/session";
import { saveContact } from "./details.queries";
import { mobileRule, phoneRule } from "./document-rules";
import { KeptPhoneInput } from "./kept-phone-input";
import { PartCard, RemovePart } from "./part-card";

/** The people to talk to at a company, the main one first. */
export function ContactsCard({
  customerId,
  contacts,
}: {
  customerId: string;
  contacts: readonly CustomerContactDto[];
}) {
  return (
    <PartCard<CustomerContactDto>
      title="公司联系人"
      rows={contacts}
      empty="还没有联系人"
      add={<ContactForm customerId={customerId} trigger={<Button size="small">登记联系人</Button>} />}
      columns={[
        {
          title: "姓名",
          key: "name",
          render: (_value, { name, isMain }) => (
            <span className="customer-tags">
              {name}
              {isMain && <span className="tone tone-good">主要联系人</span>}
            </span>
          ),
        },
        { title: "职务", key: "position", render: (_value, { position }) => position ?? "—" },
        {
          title: "电话",
          key: "phones",
          render: (_value, { mobileMasked, officePhoneMasked }) => (
            <span className="figures">{[mobileMasked, officePhoneMasked].filter(Boolean).join("、") || "—"}</span>
          ),
        },
        { title: "电子邮箱", key: "email", render: (_value, { email }) => email ?? "—" },
        {
          title: "起止",
          key: "span",
          render: (_value, { startsOn, endsOn }) =>
            startsOn || endsOn ? `${startsOn ?? ""} 至 ${endsOn ?? "今"}`.trim() : "—",
        },
      ]}
      actions={(contact) => (
        <>
          <ContactForm
            customerId={customerId}
            contact={contact}
            trigger={
              <Button type="link" aria-label={`修改联系人 ${contact.name}`}>
                修改
              </Button>
            }
          />
          <RemovePart customerId={customerId} part="contacts" row={contact} />
        </>
      )}
    />
  );
}

function ContactForm({
  customerId,
  contact,
  trigger,
}: {
  customerId: string;
  contact?: CustomerContactDto;
  trigger: ReactElement<{ onClick?: () => void }>;
}) {
  const { mutateAsync } = useMutation(saveContact(useProjectId(), customerId, contact?.id));
  return (
    <FormDialog<SaveContactDto>
      name={`contact-${contact?.id ?? "new"}`}
      title={contact ? "修改联系人" : "登记联系人"}
      dto="SaveContactDto"
      trigger={trigger}
      initialValues={
        contact
          ? {
              name: contact.name,
              position: contact.position,
              email: contact.email,
              isMain: contact.isMain,
              startsOn: contact.startsOn,
              endsOn: contact.endsOn,
            }
          : { isMain: false }
      }
      onFinish={mutateAsync}
    >
      <Field name="name">
        <Input autoComplete="off" />
      </Field>
      <Field name="position">
        <Input autoComplete="off" />
      </Field>
      <Field name="mobile" rules={[mobileRule]}>
        <KeptPhoneInput masked={contact?.mobileMasked ?? null} />
      </Field>
      <Field name="officePhone" rules={[phoneRule]}>
        <KeptPhoneInput masked={contact?.officePhoneMasked ?? null} />
      </Field>
      <Field name="email">
        <Input inputMode="email" autoComplete="off" />
      </Field>
      <div className="form-columns">
        <Field name="startsOn">
          <DateInput />
        </Field>
        <Field name="endsOn">
          <DateInput />
        </Field>
      </div>
      <Field name="isMain" valuePropName="checked" label={null}>
        <Checkbox disabled={contact?.isMain}>主要联系人</Checkbox>
      </Field>
    </FormDialog>
  );
}
