import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font, type Glyph } from "fontkit";

export type FontWeight = "regular" | "bold";

/** Printed where the font has no glyph, as Chinese typesetting does for a missing character. */
const MISSING = "〓";

const FILES: Record<FontWeight, string> = {
  regular: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
};

interface GlyphPosition {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}

/**
 * One weight of the print font. Text is set glyph by glyph, without OpenType shaping: Chinese needs none, and shaping
 * is what makes fontkit slow (0.12 ms for each string against 0.006 ms).
 */
export class PrintFont {
  /** What pdfkit embeds: the font itself with `layout` replaced. */
  readonly embeddable: Font;
  private readonly glyphs = new Map<number, Glyph>();
  private readonly advances = new Map<number, number>();
  private readonly drawable = new Map<number, boolean>();

  private readonly unitsPerEm: number;

  constructor(private readonly font: Font) {
    this.unitsPerEm = font.unitsPerEm;
    this.embeddable = Object.create(font, { layout: { value: (text: string) => this.layout(text) } });
  }

  /** Whether the character can be printed: it is visible and the font has it. */
  draws(codePoint: number): boolean {
    const known = this.drawable.get(codePoint);
    if (known !== undefined) return known;
    const draws = !isInvisible(codePoint) && this.font.hasGlyphForCodePoint(codePoint);
    this.drawable.set(codePoint, draws);
    return draws;
  }

  /** Width of one character at size 1. */
  advanceOf(codePoint: number): number {
    const known = this.advances.get(codePoint);
    if (known !== undefined) return known;
    const advance = this.glyphOf(codePoint).advanceWidth / this.unitsPerEm;
    this.advances.set(codePoint, advance);
    return advance;
  }

  /** Width of a text in points. */
  widthOf(text: string, size: number): number {
    let width = 0;
    for (const character of text) width += this.advanceOf(character.codePointAt(0) ?? 0);
    return width * size;
  }

  private glyphOf(codePoint: number): Glyph {
    const known = this.glyphs.get(codePoint);
    if (known) return known;
    const glyph = this.font.glyphForCodePoint(codePoint);
    this.glyphs.set(codePoint, glyph);
    return glyph;
  }

  private layout(text: string) {
    const glyphs: Glyph[] = [];
    // pdfkit scales the positions in place, so they cannot be shared
    const positions: GlyphPosition[] = [];
    let width = 0;
    for (const character of text) {
      const glyph = this.glyphOf(character.codePointAt(0) ?? 0);
      const { advanceWidth } = glyph;
      glyphs.push(glyph);
      positions.push({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 });
      width += advanceWidth;
    }
    return { glyphs, positions, advanceWidth: width };
  }
}

const loaded = new Map<FontWeight, PrintFont>();

/** A weight of the print font, read once per process (about 40 ms and 10 MB each). */
export function printFont(weight: FontWeight): PrintFont {
  const known = loaded.get(weight);
  if (known) return known;
  const file = createRequire(import.meta.url).resolve(FILES[weight]);
  const font = create(readFileSync(file));
  if (!("layout" in font)) throw new Error(`${FILES[weight]} is a collection, not a font`);
  const printable = new PrintFont(font);
  loaded.set(weight, printable);
  return printable;
}

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

/**
 * A text the font can draw: composed, on one line, without control characters; whatever has no glyph (emoji, very rare
 * characters) becomes one 〓 each.
 */
export function printable(text: string): string {
  const font = printFont("regular");
  const composed = text.normalize("NFC");
  if (isDrawable(composed, font)) return composed;
  const plain = composed.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
  return Array.from(graphemes.segment(plain), ({ segment }) => {
    const drawn = segment.replaceAll(/[\p{Cf}\p{Variation_Selector}]/gu, "");
    if (drawn === "") return "";
    return isDrawable(drawn, font) ? drawn : MISSING;
  }).join("");
}

function isDrawable(text: string, font: PrintFont): boolean {
  for (const character of text) {
    if (!font.draws(character.codePointAt(0) ?? 0)) return false;
  }
  return true;
}

/** Controls, joiners, direction marks and selectors: the font may have glyphs for them, but they must not be printed. */
function isInvisible(codePoint: number): boolean {
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]/u.test(String.fromCodePoint(codePoint));
}
