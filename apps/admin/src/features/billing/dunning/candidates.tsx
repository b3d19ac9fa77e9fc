import type { DunningCandidateDto } from "@linli/contracts";
import { type DunningKind, dunningSkipLabels } from "@linli/contracts/enums";
import { Table } from "antd";
import { Link } from "react-router";
import { Money } from "../../../components/money";
import { StatusTag } from "../../../components/status-tag";
import { usePageLink } from "../../../lib/page-links";
import { batchWords } from "./dunning-words";

/** Who is asked to pay, or who is not and why. */
export function Candidates({
  rows,
  asked,
  kind,
}: {
  rows: readonly DunningCandidateDto[];
  asked: boolean;
  kind: DunningKind;
}) {
  const words = batchWords[kind];
  const linkTo = usePageLink();
  return (
    <Table<DunningCandidateDto>
      size="small"
      rowKey={({ roomId, payerId }) => `${roomId} ${payerId}`}
      pagination={rows.length > 50 && { pageSize: 50, showSizeChanger: false }}
      scroll={{ x: "max-content" }}
      dataSource={[...rows]}
      locale={{ emptyText: asked ? words.nobody : "没有略过的户" }}
      columns={[
        {
          key: "room",
          title: "房号",
          render: (_v, { roomId, payerId, roomCode }) => {
            const to = linkTo(`billing/dunning/cases/${roomId}/${payerId}`);
            return to ? <Link to={to}>{roomCode}</Link> : roomCode;
          },
        },
        { dataIndex: "payerName", title: "收费对象" },
        { key: "open", title: words.open, align: "right", render: (_v, row) => <Money fen={row.openFen} strong /> },
        ...(asked
          ? kind === "DEMAND"
            ? [
                {
                  key: "late",
                  title: "未入账违约金",
                  align: "right" as const,
                  render: (_v: unknown, row: DunningCandidateDto) => <Money fen={row.lateFeeFen} />,
                },
              ]
            : []
          : [
              {
                key: "skip",
                title: words.why,
                render: (_v: unknown, row: DunningCandidateDto) => (
                  <StatusTag value={row.skip} labels={dunningSkipLabels} />
                ),
              },
            ]),
        { dataIndex: "charges", title: "笔数", align: "right", className: "figures" },
        {
          key: "days",
          title: words.days,
          align: "right",
          className: "figures",
          render: (_v, { daysLate }) => (kind === "BILL" ? `${-daysLate} 天` : daysLate),
        },
        { dataIndex: "oldestDueOn", title: "最早应缴日", className: "figures" },
        {
          key: "left",
          title: `其中${words.left}`,
          render: (_v, { excludedFen, onDebitFen }) =>
            excludedFen + onDebitFen === 0 ? (
              "—"
            ) : (
              <>
                {excludedFen > 0 && (
                  <>
                    有争议等 <Money fen={excludedFen} />{" "}
                  </>
                )}
                {onDebitFen > 0 && (
                  <>
                    托收中 <Money fen={onDebitFen} />
                  </>
                )}
              </>
            ),
        },
      ]}
    />
  );
}
