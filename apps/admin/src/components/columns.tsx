import type { TableColumnType } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatMoment } from "../lib/dates";
import { Money, Quantity } from "./money";
import { StatusTag, type Tone } from "./status-tag";

/** A column of `<ListTable>`: antd's, with a plain title (the column chooser shows it) and a key. */
export interface Column<Row> extends Omit<TableColumnType<Row>, "title" | "key"> {
  key: string;
  title: string;
  /** Not shown until the user chooses it. */
  hidden?: boolean;
}

type Key<Row> = keyof Row & string;
type Extra<Row> = Partial<Pick<Column<Row>, "width" | "hidden" | "fixed" | "sorter" | "ellipsis" | "key">>;

function column<Row>(field: Key<Row>, title: string, extra: Extra<Row>, render: (row: Row) => ReactNode): Column<Row> {
  return { key: field, dataIndex: field, title, ...extra, render: (_value: unknown, row: Row) => render(row) };
}

const orDash = (value: unknown): ReactNode =>
  value === null || value === undefined || value === "" ? "—" : String(value as string | number);

/** Plain text; with `to` it links to the thing. */
export function textColumn<Row>(
  field: Key<Row>,
  title: string,
  { to, ...extra }: Extra<Row> & { to?: (row: Row) => string | undefined } = {},
): Column<Row> {
  return column(field, title, extra, (row) => {
    const href = to?.(row);
    return href ? <Link to={href}>{orDash(row[field])}</Link> : orDash(row[field]);
  });
}

/** Fen as yuan, right-aligned in tabular figures; with `to` the amount opens the list behind it. */
export function moneyColumn<Row>(
  field: Key<Row>,
  title: string,
  { to, ...extra }: Extra<Row> & { to?: (row: Row) => string | undefined } = {},
): Column<Row> {
  return {
    ...column<Row>(field, title, extra, (row) => {
      const amount = <Money fen={row[field] as number | null} />;
      const href = to?.(row);
      return href ? <Link to={href}>{amount}</Link> : amount;
    }),
    align: "right",
  };
}

/** A decimal string with its unit in the heading, right-aligned. */
export function quantityColumn<Row>(
  field: Key<Row>,
  title: string,
  unit?: string,
  extra: Extra<Row> = {},
): Column<Row> {
  const heading = unit ? `${title}（${unit}）` : title;
  return {
    ...column<Row>(field, heading, extra, (row) => <Quantity value={row[field] as string | null} />),
    align: "right",
  };
}

/** An area in m². */
export const areaColumn = <Row,>(field: Key<Row>, title: string, extra: Extra<Row> = {}): Column<Row> =>
  quantityColumn(field, title, "m²", extra);

/** A count, right-aligned. */
export const countColumn = <Row,>(field: Key<Row>, title: string, extra: Extra<Row> = {}): Column<Row> => ({
  ...column<Row>(field, title, extra, (row) => <span className="figures">{orDash(row[field])}</span>),
  align: "right",
});

/** A day (YYYY-MM-DD) or a month (YYYY-MM), as it is. */
export const dateColumn = <Row,>(field: Key<Row>, title: string, extra: Extra<Row> = {}): Column<Row> =>
  column(field, title, extra, (row) => <span className="figures nowrap">{orDash(row[field])}</span>);

/** A moment (ISO), to the minute. */
export const momentColumn = <Row,>(field: Key<Row>, title: string, extra: Extra<Row> = {}): Column<Row> =>
  column(field, title, extra, (row) => {
    const value = row[field] as string | null | undefined;
    return <span className="figures nowrap">{value ? formatMoment(value) : "—"}</span>;
  });

/** A state as a coloured tag. */
export const statusColumn = <Row,>(
  field: Key<Row>,
  title: string,
  labels: Record<string, string>,
  tones: Partial<Record<string, Tone>> = {},
  extra: Extra<Row> = {},
): Column<Row> =>
  column(field, title, extra, (row) => <StatusTag value={row[field] as string | null} labels={labels} tones={tones} />);

/** Small buttons or links for one row, at the right edge. */
export const actionsColumn = <Row,>(render: (row: Row) => ReactNode, width = 120): Column<Row> => ({
  key: "actions",
  title: "操作",
  width,
  fixed: "right",
  render: (_value: unknown, row: Row) => (
    <span className="row-actions" onClick={(event) => event.stopPropagation()}>
      {render(row)}
    </span>
  ),
});
