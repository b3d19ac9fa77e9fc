import type { Writable } from "node:stream";
import {
  meterKindLabels,
  type TransferSheetDto,
  type TransferSheetLineDto,
  transferSideLabels,
} from "@linli/contracts";
import { type Block, drawBlocks, gap, paginate } from "../../prints/blocks.js";
import { ACCENT, type Canvas, GREY, LEADING, TINT } from "../../prints/canvas.js";
import { type Column, tableBlocks } from "../../prints/table.js";
import { dateText } from "../../prints/wording.js";
import { amountText, servicePeriod, yuan } from "./wording.js";
import { writeSheets, type WrittenPrint } from "../../prints/write-sheets.js";

const A4 = { width: 595.28, height: 841.89, title: "过户结算单" };
const MARGIN = 42;
const TOP = 40;
const FOOT = 34;
const SIZE = 9;

type Span = { x: number; width: number };

/** Writes the 过户结算单 of one side as a PDF in A4. Ends `out`. */
export const writeTransferSheet = (sheet: TransferSheetDto, out: Writable): Promise<WrittenPrint> =>
  writeSheets(A4, [sheet], drawSheet, out);

function drawSheet(canvas: Canvas, sheet: TransferSheetDto): void {
  const at = { x: MARGIN, width: canvas.width - MARGIN * 2 };
  const blocks = [
    headBlock(canvas, sheet, at),
    ...lineTable(canvas, sheet, at),
    gap(8),
    ...summaryRows(sheet).map((row) => summaryBlock(row, at)),
    ...readingBlocks(canvas, sheet, at),
    { ...totalBlock(canvas, sheet, at), withNext: true },
    signatureBlock(sheet, at),
  ];
  const pages = paginate(blocks, { firstTop: TOP, nextTop: TOP, bottom: canvas.height - FOOT - 12 });
  pages.forEach((page, index) => {
    canvas.addPage();
    drawBlocks(canvas, page, TOP);
    const foot = canvas.height - FOOT;
    canvas.text(`打印日期 ${sheet.printedOn}`, at.x, foot, { size: 7.5, color: GREY });
    const pageText = `${sheet.number}　第 ${index + 1}/${pages.length} 页`;
    canvas.text(pageText, at.x, foot, { size: 7.5, color: GREY, align: "right" }, at.width);
  });
}

function headBlock(canvas: Canvas, sheet: TransferSheetDto, at: Span): Block {
  const facts = [
    ["房　　号", sheet.roomCode],
    ["过户日期", `${dateText(sheet.transferOn)}（当日起归新业主）`],
    ["过户原因", sheet.reasonName],
    ["原业主", sheet.oldOwners.join("、") || "—"],
    ["新业主", sheet.newOwners.join("、")],
    ["办结", `${dateText(sheet.completedOn)}，经办 ${sheet.completedByName}`],
  ].map(([label, text]) => ({ label: label!, lines: canvas.lines(text!, { size: SIZE }, at.width - 60, 3) }));
  const lineHeight = SIZE * LEADING + 1.5;
  const count = facts.reduce((sum, { lines }) => sum + lines.length, 0);
  return {
    height: 64 + count * lineHeight + 8,
    draw: (target, y) => {
      target.text(sheet.projectName, at.x, y + 12, { size: 11, weight: "bold", align: "center" }, at.width);
      const title = { size: 18, weight: "bold", color: ACCENT, align: "center", spacing: 4 } as const;
      target.text("过户结算单", at.x, y + 38, title, at.width);
      target.text(`（${transferSideLabels[sheet.side]}联）`, at.x, y + 54, { size: SIZE, align: "center" }, at.width);
      target.text(`No. ${sheet.number}`, at.x, y + 38, { size: 10, weight: "bold", align: "right" }, at.width);
      let line = y + 64 + SIZE;
      for (const { label, lines } of facts) {
        target.text(`${label}：`, at.x, line, { size: SIZE, color: GREY });
        for (const text of lines) {
          target.text(text, at.x + 54, line, { size: SIZE });
          line += lineHeight;
        }
      }
    },
  };
}

function lineTable(canvas: Canvas, { lines, side }: TransferSheetDto, at: Span): Block[] {
  const columns: Column<TransferSheetLineDto>[] = [
    { title: "收费项目", value: ({ feeItemName }) => feeItemName },
    { title: "计费期间", width: 132, narrow: 76, value: servicePeriod },
    { title: "天数", width: 36, align: "right", figure: true, value: ({ days }) => String(days) },
    figures("金额", ({ amountFen }) => amountFen),
    figures(side === "OLD" ? "已缴" : "原业主已缴", ({ paidFen }) => paidFen),
    { ...figures("未缴", ({ openFen }) => openFen), bold: true },
  ];
  const style = { size: 9, headSize: 8.6, padding: 4, noteSize: 7.4 };
  const notes = ({ explanation }: TransferSheetLineDto) => (explanation === "" ? [] : [explanation]);
  if (lines.length > 0) return tableBlocks(canvas, at, columns, lines, style, notes);
  return [
    { height: 20, draw: (target, y) => target.text("没有需要结算的费用", at.x, y + 13, { size: SIZE, color: GREY }) },
  ];
}

const figures = (title: string, fenOf: (line: TransferSheetLineDto) => number): Column<TransferSheetLineDto> => ({
  title,
  width: 64,
  align: "right",
  figure: true,
  value: (line) => amountText(fenOf(line)),
});

/** The sums under the table: what they are, and how much. */
export function summaryRows({ side, settlement, prepayments }: TransferSheetDto): { label: string; fen: number }[] {
  const rows =
    side === "OLD"
      ? [
          { label: "过户日期前未缴合计", fen: settlement.oldOwesFen },
          ...prepayments.map(({ customerName, balanceFen }) => ({
            label: `${customerName}的预收余额`,
            fen: balanceFen,
          })),
          { label: "此前已申请退还的预收（仍归原业主）", fen: settlement.askedBackFen },
          { label: "预收冲抵欠费", fen: settlement.offsetFen },
          { label: "由新业主承担的欠费（凭协议）", fen: settlement.assumedFen },
          { label: "应退预收", fen: settlement.refundFen },
          { label: "预收转给新业主（凭协议）", fen: settlement.carriedFen },
          { label: "已缴的过户日期以后费用，与新业主自行结算（应收回）", fen: settlement.settleFen },
        ]
      : [
          { label: "过户日期起未缴合计", fen: settlement.newOwesFen - settlement.assumedFen },
          { label: "承担原业主欠费（凭协议）", fen: settlement.assumedFen },
          { label: "受让原业主预收（凭协议）", fen: settlement.carriedFen },
          { label: "原业主已缴的过户日期以后费用，与原业主自行结算（应付）", fen: settlement.settleFen },
        ];
  return rows.filter(({ fen }, index) => index === 0 || fen !== 0);
}

function summaryBlock({ label, fen }: { label: string; fen: number }, at: Span): Block {
  return {
    height: 17,
    draw: (target, y) => {
      target.text(label, at.x + 4, y + 11.5, { size: SIZE });
      target.text(amountText(fen), at.x, y + 11.5, { size: SIZE, align: "right" }, at.width - 4);
      target.rule(at.x, y + 17, at.x + at.width);
    },
  };
}

function readingBlocks(canvas: Canvas, { readings }: TransferSheetDto, at: Span): Block[] {
  if (readings.length === 0) return [];
  const text = readings
    .map(({ kind, meterNo, reading }) => `${meterKindLabels[kind]} ${meterNo}：${reading}`)
    .join("　");
  const lines = canvas.lines(`过户日期仪表读数：${text}`, { size: SIZE }, at.width - 8, 6);
  return [
    {
      height: lines.length * SIZE * LEADING + 10,
      draw: (target, y) =>
        lines.forEach((line, index) =>
          target.text(line, at.x + 4, y + 6 + SIZE * (1.1 + index * LEADING), { size: SIZE }),
        ),
    },
  ];
}

function totalBlock(canvas: Canvas, sheet: TransferSheetDto, at: Span): Block {
  const style = { size: 10, weight: "bold" } as const;
  const label = sheet.side === "OLD" ? "原业主应缴（大写）" : "新业主应缴（大写）";
  const words = canvas.lines(sheet.totalInWords, style, at.width - 240, 2);
  const height = words.length * style.size * LEADING + 14;
  return {
    height: height + 10,
    draw: (target, y) => {
      target.box(at.x, y + 6, at.width, height, { fill: TINT });
      target.text(label, at.x + 4, y + 22, { size: SIZE, color: GREY });
      words.forEach((line, index) => target.text(line, at.x + 104, y + 22 + index * style.size * LEADING, style));
      const total = { size: 13, weight: "bold", align: "right" } as const;
      target.text(yuan(sheet.totalFen), at.x, y + 22.5, total, at.width - 6);
    },
  };
}

function signatureBlock(sheet: TransferSheetDto, at: Span): Block {
  const column = at.width / 3;
  const names = [`${transferSideLabels[sheet.side]}签字`, "经办人签字", "物业公司（盖章）"];
  return {
    height: 74,
    draw: (target, y) =>
      names.forEach((name, index) => {
        const x = at.x + index * column;
        target.text(`${name}：`, x, y + 40, { size: SIZE, color: GREY });
        target.rule(x + 74, y + 43, x + column - 12, GREY);
        target.text("日期：", x, y + 64, { size: SIZE, color: GREY });
        target.rule(x + 74, y + 67, x + column - 12, GREY);
      }),
  };
}
