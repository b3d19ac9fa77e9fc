import type { RestructureLineDto, RestructurePreviewDto, RestructureProblemDto } from "@linli/contracts";
import { restructureTopicLabels } from "@linli/contracts/enums";
import { Alert, Card, Table, type TableColumnType } from "antd";
import { Link } from "react-router";
import { useIsNarrow } from "../../lib/use-is-narrow";
import { usePageLink } from "../../lib/page-links";
import "./restructure.css";

/** What stands in the way and what deserves a word; each with the page that settles it. */
export function RestructureProblems({ problems }: { problems: RestructureProblemDto[] }) {
  const linkTo = usePageLink();
  return problems.map(({ code, message, blocking, link }) => {
    const to = link === null ? undefined : linkTo(link);
    return (
      <Alert
        key={`${code}${message}`}
        className="form-note"
        type={blocking ? "error" : "warning"}
        showIcon
        title={message}
        action={to && <Link to={to}>去处理</Link>}
      />
    );
  });
}

/** What becomes of everything that hangs on the rooms. */
export function RestructureLines({ lines }: { lines: RestructureLineDto[] }) {
  const isNarrow = useIsNarrow();
  if (isNarrow) {
    return (
      <ul className="restructure-list">
        {lines.map((line) => (
          <li key={keyOf(line)} className="restructure-line">
            <div className="unsaved-hint">
              {restructureTopicLabels[line.topic]} · {line.roomCode} {line.label}
            </div>
            {line.before && <div>{line.before}</div>}
            {line.after && <div>→ {line.after}</div>}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <Table<RestructureLineDto>
      className="restructure-lines"
      size="small"
      rowKey={keyOf}
      columns={columns}
      dataSource={lines}
      pagination={false}
    />
  );
}

const keyOf = ({ topic, roomCode, label, before }: RestructureLineDto) => `${topic}${roomCode}${label}${before}`;

const columns: TableColumnType<RestructureLineDto>[] = [
  {
    title: "内容",
    key: "topic",
    render: (_value, { topic }) => restructureTopicLabels[topic],
  },
  { title: "房号", dataIndex: "roomCode" },
  { title: "项目", dataIndex: "label" },
  { title: "现在", dataIndex: "before", render: (text: string | null) => text ?? "—" },
  { title: "办理后", dataIndex: "after", render: (text: string | null) => text ?? "—" },
];

/** The preview as a card: areas in the title, then problems, then every line. */
export function RestructurePreview({ preview }: { preview: RestructurePreviewDto }) {
  const { buildingAreaBefore, buildingAreaAfter, chargeAreaBefore, chargeAreaAfter, problems, lines } = preview;
  const isReady = problems.every(({ blocking }) => !blocking);
  return (
    <Card size="small" className="section-card" title={isReady ? "预览" : "预览：还有问题要解决"}>
      <p>
        面积合计：建筑 {buildingAreaAfter}（原 {buildingAreaBefore}）m²，收费 {chargeAreaAfter}（原 {chargeAreaBefore}
        ）m²
      </p>
      <RestructureProblems problems={problems} />
      <RestructureLines lines={lines} />
    </Card>
  );
}
