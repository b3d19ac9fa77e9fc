import { Choice, Id, Period, QueryFlag, QueryInt, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { type ArrearsSort, arrearsSortLabels, type RateBreakdown, rateBreakdownLabels } from "./billing.enums.js";
import { type ReportBasis, reportBasisLabels } from "./reports/standard-reports.enums.js";

/** Which arrears. Without `notYetDue` only what is past its due date counts. */
export class ArrearsFilterDto {
  /** Part of room code, payer name or payer number. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
  @Id("房间", { optional: true }) roomId?: string;
  @Id("收费对象", { optional: true }) payerId?: string;
  @Id("收费项目", { optional: true }) feeItemId?: string;
  /** Late by at least so many days. */
  @QueryInt("逾期天数", { optional: true, min: 0, max: 36_500 }) minDaysLate?: number;
  /** Owing at least so many service months. */
  @QueryInt("欠费月数", { optional: true, min: 1, max: 1200 }) minMonths?: number;
  /** Also what is not yet due. */
  @QueryFlag("含未到期") notYetDue?: boolean;
}

export class ArrearsQueryDto extends CursorQueryDto {
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
  @Id("房间", { optional: true }) roomId?: string;
  @Id("收费对象", { optional: true }) payerId?: string;
  @Id("收费项目", { optional: true }) feeItemId?: string;
  @QueryInt("逾期天数", { optional: true, min: 0, max: 36_500 }) minDaysLate?: number;
  @QueryInt("欠费月数", { optional: true, min: 1, max: 1200 }) minMonths?: number;
  @QueryFlag("含未到期") notYetDue?: boolean;
  /** AMOUNT: the largest first; OLDEST: the longest owed first. */
  @Choice("排序", arrearsSortLabels, { optional: true }) sort?: ArrearsSort;
}

/** Somebody to be told about arrears. */
export class DebtorDto {
  id: string;
  name: string;
}

/** What one payer owes for one room, in fen. */
export class ArrearDto {
  roomId: string;
  roomCode: string;
  payerId: string;
  payerName: string;
  payerNumber: string;
  mobileMasked: string | null;
  /** Service months owed, oldest first. */
  months: string[];
  charges: number;
  /** Principal. */
  openFen: number;
  /** Of all he owes for the room, what is in dispute or in a payment plan that is kept (BIL-54), in fen. */
  excludedFen: number;
  oldestDueOn: string;
  /** Since the oldest due date; 0 when not yet late. */
  daysLate: number;
  /** Owners who are liable beside a payer who is no owner himself (LAW-03). */
  jointlyLiable: DebtorDto[];
}

export class ArrearPageDto extends CursorPageDto<ArrearDto> {
  declare items: ArrearDto[];
}

export class ArrearTotalsDto {
  /** Rooms with a payer who owes. */
  rows: number;
  rooms: number;
  payers: number;
  charges: number;
  openFen: number;
  /** By days past due. */
  ageing: AgeingDto[];
}

export class AgeingDto {
  /** e.g. 1–30 天 */
  label: string;
  openFen: number;
  charges: number;
}

export class CollectionRateQueryDto {
  @Period("月份") period: string;
  @Choice("分组", rateBreakdownLabels, { optional: true }) by?: RateBreakdown;
  /** By the day money was paid (PAID, when left out), or entered (POSTED). */
  @Choice("日期口径", reportBasisLabels, { optional: true }) basis?: ReportBasis;
}

/** The figures of a month and its rates (BIL-110), amounts in fen. */
export class CollectionFiguresDto {
  /** Receivable of the month: booked in it, adjustments and reversals of it taken off. */
  receivableFen: number;
  /** Waived of the month's receivable. */
  waivedFen: number;
  /** Collected for the month, earlier money for it included. */
  collectedFen: number;
  /** Owed from earlier months when the month began, their adjustments taken off. */
  openingFen: number;
  waivedArrearsFen: number;
  collectedArrearsFen: number;
  /** Owed when the month ends. */
  closingFen: number;
  /** 当期收缴率, per cent with two places; null when there was nothing to collect. */
  currentRate: string | null;
  /** 往期清欠率 */
  arrearsRate: string | null;
  /** 综合收缴率 */
  combinedRate: string | null;
  /** Rooms charged in the month. */
  rooms: number;
  /** Of them, rooms that have paid the month in full. */
  roomsPaid: number;
  /** 户数收缴率 */
  roomRate: string | null;
}

export class CollectionRateRowDto extends CollectionFiguresDto {
  /** Building or fee item. */
  id: string;
  name: string;
}

export class CollectionRateDto {
  period: string;
  /** Figures of a closed month are those of its snapshot, which counts by the day of payment. */
  closed: boolean;
  basis: ReportBasis;
  /** How the rates are computed, in words. */
  formulas: string[];
  total: CollectionFiguresDto;
  rows: CollectionRateRowDto[];
}
