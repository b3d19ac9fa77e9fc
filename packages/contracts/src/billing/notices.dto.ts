import { Choice, Flag, Id, Period, QueryFlag, QueryInt, Text } from "../common/fields.js";
import { CursorPageDto } from "../common/page.dto.js";
import { type NoticeGrouping, noticeGroupingLabels } from "./billing.enums.js";
import type { NoticePrintDto } from "./prints.dto.js";

/** Whose notices (收费通知单) of which month. */
export class NoticeScopeDto {
  /** Charges booked in this month are new; what is open from earlier months is arrears. */
  @Period("月份") period: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
  @Id("房间", { optional: true }) roomId?: string;
  @Id("收费对象", { optional: true }) payerId?: string;
  /** Only who owes something from earlier months. */
  @QueryFlag("仅有往期欠费") withArrears?: boolean;
  /** Also those who have paid everything of the month. */
  @QueryFlag("含已缴清") includePaid?: boolean;
  /** Only notices of rooms and payers that were not printed yet in the month. */
  @QueryFlag("仅未打印") unprinted?: boolean;
  @Choice("汇总方式", noticeGroupingLabels, { optional: true }) groupBy?: NoticeGrouping;
}

/** Prints the notices of a scope: `NoticeScopeDto` as a body. */
export class PrintNoticesDto {
  @Period("月份") period: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
  @Id("房间", { optional: true }) roomId?: string;
  @Id("收费对象", { optional: true }) payerId?: string;
  @Flag("仅有往期欠费", { optional: true }) withArrears?: boolean;
  @Flag("含已缴清", { optional: true }) includePaid?: boolean;
  @Flag("仅未打印", { optional: true }) unprinted?: boolean;
  @Choice("汇总方式", noticeGroupingLabels, { optional: true }) groupBy?: NoticeGrouping;
}

export class NoticeQueryDto extends NoticeScopeDto {
  @Text("游标", { optional: true, max: 1000 }) cursor?: string;
  /** At most 100. */
  @QueryInt("每页行数", { optional: true, min: 1, max: 100 }) pageSize?: number = 20;
}

/** A notice in the list before printing, in fen. */
export class NoticeHeadDto {
  noticeNo: string;
  /** The room; null when the notice covers all rooms of the payer. */
  roomId: string | null;
  roomCodes: string[];
  payerId: string;
  payerName: string;
  payerNumber: string;
  mobileMasked: string | null;
  arrearsFen: number;
  /** What is open of the month's charges. */
  currentFen: number;
  /** Accrued until today and not booked (BIL-52); only on notices of this month. */
  lateFeeFen: number;
  payableFen: number;
  /** How often it was printed, for each of its rooms at least. */
  prints: number;
  /** When it was last printed; null until it was for all of its rooms. */
  printedAt: string | null;
}

export class NoticeHeadPageDto extends CursorPageDto<NoticeHeadDto> {
  declare items: NoticeHeadDto[];
}

export class NoticePrintPageDto extends CursorPageDto<NoticePrintDto> {
  declare items: NoticePrintDto[];
}

/** How many notices a scope comes to, in fen. */
export class NoticeTotalsOfScopeDto {
  notices: number;
  arrearsFen: number;
  currentFen: number;
  lateFeeFen: number;
  payableFen: number;
}

/** What a project prints on its notices besides figures (BIL-114). */
export class NoticeSettingsDto {
  /**
   * What the QR code says: a text, or the address of the company's payment page. {通知单号} {房号} {客户编号} {月份} are filled
   * in; in an address they are percent-encoded. Without a text no code is printed.
   */
  @Text("二维码内容", { optional: true, max: 300 }) qrText?: string | null;
  /** Words under the code. */
  @Text("二维码说明", { optional: true, max: 12 }) qrCaption?: string | null;
}
