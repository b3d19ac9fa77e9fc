import { useMutation } from "@tanstack/react-query";
import type {
  DebitBatchDetailDto,
  DebitExclusionDto,
  DebitExclusionQueryDto,
  DebitLineDto,
  DebitLineQueryDto,
  SettleDebitLineDto,
} from "@linli/contracts";
import { debitExclusionLabels, debitLineStatusLabels, debitReasonLabels } from "@linli/contracts/enums";
import { Button, Input, Select } from "antd";
import { Link } from "react-router";
import {
  actionsColumn,
  type Column,
  countColumn,
  dateColumn,
  moneyColumn,
  statusColumn,
  textColumn,
} from "../../../components/columns";
import { ConfirmButton } from "../../../components/confirm-button";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { ListTable } from "../../../components/list-table";
import { Money } from "../../../components/money";
import { MoneyInput } from "../../../components/money-input";
import { optionsOf } from "../../../lib/labels";
import type { ListFilter } from "../../../lib/list-filter";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { useListTable } from "../../../lib/use-list-table";
import { debitQueries, leaveOutLines, settleLine } from "./debit.queries";
import { WhyAmount } from "../why-amount";
import { lineTones } from "./debit-words";

const lineFilters = [
  { name: "q", label: "流水号、姓名、房号" },
  { name: "status", label: "状态", labels: debitLineStatusLabels, width: 120 },
] satisfies ListFilter<keyof DebitLineQueryDto & string>[];

const exclusionFilters = [
  { name: "reason", label: "原因", labels: debitExclusionLabels, width: 180 },
] satisfies ListFilter<keyof DebitExclusionQueryDto & string>[];

/** The debits of a batch with what the bank said of each. */
export function BatchLines({ batch }: { batch: DebitBatchDetailDto }) {
  const linkTo = usePageLink();
  const may = useCan("billing:debit");
  const table = useListTable({
    list: debitQueries.lines(useProjectId(), batch.id),
    filters: lineFilters,
    paging: "cursor",
    keep: "memory",
  });
  const columns: Column<DebitLineDto>[] = [
    countColumn("lineNo", "行号"),
    statusColumn("status", "状态", debitLineStatusLabels, lineTones),
    { key: "rooms", title: "房间", render: (_v, { roomCodes }) => roomCodes.join("、") },
    textColumn("holder", "开户人"),
    textColumn("accountMasked", "账号"),
    {
      key: "amountFen",
      title: "应扣（元）",
      align: "right",
      render: (_v, line) => <DebitAmount line={line} />,
    },
    moneyColumn("paidFen", "实扣（元）"),
    {
      key: "reason",
      title: "原因",
      render: (_v, { reason, resultText }) => (reason ? debitReasonLabels[reason] : resultText),
    },
    dateColumn("valueDate", "扣款日期"),
    {
      key: "receipts",
      title: "收据",
      render: (_v, { charges }) =>
        [...new Map(charges.filter((one) => one.receiptId).map((one) => [one.receiptId, one.receiptNo]))].map(
          ([id, no]) => {
            const to = linkTo(`billing/receipts/${id}`);
            return to ? (
              <Link key={id} to={to}>
                {no}
              </Link>
            ) : (
              no
            );
          },
        ),
    },
    ...(may ? [actionsColumn<DebitLineDto>((line) => <LineAction batch={batch} line={line} />, 90)] : []),
  ];
  return (
    <ListTable
      name="debit-lines"
      table={table}
      columns={columns}
      empty="这个批次没有明细。看看“没有进入批次”里的原因。"
    />
  );
}

/** What is debited; several charges each lead to why they are this much. */
function DebitAmount({ line: { amountFen, charges } }: { line: DebitLineDto }) {
  return (
    <>
      {charges.length > 1 && <Money fen={amountFen} strong />}
      {charges.map((charge) => (
        <div key={charge.chargeId}>
          <WhyAmount chargeId={charge.chargeId} fen={charge.amountFen} />
        </div>
      ))}
    </>
  );
}

function LineAction({ batch, line }: { batch: DebitBatchDetailDto; line: DebitLineDto }) {
  const leaveOut = useMutation(leaveOutLines(useProjectId(), batch.id));
  if (batch.status === "DRAFT")
    return (
      <ConfirmButton
        size="small"
        title={`剔除第 ${line.lineNo} 行？`}
        onConfirm={() => leaveOut.mutateAsync([line.id])}
      >
        剔除
      </ConfirmButton>
    );
  return batch.status === "RETURNED" && line.status === "IN_PROCESS" ? <Settle batch={batch} line={line} /> : null;
}

/** By what the bank says of a line that was missing in its file. */
function Settle({ batch, line }: { batch: DebitBatchDetailDto; line: DebitLineDto }) {
  const { mutateAsync } = useMutation(settleLine(useProjectId(), batch.id, line.id));
  return (
    <FormDialog<SettleDebitLineDto>
      name="settle-debit-line"
      kind="modal"
      title={`核实第 ${line.lineNo} 行（应扣 ${formatFen(line.amountFen)} 元）`}
      dto="SettleDebitLineDto"
      note="回盘文件里没有这一行。向银行查明以后在这里登记；没有扣到填 0 并选择原因。"
      trigger={<Button size="small">核实</Button>}
      onFinish={mutateAsync}
    >
      <Field name="paidFen">
        <MoneyInput />
      </Field>
      <Field name="valueDate">
        <DateInput />
      </Field>
      <Field name="reason">
        <Select allowClear options={optionsOf(debitReasonLabels)} />
      </Field>
      <Field name="evidence">
        <Input placeholder="例如：银行客户经理电话确认" />
      </Field>
    </FormDialog>
  );
}

const exclusionColumns: Column<DebitExclusionDto>[] = [
  textColumn("roomCode", "房间"),
  textColumn("payerName", "收费对象"),
  textColumn("feeItemName", "收费项目"),
  textColumn("period", "月份"),
  moneyColumn("amountFen", "未缴（元）"),
  statusColumn("reason", "原因", debitExclusionLabels),
  textColumn("detail", "说明"),
];

/** Charges that did not go into the batch, and why. */
export function BatchExclusions({ batch }: { batch: DebitBatchDetailDto }) {
  const table = useListTable({
    list: debitQueries.exclusions(useProjectId(), batch.id),
    filters: exclusionFilters,
    paging: "cursor",
    keep: "memory",
  });
  return (
    <ListTable name="debit-exclusions" table={table} columns={exclusionColumns} empty="到期的应收都进入了批次。" />
  );
}
