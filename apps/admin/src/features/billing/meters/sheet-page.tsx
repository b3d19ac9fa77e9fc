import { useMutation, useQuery } from "@tanstack/react-query";
import type { SheetDto, SheetLineQueryDto } from "@linli/contracts";
import { type SheetLineStatus, sheetLineStatusLabels } from "@linli/contracts/enums";
import { Empty, Input, Pagination, Segmented } from "antd";
import { useRef, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { Can } from "../../../components/can";
import { ConfirmButton } from "../../../components/confirm-button";
import { DateInput } from "../../../components/date-input";
import { DownloadButton } from "../../../components/download-button";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { lastDayOf, today } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import "./meters.css";
import { deleteSheet, sheetFile, sheetQueries } from "./meters.queries";
import { SheetImport } from "./sheet-import";
import { SheetLine } from "./sheet-line";
import { scopeOf } from "./sheets-page";

const LINES_AT_ONCE = 50;

/** Which lines are shown. */
type Shown = SheetLineStatus | "ALL";

/** A reading sheet: every meter of it, read one after the other by keyboard or on a telephone. */
export function SheetPage() {
  const { sheetId = "" } = useParams();
  const query = useQuery(sheetQueries.one(useProjectId(), sheetId));
  return <QueryView query={query}>{(sheet) => <SheetView key={sheet.id} sheet={sheet} />}</QueryView>;
}

function SheetView({ sheet }: { sheet: SheetDto }) {
  const canWrite = useCan("billing:meters") && !sheet.closed;
  const lastDay = lastDayOf(sheet.period);
  const [readOn, setReadOn] = useState(today() < lastDay ? today() : lastDay);
  return (
    <>
      <PageHeader
        title={`${sheet.name}（${sheet.period}）`}
        back="billing/meter-sheets"
        help="meters"
        description={[scopeOf(sheet), sheet.reader && `抄表人 ${sheet.reader}`].filter(Boolean).join("，")}
        tags={sheet.closed && <span className="tone tone-neutral">已月结</span>}
        figures={
          <>
            <StatCard title="已抄" value={`${sheet.read} / ${sheet.total}`} hint={`未抄 ${sheet.missing} 只`} />
            <StatCard title="异常（已说明）" value={sheet.alerts} />
            <StatCard title="已出账" value={sheet.billed} />
          </>
        }
        actions={<Actions sheet={sheet} canWrite={canWrite} />}
      />
      <Lines sheet={sheet} canWrite={canWrite} readOn={readOn} setReadOn={setReadOn} />
    </>
  );
}

function Actions({ sheet, canWrite }: { sheet: SheetDto; canWrite: boolean }) {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { mutateAsync } = useMutation(deleteSheet(projectId, sheet.id));
  return (
    <Can do="billing:meters">
      <DownloadButton path={sheetFile(projectId, sheet.id)}>导出 Excel</DownloadButton>
      {canWrite && <SheetImport sheetId={sheet.id} />}
      <ConfirmButton
        danger
        title={`删除抄表单 ${sheet.name}？`}
        content="已登记的读数保留。"
        okText="删除"
        onConfirm={() => mutateAsync().then(() => navigate(`/p/${projectId}/billing/meter-sheets`))}
      >
        删除
      </ConfirmButton>
    </Can>
  );
}

function Lines(props: { sheet: SheetDto; canWrite: boolean; readOn: string; setReadOn: (day: string) => void }) {
  const { sheet, canWrite, readOn, setReadOn } = props;
  const [status, setStatus] = useState<Shown>("ALL");
  const [q, setQ] = useState("");
  const [page, setPage] = useState(1);
  const list = useRef<HTMLOListElement>(null);
  const filter: SheetLineQueryDto = { page, pageSize: LINES_AT_ONCE, q: q.trim() || undefined };
  if (status !== "ALL") filter.status = status;
  const query = useQuery({ ...sheetQueries.lines(useProjectId(), sheet.id)(filter), placeholderData: (old) => old });

  /** The next meter without a reading; a round goes on by Enter alone. */
  function goOn(from: HTMLInputElement) {
    const fields = [...(list.current?.querySelectorAll<HTMLInputElement>("input[data-reading]:not(:disabled)") ?? [])];
    fields[fields.indexOf(from) + 1]?.focus();
  }

  return (
    <>
      <div className="sheet-bar">
        <Segmented<Shown>
          value={status}
          onChange={(next) => {
            setStatus(next);
            setPage(1);
          }}
          options={[
            { value: "ALL", label: "全部" },
            ...Object.entries(sheetLineStatusLabels).map(([value, label]) => ({
              value: value as SheetLineStatus,
              label,
            })),
          ]}
        />
        <Input.Search
          allowClear
          placeholder="表号或房号"
          aria-label="表号或房号"
          maxLength={50}
          onSearch={(text) => {
            setQ(text);
            setPage(1);
          }}
        />
        {canWrite && (
          <label className="sheet-day">
            抄表日期
            <DateInput
              allowClear={false}
              value={readOn}
              max={today()}
              onChange={(day) => day && setReadOn(day)}
              aria-label="抄表日期"
            />
          </label>
        )}
      </div>
      <QueryView query={query}>
        {({ items, total }) =>
          total === 0 ? (
            <Empty description={status === "ALL" && !q ? "范围内没有在用的表具" : "没有符合条件的表具"} />
          ) : (
            <>
              <ol className="sheet-lines" ref={list}>
                {items.map((line) => (
                  <SheetLine
                    key={line.meterId}
                    line={line}
                    period={sheet.period}
                    readOn={readOn}
                    canWrite={canWrite}
                    onSaved={goOn}
                  />
                ))}
              </ol>
              <Pagination
                align="end"
                size="small"
                current={page}
                pageSize={LINES_AT_ONCE}
                total={total}
                onChange={setPage}
                hideOnSinglePage
                showSizeChanger={false}
              />
            </>
          )
        }
      </QueryView>
    </>
  );
}
