import { useMutation } from "@tanstack/react-query";
import type { CreateDepositDto, DepositDto, DepositQueryDto, FeeItemDto } from "@linli/contracts";
import { depositObjectLabels, depositStateLabels } from "@linli/contracts/enums";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import {
  type Column,
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
import { Money } from "../../../components/money";
import { MoneyInput } from "../../../components/money-input";
import { optionsOf } from "../../../lib/labels";
import type { ListFilter } from "../../../lib/list-filter";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { CustomerSelect } from "../../customer/customer-select";
import { RoomSelect } from "../../property/room-select";
import { FeeItemSelect } from "../fee-item-select";
import { createDeposit, depositQueries } from "./deposits.queries";

export const depositTones = { WAITING: "warning", HELD: "active", REFUNDABLE: "good" } as const;

export const isDepositItem = ({ kind, active }: FeeItemDto) => active && kind === "DEPOSIT";

const filters = [
  { name: "q", label: "关键字", placeholder: "单号、房号或姓名" },
  { name: "state", label: "状态", labels: depositStateLabels, width: 120 },
  { name: "object", label: "用途", labels: depositObjectLabels, width: 120 },
  { name: "roomId", label: "房间", input: <RoomSelect /> },
] satisfies ListFilter<keyof DepositQueryDto & string>[];

const columns: Column<DepositDto>[] = [
  textColumn("depositNo", "押金单号", { to: ({ id }) => id }),
  statusColumn("state", "状态", depositStateLabels, depositTones),
  textColumn("roomCode", "房号"),
  textColumn("payerName", "交纳人"),
  textColumn("feeItemName", "押金项目"),
  statusColumn("object", "用途", depositObjectLabels),
  textColumn("objectRef", "关联单号"),
  moneyColumn("amountFen", "金额（元）"),
  moneyColumn("heldFen", "在押（元）"),
  dateColumn("receivedOn", "收取日期"),
  textColumn("createdByName", "登记人", { hidden: true }),
  momentColumn("createdAt", "登记时间", { hidden: true }),
];

/** 押金: what was taken, what is still held (BIL-84). */
export function DepositsPage() {
  const table = useListTable({ list: depositQueries.list(useProjectId()), filters, paging: "cursor" });
  return (
    <ListPage
      name="deposits"
      title="押金"
      help="deposits"
      table={table}
      columns={columns}
      rowTo={({ id }) => id}
      summary={({ heldFen }) => (
        <>
          在押合计 <Money fen={heldFen} strong /> 元
        </>
      )}
      actions={
        <>
          <Link to="report">
            <Button>押金收退表</Button>
          </Link>
          <Can do="billing:one-off">
            <DepositForm />
          </Can>
        </>
      }
      empty="还没有押金。登记后到收银台收取。"
    />
  );
}

function DepositForm() {
  const { mutateAsync } = useMutation(createDeposit(useProjectId()));
  // Chosen when the form opens: a retry registers once.
  const [id, setId] = useState(newId);
  return (
    <FormDialog<CreateDepositDto>
      name="create-deposit"
      title="登记押金"
      dto="CreateDepositDto"
      trigger={<Button type="primary">登记押金</Button>}
      onOpenChange={(isOpen) => isOpen && setId(newId())}
      initialValues={{ object: "DECORATION" }}
      onFinish={(values) => mutateAsync({ ...values, id })}
    >
      <Field name="roomId">
        <RoomSelect />
      </Field>
      <Field name="feeItemId">
        <FeeItemSelect
          only={isDepositItem}
          placeholder="种类为“押金”的项目"
          allowClear={false}
          style={{ width: "100%" }}
        />
      </Field>
      <Field name="payerId" extra="不选为该房间的收费对象">
        <CustomerSelect allowClear />
      </Field>
      <Field name="object">
        <Select options={optionsOf(depositObjectLabels)} />
      </Field>
      <Field name="objectRef">
        <Input placeholder="如装修申请号、租约号" />
      </Field>
      <Field name="amountFen">
        <MoneyInput />
      </Field>
      <Field name="dueOn" extra="不填为今天">
        <DateInput />
      </Field>
      <Field name="remark">
        <Input />
      </Field>
    </FormDialog>
  );
}
