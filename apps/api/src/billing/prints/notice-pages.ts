import type { NoticePrintDto } from "@linli/contracts";
import { type Block, gap } from "../../prints/blocks.js";
import { ACCENT, type Canvas, GREY, INK, LEADING, RED, TINT } from "../../prints/canvas.js";
import { noticeTermsBlocks } from "./notice-terms.js";
import { arrearsTable, chargesTable } from "./notice-tables.js";
import { drawPaper, factBlocks, heading, sentence, type Span, titleBlock } from "../../prints/paper.js";
import { dateText } from "../../prints/wording.js";
import { amountText, areasText, periodText, roomsText, yuan } from "./wording.js";

/** Draws one notice onto as many pages as it needs. */
export function drawNotice(canvas: Canvas, notice: NoticePrintDto): void {
  const paper = {
    organisation: notice.projectName,
    title: "收费通知单",
    facts: `客户：${notice.customerName}（${notice.customerNo}）　房号：${roomsText(notice.rooms)}　计费期间：${periodText(notice.period)}`,
    foot: `通知单号 ${notice.noticeNo}`,
  };
  drawPaper(canvas, paper, (at) => [titleBlock(canvas, paper, at), ...blocksOf(canvas, notice, at)]);
}

function blocksOf(canvas: Canvas, notice: NoticePrintDto, at: Span): Block[] {
  return [
    ...factBlocks(canvas, factsOf(notice), at),
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

/** Who, which room, which period. */
function factsOf(notice: NoticePrintDto): (readonly [string, string])[] {
  return [
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
