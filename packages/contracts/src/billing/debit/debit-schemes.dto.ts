import { Choice, Fen, Flag, Id, Int, Ints, Part, Parts, Text, Texts } from "../../common/fields.js";
import { ProjectPath } from "../../property/property.dto.js";
import {
  type DebitAlign,
  debitAlignLabels,
  type DebitDateFormat,
  debitDateFormatLabels,
  type DebitEncoding,
  debitEncodingLabels,
  type DebitField,
  debitFieldLabels,
  type DebitFileForm,
  debitFileFormLabels,
  type DebitMerge,
  debitMergeLabels,
  type DebitPad,
  debitPadLabels,
  type DebitReason,
  debitReasonLabels,
  type DebitSeparator,
  debitSeparatorLabels,
  type DebitUnit,
  debitUnitLabels,
} from "./debit.enums.js";

export class DebitSchemePath extends ProjectPath {
  @Id("托收方案") schemeId: string;
}

/** A column of a bank file. */
export class DebitColumnDto {
  @Choice("内容", debitFieldLabels) field: DebitField;
  /** Title of the column in a file with titles. */
  @Text("列标题", { optional: true, max: 40 }) title?: string | null;
  /** The text of 固定内容; for kinds of accounts and documents the bank's codes: `CARD=1;PASSBOOK=0`. */
  @Text("固定内容或对照", { optional: true, max: 200 }) text?: string | null;
  /** Bytes in the encoding of the file (a Chinese character has two in GBK); only in files of fixed width. */
  @Int("宽度", { optional: true, min: 1, max: 200 }) width?: number | null;
  @Choice("对齐", debitAlignLabels, { optional: true }) align?: DebitAlign | null;
  @Choice("补位", debitPadLabels, { optional: true }) pad?: DebitPad | null;
}

/** How a file of the bank is written or read: an optional header line, a line per debit, an optional trailer line. */
export class DebitFileFormatDto {
  @Choice("文件形式", debitFileFormLabels) form: DebitFileForm;
  @Choice("编码", debitEncodingLabels) encoding: DebitEncoding;
  /** Of separated text. */
  @Choice("分隔符", debitSeparatorLabels, { optional: true }) separator?: DebitSeparator | null;
  @Choice("金额单位", debitUnitLabels) unit: DebitUnit;
  @Choice("日期格式", debitDateFormatLabels) dateFormat: DebitDateFormat;
  /** A row of titles stands above the details. */
  @Flag("有列标题行") titled: boolean;
  @Parts("文件头", () => DebitColumnDto, { max: 40 }) header: DebitColumnDto[];
  @Parts("明细列", () => DebitColumnDto, { min: 1, max: 60 }) detail: DebitColumnDto[];
  @Parts("文件尾", () => DebitColumnDto, { max: 40 }) trailer: DebitColumnDto[];
}

/** A code of the bank and what it means to us (BIL-103). */
export class DebitReasonCodeDto {
  @Text("银行代码", { max: 20 }) code: string;
  @Choice("原因", debitReasonLabels) reason: DebitReason;
}

/** A bank debit scheme (银行划款方案): its files and its rules. */
export class SaveDebitSchemeDto {
  @Text("方案名称", { max: 40 }) name: string;
  @Text("银行或机构", { max: 60 }) bankName: string;
  @Choice("合并方式", debitMergeLabels) merge: DebitMerge;
  /** Whether the bank may take a part when the account is short. */
  @Flag("允许部分扣款") allowPartial: boolean;
  @Fen("起扣金额", { min: 1 }) minimumFen: number;
  @Fen("单笔限额", { optional: true, min: 1 }) maximumFen?: number | null;
  @Part("报盘文件", () => DebitFileFormatDto) request: DebitFileFormatDto;
  @Part("回盘文件", () => DebitFileFormatDto) result: DebitFileFormatDto;
  @Texts("成功代码", { max: 20, maxItems: 20 }) successCodes: string[];
  @Texts("部分扣款代码", { max: 20, maxItems: 20 }) partialCodes: string[];
  /** Codes of lines that are not done yet; blank always counts as such. */
  @Texts("未处理代码", { max: 20, maxItems: 20 }) openCodes: string[];
  @Parts("失败代码对照", () => DebitReasonCodeDto, { max: 200 }) reasons: DebitReasonCodeDto[];
  /** Days of the month on which the bank debits, printed on payment notices (BIL-114); none are printed when left out. */
  @Ints("每月扣款日", { optional: true, min: 1, max: 28, maxItems: 5 }) debitDays?: number[] | null;
  @Flag("启用") active: boolean;
}

export class DebitSchemeDto extends SaveDebitSchemeDto {
  id: string;
  agreements: number;
}

export class DebitSchemesDto {
  items: DebitSchemeDto[];
}

/** A template to begin a scheme with. */
export class DebitTemplateDto {
  code: string;
  scheme: SaveDebitSchemeDto;
}

export class DebitTemplatesDto {
  items: DebitTemplateDto[];
}

/** The first lines of a file of the format, with made-up debits. */
export class DebitPreviewDto {
  requestLines: string[];
  resultLines: string[];
  /** What is wrong with the layout, in Chinese; it is refused when saved. */
  faults: string[];
}
