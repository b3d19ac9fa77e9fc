import type { PeriodDto } from "@linli/contracts";
import { periodStatusLabels } from "@linli/contracts/enums";
import { Button, Flex, Table } from "antd";
import { Money } from "../../../components/money";
import { StatusTag } from "../../../components/status-tag";
import { formatMoment } from "../../../lib/dates";
import { periodStatusTones } from "../collection-words";

/** Every month with its sums, the next one to close marked. */
export function MonthsTable({ items, onOpen }: { items: PeriodDto[]; onOpen: (period: string) => void }) {
  return (
    <Table<PeriodDto>
      size="small"
      rowKey="period"
      scroll={{ x: "max-content" }}
      pagination={items.length > 24 && { pageSize: 24, showSizeChanger: false }}
      dataSource={items}
      columns={[
        {
          key: "period",
          title: "月份",
          render: (_v, { period }) => (
            <Button type="link" size="small" className="inline-button figures" onClick={() => onOpen(period)}>
              {period}
            </Button>
          ),
        },
        {
          key: "status",
          title: "状态",
          render: (_v, { status, next }) => (
            <Flex gap={6}>
              <StatusTag value={status} labels={periodStatusLabels} tones={periodStatusTones} />
              {next && <span className="tone tone-active">下一个月结</span>}
            </Flex>
          ),
        },
        { key: "receivable", title: "应收", align: "right", render: (_v, row) => <Money fen={row.receivableFen} /> },
        {
          key: "collected",
          title: "已收（含往期）",
          align: "right",
          render: (_v, row) => <Money fen={row.collectedFen} />,
        },
        {
          key: "rate",
          title: "当期收缴率",
          align: "right",
          render: (_v, row) => (row.currentRate === null ? "—" : `${row.currentRate}%`),
        },
        { key: "closing", title: "期末欠费", align: "right", render: (_v, row) => <Money fen={row.closingFen} /> },
        {
          key: "closed",
          title: "月结",
          render: (_v, { closedAt, closedByName }) => (closedAt ? `${closedByName} ${formatMoment(closedAt)}` : "—"),
        },
      ]}
    />
  );
}
