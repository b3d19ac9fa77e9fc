import { useMutation } from "@tanstack/react-query";
import type { InvoiceTitleDto, SaveInvoiceTitleDto, UnmaskDto } from "@linli/contracts";
import { phoneFault, taxNumberFault, titleKindLabels } from "@linli/contracts/enums";
import { App, Button, Checkbox, Form, Input, Radio } from "antd";
import type { ReactElement } from "react";
import { Can } from "../../components/can";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { saveTitle, unmaskTitle } from "./details.queries";
import { checked } from "./document-rules";
import { PartCard, RemovePart } from "./part-card";

/** Whom the customer's invoices are made out to, the default first. */
export function TitlesCard({ customerId, titles }: { customerId: string; titles: readonly InvoiceTitleDto[] }) {
  return (
    <PartCard<InvoiceTitleDto>
      title="发票抬头"
      rows={titles}
      empty="还没有发票抬头"
      add={<TitleForm customerId={customerId} trigger={<Button size="small">登记抬头</Button>} />}
      columns={[
        {
          title: "抬头",
          key: "title",
          render: (_value, { title, isDefault }) => (
            <span className="customer-tags">
              {title}
              {isDefault && <span className="tone tone-good">默认</span>}
            </span>
          ),
        },
        { title: "类型", key: "kind", render: (_value, { kind }) => titleKindLabels[kind] },
        {
          title: "纳税人识别号",
          key: "taxNumber",
          render: (_value, { taxNumber }) => <span className="figures">{taxNumber ?? "—"}</span>,
        },
        {
          title: "地址、电话",
          key: "address",
          render: (_value, { address, phone }) => [address, phone].filter(Boolean).join(" ") || "—",
        },
        {
          title: "开户行及账号",
          key: "account",
          render: (_value, { bank, accountMasked }) => (
            <span className="figures">{[bank, accountMasked].filter(Boolean).join(" ") || "—"}</span>
          ),
        },
      ]}
      actions={(title) => (
        <>
          <TitleForm
            customerId={customerId}
            title={title}
            trigger={
              <Button type="link" aria-label={`修改抬头 ${title.title}`}>
                修改
              </Button>
            }
          />
          {title.accountMasked && (
            <Can do="customer:unmask">
              <ShowAccount customerId={customerId} title={title} />
            </Can>
          )}
          <RemovePart customerId={customerId} part="invoice-titles" row={{ id: title.id, name: title.title }} />
        </>
      )}
    />
  );
}

function ShowAccount({ customerId, title }: { customerId: string; title: InvoiceTitleDto }) {
  const { mutateAsync } = useMutation(unmaskTitle(useProjectId(), customerId, title.id));
  const { modal } = App.useApp();
  return (
    <FormDialog<UnmaskDto>
      name={`unmask-title-${title.id}`}
      title="显示完整账号"
      dto="UnmaskDto"
      kind="modal"
      trigger={
        <Button type="link" aria-label={`显示账号 ${title.title}`}>
          显示账号
        </Button>
      }
      note="每次查看都会连同原因记录在案。"
      submitText="显示"
      onFinish={async (values) => {
        const { account } = await mutateAsync(values);
        modal.info({ title: title.title, content: <span className="figures">{account}</span>, okText: "关闭" });
      }}
    >
      <Field name="reason">
        <Input placeholder="例如：核对开票资料" autoComplete="off" />
      </Field>
    </FormDialog>
  );
}

function TitleForm({
  customerId,
  title,
  trigger,
}: {
  customerId: string;
  title?: InvoiceTitleDto;
  trigger: ReactElement<{ onClick?: () => void }>;
}) {
  const { mutateAsync } = useMutation(saveTitle(useProjectId(), customerId, title?.id));
  const { id: _id, accountMasked, ...known } = title ?? { id: "", accountMasked: null };
  return (
    <FormDialog<SaveInvoiceTitleDto>
      name={`title-${title?.id ?? "new"}`}
      title={title ? "修改发票抬头" : "登记发票抬头"}
      dto="SaveInvoiceTitleDto"
      trigger={trigger}
      initialValues={title ? known : { kind: "PERSONAL", isDefault: false }}
      onFinish={({ account, ...values }) => mutateAsync({ ...values, ...(account && { account }) })}
    >
      <Field name="kind">
        <Radio.Group options={optionsOf(titleKindLabels)} optionType="button" />
      </Field>
      <Field name="title">
        <Input autoComplete="off" />
      </Field>
      <Form.Item noStyle dependencies={["kind"]}>
        {(form) => {
          const company = form.getFieldValue("kind") === "COMPANY";
          const must = company ? [{ required: true, message: "企业抬头请填写纳税人识别号" }] : [];
          return (
            <Field name="taxNumber" rules={[...must, checked(taxNumberFault)]}>
              <Input autoComplete="off" />
            </Field>
          );
        }}
      </Form.Item>
      <Field name="address">
        <Input autoComplete="off" />
      </Field>
      <Field name="phone" rules={[checked(phoneFault)]}>
        <Input inputMode="tel" autoComplete="off" />
      </Field>
      <Field name="bank">
        <Input autoComplete="off" />
      </Field>
      <Field name="account">
        <Input
          inputMode="numeric"
          autoComplete="off"
          placeholder={accountMasked ? `${accountMasked}（不修改请留空）` : undefined}
        />
      </Field>
      <Field name="isDefault" valuePropName="checked" label={null}>
        <Checkbox disabled={title?.isDefault}>默认抬头</Checkbox>
      </Field>
    </FormDialog>
  );
}
