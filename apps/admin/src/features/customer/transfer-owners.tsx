import { useMutation } from "@tanstack/react-query";
import type { AddTransferOwnerDto, SaveTransferDto, TransferDetailDto } from "@linli/contracts";
import { DeleteOutlined } from "@ant-design/icons";
import { Button, Card, Empty, Flex, Form, type FormInstance, Input, Select } from "antd";
import { useState } from "react";
import { DecimalInput } from "../../components/decimal-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { PageForm } from "../../components/page-form";
import { useProjectId } from "../../lib/session";
import { NewAttributeFields } from "../property/attribute-fields";
import { type AttributeFormValues, fromAttributeForm } from "../property/attribute-words";
import { CustomerSelect } from "./customer-select";
import { IdentityFields } from "./identity-fields";
import { Matches } from "./matches";
import { addTransferOwner, draftOf, saveTransfer } from "./transfers.queries";

interface Values {
  shares?: Record<string, string | null | undefined>;
  payerCustomerId?: string | null;
}

/** 新业主: found again or entered in full, their shares, and who pays. */
export function TransferOwners({ transfer, onNext }: { transfer: TransferDetailDto; onNext: () => void }) {
  const { owners, relations, payerCustomerId, version } = transfer;
  const { mutateAsync: save } = useMutation(saveTransfer(useProjectId(), transfer.id));
  const change = (part: Partial<SaveTransferDto>) => save({ ...draftOf(transfer), ...part });
  const draft = draftOf(transfer);
  const staying = relations.filter(({ choice }) => choice === "STAY");
  const payers = new Map(
    [...owners, ...staying].map(({ customerId, customerName }) => [customerId, customerName] as const),
  );
  const addKnown = (customerId: string) =>
    change({ owners: [...draft.owners, { customerId, share: null }] }).catch(() => undefined);

  return (
    <>
      <AddOwner transfer={transfer} onKnown={addKnown} />
      <PageForm<Values>
        key={version}
        name="transfer-owners"
        submitText="保存，下一步：结算"
        initialValues={{
          shares: Object.fromEntries(owners.map(({ customerId, share }) => [customerId, share])),
          payerCustomerId,
        }}
        onFinish={async ({ shares = {}, payerCustomerId: payer }) => {
          const stated = draft.owners.map(({ customerId }) => ({ customerId, share: shares[customerId] || null }));
          await change({ owners: stated, payerCustomerId: payer ?? null });
          onNext();
        }}
      >
        <Card size="small" title={`新业主（${owners.length}）`} className="transfer-part">
          {owners.length === 0 && (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有新业主，请在上面添加" />
          )}
          {owners.map(({ customerId, customerName, customerNumber, mobileMasked, idNumberMasked }) => (
            <Flex key={customerId} gap={12} align="start" wrap className="transfer-owner">
              <div className="transfer-owner-name">
                <b>{customerName}</b>
                <span className="transfer-detail">
                  {[customerNumber, idNumberMasked, mobileMasked].filter(Boolean).join(" · ")}
                </span>
              </div>
              <Form.Item name={["shares", customerId]} label="产权份额" className="transfer-share">
                <DecimalInput places={4} unit="%" />
              </Form.Item>
              <Button
                className="transfer-remove"
                icon={<DeleteOutlined />}
                aria-label={`移除 ${customerName}`}
                onClick={() =>
                  void change({
                    owners: draft.owners.filter((one) => one.customerId !== customerId),
                    ...(payerCustomerId === customerId && { payerCustomerId: null }),
                  }).catch(() => undefined)
                }
              />
            </Flex>
          ))}
          <Field
            dto="SaveTransferDto"
            name="payerCustomerId"
            extra="只有一位个人业主时可以不选；有多位业主或公司业主时必须选择"
          >
            <Select
              allowClear
              placeholder="新业主本人"
              options={[...payers].map(([value, label]) => ({ value, label }))}
            />
          </Field>
        </Card>
      </PageForm>
    </>
  );
}

type NewOwnerValues = Omit<AddTransferOwnerDto, "attributes"> & { attributes?: AttributeFormValues };

/** Somebody who is a customer already, or a new one entered in full (CUS-05). */
function AddOwner({ transfer, onKnown }: { transfer: TransferDetailDto; onKnown: (customerId: string) => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [isNew, setNew] = useState(false);
  const { mutateAsync: add } = useMutation(addTransferOwner(useProjectId(), transfer.id));

  function take(customerId: string | null) {
    setChosen(null);
    setNew(false);
    if (customerId && !transfer.owners.some((one) => one.customerId === customerId)) onKnown(customerId);
  }

  return (
    <Card size="small" title="添加新业主" className="transfer-part">
      <Flex gap={12} wrap align="center">
        <div className="transfer-find">
          <CustomerSelect
            value={chosen}
            onChange={take}
            aria-label="查找已有客户"
            placeholder="查找已有客户：姓名、电话或证件号"
          />
        </div>
        <span>或</span>
        <FormDialog<NewOwnerValues>
          name="transfer-owner"
          title="录入新业主"
          dto="AddTransferOwnerDto"
          width={680}
          trigger={<Button>录入新业主</Button>}
          open={isNew}
          onOpenChange={setNew}
          initialValues={{ kind: "PERSON", idType: "ID_CARD", confirmed: true }}
          onFinish={({ attributes, ...values }) =>
            add({ ...values, attributes: fromAttributeForm(attributes ?? {}), version: transfer.version })
          }
        >
          {(form) => <NewOwner form={form} onKnown={take} />}
        </FormDialog>
      </Flex>
    </Card>
  );
}

function NewOwner({ form, onKnown }: { form: FormInstance<NewOwnerValues>; onKnown: (customerId: string) => void }) {
  const kind = Form.useWatch("kind", form);
  return (
    <>
      <Matches form={form as FormInstance} onChoose={({ id }) => onKnown(id)} />
      <IdentityFields form={form as FormInstance} family={false} />
      {kind === "COMPANY" && (
        <Field name="contactName">
          <Input autoComplete="off" />
        </Field>
      )}
      <Field name="share">
        <DecimalInput places={4} unit="%" />
      </Field>
      <NewAttributeFields owner="CUSTOMER" />
    </>
  );
}
