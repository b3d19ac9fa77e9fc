import type { VoucherDto, VoucherLineDto } from "@linli/contracts";
import { voucherKindLabels } from "@linli/contracts/enums";
import { Table } from "antd";
import { Money } from "../../../components/money";
import { StatCard } from "../../../components/stat-card";
import { useIsNarrow } from "../../../lib/use-is-narrow";

const PAGE = 20;

/** How many vouchers there are, and that their sides are the same. */
export function VoucherFigures({ vouchers }: { vouchers: readonly VoucherDto[] }) {
  const lines = vouchers.flatMap((voucher) => voucher.lines);
  const debitFen = lines.reduce((sum, line) => sum + line.debitFen, 0);
  const creditFen = lines.reduce((sum, line) => sum + line.creditFen, 0);
  return (
    <>
      <StatCard title="凭证" value={`${vouchers.length} 张`} hint={`分录 ${lines.length} 条`} />
      <StatCard title="借方合计" value={<Money fen={debitFen} />} hint="红字按负数计" />
      <StatCard
        title="贷方合计"
        value={<Money fen={creditFen} />}
        hint={debitFen === creditFen ? "借贷相等" : "借贷不相等"}
        tone={debitFen === creditFen ? "plain" : "bad"}
      />
    </>
  );
}

/** Vouchers with their lines, the way finance reads them. */
export function VoucherList({ vouchers, empty }: { vouchers: readonly VoucherDto[]; empty: string }) {
  const isNarrow = useIsNarrow();
  return (
    <Table<VoucherDto>
      key={String(isNarrow)}
      size="small"
      rowKey="no"
      pagination={vouchers.length > PAGE && { pageSize: PAGE, showSizeChanger: false }}
      scroll={{ x: "max-content" }}
      dataSource={[...vouchers]}
      locale={{ emptyText: empty }}
      expandable={{
        defaultExpandedRowKeys: vouchers.slice(0, isNarrow ? 0 : PAGE).map(({ no }) => no),
        expandedRowRender: ({ lines }) => <Lines lines={lines} />,
      }}
      columns={[
        { key: "no", title: "凭证号", render: (_v, { no }) => <strong className="nowrap">记-{no}</strong> },
        { key: "date", title: "日期", render: (_v, { date }) => <span className="figures nowrap">{date}</span> },
        { key: "kind", title: "业务", render: (_v, { kind }) => voucherKindLabels[kind] },
        { key: "lines", title: "分录", align: "right", render: (_v, { lines }) => lines.length },
        { key: "amount", title: "借贷各（元）", align: "right", render: (_v, row) => <Money fen={row.amountFen} /> },
      ]}
    />
  );
}

function Lines({ lines }: { lines: readonly VoucherLineDto[] }) {
  return (
    <Table<VoucherLineDto>
      size="small"
      rowKey={(line) => [line.summary, line.accountCode, line.feeItemId, line.debitFen === 0].join()}
      pagination={false}
      dataSource={[...lines]}
      columns={[
        { dataIndex: "summary", title: "摘要", width: 240 },
        { key: "account", title: "科目", width: 280, render: (_v, line) => <Account line={line} /> },
        {
          key: "debit",
          title: "借方（元）",
          align: "right",
          width: 130,
          render: (_v, line) => amountOf(line.debitFen),
        },
        {
          key: "credit",
          title: "贷方（元）",
          align: "right",
          width: 130,
          render: (_v, line) => amountOf(line.creditFen),
        },
        { dataIndex: "count", title: "业务笔数", align: "right", width: 90 },
      ]}
    />
  );
}

const amountOf = (fen: number) => (fen === 0 ? null : <Money fen={fen} />);

function Account({ line: { accountCode, accountName } }: { line: VoucherLineDto }) {
  return (
    <>
      <span className="figures">{accountCode}</span>{" "}
      {accountName || <span className="tone tone-bad">不在科目表中</span>}
    </>
  );
}
