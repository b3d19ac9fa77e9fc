import type { ImportRowDto, ImportRowQueryDto, ImportSummaryDto } from "@linli/contracts";
import {
  importEntityLabels,
  importOutcomeLabels,
  importSeverityLabels,
  type ImportOutcome,
} from "@linli/contracts/enums";
import { Tabs } from "antd";
import { useState } from "react";
import { type Column, countColumn, statusColumn, textColumn } from "../../components/columns";
import { ListTable } from "../../components/list-table";
import { StatusTag } from "../../components/status-tag";
import type { ListFilter } from "../../lib/list-filter";
import { useIsNarrow } from "../../lib/use-is-narrow";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { importQueries } from "./imports.queries";
import { outcomeOrder, outcomeTones, severityTones } from "./imports-words";

/** Every row of the file by what becomes of it, with what is said about it. */
export function ImportRows({ importId, summary }: { importId: string; summary: ImportSummaryDto }) {
  const totals = new Map<ImportOutcome, number>();
  for (const { outcome, count } of summary.counts) totals.set(outcome, (totals.get(outcome) ?? 0) + count);
  const present = outcomeOrder.filter((outcome) => totals.has(outcome));
  const total = [...totals.values()].reduce((sum, count) => sum + count, 0);
  const [tab, setTab] = useState<ImportOutcome | "ALL">(present[0] === "REFUSE" ? "REFUSE" : "ALL");
  return (
    <section className="import-part" aria-label="逐行结果">
      <Tabs
        activeKey={tab}
        onChange={(key) => setTab(key as ImportOutcome | "ALL")}
        destroyOnHidden
        items={[
          ...present.map((outcome) => ({
            key: outcome,
            label: `${importOutcomeLabels[outcome]} ${(totals.get(outcome) ?? 0).toLocaleString("en-US")}`,
            children: <Rows importId={importId} sheets={summary.sheets} outcome={outcome} />,
          })),
          {
            key: "ALL",
            label: `全部 ${total.toLocaleString("en-US")}`,
            children: <Rows importId={importId} sheets={summary.sheets} />,
          },
        ]}
      />
    </section>
  );
}

const columns: Column<ImportRowDto>[] = [
  textColumn("sheet", "工作表", { width: 100 }),
  countColumn("rowNo", "行号", { width: 60 }),
  statusColumn("entity", "种类", importEntityLabels, {}, { width: 90 }),
  textColumn("key", "内容", { width: 160 }),
  statusColumn("outcome", "结果", importOutcomeLabels, outcomeTones, { width: 80 }),
  { key: "said", title: "说明", render: (_value, row) => <Said row={row} /> },
];

/** On a telephone a row stands in one cell, so that its sentences are seen. */
const narrowColumns: Column<ImportRowDto>[] = [
  {
    key: "row",
    title: "行",
    render: (_value, row) => (
      <div className="import-row">
        <span className="import-hint">
          {row.sheet} 第 {row.rowNo} 行 · {importEntityLabels[row.entity]}
        </span>
        <span>
          <StatusTag value={row.outcome} labels={importOutcomeLabels} tones={outcomeTones} /> <b>{row.key}</b>
        </span>
        {row.changes.length + row.issues.length > 0 && <Said row={row} />}
      </div>
    ),
  },
];

function Rows({ importId, sheets, outcome }: { importId: string; sheets: readonly string[]; outcome?: ImportOutcome }) {
  const list = importQueries.rows(useProjectId(), importId);
  const filters = [
    { name: "sheet", label: "工作表", labels: Object.fromEntries(sheets.map((sheet) => [sheet, sheet])), width: 150 },
    { name: "entity", label: "种类", labels: importEntityLabels, width: 140 },
    { name: "withIssues", label: "说明", labels: { true: "有说明", false: "没有说明" }, width: 120 },
  ] satisfies ListFilter<keyof ImportRowQueryDto & string>[];
  const table = useListTable({
    list: (query: ImportRowQueryDto) => list({ ...query, ...(outcome && { outcome }) }),
    filters,
    paging: "cursor",
    keep: "memory",
  });
  const isNarrow = useIsNarrow();
  return (
    <ListTable
      key={String(isNarrow)}
      name={isNarrow ? "import-rows-narrow" : "import-rows"}
      table={table}
      columns={isNarrow ? narrowColumns : columns}
      empty="没有这样的行"
    />
  );
}

/** What changes, and every sentence about the row. */
function Said({ row: { changes, issues } }: { row: ImportRowDto }) {
  if (changes.length + issues.length === 0) return "—";
  return (
    <ul className="import-said">
      {changes.map(({ label, before, after }) => (
        <li key={label}>
          {label}：<span className="import-before">{before ?? "（空）"}</span> → <b>{after ?? "（空）"}</b>
        </li>
      ))}
      {issues.map(({ severity, code, field, message }) => (
        <li key={`${code} ${field ?? ""}`}>
          <StatusTag value={severity} labels={importSeverityLabels} tones={severityTones} /> {message}
        </li>
      ))}
    </ul>
  );
}
