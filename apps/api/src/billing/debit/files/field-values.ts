import type { DebitColumnDto, DebitField, DebitFileFormatDto } from "@linli/contracts";
import { formatFen } from "../../../common/money.js";

/** One debit as the bank is told of it; sums in fen. */
export interface DebitOrder {
  lineNo: number;
  reference: string;
  amountFen: number;
  account: string;
  accountKind: string;
  holder: string;
  bankName: string;
  bankCode: string | null;
  idType: string | null;
  idNumber: string | null;
  mobile: string | null;
  agreementNo: string;
  customerNo: string;
  customerName: string;
  rooms: string;
  summary: string;
}

/** What stands in the header and the trailer, and in every line alike. */
export interface DebitFileFacts {
  batchNo: string;
  /** YYYY-MM-DD */
  date: string;
  bankName: string;
  count: number;
  totalFen: number;
  allowPartial: boolean;
}

type Values = Partial<Record<DebitField, string>>;

/** The value of a column: constants and codes of the bank as the column says. */
export function valueOf({ field, text }: DebitColumnDto, values: Values): string {
  if (field === "CONSTANT") return text ?? "";
  if (field === "SKIP") return "";
  const value = values[field] ?? "";
  return text ? (codesOf(text).get(value) ?? value) : value;
}

/** `CARD=1;PASSBOOK=0` as a map. */
export const codesOf = (text: string): Map<string, string> =>
  new Map(
    text
      .split(";")
      .map((pair) => pair.split("=", 2))
      .filter(([key]) => key !== "")
      .map(([key, code]) => [key!.trim(), (code ?? "").trim()]),
  );

/** Values of the header and the trailer. */
export const factValues = (format: DebitFileFormatDto, facts: DebitFileFacts): Values => ({
  BATCH_NO: facts.batchNo,
  FILE_DATE: dateText(format, facts.date),
  COUNT: String(facts.count),
  TOTAL: amountText(format, facts.totalFen),
  BANK_NAME: facts.bankName,
  SHORT_FUND: facts.allowPartial ? "1" : "0",
});

/** Values of a line. */
export const orderValues = (format: DebitFileFormatDto, facts: DebitFileFacts, order: DebitOrder): Values => ({
  ...factValues(format, facts),
  LINE_NO: String(order.lineNo),
  REFERENCE: order.reference,
  AMOUNT: amountText(format, order.amountFen),
  ACCOUNT: order.account,
  ACCOUNT_KIND: order.accountKind,
  HOLDER: order.holder,
  BANK_NAME: order.bankName,
  BANK_CODE: order.bankCode ?? "",
  ID_TYPE: order.idType ?? "",
  ID_NUMBER: order.idNumber ?? "",
  MOBILE: order.mobile ?? "",
  AGREEMENT_NO: order.agreementNo,
  CUSTOMER_NO: order.customerNo,
  CUSTOMER_NAME: order.customerName,
  ROOMS: order.rooms,
  SUMMARY: order.summary,
});

const amountText = ({ unit }: DebitFileFormatDto, fen: number) => (unit === "FEN" ? String(fen) : formatFen(fen));

const dateText = ({ dateFormat }: DebitFileFormatDto, date: string) =>
  dateFormat === "COMPACT" ? date.replaceAll("-", "") : date;
