import { Choice, Flag, Id, Int, Text } from "../common/fields.js";
import { CursorPageDto, CursorQueryDto } from "../common/page.dto.js";
import { ProjectPath } from "../property/property.dto.js";
import {
  type BookNumberState,
  type ReceiptBookKind,
  receiptBookKindLabels,
  type ReceiptBookStatus,
  receiptBookStatusLabels,
  type ReceiptLayout,
  receiptLayoutLabels,
} from "./receipt-books.enums.js";

export class ReceiptBookPath extends ProjectPath {
  @Id("票据本编号") bookId: string;
}

/** Registers a book of numbered papers and issues it (票据领用, BIL-72). */
export class CreateReceiptBookDto {
  @Choice("票据类型", receiptBookKindLabels) kind: ReceiptBookKind;
  /** What the numbers begin with, e.g. A2026-. */
  @Text("票据前缀", {
    max: 12,
    pattern: /^[A-Za-z0-9-]*[A-Za-z-]$/,
    patternMessage: "票据前缀只能用半角字母、数字和 -，并以字母或 - 结尾",
  })
  prefix: string;
  /** Digits of the number, padded with zeros: 6 makes 000001. */
  @Int("号码位数", { min: 3, max: 10 }) width: number;
  @Int("起始号码", { min: 1, max: 999_999_999 }) firstNo: number;
  @Int("截止号码", { min: 1, max: 999_999_999 }) lastNo: number;
  /** Whose papers they are; null for everybody at the desk. */
  @Id("领用人", { optional: true }) issuedToId?: string | null;
  /** The paper its receipts are printed on; A5 when left out. */
  @Choice("打印版式", receiptLayoutLabels, { optional: true }) layout?: ReceiptLayout | null;
}

/** Another paper for the prints of a book to come (BIL-76). */
export class BookLayoutDto {
  @Choice("打印版式", receiptLayoutLabels) layout: ReceiptLayout;
}

/** Takes the next blank number out of use: the paper is spoiled, all its copies are kept. */
export class SpoilNumberDto {
  /** The number that is expected to be next, as a guard against spoiling another one. */
  @Int("号码", { min: 1, max: 999_999_999 }) no: number;
  @Text("作废原因", { min: 2, max: 200 }) reason: string;
  @Flag("各联已收齐") copiesKept: boolean;
}

/** Checks a book that is used up or handed back (核销), by somebody other than who used it. */
export class CheckReceiptBookDto {
  @Text("核销说明", { optional: true, max: 200 }) note?: string | null;
}

export class ReceiptBookQueryDto extends CursorQueryDto {
  @Choice("票据类型", receiptBookKindLabels, { optional: true }) kind?: ReceiptBookKind;
  @Choice("状态", receiptBookStatusLabels, { optional: true }) status?: ReceiptBookStatus;
}

/** A book of numbered papers (票据本) and how far it is used. */
export class ReceiptBookDto {
  id: string;
  kind: ReceiptBookKind;
  status: ReceiptBookStatus;
  prefix: string;
  width: number;
  firstNo: number;
  lastNo: number;
  /** The paper its receipts are printed on unless another is chosen at the print. */
  layout: ReceiptLayout;
  /** The next number; null when the book is used up or out of use. */
  nextNo: number | null;
  /** The next number as it is printed. */
  nextText: string | null;
  issuedToId: string | null;
  issuedToName: string | null;
  /** Numbers on valid papers. */
  used: number;
  /** Papers undone by a red one, their copy taken back. */
  voided: number;
  /** Blank papers spoiled: the gaps in the numbers. */
  spoiled: number;
  left: number;
  createdAt: string;
  checkedByName: string | null;
  checkedAt: string | null;
  checkNote: string | null;
}

export class ReceiptBookPageDto extends CursorPageDto<ReceiptBookDto> {
  declare items: ReceiptBookDto[];
}

export class BookNumbersQueryDto extends CursorQueryDto {
  /** Only numbers without a valid paper. */
  @Choice("范围", { GAPS: "只看作废" }, { optional: true }) only?: "GAPS";
}

/** One number of a book and what became of it. */
export class BookNumberDto {
  id: string;
  no: number;
  text: string;
  state: BookNumberState;
  /** The receipt it stands on; null for refunds and spoiled papers. */
  receiptId: string | null;
  /** In fen; null for spoiled papers. */
  amountFen: number | null;
  day: string;
  byName: string;
  reason: string | null;
}

export class BookNumberPageDto extends CursorPageDto<BookNumberDto> {
  declare items: BookNumberDto[];
}

/** The paper the next receipt of a person will have: for the desk. */
export class NextPaperDto {
  /** Null when the project uses no books: the number comes from its series. */
  text: string | null;
  left: number | null;
  /** Why no number can be drawn; null when one can. */
  problem: string | null;
}
