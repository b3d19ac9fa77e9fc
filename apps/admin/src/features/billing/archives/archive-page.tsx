import { useQuery } from "@tanstack/react-query";
import type { ArchiveExportDetailDto, ArchiveFileDto } from "@linli/contracts";
import { archiveKindLabels, exportStatusLabels } from "@linli/contracts/enums";
import { Alert, Table, Typography } from "antd";
import { useParams } from "react-router";
import { DescriptionList } from "../../../components/description-list";
import { JobProgress } from "../../../components/job-progress";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatusTag } from "../../../components/status-tag";
import { ThingTimeline } from "../../../components/thing-timeline";
import { formatMoment, formatPeriod } from "../../../lib/dates";
import { formatBytes } from "../../../lib/files";
import { useProjectId } from "../../../lib/session";
import { ArchiveDownload } from "./archive-download";
import { archiveTones, monthsText } from "./archive-words";
import { archiveQueries } from "./archives.queries";

/** One archive with its index (目录). */
export function ArchivePage() {
  const { archiveId = "" } = useParams();
  const query = useQuery(archiveQueries.one(useProjectId(), archiveId));
  return <QueryView query={query}>{(archive) => <Archive archive={archive} />}</QueryView>;
}

function Archive({ archive }: { archive: ArchiveExportDetailDto }) {
  const projectId = useProjectId();
  const { status, jobId, failure, files } = archive;
  return (
    <>
      <PageHeader
        title={`会计档案 ${archive.number}`}
        back="billing/archives"
        help="archives"
        tags={<StatusTag value={status} labels={exportStatusLabels} tones={archiveTones} />}
        description={`${archive.year} 年，${archive.requestedByName}于 ${formatMoment(archive.createdAt)} 申请`}
        actions={<ArchiveDownload row={archive} primary />}
      />
      {!archive.complete && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={`档案不完整：导出时 ${archive.openMonths.map(formatPeriod).join("、")}还没有月结`}
        />
      )}
      {failure && (
        <Alert type="error" showIcon style={{ marginBottom: 12 }} title="没有生成档案" description={failure} />
      )}
      {status === "RUNNING" && jobId && <JobProgress projectId={projectId} jobId={jobId} canCancel />}
      <DescriptionList items={factsOf(archive)} />
      <h2 className="section-title">目录</h2>
      <Table<ArchiveFileDto>
        size="small"
        rowKey="path"
        pagination={files.length > 50 && { pageSize: 50, showSizeChanger: false }}
        scroll={{ x: "max-content" }}
        dataSource={files}
        locale={{ emptyText: "档案生成以后，这里列出其中的文件" }}
        columns={[
          { dataIndex: "path", title: "文件" },
          { key: "kind", title: "种类", render: (_value, { kind }) => archiveKindLabels[kind] },
          { key: "keep", title: "保管至", render: (_value, { keepUntil }) => keepUntil ?? "永久" },
          {
            key: "rows",
            title: "行数",
            align: "right",
            render: (_value, { rows }) => <span className="figures">{rows.toLocaleString("en-US")}</span>,
          },
          {
            key: "sum",
            title: "金额合计",
            align: "right",
            render: (_value, { amountFen }) => (amountFen === null ? "—" : <Money fen={amountFen} />),
          },
          { key: "sha256", title: "SHA-256", render: (_value, { sha256 }) => <Hash value={sha256} /> },
        ]}
      />
      <h2 className="section-title">历史</h2>
      <ThingTimeline entity="archive-export" entityId={archive.id} />
    </>
  );
}

function factsOf(archive: ArchiveExportDetailDto): [string, React.ReactNode][] {
  const { sha256, manifestHash, size, expiresAt } = archive;
  return [
    ["月份", monthsText(archive.months)],
    ["用途", archive.reason],
    [
      "证件号码与电话",
      archive.includeNumbers ? `完整${archive.approverName ? `（${archive.approverName} 审批）` : ""}` : "打码",
    ],
    ["大小", size === null ? "—" : formatBytes(size)],
    ["可下载至", expiresAt === null ? "—" : formatMoment(expiresAt)],
    ["下载", `${archive.downloads} 次`],
    ["压缩包 SHA-256", sha256 === null ? "—" : <Hash value={sha256} />],
    ["校验清单 SHA-256", manifestHash === null ? "—" : <Hash value={manifestHash} />],
  ];
}

/** The beginning of a hash, copied whole. */
function Hash({ value }: { value: string }) {
  return (
    <Typography.Text className="figures" copyable={{ text: value, tooltips: ["复制完整校验值", "已复制"] }}>
      {value.slice(0, 12)}
    </Typography.Text>
  );
}
