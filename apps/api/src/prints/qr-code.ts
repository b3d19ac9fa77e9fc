import { encode } from "uqr";

/** Any of the eight masks can be read; choosing the prettiest takes fifteen times as long as drawing the code. */
const MASK = 2;

/**
 * The modules of a QR code as rows of `1` (dark) and `0`, without the quiet zone; about a seventh of
 * it may be smudged. Pure; what is not ASCII is written as UTF-8.
 */
export function qrRows(text: string): string[] {
  const { data } = encode(text, { ecc: "M", border: 0, maskPattern: MASK, boostEcc: false });
  return data.map((row) => row.map((dark) => (dark ? "1" : "0")).join(""));
}
