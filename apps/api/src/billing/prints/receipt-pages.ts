import type { ReceiptPrintDto } from "@linli/contracts";
import { type Block, drawBlocks, paginate } from "../../prints/blocks.js";
import { ACCENT, type Canvas, GREY, INK, LEADING, RED, type TextStyle, TINT } from "../../prints/canvas.js";
import { type ReceiptRow, receiptTable } from "./receipt-table.js";
import { dateText } from "../../prints/wording.js";
import { originalText, paidText, payerText, remarkText } from "./receipt-words.js";
import { amountText, roomsText, yuan } from "./wording.js";

const MARGIN = 36;
const TOP = 22;
const FOOT = 20;
/** The line with the sums of one of several sheets. */
const SUMS = 12;
const SUM_STYLE = { size: 8.6, weight: "bold", align: "right" } as const;

type Span = { x: number; width: number };

/** Draws one receipt, a sheet (or as many as its lines need) for each copy. */
export function drawReceipt(canvas: Canvas, receipt: ReceiptPrintDto): void {
  const at = { x: MARGIN, width: canvas.width - MARGIN * 2 };
  const head = headBlock(canvas, receipt, at);
  const closing = closingBlocks(canvas, receipt, at);
  const top = TOP + head.height;
  // the total, the methods and the signatures belong together, with the last line of the table
  const table = receiptTable(canvas, receipt, at).map((block, index, all) =>
    index === all.length - 1 ? { ...block, withNext: true } : block,
  );
  const blocks = [...table, ...closing.map((block, index) => ({ ...block, withNext: index < closing.length - 1 }))];
  const dealt = (bottom: number) => paginate(blocks, { firstTop: top, nextTop: top, bottom });
  const one = dealt(canvas.height - FOOT - 8);
  const pages = one.length === 1 ? one : dealt(canvas.height - FOOT - 8 - SUMS);

  const sums = sumsOf(pages);
  for (const copy of receipt.copies.length > 0 ? receipt.copies : [null]) {
    pages.forEach((page, index) => {
      canvas.addPage();
      head.draw(canvas, TOP);
      drawMarks(canvas, receipt, at, copy);
      drawBlocks(canvas, page, top);
      drawFoot(canvas, receipt, at, `第 ${index + 1}/${pages.length} 页`);
      canvas.text(sums[index] ?? "", at.x, canvas.height - FOOT - 11, SUM_STYLE, at.width);
      if (receipt.reversed) canvas.stamp(receipt.reversed.mark, canvas.width / 2, canvas.height / 2 + 10, 64);
    });
  }
}

/** What each of several sheets says of its sum: what the sheets before came to, its own lines, and both together (BIL-76). */
function sumsOf(pages: readonly ReceiptRow[][]): string[] {
  if (pages.length === 1) return [];
  let carriedFen = 0;
  return pages.map((page, index) => {
    const pageFen = page.reduce((sum, { paidFen = 0 }) => sum + paidFen, 0);
    const before = index === 0 ? "" : `承前页 ${amountText(carriedFen)}　`;
    carriedFen += pageFen;
    const after = index + 1 < pages.length ? `　过次页 ${amountText(carriedFen)}　合计见末页` : "";
    return `${before}本页小计 ${amountText(pageFen)}${after}`;
  });
}

/** Title, number, date, payer and rooms; on every page. */
function headBlock(canvas: Canvas, receipt: ReceiptPrintDto, at: Span): Block {
  const color = receipt.red ? RED : ACCENT;
  const nameStyle = { size: 11.5, weight: "bold", align: "center" } as const;
  const name = canvas.lines(receipt.projectName, nameStyle, at.width - 190, 2);
  const size = 9;
  const payer = canvas.lines(payerText(receipt), { size }, 190, 2);
  const rooms = canvas.lines(roomsText(receipt.rooms), { size }, at.width - 300, 2);
  const original = receipt.red ? 15 : 0;
  const nameHeight = name.length * nameStyle.size * LEADING;
  const factsHeight = Math.max(payer.length, rooms.length) * size * LEADING + original;

  return {
    height: nameHeight + 46 + factsHeight + 5,
    draw: (target, y) => {
      name.forEach((line, index) =>
        target.text(line, at.x + 95, y + nameStyle.size * (1.05 + index * LEADING), nameStyle, at.width - 190),
      );
      const title = y + nameHeight + 20;
      target.text(
        receipt.red ? "红字收据" : "收款收据",
        at.x,
        title,
        { size: 19, weight: "bold", color, align: "center", spacing: 6 },
        at.width,
      );
      target.rule(canvas.width / 2 - 70, title + 8, canvas.width / 2 + 70, color, 1.2);
      target.text(`日期：${dateText(receipt.receivedOn)}`, at.x, title + 4, { size });
      const number = { size: 11, weight: "bold", color: RED, align: "right" } as const;
      const numberWidth = Math.min(target.widthOf(receipt.receiptNo, number), 112);
      target.text("No.", at.x + at.width - numberWidth - 22, title + 4, { size, color: GREY });
      target.fitted(receipt.receiptNo, at.x + at.width - 112, title + 4, number, 112);

      const facts = title + 26;
      target.text("付款人：", at.x, facts, { size, color: GREY });
      payer.forEach((line, index) => target.text(line, at.x + 38, facts + index * size * LEADING, { size }));
      target.text("房　号：", at.x + 240, facts, { size, color: GREY });
      rooms.forEach((line, index) => target.text(line, at.x + 278, facts + index * size * LEADING, { size }));
      if (receipt.red) drawOriginal(target, receipt.red, at, facts + factsHeight - original + 3);
    },
  };
}

function drawOriginal(canvas: Canvas, red: NonNullable<ReceiptPrintDto["red"]>, at: Span, y: number): void {
  canvas.text(canvas.lines(originalText(red), { size: 9 }, at.width, 1)[0] ?? "", at.x, y, { size: 9, color: RED });
}

/** 第 n 联, 补打 and the number of the red receipt, in the upper corners. */
function drawMarks(canvas: Canvas, receipt: ReceiptPrintDto, at: Span, copy: string | null): void {
  if (copy !== null) canvas.fitted(copy, at.x + at.width - 95, TOP + 11, { size: 9, color: GREY, align: "right" }, 95);
  if (receipt.reprintNo > 0) {
    const text = `补打 第 ${receipt.reprintNo} 次`;
    const width = canvas.widthOf(text, { size: 10, weight: "bold" }) + 14;
    canvas.box(at.x, TOP - 1, width, 17, { stroke: RED, thickness: 1, radius: 2 });
    canvas.text(text, at.x + 7, TOP + 11.2, { size: 10, weight: "bold", color: RED });
  }
}

function closingBlocks(canvas: Canvas, receipt: ReceiptPrintDto, at: Span): Block[] {
  const size = 8.6;
  const paid = paidText(receipt);
  const remark = remarkText(receipt);
  return [
    totalBlock(canvas, receipt, at),
    labelled(canvas, "收款方式", paid, at, { size, color: receipt.red ? RED : INK }, 4),
    ...(remark === "" ? [] : [labelled(canvas, "备　　注", remark, at, { size }, 3)]),
    signatureBlock(canvas, receipt, at),
  ];
}

function totalBlock(canvas: Canvas, receipt: ReceiptPrintDto, at: Span): Block {
  const color = receipt.red ? RED : INK;
  const style = { size: 10.2, weight: "bold", color } as const;
  const words = canvas.lines(receipt.totals.totalCapitals, style, at.width - 240, 2);
  const height = Math.max(25, words.length * style.size * LEADING + 10);
  return {
    height,
    draw: (target, y) => {
      target.box(at.x, y, at.width, height, { fill: TINT });
      target.rule(at.x, y + height, at.x + at.width, receipt.red ? RED : ACCENT, 0.9);
      const middle = y + height / 2 + 3.6;
      target.text("合计（人民币大写）", at.x + 4, middle, { size: 8.6, color: GREY });
      const top = middle - ((words.length - 1) * style.size * LEADING) / 2;
      words.forEach((line, index) => target.text(line, at.x + 88, top + index * style.size * LEADING, style));
      target.fitted(
        yuan(receipt.totals.totalFen),
        at.x + at.width - 124,
        middle + 0.6,
        { size: 13, weight: "bold", color, align: "right" },
        120,
      );
    },
  };
}

function labelled(canvas: Canvas, label: string, text: string, at: Span, style: TextStyle, maxLines: number): Block {
  const { size } = style;
  const lines = canvas.lines(text, style, at.width - 54, maxLines);
  const height = lines.length * size * LEADING + 5;
  return {
    height,
    draw: (target, y) => {
      target.text(label, at.x + 4, y + 3 + size * 1.1, { size, color: GREY });
      lines.forEach((line, index) => target.text(line, at.x + 50, y + 3 + size * (1.1 + index * LEADING), style));
    },
  };
}

/** Seal and signatures, always at the foot of the sheet. */
function signatureBlock(canvas: Canvas, receipt: ReceiptPrintDto, at: Span): Block {
  const payee = canvas.lines(receipt.payeeName ?? receipt.projectName, { size: 9 }, 200, 2);
  const height = 46;
  const atFoot = canvas.height - FOOT - 8 - height;
  return {
    height,
    draw: (target) => {
      target.rule(at.x, atFoot + 3, at.x + at.width);
      const line = atFoot + 20;
      target.text("收款单位（盖章）：", at.x + 4, line, { size: 9, color: GREY });
      payee.forEach((text, index) => target.text(text, at.x + 84, line + index * 9 * LEADING, { size: 9 }));
      target.text("收款人：", at.x + 318, line, { size: 9, color: GREY });
      target.fitted(receipt.cashierName, at.x + 354, line, { size: 9 }, 66);
      target.text("交款人：", at.x + 424, line, { size: 9, color: GREY });
      target.rule(at.x + 460, line + 3, at.x + at.width, GREY, 0.5);
    },
  };
}

function drawFoot(canvas: Canvas, receipt: ReceiptPrintDto, at: Span, page: string): void {
  const y = canvas.height - FOOT;
  canvas.text("本收据不作为发票使用；开具发票时请交回本收据。", at.x, y, { size: 7, color: GREY });
  canvas.text(`No. ${receipt.receiptNo}　${page}`, at.x, y, { size: 7, color: GREY, align: "right" }, at.width);
}
