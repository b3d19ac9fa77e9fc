/** Moves the point of a decimal text, exactly: shift('0.0005', 2) is '0.05'. */
function shift(text: string, places: number): string {
  const [whole = "", fraction = ""] = text.split(".");
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = digits.padStart(digits.length + Math.max(0, 1 - point), "0").padEnd(point, "0");
  const at = Math.max(point, 1);
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, "");
  const after = padded.slice(at).replace(/0+$/, "");
  return after === "" ? before : `${before}.${after}`;
}

/** A share as people write it: '0.0005' → '0.05'. */
export const toPercent = (share: string): string => shift(share, 2);

/** What people write as a share: '0.05' → '0.0005'. */
export const fromPercent = (percent: string): string => shift(percent, -2);
