import { parseDecimal, pow10 } from "./exact-decimal.js";

/** A text or share that is no proper amount; `message` is a sentence for the user. */
export class MoneyError extends Error {
  override readonly name = "MoneyError";
}

/** Fen as yuan with two places: 123456 → '1234.56', -5 → '-0.05'. */
export function formatFen(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new MoneyError("金额必须是整数分");
  const digits = String(Math.abs(fen)).padStart(3, "0");
  return `${fen < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Yuan as written by people ('1234.5', '12') in fen.
 * @throws MoneyError for what is no plain decimal number, has more than two places, is negative without
 * `allowNegative`, or is too large to be exact.
 */
export function parseYuan(text: string, { allowNegative = false } = {}): number {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) throw new MoneyError(`“${text.trim().slice(0, 30)}”不是金额，请填写如 1234.50 的数字`);

  const [, sign = "", yuan = "", places = ""] = match;
  if (places.length > 2) throw new MoneyError("金额最多两位小数（精确到分）");
  const magnitude = Number(yuan + places.padEnd(2, "0"));
  if (!Number.isSafeInteger(magnitude)) throw new MoneyError("金额过大");
  if (sign !== "-" || magnitude === 0) return magnitude;
  if (!allowNegative) throw new MoneyError("金额不能为负数");
  return -magnitude;
}

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];

/**
 * An amount in Chinese capitals for receipts (BIL-76): 12345 fen → 壹佰贰拾叁元肆角伍分. 整 follows 元 and 角, never 分;
 * zeros between digits read 零 once; a negative amount begins with 负.
 */
export function toChineseCapitals(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new MoneyError("金额必须是整数分");
  if (fen === 0) return "零元整";

  const magnitude = Math.abs(fen);
  const yuan = Math.floor(magnitude / 100);
  const jiao = Math.floor(magnitude / 10) % 10;
  const cent = magnitude % 10;
  let text = fen < 0 ? "负" : "";
  if (yuan > 0) text += `${capitalsOf(yuan)}元`;
  if (jiao > 0) text += `${DIGITS[jiao]}角`;
  else if (yuan > 0 && cent > 0) text += "零";
  return text + (cent > 0 ? `${DIGITS[cent]}分` : "整");
}

/** A positive integer in capitals, read in groups of 万 and 亿. */
function capitalsOf(n: number): string {
  if (n >= 100_000_000) return grouped(n, 100_000_000, "亿");
  if (n >= 10_000) return grouped(n, 10_000, "万");

  let text = "";
  for (let place = 3, gap = false; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== "";
      continue;
    }
    text += `${gap ? "零" : ""}${DIGITS[digit]}${PLACES[place]}`;
    gap = false;
  }
  return text;
}

function grouped(n: number, size: number, unit: string): string {
  const rest = n % size;
  const head = capitalsOf(Math.floor(n / size)) + unit;
  if (rest === 0) return head;
  return head + (rest < size / 10 ? "零" : "") + capitalsOf(rest);
}

/** One party to a split: `weight` is a decimal that is not negative, such as an area in m² ('89.47') or a share. */
export interface Weight {
  key: string;
  weight: string;
}

/**
 * Splits an amount by weights so that the parts add up to it exactly (BIL-31): everyone gets his share rounded down, the
 * fen that remain go to the largest fractional parts, ties by key ascending. The order of the result is that of the
 * weights; a negative total is split like its opposite.
 * @throws MoneyError for no parties, a key named twice, a bad weight, or weights that add up to nothing.
 */
export function allocate(totalFen: number, weights: readonly Weight[]): Map<string, number> {
  if (!Number.isSafeInteger(totalFen)) throw new MoneyError("金额必须是整数分");
  const parsed = weights.map(({ key, weight }) => ({ key, decimal: decimalOf(key, weight) }));
  if (new Set(parsed.map(({ key }) => key)).size < parsed.length) throw new MoneyError("分摊对象重复");
  const scale = Math.max(0, ...parsed.map(({ decimal }) => decimal.scale));
  const scaled = parsed.map(({ key, decimal }) => ({ key, weight: decimal.units * pow10(scale - decimal.scale) }));
  const sum = scaled.reduce((total, { weight }) => total + weight, 0n);
  if (sum === 0n) throw new MoneyError("分摊权数合计为零，无法分摊");

  const total = BigInt(Math.abs(totalFen));
  const shares = scaled.map(({ key, weight }) => ({
    key,
    fen: (total * weight) / sum,
    rest: (total * weight) % sum,
  }));
  const left = Number(total - shares.reduce((given, { fen }) => given + fen, 0n));
  const luckiest = [...shares].sort((a, b) => (a.rest === b.rest ? byText(a.key, b.key) : a.rest > b.rest ? -1 : 1));
  for (const share of luckiest.slice(0, left)) share.fen += 1n;

  const sign = totalFen < 0 ? -1n : 1n;
  return new Map(shares.map(({ key, fen }) => [key, Number(sign * fen)]));
}

function decimalOf(key: string, weight: string) {
  const decimal = parseDecimal(weight);
  if (!decimal) throw new MoneyError(`“${key}”的分摊权数“${weight}”不是非负数字`);
  return decimal;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
