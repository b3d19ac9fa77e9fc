const FEN_LIMIT = 1_000_000_000_000;

/** Fen as yuan with thousands separators and two places: 128433000 → "1,284,330.00". */
export function formatFen(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0 ? "-" : ""}${yuan}.${digits.slice(-2)}`;
}

/** Text typed or pasted as an amount, brought to plain half-width form: "￥１，２３４．５元" → "1234.5". */
export function normalizeNumberText(text: string): string {
  return text
    .replace(/[０-９．，－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/。/g, ".")
    .replace(/[,\s¥￥元]/g, "");
}

/** Yuan as typed → fen; null when it is no amount with at most two places. */
export function parseYuan(text: string): number | null {
  const match = /^(-?)(\d{1,11})(?:\.(\d{0,2}))?$/.exec(normalizeNumberText(text));
  if (!match) return null;
  const fen = Number(match[2]) * 100 + Number((match[3] ?? "").padEnd(2, "0"));
  if (fen > FEN_LIMIT) return null;
  return match[1] === "-" && fen !== 0 ? -fen : fen;
}

/** Fen as the plain text of an input field: 123450 → "1234.50". */
export const yuanText = (fen: number): string => formatFen(fen).replaceAll(",", "");

/** A decimal string with thousands separators, its places kept: "12345.60" → "12,345.60". */
export function formatDecimal(value: string): string {
  const [whole = "", places] = value.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return places === undefined ? grouped : `${grouped}.${places}`;
}

/** A share as a percentage with one place: 0.7031 → "70.3%". */
export const formatShare = (share: number): string => `${(share * 100).toFixed(1)}%`;
