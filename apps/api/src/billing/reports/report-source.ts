import type {
  PaymentMethod,
  ReductionReason,
  ReportColumnKind,
  ReportLink,
  ReportParameter,
  StandardReport,
  StandardReportQueryDto,
  TakingPart,
} from "@linli/contracts";
import type { DataSource } from "typeorm";
import { NATURAL } from "../../database/natural-order.js";

/** What was asked, with everything that was left out filled in. Days and months are YYYY-MM-DD and YYYY-MM. */
export interface ReportRequest extends Required<
  Pick<StandardReportQueryDto, "from" | "to" | "fromPeriod" | "toPeriod" | "asOf" | "year" | "by" | "basis">
> {
  projectId: string;
  today: string;
  buildingId: string | null;
  feeItemId: string | null;
  part: TakingPart | null;
  method: PaymentMethod | null;
  reason: ReductionReason | null;
}

/** A column as a source declares it. */
export interface ReportColumn {
  key: string;
  title: string;
  kind: ReportColumnKind;
  labels?: Record<string, string>;
  link?: ReportLink;
  linkId?: string;
  drill?: StandardReport;
  /** What else narrows the drill-down: a field of its question by the field of the row that says it. */
  drillBy?: Partial<Record<keyof StandardReportQueryDto, string>>;
  /** A heading over it and its neighbours with the same one, on paper; its own title begins with it. */
  group?: string;
  /** Of a PERCENT: what the amounts of a row come to, and the sums of all rows likewise. */
  share?: (amounts: Record<string, unknown>) => string | null;
  /** Not added up: its rows count the same things. */
  notAdded?: true;
  /** A telephone number, shown masked (LAW-30). */
  masked?: true;
}

/** Takes a value as a parameter of the statement and answers its `$n`. */
export type Param = (value: unknown) => string;

/** Where the rows of a standard report come from (BIL-112): one statement, whatever the number of rows. */
export interface ReportSource {
  /** What the report answers, in a sentence. */
  purpose: string;
  parameters: readonly ReportParameter[];
  /** How the figures are computed, in words; of what was asked where that matters. */
  notes: readonly string[] | ((request: ReportRequest) => readonly string[]);
  /** What stands in the rows; some reports have as many columns as the data needs. */
  columns: (request: ReportRequest, db: DataSource) => ReportColumn[] | Promise<ReportColumn[]>;
  /** The order of the rows, over their columns. */
  order: string;
  /** A SELECT of the rows by column key, with an `id`; the columns are those of `columns`. */
  rows: (
    request: ReportRequest,
    param: Param,
    db: DataSource,
    columns: readonly ReportColumn[],
  ) => string | Promise<string>;
}

export const text = (key: string, title: string, more: Partial<ReportColumn> = {}): ReportColumn => ({
  key,
  title,
  kind: "TEXT",
  ...more,
});
export const date = (key: string, title: string): ReportColumn => ({ key, title, kind: "DATE" });
export const money = (key: string, title: string, more: Partial<ReportColumn> = {}): ReportColumn => ({
  key,
  title,
  kind: "MONEY",
  ...more,
});
export const count = (key: string, title: string, more: Partial<ReportColumn> = {}): ReportColumn => ({
  key,
  title,
  kind: "COUNT",
  ...more,
});
export const number = (key: string, title: string, more: Partial<ReportColumn> = {}): ReportColumn => ({
  key,
  title,
  kind: "NUMBER",
  ...more,
});
/** A share of amounts, per cent, of each row and of the sums (BIL-110). */
export const percent = (key: string, title: string, share: ReportColumn["share"]): ReportColumn => ({
  key,
  title,
  kind: "PERCENT",
  share,
});
export const state = (key: string, title: string, labels: Record<string, string>): ReportColumn => ({
  key,
  title,
  kind: "STATE",
  labels,
});

/** The order of rooms as people count them. */
export const BY_ROOM = `"roomCode" ${NATURAL}`;

/** The room of a row, leading to its charges. */
export const roomColumn = text("roomCode", "房号", { link: "ROOM", linkId: "roomId" });
/** The customer of a row. */
export const customerColumn = (title = "收费对象") =>
  text("customerName", title, { link: "CUSTOMER", linkId: "customerId" });

/** Building and unit of the room `r`, for `buildingId`. */
export const PLACES = "JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id";

/** ` AND column = $n` where a value was given. */
export const when = (column: string, value: string | null, param: Param): string =>
  value === null ? "" : ` AND ${column} = ${param(value)}::uuid`;

/** ` AND` that the room of a row is in the building asked for; `room` is the column of its id. */
export const inBuilding = (room: string, { projectId, buildingId }: ReportRequest, param: Param): string =>
  buildingId === null
    ? ""
    : ` AND ${room} IN (SELECT r.id FROM room r ${PLACES} WHERE r.project_id = ${param(projectId)}::uuid${when("u.building_id", buildingId, param)})`;
