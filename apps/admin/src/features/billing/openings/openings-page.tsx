import { useMutation } from "@tanstack/react-query";
import type { OpeningDto, OpeningPageDto, OpeningQueryDto } from "@linli/contracts";
import { openingKindLabels, type OpeningKind, openingSignLabels, openingStatusLabels } from "@linli/contracts/enums";
import { Alert, Segmented, Spin } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Can } from "../../../components/can";
import { type Column, countColumn, momentColumn, statusColumn, textColumn } from "../../../components/columns";
import { DownloadButton } from "../../../components/download-button";
import { FilePicker } from "../../../components/file-picker";
import { ListPage } from "../../../components/list-page";
import { StatusTag } from "../../../components/status-tag";
import { optionsOf } from "../../../lib/labels";
import type { ListFilter } from "../../../lib/list-filter";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { OpeningState } from "./opening-state";
import { hasBalances, signTones } from "./opening-words";
import "./openings.css";
import { openingQueries, openingTemplatePath, uploadOpening } from "./openings.queries";

const MAX_BYTES = 20 * 1024 * 1024;

const filters = [
  { name: "kind", label: "导入内容", labels: openingKindLabels, width: 140 },
  { name: "status", label: "状态", labels: openingStatusLabels, width: 120 },
] satisfies ListFilter<keyof OpeningQueryDto & string>[];

const columns: Column<OpeningDto>[] = [
  textColumn("fileName", "文件", { to: ({ id }) => id }),
  textColumn("openingNo", "导入编号"),
  statusColumn("kind", "导入内容", openingKindLabels),
  countColumn("rowCount", "行数"),
  countColumn("faultCount", "有误"),
  { key: "status", title: "状态", render: (_value, opening) => <OpeningState opening={opening} /> },
  {
    key: "sign",
    title: "核对签字",
    render: (_value, { status, counts, sign }) =>
      status === "POSTED" && hasBalances(counts) ? (
        <StatusTag value={sign} labels={openingSignLabels} tones={signTones} />
      ) : (
        "—"
      ),
  },
  textColumn("createdByName", "上传人"),
  momentColumn("createdAt", "上传时间"),
  momentColumn("postedAt", "入账时间"),
];

/** 期初导入: what the system used before knew, upload, templates, and every import so far. */
export function OpeningsPage() {
  const projectId = useProjectId();
  const table = useListTable({ list: openingQueries.list(projectId), filters, paging: "cursor" });
  return (
    <ListPage
      name="openings"
      title="期初导入"
      help="openings"
      description={
        table.reply &&
        `启用日期 ${table.reply.cutOverOn}：这一天以前的欠费、预收、押金、已缴至日期和缴费记录，从原来的系统或台账导入。`
      }
      above={
        <>
          {table.reply && <Closed reply={table.reply} />}
          <Can do="billing:openings">
            <UploadPanel />
          </Can>
        </>
      }
      table={table}
      columns={columns}
      rowTo={({ id }) => id}
      empty="还没有期初导入。先下载模板填写，再上传检查；确认入账之前不改变任何账目。"
    />
  );
}

function Closed({ reply: { closedPeriod } }: { reply: OpeningPageDto }) {
  if (closedPeriod === null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="opening-part"
      title={`启用的第一个月 ${closedPeriod} 已经月结，不能再导入欠费、预收、押金和代收未解缴`}
      description="已缴至日期和历史缴费仍可导入。"
    />
  );
}

const FILES: Record<OpeningKind, { accept: string; hint: string }> = {
  BALANCE: {
    accept: ".xlsx,.csv",
    hint: "工作表：欠费、预收、押金、已缴至、代收未解缴，用不到的可以空着。支持 .xlsx，不超过 20 MB；.csv 一个文件一张表，文件名以表名开头，如“欠费.csv”",
  },
  HISTORY: {
    accept: ".xlsx,.csv",
    hint: "列：房屋、收费项目、缴费周期、开始时间、结束时间、缴费时间、应缴金额、实缴金额、收银员、备注。支持 .xlsx、.csv，不超过 20 MB",
  },
};

function UploadPanel() {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const [kind, setKind] = useState<OpeningKind>("BALANCE");
  const { mutate, isPending } = useMutation({
    ...uploadOpening(projectId, kind),
    onSuccess: ({ id }) => navigate(id),
  });
  return (
    <section className="opening-upload" aria-label="上传文件">
      <div className="opening-choice">
        <Segmented<OpeningKind>
          aria-label="导入内容"
          disabled={isPending}
          options={optionsOf(openingKindLabels)}
          value={kind}
          onChange={setKind}
        />
        <DownloadButton
          path={openingTemplatePath(projectId, kind)}
          fileName={`${openingKindLabels[kind]}导入模板.xlsx`}
        >
          下载{openingKindLabels[kind]}模板
        </DownloadButton>
      </div>
      <Spin spinning={isPending} description="正在上传和检查…">
        <FilePicker {...FILES[kind]} maxBytes={MAX_BYTES} disabled={isPending} onPick={(file) => mutate(file)} />
      </Spin>
    </section>
  );
}
