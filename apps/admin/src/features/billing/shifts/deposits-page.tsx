import { useMutation, useQuery } from "@tanstack/react-query";
import type { BankDepositDto, BankDepositQueryDto, CancelBankDepositDto, RecordBankDepositDto } from "@linli/contracts";
import { bankDepositFileLabels } from "@linli/contracts/enums";
import { Button, Drawer, Input, Switch } from "antd";
import { useState } from "react";
import { Attachments } from "../../../components/attachments";
import { Can } from "../../../components/can";
import { type Column, dateColumn, moneyColumn, momentColumn, textColumn } from "../../../components/columns";
import { DateInput } from "../../../components/date-input";
import { DescriptionList } from "../../../components/description-list";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { ListPage } from "../../../components/list-page";
import { Money } from "../../../components/money";
import { MoneyInput } from "../../../components/money-input";
import { formatMoment, today } from "../../../lib/dates";
import type { ListFilter } from "../../../lib/list-filter";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { useListTable } from "../../../lib/use-list-table";
import { Unbanked } from "./shift-bar";
import { cancelDeposit, depositQueries, recordDeposit, shiftQueries } from "./shifts.queries";

const filters = [
  { name: "q", label: "解款单号" },
  { name: "from", to: "to", label: "款项日期", range: "dates" },
] satisfies ListFilter<keyof BankDepositQueryDto & string>[];

const columns: Column<BankDepositDto>[] = [
  textColumn("slipNo", "解款单号"),
  dateColumn("takingsOn", "款项所属日期"),
  dateColumn("depositedOn", "解款日期"),
  moneyColumn("amountFen", "金额（元）"),
  textColumn("account", "存入账户"),
  textColumn("shiftNo", "班次"),
  {
    key: "state",
    title: "状态",
    render: (_value, { cancelReason }) =>
      cancelReason === null ? "有效" : <span className="tone tone-bad">已作废</span>,
  },
  textColumn("recordedByName", "登记人"),
  momentColumn("createdAt", "登记时间", { hidden: true }),
];

/** 解款单: cash carried to the bank, with its slip (BIL-73). */
export function DepositsPage() {
  const projectId = useProjectId();
  const { data: my } = useQuery(shiftQueries.mine(projectId));
  const table = useListTable({ list: depositQueries.list(projectId), filters, paging: "cursor" });
  const [shown, setShown] = useState<BankDepositDto>();
  return (
    <>
      <ListPage
        name="bank-deposits"
        title="解款单"
        help="shifts"
        above={my && <Unbanked shift={my} />}
        table={table}
        columns={columns}
        onRowClick={setShown}
        opener="slipNo"
        actions={
          <Can do="billing:collect">
            <RecordDeposit hasShift={my?.mine?.status === "OPEN"} unbanked={my?.unbanked ?? []} />
          </Can>
        }
        empty="还没有解款单。现金存入银行后，在这里登记银行回单的号码和金额。"
      />
      <Drawer
        title="解款单"
        open={shown !== undefined}
        onClose={() => setShown(undefined)}
        size={480}
        styles={{ wrapper: { maxWidth: "100vw" } }}
        destroyOnHidden
      >
        {shown && <Deposit deposit={shown} onCancelled={() => setShown(undefined)} />}
      </Drawer>
    </>
  );
}

function RecordDeposit({ hasShift, unbanked }: { hasShift: boolean; unbanked: { day: string; fen: number }[] }) {
  const { mutateAsync } = useMutation(recordDeposit(useProjectId()));
  const [id, setId] = useState(newId);
  const [first] = unbanked;
  return (
    <FormDialog<Omit<RecordBankDepositDto, "id">>
      name="record-deposit"
      title="登记解款单"
      dto="RecordBankDepositDto"
      trigger={<Button type="primary">登记解款单</Button>}
      note="一张银行回单登记一次。解款金额不能超过款项所属那天尚未解款的现金。"
      initialValues={{
        takingsOn: first?.day ?? today(),
        depositedOn: today(),
        amountFen: first?.fen,
        fromShift: hasShift && !first,
      }}
      onOpenChange={(open) => open && setId(newId())}
      onFinish={(values) => mutateAsync({ id, ...values })}
    >
      <Field name="slipNo">
        <Input maxLength={40} placeholder="银行回单上的号码" />
      </Field>
      <Field name="amountFen">
        <MoneyInput />
      </Field>
      <Field name="takingsOn">
        <DateInput />
      </Field>
      <Field name="depositedOn">
        <DateInput />
      </Field>
      <Field name="account">
        <Input maxLength={60} placeholder="如：工商银行基本户 尾号 1234" />
      </Field>
      <Field
        name="fromShift"
        valuePropName="checked"
        extra={hasShift ? "从您当班的钱箱里取出；关闭则是已交班的现金" : "您没有当班的班次：解的是已交班的现金"}
      >
        <Switch disabled={!hasShift} />
      </Field>
      <Field name="remark">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
      </Field>
    </FormDialog>
  );
}

function Deposit({ deposit, onCancelled }: { deposit: BankDepositDto; onCancelled: () => void }) {
  const mayWrite = useCan("billing:collect");
  return (
    <>
      <DescriptionList
        columns={1}
        items={[
          ["解款单号", deposit.slipNo],
          ["金额", <Money key="amount" fen={deposit.amountFen} strong />],
          ["款项所属日期", deposit.takingsOn],
          ["解款日期", deposit.depositedOn],
          ["存入账户", deposit.account],
          ["班次", deposit.shiftNo ?? "已交班的现金"],
          ["登记人", `${deposit.recordedByName}，${formatMoment(deposit.createdAt)}`],
          ["备注", deposit.remark],
          deposit.cancelReason !== null && ["作废原因", deposit.cancelReason],
        ]}
      />
      <h3>银行回单</h3>
      <Attachments
        ownerType="bank-deposit"
        ownerId={deposit.id}
        kinds={bankDepositFileLabels}
        canWrite={mayWrite && deposit.cancelReason === null}
      />
      {deposit.cancelReason === null && (
        <Can do="billing:shifts">
          <Cancel deposit={deposit} onCancelled={onCancelled} />
        </Can>
      )}
    </>
  );
}

function Cancel({ deposit, onCancelled }: { deposit: BankDepositDto; onCancelled: () => void }) {
  const { mutateAsync } = useMutation(cancelDeposit(useProjectId(), deposit.id));
  return (
    <FormDialog<CancelBankDepositDto>
      name="cancel-deposit"
      title={`作废解款单 ${deposit.slipNo}`}
      dto="CancelBankDepositDto"
      kind="modal"
      danger
      submitText="作废"
      trigger={<Button danger>作废</Button>}
      note={`${formatFen(deposit.amountFen)} 元重新算作未解款的现金。登记错时才作废。`}
      onFinish={async (values) => {
        await mutateAsync(values);
        onCancelled();
      }}
    >
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
      </Field>
    </FormDialog>
  );
}
