import type { DunningChargeDto, LimitationActDto } from "@linli/contracts";
import { chargeExclusionLabels, limitationActLabels } from "@linli/contracts/enums";
import { Table } from "antd";
import { Money } from "../../../components/money";
import { StatusTag } from "../../../components/status-tag";
import { WhyAmount } from "../why-amount";
import { Limitation } from "./case-columns";

/** What is overdue, each with its clock of limitation; a row opens into what started the clock anew (LAW-13). */
export function CaseCharges({ items }: { items: readonly DunningChargeDto[] }) {
  return (
    <Table<DunningChargeDto>
      size="small"
      rowKey="chargeId"
      pagination={items.length > 50 && { pageSize: 50, showSizeChanger: false }}
      scroll={{ x: "max-content" }}
      dataSource={[...items]}
      locale={{ emptyText: "没有逾期的欠费" }}
      expandable={{ expandedRowRender: (row) => <Clock row={row} /> }}
      columns={[
        { dataIndex: "feeItemName", title: "收费项目" },
        { key: "days", title: "费用起止", render: (_v, row) => `${row.serviceFrom} 至 ${row.serviceTo}` },
        { dataIndex: "dueOn", title: "应缴日", className: "figures" },
        { dataIndex: "daysLate", title: "逾期天数", align: "right", className: "figures" },
        {
          key: "amount",
          title: "应收",
          align: "right",
          render: (_v, row) => <WhyAmount chargeId={row.chargeId} fen={row.amountFen} />,
        },
        { key: "open", title: "欠费", align: "right", render: (_v, row) => <Money fen={row.openFen} strong /> },
        {
          key: "limitation",
          title: "时效届满",
          render: (_v, row) =>
            row.limitationOn === null ? (
              "诉讼期间不计算"
            ) : (
              <Limitation on={row.limitationOn} daysLeft={row.limitationDaysLeft} />
            ),
        },
        {
          key: "state",
          title: "说明",
          render: (_v, row) => (
            <>
              {row.exclusion && (
                <StatusTag value={row.exclusion} labels={chargeExclusionLabels} tones={{ DISPUTED: "warning" }} />
              )}
              {row.onDebit && " 托收中"}
            </>
          ),
        },
      ]}
    />
  );
}

function Clock({ row }: { row: DunningChargeDto }) {
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      <li>应缴日 {row.dueOn}，时效自次日起计算三年</li>
      {row.acts.map((act, index) => (
        <li key={index}>{wordsOf(act)}</li>
      ))}
    </ul>
  );
}

function wordsOf({ kind, on, until, counts, lastDay }: LimitationActDto): string {
  const what = `${on} ${limitationActLabels[kind]}${until ? `，${until} 终结` : ""}`;
  if (!counts) return `${what}：时效已届满，不重新计算`;
  return lastDay === null ? `${what}：终结之前不计算` : `${what}：时效至 ${lastDay}`;
}
