import { useQuery } from "@tanstack/react-query";
import type { ReportColumnDto, StandardReportQueryDto } from "@linli/contracts";
import { type StandardReport, standardReportLabels } from "@linli/contracts/enums";
import { useParams, useSearchParams } from "react-router";
import { PrintPage } from "../../../components/print-page";
import { QueryView } from "../../../components/query-view";
import { useProject, useProjectId } from "../../../lib/session";
import { isFigure, printedCell } from "./report-cells";
import { MOST_PRINTED, type ReportReply, reportQueries } from "./reports.queries";
import "./reports.css";

/** More columns than this are set smaller, so that they stand on one sheet across. */
const WIDE = 14;

/** A report on paper, A4 across. */
export function ReportPrintPage() {
  const { report = "" } = useParams();
  const [params] = useSearchParams();
  const key = report in standardReportLabels ? (report as StandardReport) : "MONTH";
  const asked = Object.fromEntries(params) as StandardReportQueryDto;
  const query = useQuery(reportQueries.printed(useProjectId(), key, asked));
  return <QueryView query={query}>{(reply) => <Sheet reply={reply} />}</QueryView>;
}

function Sheet({ reply }: { reply: ReportReply }) {
  const { title, scope, notes, columns, items, total, totals } = reply;
  const project = useProject();
  return (
    <PrintPage title={`${title} ${scope[0] ?? ""}`}>
      <article className="print-sheet report-sheet" aria-label={title}>
        <p className="print-organisation">{project?.name}</p>
        <h1 className="print-title">{title}</h1>
        <p className="report-scope">
          {scope.join("；")}　共 {total} 行，金额单位：元
        </p>
        {total > items.length && (
          <p role="alert">
            只打印前 {MOST_PRINTED} 行，合计为全部 {total} 行。请缩小范围，或导出 Excel。
          </p>
        )}
        <table className={`report-table${columns.length > WIDE ? " report-table-wide" : ""}`}>
          <Head columns={columns} />
          <tbody>
            {items.map((row) => (
              <tr key={row.id}>
                {columns.map((column) => (
                  <td key={column.key} className={isFigure(column) ? "figures" : undefined}>
                    {printedCell(column, row[column.key])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              {columns.map((column, index) => (
                <td key={column.key} className={index === 0 ? undefined : "figures"}>
                  {index === 0
                    ? "合计"
                    : totals[column.key] === undefined
                      ? ""
                      : printedCell(column.kind === "OPEN" ? { ...column, kind: "MONEY" } : column, totals[column.key])}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
        <ul className="report-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
        <p className="shift-signatures">
          <span>制表：</span>
          <span>复核：</span>
          <span>负责人：</span>
        </p>
      </article>
    </PrintPage>
  );
}

/** The titles; columns of a group stand under its name. */
function Head({ columns }: { columns: readonly ReportColumnDto[] }) {
  const isGrouped = columns.some(({ group }) => group);
  return (
    <thead>
      <tr>
        {columns.map((column, index) => {
          if (!column.group)
            return <Title key={column.key} column={column} title={column.title} rowSpan={isGrouped ? 2 : 1} />;
          if (columns[index - 1]?.group === column.group) return null;
          const width = columns.filter(({ group }) => group === column.group).length;
          return (
            <th key={column.key} colSpan={width} scope="colgroup">
              {column.group}
            </th>
          );
        })}
      </tr>
      {isGrouped && (
        <tr>
          {columns.map(
            (column) =>
              column.group && (
                <Title key={column.key} column={column} title={column.title.slice(column.group.length)} rowSpan={1} />
              ),
          )}
        </tr>
      )}
    </thead>
  );
}

const Title = ({ column, title, rowSpan }: { column: ReportColumnDto; title: string; rowSpan: number }) => (
  <th scope="col" rowSpan={rowSpan} className={isFigure(column) ? "figures" : undefined}>
    {title}
  </th>
);
