import type { AuditQueryDto, AuditRowDto } from "@linli/contracts";
import { auditActionLabels, auditActionText, auditEntityLabels } from "@linli/contracts/enums";
import { Table } from "antd";
import { type Column, momentColumn, textColumn } from "../../components/columns";
import { DescriptionList } from "../../components/description-list";
import { DownloadButton } from "../../components/download-button";
import { ListPage } from "../../components/list-page";
import { StatusTag } from "../../components/status-tag";
import { formatMomentExact } from "../../lib/dates";
import { labelOf } from "../../lib/labels";
import type { ListFilter } from "../../lib/list-filter";
import type { ListState } from "../../lib/use-list-table";
import { auditChanges } from "./audit-words";

const successLabels = { true: "成功", false: "失败" };

/** The filters of the log of one project; that of all projects adds the project. */
export const auditFilters = [
  { name: "from", to: "to", label: "日期", range: "dates" },
  { name: "userName", label: "操作人" },
  { name: "entity", label: "对象", labels: auditEntityLabels, width: 140 },
  { name: "action", label: "操作", labels: auditActionLabels, width: 200 },
  { name: "success", label: "结果", labels: successLabels, width: 110 },
] satisfies ListFilter<keyof AuditQueryDto & string>[];

const columns: Column<AuditRowDto>[] = [
  momentColumn("at", "时间"),
  textColumn("userName", "操作人"),
  { key: "action", title: "操作", render: (_value, row) => auditActionText(row.action) },
  textColumn("summary", "摘要"),
  { key: "entity", title: "对象", hidden: true, render: (_value, row) => labelOf(auditEntityLabels, row.entity) },
  {
    key: "success",
    title: "结果",
    render: (_value, row) => (
      <StatusTag value={String(row.success)} labels={successLabels} tones={{ true: "good", false: "bad" }} />
    ),
  },
  textColumn("ip", "来源地址"),
  textColumn("requestId", "请求号", { hidden: true }),
];

const projectColumn: Column<AuditRowDto> = {
  key: "project",
  title: "管理区",
  render: (_value, row) => row.projectName ?? "公司",
};

/** The log: filters, rows that open to before and after, export of what is filtered. */
export function AuditList({
  title,
  table,
  exportPath,
  withProject = false,
}: {
  title: string;
  table: ListState<AuditRowDto>;
  /** Path of the export below /api. */
  exportPath: string;
  withProject?: boolean;
}) {
  const query = new URLSearchParams(Object.entries(table.values).map(([name, value]) => [name, String(value)]));
  return (
    <ListPage
      name="audit-log"
      title={title}
      help="audit"
      table={table}
      columns={withProject ? [...columns.slice(0, 2), projectColumn, ...columns.slice(2)] : columns}
      expandable={{ columnTitle: "详情", columnWidth: 56, expandedRowRender: (row) => <Details row={row} /> }}
      actions={
        <DownloadButton path={`${exportPath}?${query}`} fileName="审计日志.csv">
          导出
        </DownloadButton>
      }
      empty="没有记录"
    />
  );
}

function Details({ row }: { row: AuditRowDto }) {
  const changes = auditChanges(row.entity, row.before, row.after);
  return (
    <div className="audit-details">
      <DescriptionList
        columns={3}
        items={[
          ["时间", formatMomentExact(row.at)],
          ["对象", `${labelOf(auditEntityLabels, row.entity)} ${row.entityId}`],
          ["请求号", row.requestId],
        ]}
      />
      {changes.length > 0 && (
        <Table
          size="small"
          rowKey="label"
          dataSource={changes}
          pagination={false}
          tableLayout="fixed"
          columns={[
            { key: "label", title: "字段", dataIndex: "label", width: 140 },
            { key: "before", title: "变更前", render: (_value, change) => change.before ?? "—" },
            { key: "after", title: "变更后", render: (_value, change) => change.after ?? "—" },
          ]}
        />
      )}
    </div>
  );
}
