import PDFDocument from "pdfkit";
import { printable, printFont, type FontWeight } from "./fonts.js";
import { breakLines } from "./line-breaking.js";

export const INK = "#1f2329";
export const GREY = "#6b7280";
export const HAIRLINE = "#cfd5dd";
export const ACCENT = "#1d4f91";
export const TINT = "#f1f5fa";
export const RED = "#c8102e";

export interface TextStyle {
  size: number;
  weight?: FontWeight;
  color?: string;
  align?: "left" | "center" | "right";
  /** Extra space after each character, in points. */
  spacing?: number;
}

/** A box is filled or framed. */
export type BoxStyle = { radius?: number } & (
  | { fill: string; stroke?: undefined; thickness?: undefined }
  | { fill?: undefined; stroke: string; thickness?: number }
);

/** Height of a line of text in the sizes used here, as a multiple of the size. */
export const LEADING = 1.42;

export interface Sheet {
  width: number;
  height: number;
  title: string;
}

/** Methods of pdfkit that its types leave out. */
interface ImageReader {
  openImage: (source: string) => unknown;
}
interface ContentWriter {
  addContent: (operators: string) => unknown;
}

/** One line, measured already: without the two figures pdfkit would lay it out twice more. */
function lineOptions(textWidth: number, spacing: number) {
  return { lineBreak: false, baseline: "alphabetic", characterSpacing: spacing, textWidth, wordCount: 1 } as const;
}

/** A PDF that is written page by page; a finished page is handed on and forgotten. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  private readonly doc: PDFKit.PDFDocument;
  private pageCount = 0;
  private filling: string | undefined;
  private readonly unreadableImages = new Set<string>();

  constructor(sheet: Sheet) {
    this.width = sheet.width;
    this.height = sheet.height;
    this.doc = new PDFDocument({
      autoFirstPage: false,
      bufferPages: false,
      // the cache would keep every string ever printed
      fontLayoutCache: false,
      // none: the standard font would be embedded beside ours
      font: "",
      size: [sheet.width, sheet.height],
      margin: 0,
      pdfVersion: "1.5",
      lang: "zh-CN",
      displayTitle: true,
      info: { Title: sheet.title, Producer: "Linli", Creator: "Linli" },
    });
    this.doc.registerFont("regular", embedded("regular"));
    this.doc.registerFont("bold", embedded("bold"));
  }

  get pages(): number {
    return this.pageCount;
  }

  addPage(): void {
    const finished = this.pageCount > 0 ? this.doc.page : undefined;
    this.doc.addPage();
    this.pageCount += 1;
    this.filling = undefined;
    // The page tree needs only the number of a written page. Its dictionaries would stay until the end of the document.
    if (finished) forget(finished);
  }

  /** What has been finished since the last call, or null. */
  read(): Buffer | null {
    return this.doc.read() as Buffer | null;
  }

  end(): void {
    this.doc.end();
  }

  /** Writes one line with its baseline at `y`; aligned within `width` when given. */
  text(text: string, x: number, y: number, style: TextStyle, width = 0): void {
    const drawn = printable(text);
    if (drawn === "") return;
    const { size, weight = "regular", color = INK, align = "left", spacing = 0 } = style;
    const natural = align === "left" ? 0 : printFont(weight).widthOf(drawn, size) + spacing * (drawn.length - 1);
    const left = x + (align === "center" ? (width - natural) / 2 : align === "right" ? width - natural : 0);
    this.fillWith(color);
    this.doc.font(weight, size).text(drawn, left, y, lineOptions(natural, spacing));
  }

  /** One line that becomes smaller until it fits, for figures that must be complete. */
  fitted(text: string, x: number, y: number, style: TextStyle, width: number): void {
    const natural = this.widthOf(text, style);
    const size = natural > width ? Math.max(3, (style.size * width) / natural) : style.size;
    this.text(text, x, y, { ...style, size }, width);
  }

  /** One line in the middle of `width`, its letters narrower where they would not fit: for places of a fixed width. */
  squeezed(text: string, x: number, y: number, style: TextStyle, width: number): void {
    const natural = this.widthOf(text, style);
    if (natural <= width) return this.text(text, x, y, { ...style, align: "center" }, width);
    this.doc.save().scale(width / natural, 1, { origin: [x, y] });
    this.text(text, x, y, style);
    this.doc.restore();
    this.filling = undefined;
  }

  lines(text: string, style: TextStyle, width: number, maxLines?: number): string[] {
    return breakLines(printable(text), printFont(style.weight ?? "regular"), style.size, width, maxLines);
  }

  widthOf(text: string, style: TextStyle): number {
    return printFont(style.weight ?? "regular").widthOf(printable(text), style.size);
  }

  rule(x1: number, y: number, x2: number, color = HAIRLINE, thickness = 0.5): void {
    this.doc.moveTo(x1, y).lineTo(x2, y).lineWidth(thickness).strokeColor(color).stroke();
  }

  box(x: number, y: number, width: number, height: number, style: BoxStyle): void {
    if (style.radius) this.doc.roundedRect(x, y, width, height, style.radius);
    else this.doc.rect(x, y, width, height);
    if (style.fill) {
      this.fillWith(style.fill);
      this.doc.fill();
    } else this.doc.lineWidth(style.thickness ?? 0.5).stroke(style.stroke);
  }

  dashedBox(x: number, y: number, width: number, height: number): void {
    this.doc.roundedRect(x, y, width, height, 3).lineWidth(0.6).dash(3, { space: 2 }).stroke(HAIRLINE).undash();
  }

  /** A square of dark modules (`1`): those beside each other in a row joined, all of them one figure and one write. */
  modules(rows: readonly string[], x: number, y: number, side: number): void {
    const runs = rows.flatMap((row, line) =>
      Array.from(row.matchAll(/1+/g), ({ 0: run, index }) => `${index} ${line} ${run.length} 1 re`),
    );
    this.doc
      .save()
      .translate(x, y)
      .scale(side / rows.length);
    this.fillWith(INK);
    (this.doc as PDFKit.PDFDocument & ContentWriter).addContent(`${runs.join("\n")}\nf`);
    this.doc.restore();
    this.filling = undefined;
  }

  /** A framed word across the sheet that leaves what is under it readable. */
  stamp(text: string, centreX: number, centreY: number, size: number): void {
    const width = this.widthOf(text, { size, weight: "bold" }) + size;
    this.doc
      .save()
      .rotate(-18, { origin: [centreX, centreY] })
      .opacity(0.22);
    this.box(centreX - width / 2, centreY - size * 0.8, width, size * 1.6, { stroke: RED, thickness: 3, radius: 6 });
    this.text(
      text,
      centreX - width / 2,
      centreY + size * 0.36,
      { size, weight: "bold", color: RED, align: "center" },
      width,
    );
    this.doc.restore();
    this.filling = undefined;
  }

  private fillWith(color: string): void {
    if (this.filling === color) return;
    this.filling = color;
    this.doc.fillColor(color);
  }

  /** Whether a picture can be read from the data URL. */
  opens(dataUrl: string): boolean {
    if (this.unreadableImages.has(dataUrl)) return false;
    try {
      (this.doc as PDFKit.PDFDocument & ImageReader).openImage(dataUrl);
      return true;
    } catch {
      this.unreadableImages.add(dataUrl);
      return false;
    }
  }

  /** A picture from a data URL that `opens`, whole and in its ratio in the middle of a box; the same one is embedded once. */
  image(dataUrl: string, x: number, y: number, width: number, height = width): void {
    this.doc.image(dataUrl, x, y, { fit: [width, height], align: "center", valign: "center" });
  }
}

function embedded(weight: FontWeight): PDFKit.Mixins.PDFFontSource {
  // pdfkit takes an opened font as well; its types know files and buffers only
  return printFont(weight).embeddable as unknown as PDFKit.Mixins.PDFFontSource;
}

function forget(page: PDFKit.PDFPage): void {
  page.dictionary.data = { Pattern: undefined, Annots: undefined };
}
