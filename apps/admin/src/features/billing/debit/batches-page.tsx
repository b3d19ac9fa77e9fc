import { useMutation } from "@tanstack/react-query";
import type { DebitBatchDto, DebitBatchQueryDto, MakeDebitBatchDto } from "@linli/contracts";
import { debitBatchStatusLabels, debitMergeLabels } from "@linli/contracts/enums";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Can } from "../../../components/can";
import {
  type Column,
  countColumn,
  dateColumn,
  moneyColumn,
  momentColumn,
  statusColumn,
  textColumn,
} from "../../../components/columns";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { ListPage } from "../../../components/list-page";
import { optionsOf } from "../../../lib/labels";
import type { ListFilter } from "../../../lib/list-filter";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { debitQueries, makeBatch } from "./debit.queries";
import { batchTones } from "./debit-words";
import { SchemeSelect } from "./scheme-select";
import { FeeItemsSelect } from "../fee-item-select";

const filters = [
  { name: "status", label: "状态", labels: debitBatchStatusLabels, width: 120 },
  { name: "from", to: "to", label: "建立日期", range: "dates" },
] satisfies ListFilter<keyof DebitBatchQueryDto & string>[];

const columns: Column<DebitBatchDto>[] = [
  textColumn("batchNo", "批次号", { to: ({ id }) => id }),
  statusColumn("status", "状态", debitBatchStatusLabels, batchTones),
  textColumn("schemeName", "方案"),
  dateColumn("dueUntil", "应缴截止"),
  countColumn("lineCount", "笔数"),
  moneyColumn("amountFen", "应扣（元）"),
  moneyColumn("collectedFen", "扣到（元）"),
  moneyColumn("failedFen", "失败（元）"),
  moneyColumn("inProcessFen", "扣款中（元）"),
  momentColumn("exportedAt", "导出时间"),
  momentColumn("returnedAt", "回盘时间"),
  textColumn("createdByName", "建立人"),
];

/** 托收批次: from the draft to the bank's answer (BIL-101, BIL-102). */
export function BatchesPage() {
  const table = useListTable({ list: debitQueries.batches(useProjectId()), filters, paging: "cursor" });
  return (
    <ListPage
      name="debit-batches"
      title="托收批次"
      help="debit"
      table={table}
      columns={columns}
      rowTo={({ id }) => id}
      actions={
        <Can do="billing:debit">
          <MakeBatch />
        </Can>
      }
      empty="还没有托收批次。先登记划款协议，再按应缴截止日建立批次、导出给银行。"
    />
  );
}

/** Makes a draft; nothing is locked before it is exported. */
export function MakeBatch({ retryOf }: { retryOf?: DebitBatchDto }) {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { mutateAsync } = useMutation(makeBatch(projectId));
  // Chosen when the form opens: a retry makes one.
  const [id, setId] = useState(newId);
  return (
    <FormDialog<MakeDebitBatchDto>
      name="make-debit-batch"
      title={retryOf ? `再次扣款：${retryOf.batchNo} 中没有扣到的` : "建立托收批次"}
      dto="MakeDebitBatchDto"
      trigger={<Button type={retryOf ? "default" : "primary"}>{retryOf ? "再次扣款" : "建立批次"}</Button>}
      note="先生成草稿，可以查看和剔除；导出以后应收锁定，直到银行回盘。"
      onOpenChange={(isOpen) => isOpen && setId(newId())}
      initialValues={retryOf && { schemeId: retryOf.schemeId, dueUntil: retryOf.dueUntil, merge: retryOf.merge }}
      onFinish={async (values) => {
        const batch = await mutateAsync({ ...values, id, ...(retryOf && { retryOfId: retryOf.id }) });
        void navigate(`/p/${projectId}/billing/debit/batches/${batch.id}`);
      }}
    >
      <Field name="schemeId">
        <SchemeSelect />
      </Field>
      <Field name="dueUntil">
        <DateInput />
      </Field>
      <Field name="feeItemIds" extra="不选则包括协议里的全部项目">
        <FeeItemsSelect />
      </Field>
      <Field name="merge">
        <Select allowClear placeholder="按方案" options={optionsOf(debitMergeLabels)} />
      </Field>
      <Field name="remark">
        <Input />
      </Field>
    </FormDialog>
  );
}
