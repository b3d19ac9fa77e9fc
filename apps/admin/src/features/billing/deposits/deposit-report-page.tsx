import { useQuery } from "@tanstack/react-query";
import type { DepositReportDto, DepositReportRowDto } from "@linli/contracts";
import { Button, Flex, Table } from "antd";
import { useSearchParams } from "react-router";
import { DateInput } from "../../../components/date-input";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { useProjectId } from "../../../lib/session";
import { depositQueries } from "./deposits.queries";

type Amount = Exclude<keyof DepositReportRowDto, "feeItemId" | "feeItemName">;

const amounts: [Amount, string][] = [
  ["openingFen", "期初"],
  ["inFen", "收取"],
  ["deductedFen", "扣除"],
  ["movedFen", "转预收"],
  ["refundedFen", "退还"],
  ["closingFen", "期末在押"],
  ["upToOneYearFen", "1 年以内"],
  ["upToTwoYearsFen", "1 至 2 年"],
  ["upToThreeYearsFen", "2 至 3 年"],
  ["longerFen", "3 年以上"],
];

/** 押金收退表 with the age of what is held (BIL-84). */
export function DepositReportPage() {
  const [params, setParams] = useSearchParams();
  const [from, to] = [params.get("from") ?? undefined, params.get("to") ?? undefined];
  const query = useQuery(depositQueries.report(useProjectId(), { from, to }));
  const set = (name: string, value: string | null | undefined) =>
    setParams((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  return (
    <>
      <PageHeader
        title="押金收退表"
        back="billing/deposits"
        help="deposits"
        description="期初 + 收取 − 扣除 − 转预收 − 退还 = 期末在押；账龄从第一次收取起算。"
        actions={<Button onClick={() => window.print()}>打印</Button>}
      />
      <QueryView query={query}>
        {(report) => (
          <>
            <Flex gap={8} wrap align="center" style={{ marginBottom: 12 }}>
              <DateInput
                aria-label="开始日期"
                style={{ width: 150 }}
                allowClear={false}
                value={report.from}
                onChange={(day) => set("from", day)}
              />
              至
              <DateInput
                aria-label="结束日期"
                style={{ width: 150 }}
                allowClear={false}
                value={report.to}
                onChange={(day) => set("to", day)}
              />
            </Flex>
            <Report report={report} />
          </>
        )}
      </QueryView>
    </>
  );
}

function Report({ report: { rows } }: { report: DepositReportDto }) {
  const sum = (field: Amount) => rows.reduce((total, row) => total + row[field], 0);
  return (
    <Table<DepositReportRowDto>
      size="small"
      rowKey="feeItemId"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={rows}
      locale={{ emptyText: "没有押金" }}
      columns={[
        { dataIndex: "feeItemName", title: "押金项目" },
        ...amounts.map(([field, title]) => ({
          key: field,
          title,
          align: "right" as const,
          render: (_v: unknown, row: DepositReportRowDto) => <Money fen={row[field]} />,
        })),
      ]}
      summary={() =>
        rows.length > 1 && (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0}>
              <b>合计</b>
            </Table.Summary.Cell>
            {amounts.map(([field], index) => (
              <Table.Summary.Cell key={field} index={index + 1} align="right">
                <Money fen={sum(field)} strong />
              </Table.Summary.Cell>
            ))}
          </Table.Summary.Row>
        )
      }
    />
  );
}
