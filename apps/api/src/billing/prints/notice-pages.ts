import type { NoticePrintDto } from "@linli/contracts";
import { type Block, drawBlocks, gap, paginate } from "../../prints/blocks.js";
import { ACCENT, type Canvas, GREY, HAIRLINE, INK, LEADING, RED, TINT } from "../../prints/canvas.js";
import { noticeTermsBlocks } from "./notice-terms.js";
import { arrearsTable, chargesTable } from "./notice-tables.js";
import { dateText } from "../../prints/wording.js";
import { amountText, areasText, periodText, roomsText, yuan } from "./wording.js";

const MARGIN = 42;
const TOP = 40;
const NEXT_TOP = 74;
const FOOT = 40;

/** Draws one notice onto as many pages as it needs. */
export function drawNotice(canvas: Canvas, notice: NoticePrintDto): void {
  const at = { x: MARGIN, width: canvas.width - MARGIN * 2 };
  const pages = paginate(blocksOf(canvas, notice, at), {
    firstTop: TOP,
    nextTop: NEXT_TOP,
    bottom: canvas.height - FOOT - 14,
  });
  pages.forEach((blocks, index) => {
    canvas.addPage();
    if (index > 0) drawRunningHead(canvas, notice, at);
    drawBlocks(canvas, blocks, index === 0 ? TOP : NEXT_TOP);
    drawFoot(canvas, notice, at, `第 ${index + 1}/${pages.length} 页`);
  });
}

type Span = { x: number; width: number };

function blocksOf(canvas: Canvas, notice: NoticePrintDto, at: Span): Block[] {
  return [
    titleBlock(canvas, notice, at),
    ...factBlocks(canvas, notice, at),
    gap(10),
    summaryBlock(notice, at),
    gap(14),
    ...(notice.arrears.length > 0
      ? [heading("往期欠费", "以前各期尚未缴清的费用", at), ...arrearsTable(canvas, notice, at), gap(8)]
      : []),
    heading(`本期应收（${periodText(notice.period)}）`, "单位：元", at),
    ...(notice.charges.length > 0 ? chargesTable(canvas, notice, at) : [sentence("本期没有新的应收费用。", at)]),
    ...lateFeeBlocks(canvas, notice, at),
    gap(8),
    payableBlock(canvas, notice, at),
    gap(12),
    ...noticeTermsBlocks(canvas, notice, at),
  ];
}

function titleBlock(canvas: Canvas, notice: NoticePrintDto, at: Span): Block {
  const style = { size: 13, weight: "bold", align: "center" } as const;
  const name = canvas.lines(notice.projectName, style, at.width, 2);
  const height = name.length * style.size * LEADING + 44;
  return {
    height,
    draw: (target, y) => {
      name.forEach((line, index) => target.text(line, at.x, y + style.size * (1 + index * LEADING), style, at.width));
      const below = y + name.length * style.size * LEADING;
      target.text(
        "收费通知单",
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

/** Who, which room, which period: two facts to a line. */
function factBlocks(canvas: Canvas, notice: NoticePrintDto, at: Span): Block[] {
  const facts: (readonly [string, string])[] = [
    ["客户名称", notice.customerName],
    ["通知单号", notice.noticeNo],
    ["客户编号", notice.customerNo],
    ["打印日期", dateText(notice.printedOn)],
    ["房　　号", roomsText(notice.rooms)],
    ["收费面积", areasText(notice.rooms)],
    ["计费期间", periodText(notice.period)],
    ["缴费期限", notice.terms.dueDate === null ? "—" : dateText(notice.terms.dueDate)],
    ...(notice.debitAccountMasked === null ? [] : [["划款账户", notice.debitAccountMasked] as const]),
    ...(notice.prepaymentBalanceFen === null ? [] : [["预收余额", yuan(notice.prepaymentBalanceFen)] as const]),
  ];
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

/** The four figures that matter, the one to pay last and largest. */
function summaryBlock({ totals }: NoticePrintDto, at: Span): Block {
  const figures = [
    { label: "往期欠费", fen: totals.arrearsFen, color: totals.arrearsFen > 0 ? RED : INK },
    { label: "本期欠缴", fen: totals.currentFen, color: INK },
    { label: "违约金", fen: totals.lateFeeFen, color: INK },
  ];
  const height = 46;
  const last = at.width * 0.31;
  const each = (at.width - last) / figures.length;
  return {
    height,
    draw: (canvas, y) => {
      canvas.box(at.x, y, at.width, height, { fill: TINT, radius: 4 });
      canvas.box(at.x + at.width - last, y, last, height, { fill: ACCENT, radius: 4 });
      figures.forEach(({ label, fen, color }, index) => {
        const x = at.x + index * each;
        canvas.text(label, x, y + 17, { size: 8.5, color: GREY, align: "center" }, each);
        canvas.fitted(yuan(fen), x + 8, y + 35, { size: 13, weight: "bold", color, align: "center" }, each - 16);
        if (index > 0) canvas.text("＋", x - 5, y + 29, { size: 10, color: GREY });
      });
      canvas.text("应付合计", at.x + at.width - last, y + 17, { size: 8.5, color: "#ffffff", align: "center" }, last);
      canvas.fitted(
        yuan(totals.payableFen),
        at.x + at.width - last + 8,
        y + 36,
        { size: 16, weight: "bold", color: "#ffffff", align: "center" },
        last - 16,
      );
    },
  };
}

function heading(title: string, aside: string, at: Span): Block {
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

function sentence(text: string, at: Span): Block {
  return { height: 18, draw: (canvas, y) => canvas.text(text, at.x + 8, y + 11, { size: 8.5, color: GREY }) };
}

function lateFeeBlocks(canvas: Canvas, { lateFee }: NoticePrintDto, at: Span): Block[] {
  if (lateFee === null) return [];
  const style = { size: 8.2, color: GREY };
  const lines = canvas.lines(`${lateFee.rule}（计至 ${lateFee.asOf}）`, style, at.width - 140, 3);
  const height = lines.length * style.size * LEADING + 9;
  return [
    {
      height,
      draw: (target, y) => {
        target.text("违约金", at.x + 4, y + 12.5, { size: 8.6, weight: "bold" });
        lines.forEach((line, index) => target.text(line, at.x + 44, y + 12.5 + index * style.size * LEADING, style));
        target.fitted(
          amountText(lateFee.amountFen),
          at.x + at.width - 84,
          y + 12.5,
          { size: 8.8, weight: "bold", align: "right" },
          80,
        );
        target.rule(at.x, y + height, at.x + at.width);
      },
    },
  ];
}

function payableBlock(canvas: Canvas, { totals }: NoticePrintDto, at: Span): Block {
  const style = { size: 10.5, weight: "bold" } as const;
  const words = canvas.lines(totals.payableCapitals, style, at.width - 250, 3);
  const height = Math.max(30, words.length * style.size * LEADING + 15);
  return {
    height,
    draw: (target, y) => {
      target.box(at.x, y, at.width, height, { stroke: ACCENT, thickness: 0.9, radius: 3 });
      const middle = y + height / 2 + 3.6;
      target.text("应付合计（人民币大写）", at.x + 10, middle, { size: 8.5, color: GREY });
      const top = middle - ((words.length - 1) * style.size * LEADING) / 2;
      words.forEach((line, index) => target.text(line, at.x + 110, top + index * style.size * LEADING, style));
      target.fitted(
        yuan(totals.payableFen),
        at.x + at.width - 132,
        middle + 1,
        { size: 14, weight: "bold", color: ACCENT, align: "right" },
        122,
      );
    },
  };
}

function drawRunningHead(canvas: Canvas, notice: NoticePrintDto, at: Span): void {
  const name = canvas.lines(notice.projectName, { size: 9, weight: "bold" }, at.width - 110, 1)[0] ?? "";
  canvas.text(name, at.x, 44, { size: 9, weight: "bold" });
  canvas.text("收费通知单（续）", at.x, 44, { size: 9, weight: "bold", color: ACCENT, align: "right" }, at.width);
  const facts = `客户：${notice.customerName}（${notice.customerNo}）　房号：${roomsText(notice.rooms)}　计费期间：${periodText(notice.period)}`;
  canvas.text(canvas.lines(facts, { size: 8 }, at.width, 1)[0] ?? "", at.x, 57, { size: 8, color: GREY });
  canvas.rule(at.x, 64, at.x + at.width, ACCENT, 0.9);
}

function drawFoot(canvas: Canvas, notice: NoticePrintDto, at: Span, page: string): void {
  const y = canvas.height - FOOT;
  canvas.rule(at.x, y, at.x + at.width, HAIRLINE);
  canvas.text(`通知单号 ${notice.noticeNo}`, at.x, y + 13, { size: 7.5, color: GREY });
  canvas.text(page, at.x, y + 13, { size: 7.5, color: GREY, align: "right" }, at.width);
}
