import { useMutation, useQuery } from "@tanstack/react-query";
import type { FetchOnlineStatementDto, OnlineStatementDto, OnlineStatementQueryDto } from "@linli/contracts";
import { Button, Select } from "antd";
import dayjs from "dayjs";
import { useNavigate } from "react-router";
import { Can } from "../../../components/can";
import { type Column, countColumn, moneyColumn, momentColumn, textColumn } from "../../../components/columns";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { ListPage } from "../../../components/list-page";
import type { ListFilter } from "../../../lib/list-filter";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { EmptyOnline } from "./empty-online";
import { fetchStatement, onlineQueries } from "./online.queries";

const filters = [
  { name: "from", to: "to", label: "对账日期", range: "dates" },
  { name: "open", label: "差异", labels: { true: "有未处理差异", false: "没有未处理差异" }, width: 150 },
] satisfies ListFilter<keyof OnlineStatementQueryDto & string>[];

const columns: Column<OnlineStatementDto>[] = [
  textColumn("day", "日期", { to: ({ id }) => id }),
  textColumn("channelName", "渠道"),
  countColumn("paymentCount", "支付笔数"),
  moneyColumn("paymentFen", "支付（元）"),
  countColumn("refundCount", "退款笔数"),
  moneyColumn("refundFen", "退款（元）"),
  countColumn("differenceCount", "差异"),
  {
    key: "openCount",
    title: "未处理",
    align: "right",
    render: (_v, { openCount }) =>
      openCount > 0 ? <span className="tone tone-bad">{openCount}</span> : <span className="figures">0</span>,
  },
  momentColumn("fetchedAt", "核对时间"),
  textColumn("fetchedByName", "核对人"),
];

/** 渠道对账: the channels' days against our orders and refunds, line by line (BIL-75). */
export function StatementsPage() {
  const table = useListTable({ list: onlineQueries.statements(useProjectId()), filters, paging: "cursor" });
  return (
    <ListPage
      name="online-statements"
      title="渠道对账"
      help="online-payments"
      table={table}
      columns={columns}
      rowTo={({ id }) => id}
      actions={
        <Can do="billing:shifts">
          <FetchStatement />
        </Can>
      }
      empty={<EmptyOnline otherwise="还没有渠道对账单。系统每天清早核对前一天；也可以选渠道和日期现在核对。" />}
    />
  );
}

function FetchStatement() {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { data } = useQuery(onlineQueries.channels(projectId));
  const { mutateAsync } = useMutation(fetchStatement(projectId));
  return (
    <FormDialog<FetchOnlineStatementDto>
      name="fetch-online-statement"
      kind="modal"
      title="核对渠道对账单"
      dto="FetchOnlineStatementDto"
      submitText="核对"
      note="取渠道这一天的对账单，与线上订单和退款逐笔核对；核对过的日期可以再次核对。"
      trigger={<Button type="primary">核对一天</Button>}
      initialValues={{
        day: dayjs().subtract(1, "day").format("YYYY-MM-DD"),
        ...(data?.items.length === 1 && { channelId: data.items[0]!.id }),
      }}
      onFinish={async (values) => {
        const { id } = await mutateAsync(values);
        void navigate(`/p/${projectId}/billing/online/statements/${id}`);
      }}
    >
      <Field name="channelId">
        <Select options={data?.items.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
      <Field name="day">
        <DateInput />
      </Field>
    </FormDialog>
  );
}
