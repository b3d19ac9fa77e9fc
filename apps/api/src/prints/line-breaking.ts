import type { PrintFont } from "./fonts.js";

/** Characters that must not begin a line. */
const NOT_AT_START = new Set("，。、；：？！）】》〉」』〕”’…—·,.;:?!)]}%‰℃㎡元");
/** Characters that must not end a line. */
const NOT_AT_END = new Set("（【《〈「『〔“‘([{¥￥");

/**
 * Breaks a text into lines of at most `width` points: Chinese breaks between any two characters except beside
 * punctuation, Latin words and numbers stay whole unless one is wider than a line.
 * Past `maxLines` the rest is cut off with an ellipsis.
 */
export function breakLines(text: string, font: PrintFont, size: number, width: number, maxLines = Infinity): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const piece of piecesOf(text, font, size, width)) {
    const wide = font.widthOf(piece, size);
    if (used + wide > width + 0.01 && line !== "") {
      lines.push(line.trimEnd());
      line = "";
      used = 0;
      if (piece.trim() === "") continue;
    }
    line += piece;
    used += wide;
  }
  if (line !== "" || lines.length === 0) lines.push(line.trimEnd());
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  kept[maxLines - 1] = shortened(`${kept[maxLines - 1] ?? ""}${lines[maxLines] ?? ""}`, font, size, width);
  return kept;
}

/** The text, cut with an ellipsis where it is wider than `width`. */
export function shortened(text: string, font: PrintFont, size: number, width: number): string {
  if (font.widthOf(text, size) <= width) return text;
  const room = width - font.widthOf("…", size);
  let kept = "";
  let used = 0;
  for (const character of text) {
    used += font.widthOf(character, size);
    if (used > room) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The smallest parts a line may be made of; none is wider than the line, unless it is a single character. */
function piecesOf(text: string, font: PrintFont, size: number, width: number): string[] {
  const pieces: string[] = [];
  for (const word of text.match(/[\p{Script=Latin}\p{Nd}.,:/*#+\-_@&]+|./gsu) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && isBound(last, word) && font.widthOf(last + word, size) <= width)
      pieces[pieces.length - 1] = last + word;
    else if (font.widthOf(word, size) <= width) pieces.push(word);
    else pieces.push(...Array.from(word));
  }
  return pieces;
}

function isBound(before: string, after: string): boolean {
  return NOT_AT_START.has(after.charAt(0)) || NOT_AT_END.has(before.charAt(before.length - 1));
}
