import { Decimal } from "decimal.js";
import { isDate } from "../../common/calendar.js";
import type { Cell } from "./cell.js";
import { dateOfSerial } from "./xlsx-number.js";

/** What a cell came to: a value, nothing (both null), or the Chinese reason why it cannot be used. */
export type Parsed<T> = { value: T; fault: null } | Nothing;
type Nothing = { value: null; fault: string | null };

const nothing = { value: null, fault: null } as const;
const given = <T>(value: T): Parsed<T> => ({ value, fault: null });
const refused = (fault: string) => ({ value: null, fault }) as const;

// Zero-width marks and no-break spaces come with copied text and mean nothing.
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/u;
const LONE_SURROGATE = /\p{Surrogate}/u;
const EMOJI = /\p{Extended_Pictographic}/u;

/** Full-width digits and letters (１２Ａ) to half-width; Chinese punctuation stays. */
export const toHalfWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll("\u3000", " ");

/** Printed characters of ASCII alone: nothing to make plain and nothing to refuse. Most cells of a large file are such. */
const PLAIN = /^[\x20-\x7e]*$/;

const cleaned = (text: string): string =>
  PLAIN.test(text)
    ? text
    : toHalfWidth(text)
        .replace(INVISIBLE, "")
        .replace(/\u00a0/g, " ")
        .replace(/\r\n?/g, "\n");

/** A stored text as a cell would be read, to see whether a file that repeats it changes anything. */
export const plainText = (text: string): string => cleaned(text).trim();

/**
 * Text of a cell: full-width digits and letters to half-width, blanks trimmed and line breaks made blanks (kept with
 * `multiline`). Refused: errors such as #REF!, formulas without a result, control characters, emoji, over-long text,
 * numbers of more than 15 digits, whose end the spreadsheet has lost. `max` in characters, 200 by default.
 */
export function textOf(cell: Cell | undefined, options: { max?: number; multiline?: boolean } = {}): Parsed<string> {
  const { max = 200, multiline = false } = options;
  if (!cell) return nothing;
  if (cell.kind === "error") return refused(`单元格是错误值 ${cell.text}`);
  if (cell.unevaluated) return refused("公式没有计算结果，请在 Excel 中打开并保存一次，或改填数值");
  if (cell.imprecise)
    return refused(`数字 ${cell.text} 超过 15 位，末尾几位已被表格软件改为 0，请把该列设为“文本”格式后重填`);
  const plain = cleaned(cell.text);
  if (!PLAIN.test(plain)) {
    if (CONTROL.test(plain)) return refused("含有不可见的控制字符");
    if (EMOJI.test(plain)) return refused("含有表情符号");
    if (LONE_SURROGATE.test(plain)) return refused("含有无法识别的字符");
  }
  const text = (multiline ? plain : plain.replace(/[\n\t]+/g, " ")).trim();
  if (text === "") return nothing;
  return text.length > max ? refused(`超过 ${max} 个字（现有 ${text.length} 个）`) : given(text);
}

/** A code such as a room code: letters, digits, Chinese and - _ . # / (full-width ones made half-width), at most 32. */
export function codeOf(cell: Cell | undefined, max = 32): Parsed<string> {
  const text = textOf(cell, { max });
  if (text.value === null) return text;
  const code = text.value.replace(/[－＿．＃／]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  return /^[A-Za-z0-9\u4e00-\u9fa5][A-Za-z0-9\u4e00-\u9fa5\-_.#/]*$/.test(code)
    ? given(code)
    : refused(`“${code}”只能用汉字、字母、数字和 - _ . # /，不能有空格`);
}

/** A number as nearly every cell has it: few enough digits to be compared as it is. */
const SIMPLE = /^(0|[1-9]\d{0,7})(?:\.(\d{1,6}))?$/;

/**
 * A decimal number as a string without superfluous zeros, e.g. `"94.56"`. Takes thousands separators, ¥/元, m²/㎡/平方米
 * and, with `percent`, a per cent sign (answering the fraction). Refuses what is negative unless `min` allows it.
 */
export function decimalOf(
  cell: Cell | undefined,
  options: { places?: number; min?: string; max?: string; percent?: boolean } = {},
): Parsed<string> {
  const { places = 6, min = "0", max = "999999999999" } = options;
  const text = textOf(cell);
  if (text.value === null) return text;
  const simple = SIMPLE.exec(text.value);
  if (simple && min === "0" && Number(text.value) <= Number(max)) {
    const [, whole = "", fraction = ""] = simple;
    const rest = fraction.replace(/0+$/, "");
    if (rest.length <= places) return given(rest ? `${whole}.${rest}` : whole);
  }
  const hasPercent = /[%％]$/u.test(text.value);
  const bare = text.value
    .replace(/[%％]$/u, "")
    .replace(/^[¥￥]\s*|\s*(元|㎡|m²|m2|平方米|平米)$/giu, "")
    .replace(/(?<=\d),(?=\d{3}(\D|$))/g, "");
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i.test(bare) || (hasPercent && !options.percent))
    return refused(`“${text.value}”不是数字`);
  const number = hasPercent ? new Decimal(bare).div(100) : new Decimal(bare);
  if (number.lt(min)) return refused(`${text.value} 不能小于 ${min}`);
  if (number.gt(max)) return refused(`${text.value} 不能大于 ${max}`);
  if (number.decimalPlaces() > places)
    return refused(places === 0 ? `${text.value} 必须是整数` : `${text.value} 最多 ${places} 位小数`);
  return given(number.toFixed());
}

/** A whole number between `min` (0) and `max` (1,000,000,000). */
export function integerOf(cell: Cell | undefined, options: { min?: number; max?: number } = {}): Parsed<number> {
  const { min = 0, max = 1_000_000_000 } = options;
  const decimal = decimalOf(cell, { places: 0, min: String(min), max: String(max) });
  return decimal.value === null ? decimal : given(Number(decimal.value));
}

/** An amount in yuan with at most two decimals, as fen. */
export function fenOf(cell: Cell | undefined, options: { min?: string; max?: string } = {}): Parsed<number> {
  const yuan = decimalOf(cell, { max: "10000000000", ...options, places: 2 });
  return yuan.value === null ? yuan : given(new Decimal(yuan.value).times(100).toNumber());
}

/**
 * A day, `YYYY-MM-DD`. Takes date cells, serial numbers, and texts such as 2020-6-10, 2020/6/10, 2020.6.10,
 * 2020年6月10日, 20200610, with or without a time. A day that is not in the calendar (2026-02-30) is refused.
 */
export function dateOf(cell: Cell | undefined): Parsed<string> {
  const text = textOf(cell);
  if (text.value === null) return text;
  if (cell?.kind === "number" && !/^(19|20|21)\d{6}$/.test(text.value)) {
    const date = dateOfSerial(Number(text.value));
    return date && date >= "1930-01-01" ? given(date) : refused(`${text.value} 不是日期`);
  }
  return parseDate(text.value);
}

/** A day of these two centuries as it is stored. */
const AS_STORED = /^(19|20)\d{2}-\d{2}-\d{2}$/;

/** The same for a text outside a cell, such as one part of `2020-06-10#2020-07-10`. */
export function parseDate(text: string): Parsed<string> {
  if (AS_STORED.test(text) && isDate(text)) return given(text);
  const bare = toHalfWidth(text)
    .trim()
    .replace(/[ T]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, "");
  const match =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(bare) ??
    /^(\d{4})(年)(\d{1,2})月(\d{1,2})[日号]$/.exec(bare) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(bare);
  if (!match) return refused(`“${text}”不是日期，应写成 2020-06-10`);
  const date = `${match[1]}-${match[3]?.padStart(2, "0")}-${match[4]?.padStart(2, "0")}`;
  if (date < "1900-01-01" || date >= "2200-01-01") return refused(`日期 ${text} 不在 1900 至 2199 年之间`);
  return isDate(date) ? given(date) : refused(`日期 ${text} 不存在`);
}

const YES = new Set(["是", "有", "y", "yes", "true", "1", "√", "对", "t"]);
const NO = new Set(["否", "无", "没有", "不是", "n", "no", "false", "0", "×", "x", "f"]);

/** Yes or no: 是/有/Y/√/1 and 否/无/没有/N/×/0. */
export function yesNoOf(cell: Cell | undefined): Parsed<boolean> {
  const text = textOf(cell);
  if (text.value === null) return text;
  const word = text.value.toLowerCase();
  if (YES.has(word)) return given(true);
  return NO.has(word) ? given(false) : refused(`“${text.value}”应填“是”或“否”`);
}

/**
 * One of a fixed set, given as value → Chinese label. The cell may hold the label, the value, or an alias
 * (alias → value).
 */
export function choiceOf<T extends string>(
  cell: Cell | undefined,
  labels: Record<T, string>,
  aliases: Record<string, T> = {},
): Parsed<T> {
  const text = textOf(cell);
  if (text.value === null) return text;
  const values = Object.keys(labels) as T[];
  const value = values.find((key) => labels[key] === text.value || key === text.value) ?? aliases[text.value];
  return value
    ? given(value)
    : refused(`“${text.value}”不在可选值内，只能填：${values.map((key) => labels[key]).join("、")}`);
}
