import type { DunningCandidateDto } from "@linli/contracts";
import { dunningSkipLabels } from "@linli/contracts/enums";
import { Table } from "antd";
import { Link } from "react-router";
import { Money } from "../../../components/money";
import { StatusTag } from "../../../components/status-tag";
import { usePageLink } from "../../../lib/page-links";

/** Who is asked to pay, or who is not and why. */
export function Candidates({ rows, asked }: { rows: readonly DunningCandidateDto[]; asked: boolean }) {
  const linkTo = usePageLink();
  return (
    <Table<DunningCandidateDto>
      size="small"
      rowKey={({ roomId, payerId }) => `${roomId} ${payerId}`}
      pagination={rows.length > 50 && { pageSize: 50, showSizeChanger: false }}
      scroll={{ x: "max-content" }}
      dataSource={[...rows]}
      locale={{ emptyText: asked ? "这个级别和范围没有要催的欠费" : "没有略过的户" }}
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
        { key: "open", title: "欠费", align: "right", render: (_v, row) => <Money fen={row.openFen} strong /> },
        ...(asked
          ? [
              {
                key: "late",
                title: "未入账违约金",
                align: "right" as const,
                render: (_v: unknown, row: DunningCandidateDto) => <Money fen={row.lateFeeFen} />,
              },
            ]
          : [
              {
                key: "skip",
                title: "不催的原因",
                render: (_v: unknown, row: DunningCandidateDto) => (
                  <StatusTag value={row.skip} labels={dunningSkipLabels} />
                ),
              },
            ]),
        { dataIndex: "charges", title: "笔数", align: "right", className: "figures" },
        { dataIndex: "daysLate", title: "逾期天数", align: "right", className: "figures" },
        { dataIndex: "oldestDueOn", title: "最早应缴日", className: "figures" },
        {
          key: "left",
          title: "其中不催",
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
