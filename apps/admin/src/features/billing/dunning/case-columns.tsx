import type { DunningCaseDto } from "@linli/contracts";
import { dunningChannelLabels, dunningMarkLabels } from "@linli/contracts/enums";
import { Flex } from "antd";
import { type Column, countColumn, dateColumn, moneyColumn, textColumn } from "../../../components/columns";
import { StatusTag } from "../../../components/status-tag";
import type { LinkToPage } from "../../../lib/page-links";
import { limitationText, limitationTone, markTones } from "./dunning-words";

export type CaseRow = DunningCaseDto & { id: string };

/** Columns of cases; the room page leaves the room out, the payer then leads to the case. */
export const caseColumns = (linkTo: LinkToPage, { withRoom }: { withRoom: boolean }): Column<CaseRow>[] => [
  ...(withRoom
    ? [
        textColumn<CaseRow>("roomCode", "房号", {
          to: ({ roomId, payerId }) => linkTo(`billing/dunning/cases/${roomId}/${payerId}`),
        }),
      ]
    : []),
  textColumn("payerName", "收费对象", {
    to: ({ roomId, payerId }) =>
      linkTo(withRoom ? `customer/customers/${payerId}` : `billing/dunning/cases/${roomId}/${payerId}`),
  }),
  textColumn("mobileMasked", "电话", { hidden: !withRoom }),
  moneyColumn("openFen", "逾期欠费（元）", {
    to: ({ roomId, payerId }) => linkTo(`billing/charges?roomId=${roomId}&payerId=${payerId}&overdue=true`),
  }),
  countColumn("daysLate", "逾期天数"),
  {
    key: "last",
    title: "上次催缴",
    render: (_value, { lastStepOn, lastLevelName, lastChannel }) =>
      lastStepOn === null
        ? "—"
        : `${lastStepOn} ${lastLevelName ?? (lastChannel ? dunningChannelLabels[lastChannel] : "")}`,
  },
  countColumn("steps", "次数"),
  {
    key: "marks",
    title: "情况",
    render: (_value, { marks }) => (
      <Flex gap={4} wrap>
        {marks.map((mark) => (
          <StatusTag key={mark} value={mark} labels={dunningMarkLabels} tones={markTones} />
        ))}
      </Flex>
    ),
  },
  {
    key: "limitation",
    title: "最早时效届满",
    render: (_value, { limitationOn, limitationDaysLeft }) => (
      <Limitation on={limitationOn} daysLeft={limitationDaysLeft} />
    ),
  },
  dateColumn("oldestDueOn", "最早应缴日", { hidden: true }),
  countColumn("charges", "笔数", { hidden: true }),
];

/** The last day of limitation, coloured when it is near or over. */
export function Limitation({ on, daysLeft }: { on: string | null; daysLeft: number | null }) {
  const tone = limitationTone(daysLeft);
  const text = limitationText(daysLeft, on);
  return <span className={tone === "plain" ? "figures nowrap" : `figures nowrap tone tone-${tone}`}>{text}</span>;
}
