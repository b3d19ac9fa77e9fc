import type { DataExportDto, ExportQueryDto } from "@linli/contracts";
import { exportKindLabels, exportStatusLabels } from "@linli/contracts/enums";
import {
  actionsColumn,
  type Column,
  countColumn,
  momentColumn,
  statusColumn,
  textColumn,
} from "../../components/columns";
import { DownloadButton } from "../../components/download-button";
import { ListPage } from "../../components/list-page";
import { formatMoment } from "../../lib/dates";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import "./exports.css";
import { exportFilePath, exportQueries } from "./exports.queries";

const filters = [
  { name: "kind", label: "内容", labels: exportKindLabels, width: 160 },
  { name: "status", label: "状态", labels: exportStatusLabels, width: 120 },
] satisfies ListFilter<keyof ExportQueryDto & string>[];

const tones = { PENDING: "warning", RUNNING: "active", READY: "good", REJECTED: "bad", FAILED: "bad" } as const;

const columns: Column<DataExportDto>[] = [
  textColumn("number", "编号"),
  { key: "what", title: "内容", render: (_value, row) => <What row={row} /> },
  statusColumn("status", "状态", exportStatusLabels, tones),
  countColumn("rows", "行数"),
  textColumn("reason", "原因"),
  textColumn("requestedByName", "导出人"),
  momentColumn("createdAt", "申请时间"),
  textColumn("approverName", "审批人"),
  { key: "downloads", title: "下载", render: (_value, row) => <Downloads row={row} /> },
  momentColumn("expiresAt", "可下载至", { hidden: true }),
];

/** 导出记录: who took what out, why, who approved it, and how often it was fetched (LAW-34). */
export function ExportsPage() {
  const projectId = useProjectId();
  const table = useListTable({ list: exportQueries.list(projectId), filters, paging: "cursor" });
  return (
    <ListPage
      name="exports"
      title="导出记录"
      help="exports"
      description="谁在什么时候、为什么导出了什么。文件只有导出人可以下载，保留七天，每次下载都有记录。"
      table={table}
      columns={[
        ...columns,
        actionsColumn<DataExportDto>(({ id, number, kind, canDownload }) =>
          canDownload ? (
            <DownloadButton
              size="small"
              type="link"
              path={exportFilePath(projectId, id)}
              fileName={`${exportKindLabels[kind]}-${number}.xlsx`}
              aria-label={`下载 ${number}`}
            >
              下载
            </DownloadButton>
          ) : null,
        ),
      ]}
      empty="还没有导出过。在房间、客户、车位或标准绑定的列表里点“导出”。"
    />
  );
}

function What({ row: { kind, filter, columns: left, includeNumbers, failure } }: { row: DataExportDto }) {
  return (
    <>
      {exportKindLabels[kind]}
      {includeNumbers && <span className="tone tone-warning export-whole">完整号码</span>}
      <div className="export-hint">{filter.length > 0 ? filter.join("；") : "全部"}</div>
      {left.length > 0 && <div className="export-hint">列：{left.join("、")}</div>}
      {failure && <div className="export-failure">{failure}</div>}
    </>
  );
}

function Downloads({ row: { downloads, lastDownloadedAt } }: { row: DataExportDto }) {
  if (downloads === 0) return <>—</>;
  return (
    <span title={lastDownloadedAt ? `最后一次 ${formatMoment(lastDownloadedAt)}` : undefined} className="figures">
      {downloads} 次
    </span>
  );
}
