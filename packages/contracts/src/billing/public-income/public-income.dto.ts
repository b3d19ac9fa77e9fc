import { Choice, DateOnly, Fen, Id, Text } from "../../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../../common/page.dto.js";
import { ProjectPath } from "../../property/property.dto.js";
import { type PublicEntryKind, publicEntryKindLabels } from "./public-income.enums.js";

export class PublicEntryPath extends ProjectPath {
  @Id("公共收益登记") entryId: string;
}

/** Writes down an opening balance, a cost or a use of public income (LAW-21). Its income are the takings of its fee items. */
export class RecordPublicEntryDto {
  /** Chosen by the client, so that a retry records once. */
  @Id("登记编号") id: string;
  @Choice("类别", publicEntryKindLabels) kind: PublicEntryKind;
  /** The source: a fee item of the class 公共收益. */
  @Id("收益来源") feeItemId: string;
  /** In an open month, not later than today. */
  @DateOnly("日期") bookedOn: string;
  @Fen("金额", { min: 1 }) amountFen: number;
  /** Who was paid, or where the balance came from. */
  @Text("收款方或来源", { min: 1, max: 100 }) party: string;
  /** What for, and by which decision. */
  @Text("用途说明", { min: 2, max: 200 }) purpose: string;
  @Text("凭证号", { optional: true, max: 40 }) referenceNo?: string | null;
}

/** Takes an entry back by a red one dated today. */
export class ReversePublicEntryDto {
  /** Of the red entry, chosen by the client. */
  @Id("登记编号") id: string;
  @Text("红冲原因", { min: 2, max: 200 }) reason: string;
}

export class PublicEntryQueryDto extends CursorQueryDto {
  @Choice("类别", publicEntryKindLabels, { optional: true }) kind?: PublicEntryKind;
  @Id("收益来源", { optional: true }) feeItemId?: string;
  @DateOnly("日期起", { optional: true }) from?: string;
  @DateOnly("日期止", { optional: true }) to?: string;
  /** Part of the party, the purpose or the voucher number. */
  @Text("关键字", { optional: true, max: 50 }) q?: string;
}

/** An entry of public income, in fen; a red one is negative and names what it takes back. */
export class PublicEntryDto {
  id: string;
  kind: PublicEntryKind;
  feeItemId: string;
  feeItemName: string;
  bookedOn: string;
  amountFen: number;
  party: string;
  purpose: string;
  referenceNo: string | null;
  recordedByName: string;
  createdAt: string;
  /** The entry this red one takes back. */
  reversalOf: string | null;
  /** The red entry that took this one back. */
  reversedBy: string | null;
}

export class PublicEntryPageDto extends CursorPageDto<PublicEntryDto> {
  declare items: PublicEntryDto[];
}

/** What a source of public income holds today, in fen: opening + income − cost − used. */
export class PublicSourceDto {
  feeItemId: string;
  feeItemName: string;
  openingFen: number;
  /** Received and offset of its charges, less what was reversed. */
  incomeFen: number;
  costFen: number;
  usedFen: number;
  balanceFen: number;
}

export class PublicSourcesDto {
  items: PublicSourceDto[];
}
