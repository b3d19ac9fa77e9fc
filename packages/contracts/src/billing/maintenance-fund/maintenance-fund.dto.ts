import { Choice, DateOnly, Fen, Flag, Id, Ids, QueryFlag, Text } from "../../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../../common/page.dto.js";
import { ProjectPath } from "../../property/property.dto.js";
import { type FundDocumentKind, fundDocumentKindLabels, type FundEntryKind } from "./maintenance-fund.enums.js";

export class FundRoomPath extends ProjectPath {
  @Id("房间编号") roomId: string;
}

export class FundDocumentPath extends ProjectPath {
  @Id("登记编号") documentId: string;
}

/** The sums of an account, in fen: balance = first deposit + top-ups + interest + moved − used. */
export class FundSumsDto {
  /** 首期交存 */
  firstDepositFen: number;
  /** 续交 */
  topUpFen: number;
  /** 利息收益 */
  interestFen: number;
  /** 转入转出: from or to another account or, back, to the owner; negative when more went out. */
  movedFen: number;
  /** 使用分摊 */
  usedFen: number;
  balanceFen: number;
}

/** What a project's accounts in the maintenance fund come to (BIL-130). */
export class FundSummaryDto extends FundSumsDto {
  /** Rooms with an account. */
  accountCount: number;
  /** Accounts below 30 % of their first deposit. */
  lowCount: number;
  /** Rooms in use without an account. */
  missingCount: number;
  /** The day of the latest statement that stands. */
  statedOn: string | null;
}

export class FundAccountQueryDto extends CursorQueryDto {
  /** Part of the room's code or the owner's name. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
  @Id("楼栋", { optional: true }) buildingId?: string;
  /** Only accounts below 30 % of their first deposit. */
  @QueryFlag("低于首期 30%") low?: boolean;
}

/** The account of a room in the maintenance fund (分户账, BIL-130). It belongs to the room's owners and goes with the room. */
export class FundAccountDto extends FundSumsDto {
  id: string;
  roomId: string;
  roomCode: string;
  buildingName: string;
  /** The owners of today. */
  ownerNames: string;
  /** m², up to 4 places. */
  buildingArea: string;
  /** Balance in per cent of the first deposit, cut to whole ones; null without a first deposit. */
  percent: number | null;
  /** Below 30 % of the first deposit: the owners are to top it up. */
  low: boolean;
}

export class FundAccountPageDto extends CursorPageDto<FundAccountDto> {
  declare items: FundAccountDto[];
}

/** An entry of a room's account, in fen: what it does to the balance. */
export class FundEntryDto {
  id: string;
  documentId: string;
  documentTitle: string;
  kind: FundEntryKind;
  bookedOn: string;
  amountFen: number;
  /** Of a use: the room's area in m² by which it was shared. */
  area: string | null;
  /** Of a use: what the account could not bear and the owner pays himself, in fen. */
  selfPaidFen: number;
  roomId: string;
  roomCode: string;
}

export class FundEntryPageDto extends CursorPageDto<FundEntryDto> {
  declare items: FundEntryDto[];
}

/** A use of the fund to be shared among the rooms of buildings by their area (BIL-130, LAW-10, LAW-15). */
export class FundUseProposalDto {
  /** The buildings whose rooms bear it; none: all of the project. */
  @Ids("楼栋", { optional: true, min: 0, max: 200 }) buildingIds?: string[];
  /** Paid from the fund for the common parts, in fen. */
  @Fen("使用金额", { min: 1 }) amountFen: number;
}

/** Writes a use down. */
export class RecordFundUseDto extends FundUseProposalDto {
  /** Chosen by the client, so that a retry records once. */
  @Id("登记编号") id: string;
  /** What was repaired. */
  @Text("工程名称", { min: 2, max: 100 }) title: string;
  /** The day it was paid from the special account, not later than today. */
  @DateOnly("划款日期") bookedOn: string;
  /** The day the owners decided on it. */
  @DateOnly("业主表决日期") decidedOn: string;
  /** Who was paid. */
  @Text("施工或收款单位", { min: 1, max: 100 }) party: string;
  /** Of the authority's filing or approval. */
  @Text("备案或批复号", { optional: true, max: 60 }) referenceNo?: string | null;
  /** Accounts that hold too little bear what they hold; the rest is paid by their owners themselves. */
  @Flag("余额不足的部分由业主自付") selfPay: boolean;
}

/** The share of a room in a use, in fen. */
export class FundShareDto {
  roomId: string;
  roomCode: string;
  ownerNames: string;
  /** m² */
  area: string;
  shareFen: number;
  /** In the room's account before the use. */
  balanceFen: number;
  /** Of the share, what the account cannot bear. */
  shortFen: number;
}

/** How a use would be shared: sums of all rooms, and the first of them, those that hold too little first. */
export class FundUsePreviewDto {
  roomCount: number;
  /** m² */
  area: string;
  amountFen: number;
  shortCount: number;
  shortFen: number;
  shares: FundShareDto[];
}

/** Takes a document back by a red one of today. */
export class ReverseFundDocumentDto {
  /** Of the red document, chosen by the client. */
  @Id("登记编号") id: string;
  @Text("红冲原因", { min: 2, max: 200 }) reason: string;
}

export class FundDocumentQueryDto extends CursorQueryDto {
  @Choice("类别", fundDocumentKindLabels, { optional: true }) kind?: FundDocumentKind;
  /** Part of the title, the party or the number. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
}

/** A statement or a use that was written down, in fen; a red one names what it takes back. */
export class FundDocumentDto {
  id: string;
  kind: FundDocumentKind;
  title: string;
  bookedOn: string;
  decidedOn: string | null;
  /** What it did to all balances together; negative for a use. */
  amountFen: number;
  /** Of a use: what owners pay themselves. */
  selfPaidFen: number;
  roomCount: number;
  /** Of a use: the buildings it was shared in, or 整个管理区. */
  scope: string | null;
  party: string | null;
  referenceNo: string | null;
  recordedByName: string;
  createdAt: string;
  reversalOf: string | null;
  /** The red document that took this one back. */
  reversedBy: string | null;
}

export class FundDocumentPageDto extends CursorPageDto<FundDocumentDto> {
  declare items: FundDocumentDto[];
}

/** Which statement a workbook is of. */
export class FundStatementQueryDto {
  /** Chosen by the client, so that a retry records once. */
  @Id("登记编号") id: string;
  /** The day up to which it was drawn up, not later than today. */
  @DateOnly("对账日期") statedOn: string;
  @Text("对账单号", { optional: true, max: 60 }) referenceNo?: string;
}

/** A row of a statement that cannot be taken. */
export class FundRowFaultDto {
  rowNo: number;
  roomCode: string;
  message: string;
}

/** What a statement would change, in fen. */
export class FundStatementCheckDto {
  rowCount: number;
  /** Rows that differ from the accounts kept here. */
  changedCount: number;
  /** Rooms that get an account. */
  newCount: number;
  /** What balances change by, all together. */
  differenceFen: number;
  /** The balances of all rows of the statement. */
  balanceFen: number;
  faultCount: number;
  /** The first 200 of them. */
  faults: FundRowFaultDto[];
}
