import { DateOnly, Id, Text } from "../common/fields.js";
import { ProjectPath } from "../property/property.dto.js";
import type { DailyReportState } from "./shifts.enums.js";
import type { ShiftDto, TakingsTotalsDto } from "./shifts.dto.js";

/** Which day's report, of which cashier; without a cashier that of the project. */
export class DailyReportQueryDto {
  @DateOnly("日期") day: string;
  @Id("收款人", { optional: true }) cashierId?: string;
}

/** A cashier's day. */
export class DailyReportPath extends ProjectPath {
  @DateOnly("日期") day: string;
  @Id("收款人") cashierId: string;
}

export class DailyReportsQueryDto {
  @DateOnly("开始日期") from: string;
  /** At most 62 days later. */
  @DateOnly("结束日期") to: string;
}

/** One cashier's day in the list. */
export class DailyReportRowDto {
  day: string;
  cashierId: string;
  cashierName: string;
  receipts: number;
  reds: number;
  /** Money by receipts, prepayment offsets not counted, in fen. */
  receivedFen: number;
  state: DailyReportState;
  sentAt: string | null;
}

export class DailyReportsDto {
  items: DailyReportRowDto[];
}

/** 收款日报表 of one cashier or, without one, of the project (BIL-74). */
export class DailyReportDto {
  day: string;
  cashierId: string | null;
  cashierName: string | null;
  projectName: string;
  totals: TakingsTotalsDto;
  shifts: ShiftDto[];
  /** A project's report is sent cashier by cashier: null there. */
  state: DailyReportState | null;
  sentAt: string | null;
  receivedByName: string | null;
  receivedAt: string | null;
  note: string | null;
}

/** Finance takes a report over. */
export class ReceiveDailyReportDto {
  @Text("说明", { optional: true, max: 200 }) note?: string | null;
}
