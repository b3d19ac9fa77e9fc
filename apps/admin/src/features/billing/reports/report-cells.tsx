import type { ReportColumnDto } from "@linli/contracts";
import type { ReportLink } from "@linli/contracts/enums";
import { Button } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Column } from "../../../components/columns";
import { Money } from "../../../components/money";
import { formatFen } from "../../../lib/money";
import type { LinkToPage } from "../../../lib/page-links";
import type { ReportReply, ReportRow } from "./reports.queries";

/** The page a cell leads to. */
const PAGES: Record<Exclude<ReportLink, "CHARGE">, (id: string) => string> = {
  ROOM: (id) => `property/rooms/${id}?tab=charges`,
  CUSTOMER: (id) => `customer/customers/${id}`,
  RECEIPT: (id) => `billing/receipts/${id}`,
  BATCH: (id) => `billing/debit/batches/${id}`,
  METER: (id) => `billing/meters/${id}`,
  BOOK: (id) => `billing/receipt-books/${id}`,
  DEPOSIT: (id) => `billing/deposits/${id}`,
};

const RIGHT = new Set(["MONEY", "COUNT", "NUMBER", "PERCENT", "OPEN"]);

/** Whether a column holds figures, which stand to the right. */
export const isFigure = ({ kind }: ReportColumnDto): boolean => RIGHT.has(kind);

/** Where cells lead. */
export interface CellLinks {
  linkTo: LinkToPage;
  /** The address of the report behind a row's amount. */
  drillTo: (column: ReportColumnDto, row: ReportRow) => string | undefined;
  showCharge: (id: string) => void;
}

/** The columns of a report for the table. */
export const tableColumns = (
  columns: readonly ReportColumnDto[],
  { linkTo, drillTo, showCharge }: CellLinks,
): Column<ReportRow>[] =>
  columns.map((column) => ({
    key: column.key,
    title: isMoney(column) ? `${column.title}（元）` : column.title,
    align: isFigure(column) ? "right" : "left",
    render: (_value: unknown, row: ReportRow) => {
      const id = column.linkId ? row[column.linkId] : null;
      const cell = cellOf(column, row[column.key] ?? null);
      if (column.link === "CHARGE")
        return (
          <Button type="link" size="small" className="inline-button" onClick={() => showCharge(String(id))}>
            {cell}
          </Button>
        );
      const href = column.link && id ? linkTo(PAGES[column.link](String(id))) : drillTo(column, row);
      return href ? <Link to={href}>{cell}</Link> : cell;
    },
  }));

const isMoney = ({ kind }: ReportColumnDto): boolean => kind === "MONEY";

function cellOf({ kind, labels }: ReportColumnDto, value: string | number | null): ReactNode {
  if (kind === "OPEN" && value === 0) return <span className="tone tone-good">已缴</span>;
  if (value === null || value === "") return "—";
  if (kind === "OPEN")
    return (
      <span className="report-owed">
        <Money fen={Number(value)} />
      </span>
    );
  if (kind === "MONEY") return <Money fen={Number(value)} />;
  if (labels) return labels[String(value)] ?? String(value);
  return <span className={kind === "TEXT" ? undefined : "figures nowrap"}>{value}</span>;
}

/** A cell as plain words, for paper. */
export function printedCell({ kind, labels }: ReportColumnDto, value: string | number | null | undefined): string {
  if (value === null || value === undefined || value === "") return kind === "TEXT" ? "" : "—";
  if (kind === "OPEN" && value === 0) return "已缴";
  if (kind === "MONEY" || kind === "OPEN") return formatFen(Number(value));
  return labels?.[String(value)] ?? String(value);
}

/** The sum of a column as its cells show it. */
export const totalOf = ({ totals }: ReportReply, column: ReportColumnDto): ReactNode =>
  totals[column.key] === null || totals[column.key] === undefined
    ? ""
    : cellOf(column.kind === "OPEN" ? { ...column, kind: "MONEY" } : column, totals[column.key] ?? null);
