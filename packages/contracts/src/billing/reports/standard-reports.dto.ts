import { Choice, DateOnly, Id, Period, QueryInt } from "../../common/fields.js";
import { PageQueryDto } from "../../common/page.dto.js";
import { type PaymentMethod, paymentMethodLabels } from "../billing.enums.js";
import { ProjectPath } from "../../property/property.dto.js";
import {
  type ReductionReason,
  reductionReasonLabels,
  type ReportBasis,
  reportBasisLabels,
  type ReportColumnKind,
  type ReportGrouping,
  reportGroupingLabels,
  type ReportLink,
  type ReportParameter,
  type StandardReport,
  standardReportLabels,
  type TakingPart,
  takingPartLabels,
} from "./standard-reports.enums.js";

export class StandardReportPath extends ProjectPath {
  @Choice("报表", standardReportLabels) report: StandardReport;
}

/** Asks for a standard report (BIL-112). What a report does not take is refused; GET billing-reports says what each takes. */
export class StandardReportQueryDto extends PageQueryDto {
  /** First day; the first of this month when left out. */
  @DateOnly("开始日期", { optional: true }) from?: string;
  /** Last day, included; today when left out. */
  @DateOnly("结束日期", { optional: true }) to?: string;
  /** First month; this month when left out. */
  @Period("起始月份", { optional: true }) fromPeriod?: string;
  /** Last month, included, at most 24 from the first; the first when left out. */
  @Period("截止月份", { optional: true }) toPeriod?: string;
  /** As of the end of this day; today when left out. */
  @DateOnly("截止日期", { optional: true }) asOf?: string;
  /** This year when left out. */
  @QueryInt("年度", { optional: true, min: 1990, max: 2199 }) year?: number;
  @Id("楼栋", { optional: true }) buildingId?: string;
  @Id("收费项目", { optional: true }) feeItemId?: string;
  @Choice("汇总方式", reportGroupingLabels, { optional: true }) by?: ReportGrouping;
  @Choice("日期口径", reportBasisLabels, { optional: true }) basis?: ReportBasis;
  /** Only the money that was for this. */
  @Choice("款项", takingPartLabels, { optional: true }) part?: TakingPart;
  /** Only the money that came in or went back by this. */
  @Choice("收款方式", paymentMethodLabels, { optional: true }) method?: PaymentMethod;
  @Choice("减免原因", reductionReasonLabels, { optional: true }) reason?: ReductionReason;
}

/** A column of a report. */
export class ReportColumnDto {
  /** The field of the rows. */
  key: string;
  title: string;
  kind: ReportColumnKind;
  /** Words of a STATE. */
  labels: Record<string, string> | null;
  /** What the cell leads to, by the id in the field `linkId` of the row. */
  link: ReportLink | null;
  linkId: string | null;
  /** The report whose rows make up the amount, narrowed by the row's own building, fee item and month. */
  drill: StandardReport | null;
  /** What else narrows it: a field of its question by the field of the row that says it; a row without it does not narrow. */
  drillBy: Record<string, string> | null;
  /** A heading over it and its neighbours with the same one, on paper; its own title begins with it. */
  group: string | null;
}

/** A report in the list of reports. */
export class ReportInfoDto {
  key: StandardReport;
  title: string;
  /** What it answers, in a sentence. */
  purpose: string;
  parameters: ReportParameter[];
}

export class ReportInfosDto {
  items: ReportInfoDto[];
}

/** A report: a page of its rows, and what holds of all of them. */
export class StandardReportDto {
  key: StandardReport;
  title: string;
  /** What was asked, in words: span, day, building, item. */
  scope: string[];
  /** How the figures are computed, in words. */
  notes: string[];
  parameters: ReportParameter[];
  columns: ReportColumnDto[];
  /** Fields by column; `id` is one of the row's own. MONEY in fen, NUMBER as decimal text. */
  items: Record<string, unknown>[];
  total: number;
  /** Sums of all rows of the MONEY, COUNT and OPEN columns. */
  totals: Record<string, unknown>;
}

/** A workbook of a report that is being made in the background. */
export class ReportWorkbookJobDto {
  /** The job that makes it; done, GET report-workbooks/{jobId} hands it out to whoever asked for it, for seven days. */
  jobId: string;
}
