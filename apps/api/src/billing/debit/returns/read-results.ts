import { type DebitReason, debitReasonActions, debitReasonLabels, type DebitUnit } from "@linli/contracts";
import { isCalendarDate } from "@linli/contracts";
import { formatFen, MoneyError, parseYuan } from "../../../common/money.js";
import type { FileCells, ReadFile } from "../files/read-file.js";
import type { DebitScheme } from "../schemes/debit-scheme.entity.js";

/** A debit that was sent and has no result yet. */
export interface SentLine {
  id: string;
  lineNo: number;
  reference: string;
  amountFen: number;
  account: string;
}

/** What the bank answered of a debit. IN_PROCESS: it does not know yet (BIL-103: ask, never book twice). */
export interface LineResult {
  line: SentLine;
  status: "SUCCEEDED" | "PARTIAL" | "FAILED" | "IN_PROCESS";
  paidFen: number;
  reason: DebitReason | null;
  code: string | null;
  text: string | null;
  /** The bank's value date; null when the file does not carry it. */
  valueDate: string | null;
}

type Rules = Pick<DebitScheme, "result" | "successCodes" | "partialCodes" | "openCodes" | "reasons" | "allowPartial">;

/** A sentence about a line of the file, kept until all are collected. */
class LineFault extends Error {}

/**
 * Reads the answers of a return file and checks it against what was sent: batch, references, amounts, control sums
 * (BIL-102). Any fault refuses the whole file; lines the bank says nothing of are just missing in the answer.
 */
export function readResults(
  scheme: Rules,
  batchNo: string,
  sent: readonly SentLine[],
  file: ReadFile,
): { results: LineResult[]; faults: string[] } {
  const around = { ...file.header, ...file.trailer };
  const other = around.BATCH_NO;
  if (other !== undefined && other !== batchNo)
    return { results: [], faults: [`文件是批次 ${other || "（空）"} 的回盘，不是 ${batchNo} 的`] };
  const faults: string[] = [];
  const byReference = new Map(sent.map((line) => [line.reference, line]));
  const byNo = new Map(sent.map((line) => [line.lineNo, line]));
  const seen = new Map<string, number>();
  const results: LineResult[] = [];
  for (const { row, cells } of file.lines) {
    try {
      const line = matched(cells, byReference, byNo);
      const earlier = seen.get(line.id);
      if (earlier) throw new LineFault(`与第 ${earlier} 行重复（${line.reference}）`);
      seen.set(line.id, row);
      results.push(resultOf(scheme, line, cells));
    } catch (error) {
      if (!(error instanceof LineFault)) throw error;
      faults.push(`第 ${row} 行${error.message}`);
    }
  }
  if (faults.length === 0) faults.push(...sumFaults(scheme.result.unit, around, file.lines.length, results));
  return { results, faults };
}

function matched(cells: FileCells, byReference: Map<string, SentLine>, byNo: Map<number, SentLine>): SentLine {
  const { REFERENCE: reference, LINE_NO: no, ACCOUNT: account } = cells;
  const line = reference === undefined ? byNo.get(Number(no)) : byReference.get(reference);
  if (!line) throw new LineFault(`（${reference ?? `行号 ${no}`}）不是这个批次的明细`);
  if (no !== undefined && Number(no) !== line.lineNo)
    throw new LineFault(`的行号 ${no} 与流水号 ${reference} 不是同一笔`);
  if (account !== undefined && /^\d+$/.test(account) && account !== line.account)
    throw new LineFault(`的账号与我方第 ${line.lineNo} 行不符`);
  return line;
}

function resultOf(scheme: Rules, line: SentLine, cells: FileCells): LineResult {
  const { unit, dateFormat } = scheme.result;
  const asked = amountOf(cells.AMOUNT, unit);
  if (asked !== null && asked !== line.amountFen)
    throw new LineFault(`的应扣金额 ${formatFen(asked)} 元与我方 ${formatFen(line.amountFen)} 元不符`);
  const paid = amountOf(cells.PAID_AMOUNT, unit);
  const code = cells.RESULT_CODE ?? "";
  const known = {
    line,
    code: code || null,
    text: cells.RESULT_TEXT || null,
    valueDate: dateOf(cells.VALUE_DATE, dateFormat),
  };
  const unpaid = (status: "FAILED" | "IN_PROCESS", reason: DebitReason | null): LineResult => {
    if (paid) throw new LineFault(`没有成功（${code || "空"}），实扣金额却是 ${formatFen(paid)} 元`);
    return { ...known, status, paidFen: 0, reason };
  };
  if (code === "" || scheme.openCodes.includes(code)) return unpaid("IN_PROCESS", null);
  const partial = scheme.partialCodes.includes(code);
  if (!partial && !scheme.successCodes.includes(code)) {
    const reason = reasonOf(scheme, code, known.text);
    return unpaid(debitReasonActions[reason] === "ASK" ? "IN_PROCESS" : "FAILED", reason);
  }
  const paidFen = paid ?? line.amountFen;
  if (paidFen > line.amountFen)
    throw new LineFault(`实扣 ${formatFen(paidFen)} 元，超过应扣 ${formatFen(line.amountFen)} 元`);
  if (paidFen === 0 || (partial && paid === null)) throw new LineFault("没有写明实扣金额");
  if (paidFen < line.amountFen && !scheme.allowPartial)
    throw new LineFault(`只扣了 ${formatFen(paidFen)} 元，托收方案不允许部分扣款`);
  const short = paidFen < line.amountFen;
  return { ...known, status: short ? "PARTIAL" : "SUCCEEDED", paidFen, reason: short ? "INSUFFICIENT_FUNDS" : null };
}

/** By the code, else by what the bank writes: some put the reason in words, or a host code beside a state. */
function reasonOf({ reasons }: Rules, code: string, text: string | null): DebitReason {
  const words = text ?? "";
  const mapped =
    reasons.find((one) => words !== "" && words.split(/\s+/).includes(one.code)) ??
    reasons.find((one) => one.code === code);
  if (mapped) return mapped.reason;
  const named = (Object.keys(debitReasonLabels) as DebitReason[]).find((key) => words.includes(debitReasonLabels[key]));
  return named ?? "OTHER";
}

function sumFaults(unit: DebitUnit, around: FileCells, lines: number, results: readonly LineResult[]): string[] {
  const sum = (rows: readonly LineResult[], of: (row: LineResult) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  const paid = results.filter(({ paidFen }) => paidFen > 0);
  const unpaid = results.filter(({ paidFen }) => paidFen === 0);
  const faults: string[] = [];
  const count = (given: string | undefined, is: number, name: string) => {
    if (given === undefined) return;
    if (!/^\d+$/.test(given)) faults.push(`文件头尾的${name}“${given}”不是数字`);
    else if (Number(given) !== is)
      faults.push(
        `文件头尾的${name}是 ${Number(given)}，明细里是 ${is}${Number(given) > is ? "，文件可能被截断" : ""}`,
      );
  };
  const amount = (given: string | undefined, is: number, name: string) => {
    const fen = safeAmount(given, unit);
    if (fen === undefined) faults.push(`文件头尾的${name}“${given}”不是金额`);
    else if (fen !== null && fen !== is)
      faults.push(`文件头尾的${name}是 ${formatFen(fen)} 元，明细里是 ${formatFen(is)} 元`);
  };
  count(around.COUNT, lines, "总笔数");
  amount(
    around.TOTAL,
    sum(results, ({ line }) => line.amountFen),
    "总金额",
  );
  count(around.SUCCESS_COUNT, paid.length, "成功笔数");
  amount(
    around.SUCCESS_TOTAL,
    sum(paid, ({ paidFen }) => paidFen),
    "成功金额",
  );
  count(around.FAILED_COUNT, unpaid.length, "失败笔数");
  amount(
    around.FAILED_TOTAL,
    sum(unpaid, ({ line }) => line.amountFen),
    "失败金额",
  );
  return faults;
}

/** Undefined: no amount. */
function safeAmount(text: string | undefined, unit: DebitUnit): number | null | undefined {
  try {
    return amountOf(text, unit);
  } catch (error) {
    if (error instanceof LineFault) return undefined;
    throw error;
  }
}

function amountOf(text: string | undefined, unit: DebitUnit): number | null {
  if (text === undefined || text === "") return null;
  const fault = new LineFault(`的金额“${text}”不是${unit === "FEN" ? "以分为单位的整数" : "金额"}`);
  if (unit === "FEN") {
    if (!/^\d{1,15}$/.test(text)) throw fault;
    return Number(text);
  }
  try {
    return parseYuan(text.replaceAll(",", ""));
  } catch (error) {
    if (error instanceof MoneyError) throw fault;
    throw error;
  }
}

function dateOf(text: string | undefined, format: Rules["result"]["dateFormat"]): string | null {
  if (!text) return null;
  const day = format === "COMPACT" ? text.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3") : text;
  if (!isCalendarDate(day)) throw new LineFault(`的扣款日期“${text}”不是有效的日期`);
  return day;
}
