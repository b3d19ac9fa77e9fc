import { useMutation } from "@tanstack/react-query";
import type { DeductDepositDto, DepositDetailDto, MoveDepositDto, SetRefundableDto } from "@linli/contracts";
import { Button, Input } from "antd";
import { useState } from "react";
import { Can } from "../../../components/can";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { FeeItemSelect } from "../fee-item-select";
import { RequestRefund } from "../refunds/request-refund";
import { deductDeposit, moveDeposit, setRefundable } from "./deposits.queries";

/** What can be done with a deposit where it stands. */
export function DepositActions({ deposit }: { deposit: DepositDetailDto }) {
  if (deposit.heldFen <= 0 || deposit.requestedFen > 0) return null;
  return (
    <>
      <Can do="billing:deposit">
        <Refundable deposit={deposit} />
        <Deduct deposit={deposit} />
        {deposit.refundable && <Move deposit={deposit} />}
      </Can>
      {deposit.refundable && (
        <Can do="billing:request-refund">
          <RequestRefund
            source="DEPOSIT"
            sourceId={deposit.id}
            name={`押金 ${deposit.depositNo}`}
            mostFen={deposit.heldFen}
          />
        </Can>
      )}
    </>
  );
}

function Refundable({ deposit: { id, refundable } }: { deposit: DepositDetailDto }) {
  const { mutateAsync } = useMutation(setRefundable(useProjectId(), id));
  const title = refundable ? "取消可退" : "标记可退";
  return (
    <FormDialog<Omit<SetRefundableDto, "refundable">>
      name="deposit-refundable"
      kind="modal"
      title={title}
      dto="SetRefundableDto"
      trigger={<Button type={refundable ? "default" : "primary"}>{title}</Button>}
      onFinish={(values) => mutateAsync({ ...values, refundable: !refundable })}
    >
      <Field name="reason">
        <Input.TextArea rows={2} maxLength={200} placeholder="如：装修验收合格" />
      </Field>
    </FormDialog>
  );
}

function Deduct({ deposit: { id, heldFen } }: { deposit: DepositDetailDto }) {
  const { mutateAsync } = useMutation(deductDeposit(useProjectId(), id));
  const [movementId, setMovementId] = useState(newId);
  return (
    <FormDialog<DeductDepositDto>
      name="deduct-deposit"
      title="扣除押金"
      dto="DeductDepositDto"
      danger
      submitText="扣除"
      trigger={<Button danger>扣除</Button>}
      note={`在押 ${formatFen(heldFen)} 元。扣除的金额记为收入，同时开一张收据；请先在附件中上传扣除凭据。`}
      onOpenChange={(isOpen) => isOpen && setMovementId(newId())}
      onFinish={(values) => mutateAsync({ ...values, id: movementId })}
    >
      <Field name="amountFen">
        <MoneyInput />
      </Field>
      <Field name="feeItemId">
        <FeeItemSelect
          only={({ kind, active }) => active && kind === "ONE_OFF"}
          placeholder="种类为“临时”的项目"
          allowClear={false}
          style={{ width: "100%" }}
        />
      </Field>
      <Field name="reason">
        <Input.TextArea rows={2} maxLength={200} placeholder="如：电梯轿厢划伤，照片见附件" />
      </Field>
    </FormDialog>
  );
}

function Move({ deposit: { id, heldFen } }: { deposit: DepositDetailDto }) {
  const { mutateAsync } = useMutation(moveDeposit(useProjectId(), id));
  const [movementId, setMovementId] = useState(newId);
  return (
    <FormDialog<MoveDepositDto>
      name="move-deposit"
      kind="modal"
      title="押金转预收"
      dto="MoveDepositDto"
      submitText="转预收"
      trigger={<Button>转预收</Button>}
      note="转为交纳人在这个房间的通用预收。"
      initialValues={{ amountFen: heldFen }}
      onOpenChange={(isOpen) => isOpen && setMovementId(newId())}
      onFinish={(values) => mutateAsync({ ...values, id: movementId })}
    >
      <Field name="amountFen">
        <MoneyInput />
      </Field>
      <Field name="reason">
        <Input.TextArea rows={2} maxLength={200} />
      </Field>
    </FormDialog>
  );
}
