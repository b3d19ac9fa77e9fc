import { type Block, drawBlocks, paginate } from "./blocks.js";
import { ACCENT, type Canvas, GREY, HAIRLINE, INK, LEADING } from "./canvas.js";

/** Left edge and width of what is printed. */
export type Span = { x: number; width: number };

export const A4 = { width: 595.28, height: 841.89 };

const MARGIN = 42;
const TOP = 40;
const NEXT_TOP = 74;
const FOOT = 40;

/** What stands on every page of a paper. */
export interface Paper {
  /** Who hands it out. */
  organisation: string;
  title: string;
  /** In one line, at the head of the following pages. */
  facts: string;
  /** Left at the foot. */
  foot: string;
}

/** Draws a paper onto as many A4 pages as its blocks need, with heads, feet and page numbers of its own. */
export function drawPaper(canvas: Canvas, paper: Paper, blocksOf: (at: Span) => Block[]): void {
  const at = { x: MARGIN, width: canvas.width - MARGIN * 2 };
  const pages = paginate(blocksOf(at), { firstTop: TOP, nextTop: NEXT_TOP, bottom: canvas.height - FOOT - 14 });
  pages.forEach((blocks, index) => {
    canvas.addPage();
    if (index > 0) drawRunningHead(canvas, paper, at);
    drawBlocks(canvas, blocks, index === 0 ? TOP : NEXT_TOP);
    drawFoot(canvas, paper.foot, at, `第 ${index + 1}/${pages.length} 页`);
  });
}

/** The organisation's name over the title of the paper. */
export function titleBlock(canvas: Canvas, { organisation, title }: Paper, at: Span): Block {
  const style = { size: 13, weight: "bold", align: "center" } as const;
  const name = canvas.lines(organisation, style, at.width, 2);
  return {
    height: name.length * style.size * LEADING + 44,
    draw: (target, y) => {
      name.forEach((line, index) => target.text(line, at.x, y + style.size * (1 + index * LEADING), style, at.width));
      const below = y + name.length * style.size * LEADING;
      target.text(
        title,
        at.x,
        below + 21,
        { size: 21, weight: "bold", color: ACCENT, align: "center", spacing: 5 },
        at.width,
      );
      target.rule(at.x, below + 34, at.x + at.width, ACCENT, 1.4);
      target.rule(at.x, below + 36.4, at.x + at.width, ACCENT, 0.4);
    },
  };
}

/** Labelled facts, two to a line. */
export function factBlocks(canvas: Canvas, facts: readonly (readonly [string, string])[], at: Span): Block[] {
  const size = 9;
  const widths = [at.width * 0.56, at.width * 0.44] as const;
  const blocks: Block[] = [];
  for (let index = 0; index < facts.length; index += 2) {
    const cells = facts.slice(index, index + 2).map(([label, value], column) => {
      const width = (column === 0 ? widths[0] : widths[1]) - 62;
      return { label, lines: canvas.lines(value, { size }, width, 4), x: at.x + (column === 0 ? 4 : widths[0]) };
    });
    const height = Math.max(...cells.map(({ lines }) => lines.length)) * size * LEADING + 3.5;
    blocks.push({
      height,
      draw: (target, y) => {
        for (const { label, lines, x } of cells) {
          target.text(label, x, y + size * 1.1, { size, color: GREY });
          lines.forEach((line, row) =>
            target.text(line, x + 48, y + size * (1.1 + row * LEADING), { size, color: INK }),
          );
        }
      },
    });
  }
  return blocks;
}

/** The title of a part, with a word at the right edge; stays with what follows. */
export function heading(title: string, aside: string, at: Span): Block {
  return {
    height: 19,
    withNext: true,
    draw: (canvas, y) => {
      canvas.box(at.x, y + 2.5, 2.6, 10.5, { fill: ACCENT });
      canvas.text(title, at.x + 8, y + 11.6, { size: 10.5, weight: "bold" });
      canvas.text(aside, at.x, y + 11.6, { size: 8, color: GREY, align: "right" }, at.width);
    },
  };
}

export function sentence(text: string, at: Span): Block {
  return { height: 18, draw: (canvas, y) => canvas.text(text, at.x + 8, y + 11, { size: 8.5, color: GREY }) };
}

function drawRunningHead(canvas: Canvas, { organisation, title, facts }: Paper, at: Span): void {
  const name = canvas.lines(organisation, { size: 9, weight: "bold" }, at.width - 110, 1)[0] ?? "";
  canvas.text(name, at.x, 44, { size: 9, weight: "bold" });
  canvas.text(`${title}（续）`, at.x, 44, { size: 9, weight: "bold", color: ACCENT, align: "right" }, at.width);
  canvas.text(canvas.lines(facts, { size: 8 }, at.width, 1)[0] ?? "", at.x, 57, { size: 8, color: GREY });
  canvas.rule(at.x, 64, at.x + at.width, ACCENT, 0.9);
}

function drawFoot(canvas: Canvas, foot: string, at: Span, page: string): void {
  const y = canvas.height - FOOT;
  canvas.rule(at.x, y, at.x + at.width, HAIRLINE);
  canvas.text(foot, at.x, y + 13, { size: 7.5, color: GREY });
  canvas.text(page, at.x, y + 13, { size: 7.5, color: GREY, align: "right" }, at.width);
}
