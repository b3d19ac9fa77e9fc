import { useMutation } from "@tanstack/react-query";
import type { ImportItemDto, ImportQueryDto } from "@linli/contracts";
import { importKindLabels, importStatusLabels, importTemplateLabels } from "@linli/contracts/enums";
import { Spin } from "antd";
import { useNavigate } from "react-router";
import { type Column, momentColumn, statusColumn, textColumn } from "../../components/columns";
import { DownloadButton } from "../../components/download-button";
import { FilePicker } from "../../components/file-picker";
import { ListPage } from "../../components/list-page";
import { formatBytes } from "../../lib/files";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import "./imports.css";
import { importQueries, templatePath, uploadImport } from "./imports.queries";
import { statusTones } from "./imports-words";

const MAX_BYTES = 20 * 1024 * 1024;

const filters = [
  { name: "kind", label: "导入内容", labels: importKindLabels, width: 200 },
  { name: "status", label: "状态", labels: importStatusLabels, width: 120 },
] satisfies ListFilter<keyof ImportQueryDto & string>[];

const columns: Column<ImportItemDto>[] = [
  textColumn("fileName", "文件", { to: ({ id }) => id }),
  statusColumn("kind", "导入内容", importKindLabels),
  statusColumn("status", "状态", importStatusLabels, statusTones),
  {
    key: "size",
    title: "大小",
    align: "right",
    render: (_value, { size }) => <span className="figures">{formatBytes(size)}</span>,
  },
  textColumn("createdByName", "上传人"),
  momentColumn("createdAt", "上传时间"),
  momentColumn("committedAt", "入库时间"),
];

/** Upload, templates, and every import so far. */
export function ImportsPage() {
  const projectId = useProjectId();
  const table = useListTable({ list: importQueries.list(projectId), filters, paging: "cursor" });
  return (
    <ListPage
      name="imports"
      title="数据导入"
      help="imports"
      description="房产、客户、车位、车辆与收费标准绑定，或其他系统导出的整个小区。检查之前和检查之中什么都不会改变。"
      above={<UploadPanel />}
      table={table}
      columns={columns}
      rowTo={({ id }) => id}
      empty="还没有导入过。把 .xlsx 或 .csv 文件拖到上面开始。"
    />
  );
}

function UploadPanel() {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { mutateAsync, isPending } = useMutation(uploadImport(projectId));
  const pick = (file: File) =>
    void mutateAsync(file).then(
      ({ id }) => navigate(id),
      () => undefined,
    );
  return (
    <section className="import-upload" aria-label="上传文件">
      <Spin spinning={isPending} description="正在上传和识别…">
        <FilePicker accept=".xlsx,.csv" maxBytes={MAX_BYTES} disabled={isPending} onPick={pick} />
      </Spin>
      <div className="import-templates">
        <span>下载模板：</span>
        {Object.entries(importTemplateLabels).map(([kind, label]) => (
          <DownloadButton
            key={kind}
            size="small"
            path={templatePath(projectId, kind)}
            fileName={`${label}导入模板.xlsx`}
          >
            {label}
          </DownloadButton>
        ))}
      </div>
    </section>
  );
}
