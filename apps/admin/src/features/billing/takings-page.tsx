import { useQuery } from "@tanstack/react-query";
import type { TakingsDto, TakingsMethodDto, TakingsRowDto } from "@linli/contracts";
import { type PaymentMethod, paymentMethodLabels } from "@linli/contracts/enums";
import { Flex, Table } from "antd";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { Chart } from "../../components/chart";
import { RangeInput } from "../../components/date-input";
import { Money } from "../../components/money";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatCard } from "../../components/stat-card";
import { today } from "../../lib/dates";
import { formatFen } from "../../lib/money";
import { useProjectId } from "../../lib/session";
import { receiptQueries } from "./collection.queries";

/** 收款汇总: what came in, by method and by day and cashier. */
export function TakingsPage() {
  const projectId = useProjectId();
  const [params, setParams] = useSearchParams();
  const from = params.get("from") ?? today();
  const to = params.get("to") ?? from;
  const query = useQuery(receiptQueries.takings(projectId, { from, to }));
  return (
    <>
      <PageHeader title="收款汇总" back="billing/receipts" help="reports" />
      <Flex className="filter-bar" style={{ marginBottom: 12 }}>
        <RangeInput
          aria-label="收款日期"
          value={[from, to]}
          onChange={(range) => setParams({ from: range?.[0] ?? today(), to: range?.[1] ?? range?.[0] ?? today() })}
        />
      </Flex>
      <QueryView query={query}>{(takings) => <Report takings={takings} />}</QueryView>
    </>
  );
}

function Report({ takings }: { takings: TakingsDto }) {
  return (
    <>
      <div className="card-grid">
        <StatCard title="收款（已减红冲）" value={<Money fen={takings.moneyFen} />} hint="不含预收冲抵" />
        <StatCard title="预收冲抵" value={<Money fen={takings.offsetFen} />} />
        <StatCard title="退款" value={<Money fen={takings.refundedFen} />} />
      </div>
      <h2 className="section-title">按收款方式</h2>
      <Table<TakingsMethodDto>
        size="small"
        rowKey="method"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={takings.methods}
        locale={{ emptyText: "这些天没有收款" }}
        columns={[
          { key: "method", title: "收款方式", render: (_v, { method }) => paymentMethodLabels[method] },
          { key: "received", title: "收款", align: "right", render: (_v, row) => <Money fen={row.receivedFen} /> },
          { key: "reversed", title: "红冲", align: "right", render: (_v, row) => <Money fen={row.reversedFen} /> },
          { key: "refunded", title: "退款", align: "right", render: (_v, row) => <Money fen={row.refundedFen} /> },
          {
            key: "net",
            title: "收款净额",
            align: "right",
            render: (_v, row) => <Money fen={row.receivedFen + row.reversedFen} strong />,
          },
        ]}
      />
      <h2 className="section-title">按日期和收款人</h2>
      <TakingsByDay takings={takings} />
      <Table<TakingsRowDto>
        size="small"
        rowKey={(row) => `${row.bookedOn} ${row.cashierName}`}
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={takings.rows}
        locale={{ emptyText: "这些天没有收款" }}
        columns={[
          { dataIndex: "bookedOn", title: "日期", className: "figures" },
          { dataIndex: "cashierName", title: "经办人" },
          { dataIndex: "receipts", title: "收据", align: "right" },
          { dataIndex: "reds", title: "红字", align: "right" },
          ...takings.methods.map(({ method }) => ({
            key: method,
            title: paymentMethodLabels[method],
            align: "right" as const,
            render: (_v: unknown, row: TakingsRowDto) => (
              <Money fen={row.methods.find((one) => one.method === method)?.amountFen ?? null} />
            ),
          })),
          { key: "total", title: "合计", align: "right", render: (_v, row) => <Money fen={row.totalFen} strong /> },
        ]}
      />
    </>
  );
}

/** What came in on each day, by method; of one day the table says it. */
function TakingsByDay({ takings: { rows, methods } }: { takings: TakingsDto }) {
  const days = useMemo(() => [...new Set(rows.map(({ bookedOn }) => bookedOn))].sort(), [rows]);
  const series = useMemo(
    () =>
      methods.map(({ method }) => ({
        name: paymentMethodLabels[method],
        stack: "takings",
        values: days.map((day) => sumOf(rows, day, method)),
      })),
    [rows, methods, days],
  );
  return days.length > 1 ? <Chart label="每日收款（按方式）" places={days} series={series} format={formatFen} /> : null;
}

const sumOf = (rows: readonly TakingsRowDto[], day: string, method: PaymentMethod): number =>
  rows
    .filter(({ bookedOn }) => bookedOn === day)
    .flatMap(({ methods }) => methods.filter((one) => one.method === method))
    .reduce((sum, { amountFen }) => sum + amountFen, 0);
