import { receiptGrid } from "@linli/contracts";

/** Columns a character takes: Latin ones one, Chinese ones and their signs two. */
export const columnsOf = (character: string): 1 | 2 => ((character.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2);

/** Columns a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

export type Align = "left" | "right" | "center";

/** The text filled up with spaces to `width` columns; it must not be longer. */
export function padded(text: string, width: number, align: Align = "left"): string {
  const spare = Math.max(0, width - widthOf(text));
  const before = align === "left" ? 0 : align === "right" ? spare : Math.floor(spare / 2);
  return " ".repeat(before) + text + " ".repeat(spare - before);
}

/** The text in lines of at most `width` columns; what is beyond `most` lines ends in `…`. */
export function wrapped(text: string, width: number, most: number): string[] {
  const lines = [""];
  let used = 0;
  for (const character of text) {
    const columns = columnsOf(character);
    if (used + columns > width) {
      if (lines.length === most) return [...lines.slice(0, -1), shortened(lines.at(-1) ?? "", width)];
      lines.push("");
      used = 0;
    }
    lines[lines.length - 1] += character;
    used += columns;
  }
  return lines;
}

/** A text on one line, cut when it is longer. */
export const cut = (text: string, width: number): string => wrapped(text, width, 1)[0] ?? "";

/** Texts side by side over the whole width: left, centre, right. */
export function spread(left: string, centre: string, right: string): string {
  const { columns } = receiptGrid;
  const start = Math.max(widthOf(left) + 1, Math.floor((columns - widthOf(centre)) / 2));
  const head = padded(left, start) + centre;
  return head + padded(right, columns - widthOf(head), "right");
}

function shortened(line: string, width: number): string {
  let kept = Array.from(line);
  while (widthOf(kept.join("")) + 2 > width) kept = kept.slice(0, -1);
  return `${kept.join("")}…`;
}
