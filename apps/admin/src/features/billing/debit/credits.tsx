import { useMutation } from "@tanstack/react-query";
import type { CreditDebitBatchDto, DebitBatchDetailDto, DebitCreditDto } from "@linli/contracts";
import { Alert, Button, Input, Table } from "antd";
import { useState } from "react";
import { Can } from "../../../components/can";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { creditBatch } from "./debit.queries";

/** The bank statement beside the batch: collected = credited + fees (BIL-104). */
export function Credits({ batch }: { batch: DebitBatchDetailDto }) {
  const { mutateAsync } = useMutation(creditBatch(useProjectId(), batch.id));
  const [id, setId] = useState(newId);
  const answered = ["RETURNED", "PARTIAL", "DONE"].includes(batch.status);
  const balanced = batch.differenceFen === 0;
  return (
    <>
      <Alert
        type={balanced ? "success" : "warning"}
        showIcon
        className="form-note"
        title={
          balanced
            ? `相符：扣到 ${formatFen(batch.collectedFen)} 元 = 到账 ${formatFen(batch.creditedFen)} 元 + 手续费 ${formatFen(batch.feeFen)} 元`
            : `还差 ${formatFen(batch.differenceFen)} 元：扣到 ${formatFen(batch.collectedFen)} 元，到账 ${formatFen(batch.creditedFen)} 元，手续费 ${formatFen(batch.feeFen)} 元`
        }
      />
      {answered && !balanced && (
        <Can do="billing:debit-scheme">
          <FormDialog<CreditDebitBatchDto>
            name="credit-debit-batch"
            kind="modal"
            title="登记银行到账"
            dto="CreditDebitBatchDto"
            trigger={<Button style={{ marginBottom: 12 }}>登记到账</Button>}
            initialValues={{ creditedFen: batch.differenceFen, feeFen: 0 }}
            onOpenChange={(isOpen) => isOpen && setId(newId())}
            onFinish={(values) => mutateAsync({ ...values, id })}
          >
            <Field name="creditedOn">
              <DateInput />
            </Field>
            <Field name="creditedFen">
              <MoneyInput />
            </Field>
            <Field name="feeFen">
              <MoneyInput />
            </Field>
            <Field name="reference">
              <Input />
            </Field>
            <Field name="remark">
              <Input />
            </Field>
          </FormDialog>
        </Can>
      )}
      <Table<DebitCreditDto>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={batch.credits}
        locale={{ emptyText: "还没有登记到账" }}
        columns={[
          { title: "到账日期", dataIndex: "creditedOn" },
          { title: "到账（元）", align: "right", render: (_v, { creditedFen }) => formatFen(creditedFen) },
          { title: "手续费（元）", align: "right", render: (_v, { feeFen }) => formatFen(feeFen) },
          { title: "银行流水号", dataIndex: "reference" },
          { title: "登记人", dataIndex: "createdByName" },
          { title: "备注", dataIndex: "remark" },
        ]}
      />
    </>
  );
}
