import { useQuery } from "@tanstack/react-query";
import type { PeriodBalanceDto, PeriodBalancesDto } from "@linli/contracts";
import { Table } from "antd";
import { Money } from "../../../components/money";
import { QueryView } from "../../../components/query-view";
import { useProjectId } from "../../../lib/session";
import { periodQueries } from "../collection.queries";

/** The roll-over of a month per fee item and building (BIL-91). */
export function MonthBalances({ period }: { period: string }) {
  const projectId = useProjectId();
  const query = useQuery(periodQueries.balances(projectId, period));
  return <QueryView query={query}>{(data) => <BalanceTable data={data} />}</QueryView>;
}

const amounts: [field: keyof PeriodBalanceDto, title: string][] = [
  ["openingFen", "期初欠费"],
  ["chargedFen", "本月应收"],
  ["adjustedFen", "调整与红冲"],
  ["waivedFen", "减免"],
  ["receivedCurrentFen", "收当期"],
  ["receivedArrearsFen", "收往期"],
  ["closingFen", "期末欠费"],
];

function BalanceTable({ data: { rows, prepayments, closed } }: { data: PeriodBalancesDto }) {
  const sum = (field: keyof PeriodBalanceDto) => rows.reduce((total, row) => total + (row[field] as number), 0);
  return (
    <>
      <p className="desk-rule">
        期初 + 应收 + 调整 − 减免 − 收款 = 期末。{closed ? "已月结，取自月结快照。" : "未月结，按现有账目计算。"}
      </p>
      <Table<PeriodBalanceDto>
        size="small"
        rowKey={(row) => `${row.feeItemId} ${row.buildingId}`}
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={rows}
        locale={{ emptyText: "这个月没有应收，也没有往期欠费" }}
        columns={[
          { dataIndex: "feeItemName", title: "收费项目" },
          { dataIndex: "buildingName", title: "楼栋" },
          ...amounts.map(([field, title]) => ({
            key: field,
            title,
            align: "right" as const,
            render: (_v: unknown, row: PeriodBalanceDto) => <Money fen={row[field] as number} />,
          })),
        ]}
        summary={() =>
          rows.length > 1 && (
            <Table.Summary.Row>
              <Table.Summary.Cell index={0} colSpan={2}>
                <b>合计</b>
              </Table.Summary.Cell>
              {amounts.map(([field], index) => (
                <Table.Summary.Cell key={field} index={index + 2} align="right">
                  <Money fen={sum(field)} strong />
                </Table.Summary.Cell>
              ))}
            </Table.Summary.Row>
          )
        }
      />
      <p className="desk-rule">
        预收：期初 <Money fen={prepayments.openingFen} /> + 转入 <Money fen={prepayments.inFen} /> − 使用{" "}
        <Money fen={prepayments.outFen} /> = 期末 <Money fen={prepayments.closingFen} />
      </p>
    </>
  );
}
