import { useMutation } from "@tanstack/react-query";
import type { EnterShareDto, ShareDto } from "@linli/contracts";
import { meterKindLabels } from "@linli/contracts/enums";
import { Button, Form, Input } from "antd";
import { DecimalInput } from "../../../components/decimal-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { formatPeriod } from "../../../lib/dates";
import { roomNumbers } from "./share-pool-form-values";
import { enterShare, type PoolMonth } from "./shares.queries";

interface EntryForm extends Omit<EnterShareDto, "roomUses"> {
  /** Lines of room code and use. */
  roomUses?: string;
}

/** Enters the amount of a month, or what it is computed from. */
export function ShareEntry({ month, share }: { month: PoolMonth; share: ShareDto }) {
  const { mutateAsync } = useMutation(enterShare(month));
  const { source, method, unit, status, useMeterKind, meterNo } = share;
  const typed = method === "USE" && !useMeterKind;
  const isNew = status === "NONE";
  return (
    <FormDialog<EntryForm>
      name="enter-share"
      title={`填写 ${formatPeriod(share.period)} ${share.poolName}`}
      dto="EnterShareDto"
      width={520}
      submitText="保存并预览"
      note={noteOf(share)}
      trigger={<Button type={isNew ? "primary" : "default"}>{isNew ? "填写本月" : "修改填写"}</Button>}
      initialValues={formOf(share)}
      onFinish={({ roomUses, ...values }) =>
        mutateAsync({
          ...values,
          ...(typed && {
            roomUses: roomNumbers(roomUses).rows.map(({ roomCode, value }) => ({ roomCode, use: value })),
          }),
        })
      }
    >
      {source === "AMOUNT" && (
        <Field name="amountFen" required>
          <MoneyInput />
        </Field>
      )}
      {source === "USE" && meterNo === null && (
        <Field name="use" required>
          <DecimalInput places={4} unit={unit ?? ""} />
        </Field>
      )}
      {source === "LOSS" && meterNo === null && (
        <>
          <Field name="masterUse" required>
            <DecimalInput places={4} unit={unit ?? ""} />
          </Field>
          <Field name="subUse" required extra="总表减分表为损耗；为负时只公布，不分摊">
            <DecimalInput places={4} unit={unit ?? ""} />
          </Field>
        </>
      )}
      {source !== "AMOUNT" && (
        <Field name="unitPrice" required>
          <DecimalInput places={6} unit={unit ? `元/${unit}` : "元"} />
        </Field>
      )}
      {typed && (
        <Form.Item
          name="roomUses"
          label="各房间用量"
          required
          extra="每行一间：房号 用量，可从 Excel 粘贴"
          rules={[{ required: true, message: "请填写各房间用量" }]}
        >
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} placeholder={"1-101 120\n1-102 86.5"} />
        </Form.Item>
      )}
      <Field name="remark" extra="随分摊明细一起公示">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  );
}

/** What is read from meters instead of typed. */
function noteOf({ source, meterNo, useMeterKind }: ShareDto): string | undefined {
  const read = [
    meterNo !== null && source === "USE" && `公共用量取自公共表 ${meterNo} 的本月读数。`,
    meterNo !== null && source === "LOSS" && `总表用量取自 ${meterNo} 的本月读数，分表用量取自它下面各分表。`,
    useMeterKind !== null && `各房间用量取自本月的${meterKindLabels[useMeterKind]}读数，预览时列出。`,
  ].filter(Boolean);
  return read.length > 0 ? read.join("") : undefined;
}

function formOf(share: ShareDto): Partial<EntryForm> {
  if (share.status === "NONE") return {};
  const { source, meterNo, amountFen, use, masterUse, subUse, unitPrice, roomUses, remark } = share;
  return {
    ...(source === "AMOUNT" && { amountFen }),
    ...(source === "USE" && meterNo === null && { use }),
    ...(source === "LOSS" && meterNo === null && { masterUse, subUse }),
    ...(source !== "AMOUNT" && { unitPrice }),
    roomUses: roomUses.map(({ roomCode, use: used }) => `${roomCode} ${used}`).join("\n"),
    remark,
  };
}
