import { useMutation } from "@tanstack/react-query";
import type { SaveTransferDto, TransferDetailDto } from "@linli/contracts";
import {
  arrearsHandlingLabels,
  meterKindLabels,
  prepaymentHandlingLabels,
  relationChoiceLabels,
  type RelationChoice,
  relationRoleLabels,
  transferDocumentLabels,
  transferReasonLabels,
} from "@linli/contracts/enums";
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Card, Flex, Form, Input, Radio, Select } from "antd";
import { Attachments } from "../../components/attachments";
import { DateInput } from "../../components/date-input";
import { DecimalInput } from "../../components/decimal-input";
import { Field } from "../../components/field";
import { PageForm } from "../../components/page-form";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { draftOf, saveTransfer } from "./transfers.queries";

type Values = Pick<SaveTransferDto, "transferOn" | "reason" | "remark" | "arrears" | "prepayment" | "readings"> & {
  choices?: Record<string, RelationChoice>;
  confirmed?: Record<string, string | undefined>;
};

/** 过户信息: the day, the reason, who leaves, what becomes of debts and prepayment, readings, documents. */
export function TransferInfo({ transfer, onNext }: { transfer: TransferDetailDto; onNext: () => void }) {
  const { mutateAsync } = useMutation(saveTransfer(useProjectId(), transfer.id));
  const { relations, confirmations } = transfer;

  async function handleFinish({ choices = {}, confirmed = {}, ...values }: Values) {
    await mutateAsync({
      ...draftOf(transfer),
      ...values,
      readings: values.readings ?? [],
      relations: relations.map(({ relationId, choice }) => ({ relationId, choice: choices[relationId] ?? choice })),
      // keys contain points and colons: the form knows them by their place
      confirmations: confirmations.flatMap(({ key }, index) => {
        const choice = confirmed[`at${index}`];
        return choice ? [{ key, choice }] : [];
      }),
    });
    onNext();
  }

  const initial: Partial<Values> = {
    transferOn: transfer.transferOn,
    reason: transfer.reason,
    remark: transfer.remark,
    arrears: transfer.arrears,
    prepayment: transfer.prepayment,
    readings: transfer.readings,
    choices: Object.fromEntries(relations.map(({ relationId, choice }) => [relationId, choice])),
    confirmed: Object.fromEntries(confirmations.map(({ choice }, index) => [`at${index}`, choice ?? undefined])),
  };
  return (
    <>
      <Card size="small" title="文件（产权证、合同、判决书等，至少一份，立即保存）" className="transfer-part">
        <Attachments ownerType="transfer" ownerId={transfer.id} kinds={transferDocumentLabels} canWrite />
      </Card>
      <PageForm<Values>
        key={transfer.version}
        name="transfer-info"
        dto="SaveTransferDto"
        submitText="保存，下一步：新业主"
        initialValues={initial}
        onFinish={handleFinish}
      >
        <Card size="small" title="过户" className="transfer-part">
          <div className="form-columns">
            <Field name="transferOn" required extra="新业主的第一天；当天起的费用归新业主">
              <DateInput />
            </Field>
            <Field name="reason" required>
              <Select options={optionsOf(transferReasonLabels)} />
            </Field>
          </div>
          <Field name="arrears">
            <Radio.Group options={optionsOf(arrearsHandlingLabels)} />
          </Field>
          <Field name="prepayment">
            <Radio.Group options={optionsOf(prepaymentHandlingLabels)} />
          </Field>
          <Field name="remark">
            <Input.TextArea rows={2} maxLength={500} showCount />
          </Field>
        </Card>
        {relations.length > 0 && (
          <Card size="small" title="现有客户：终止还是保留（租约不因过户终止）" className="transfer-part">
            {relations.map(({ relationId, customerName, role, share }) => (
              <Form.Item
                key={relationId}
                name={["choices", relationId]}
                label={`${customerName}（${relationRoleLabels[role]}${share ? ` ${share}%` : ""}）`}
              >
                <Radio.Group options={optionsOf(relationChoiceLabels)} />
              </Form.Item>
            ))}
          </Card>
        )}
        {confirmations.length > 0 && (
          <Card size="small" title="逐项确认" className="transfer-part">
            {confirmations.map(({ key, label, detail, choices }, index) => (
              <Form.Item key={key} name={["confirmed", `at${index}`]} label={label} extra={detail}>
                <Radio.Group options={choices} />
              </Form.Item>
            ))}
          </Card>
        )}
        <Readings />
      </PageForm>
    </>
  );
}

/** Readings on the day, kept with the transfer for billing. */
function Readings() {
  return (
    <Card size="small" title="过户日仪表读数" className="transfer-part">
      <Form.List name="readings">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <Flex key={key} gap={8} align="start" wrap className="transfer-reading">
                <Field dto="TransferReadingDto" name={[name, "kind"]}>
                  <Select options={optionsOf(meterKindLabels)} style={{ minWidth: 110 }} />
                </Field>
                <Field dto="TransferReadingDto" name={[name, "meterNo"]}>
                  <Input autoComplete="off" />
                </Field>
                <Field dto="TransferReadingDto" name={[name, "reading"]}>
                  <DecimalInput places={3} />
                </Field>
                <Button
                  className="transfer-remove"
                  icon={<DeleteOutlined />}
                  aria-label="删除这个读数"
                  onClick={() => remove(name)}
                />
              </Flex>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ kind: "WATER" })}>
              加一个读数
            </Button>
          </>
        )}
      </Form.List>
    </Card>
  );
}
