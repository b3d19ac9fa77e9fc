import type { ArchiveExportDto } from "@linli/contracts";
import { ARCHIVE_DAYS, exportStatusLabels } from "@linli/contracts/enums";
import { Flex, Progress } from "antd";
import {
  actionsColumn,
  type Column,
  countColumn,
  momentColumn,
  statusColumn,
  textColumn,
} from "../../../components/columns";
import { ListPage } from "../../../components/list-page";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import "./archives.css";
import { ArchiveDownload } from "./archive-download";
import { archiveTones, monthsText } from "./archive-words";
import { archiveQueries } from "./archives.queries";
import { CheckArchive } from "./check-archive";
import { RequestArchive } from "./request-archive";

const columns: Column<ArchiveExportDto>[] = [
  textColumn("number", "编号", { to: ({ id }) => id }),
  { key: "year", title: "年度", render: (_value, row) => <Year row={row} /> },
  statusColumn("status", "状态", exportStatusLabels, archiveTones),
  { key: "progress", title: "进度", render: (_value, row) => <How row={row} /> },
  countColumn("rows", "行数"),
  textColumn("reason", "用途"),
  textColumn("requestedByName", "导出人"),
  momentColumn("createdAt", "申请时间"),
  momentColumn("expiresAt", "可下载至", { hidden: true }),
];

/** 会计档案: the books of closed years, taken out as files that can be verified (LAW-42, LAW-44). */
export function ArchivesPage() {
  const table = useListTable({ list: archiveQueries.list(useProjectId()), filters: [], paging: "cursor" });
  return (
    <ListPage
      name="archives"
      title="会计档案"
      help="archives"
      description={`把一年已月结的账目导出为一个压缩包，附目录和校验值，供归档保管。文件保留 ${ARCHIVE_DAYS} 天，导出记录和校验值长期保留。`}
      table={table}
      columns={[...columns, actionsColumn<ArchiveExportDto>((row) => <ArchiveDownload row={row} />)]}
      actions={
        <Flex gap={8} wrap>
          <CheckArchive />
          <RequestArchive />
        </Flex>
      }
      empty="还没有导出过会计档案。年度最后一个月月结以后，点“导出档案”。"
    />
  );
}

function Year({ row }: { row: ArchiveExportDto }) {
  return (
    <>
      <span className="figures">{row.year}</span> 年
      {!row.complete && <span className="tone tone-warning archive-tag">不完整</span>}
      {row.includeNumbers && <span className="tone tone-warning archive-tag">完整号码</span>}
      <div className="archive-hint">{monthsText(row.months)}</div>
    </>
  );
}

function How({ row: { status, percent, progress, failure } }: { row: ArchiveExportDto }) {
  if (failure) return <span className="archive-failure">{failure}</span>;
  if (status !== "RUNNING") return <>—</>;
  return (
    <div style={{ minWidth: 140 }}>
      <Progress percent={percent} size="small" status="active" aria-label="导出进度" />
      <div className="archive-hint">{progress ?? "排队中"}</div>
    </div>
  );
}
