import type { Writable } from "node:stream";
import { type DunningNoticeDto, dunningPapers, type NoticeArrearDto } from "@linli/contracts";
import { type Block, gap } from "../../../prints/blocks.js";
import { ACCENT, type Canvas, GREY, LEADING } from "../../../prints/canvas.js";
import { A4, drawPaper, factBlocks, heading, type Span, titleBlock } from "../../../prints/paper.js";
import { type Column, tableBlocks } from "../../../prints/table.js";
import { dateText } from "../../../prints/wording.js";
import { writeSheets, type WrittenPrint } from "../../../prints/write-sheets.js";
import { amountText, areasText, roomsText, servicePeriod, yuan } from "../../prints/wording.js";

const STYLE = { size: 8.4, headSize: 8.2, padding: 4, noteSize: 7 };

/** Writes 催款单 (BIL-114), or 缴费提醒, as one PDF in A4, each beginning on a page of its own. Takes any number. Ends `out`. */
export const writeDunningNotices = (
  notices: AsyncIterable<DunningNoticeDto> | Iterable<DunningNoticeDto>,
  title: string,
  out: Writable,
): Promise<WrittenPrint> => writeSheets({ ...A4, title }, notices, drawNotice, out);

/** Draws one notice onto as many pages as it needs. */
export function drawNotice(canvas: Canvas, notice: DunningNoticeDto): void {
  const words = dunningPapers[notice.kind];
  const paper = {
    organisation: notice.projectName,
    title: notice.channel === "LAWYER" ? "律师函（催款）" : words.title,
    facts: `客户：${notice.customerName}（${notice.customerNo}）　房号：${roomsText([notice.room])}`,
    foot: `${words.number} ${notice.stepNo}`,
  };
  drawPaper(canvas, paper, (at) => [
    titleBlock(canvas, paper, at),
    ...factBlocks(canvas, factsOf(notice), at),
    gap(8),
    ...paragraphs(canvas, notice.text, at, 10),
    gap(10),
    heading(words.lines, "单位：元", at),
    ...tableBlocks(canvas, at, columns(words.open), notice.lines, STYLE),
    gap(6),
    payableBlock(canvas, notice, at),
    gap(12),
    ...notice.notes.flatMap((note, index) => paragraphs(canvas, `${index + 1}. ${note}`, at, 8.4)),
    ...(notice.telephone ? paragraphs(canvas, `咨询电话：${notice.telephone}`, at, 8.4) : []),
    gap(16),
    signBlock(notice, at),
    gap(14),
    receiptBlock(words.title, at),
  ]);
}

function factsOf(notice: DunningNoticeDto): (readonly [string, string])[] {
  const words = dunningPapers[notice.kind];
  return [
    ["客户名称", notice.customerName],
    [words.number, notice.stepNo],
    ["客户编号", notice.customerNo],
    [words.issuedOn, dateText(notice.issuedOn)],
    ["房　　号", roomsText([notice.room])],
    ["收费面积", areasText([notice.room])],
    ...demandFacts(notice),
  ];
}

/** A bill has no deadline but the due days of its lines. */
const demandFacts = ({ kind, levelName, payBy }: DunningNoticeDto): (readonly [string, string])[] =>
  kind === "BILL"
    ? []
    : [
        ["催缴级别", levelName ?? "—"],
        ["缴费期限", payBy === null ? "—" : dateText(payBy)],
      ];

const columns = (open: string): Column<NoticeArrearDto>[] => [
  { title: "项目", value: ({ itemName }) => itemName },
  { title: "计费期间", width: 128, narrow: 70, value: servicePeriod },
  { title: "缴费期限", width: 64, figure: true, value: ({ dueDate }) => dueDate ?? "—" },
  amount("应收", ({ amountFen }) => amountFen),
  amount("已收或减免", ({ paidFen }) => paidFen),
  { ...amount(open, ({ openFen }) => openFen), bold: true },
];

const amount = (title: string, fenOf: (row: NoticeArrearDto) => number): Column<NoticeArrearDto> => ({
  title,
  width: 62,
  align: "right",
  figure: true,
  value: (row) => amountText(fenOf(row)),
});

/** A text in its own lines, each line a block, so that it runs over pages. */
function paragraphs(canvas: Canvas, text: string, at: Span, size: number): Block[] {
  return text
    .split("\n")
    .flatMap((paragraph) => canvas.lines(paragraph, { size }, at.width))
    .map((line) => ({
      height: size * LEADING + 1.5,
      draw: (target, y) => target.text(line, at.x, y + size * 1.05, { size }),
    }));
}

function payableBlock(canvas: Canvas, notice: DunningNoticeDto, at: Span): Block {
  const style = { size: 10, weight: "bold" } as const;
  const words = canvas.lines(notice.payableCapitals, style, at.width - 260, 3);
  const height = Math.max(34, words.length * style.size * LEADING + 18);
  return {
    height,
    draw: (target, y) => {
      target.box(at.x, y, at.width, height, { stroke: ACCENT, thickness: 0.9, radius: 3 });
      const middle = y + height / 2 + 3.6;
      target.text("应付合计（大写）", at.x + 10, middle, { size: 8.5, color: GREY });
      const top = middle - ((words.length - 1) * style.size * LEADING) / 2;
      words.forEach((line, index) => target.text(line, at.x + 92, top + index * style.size * LEADING, style));
      const parts = `欠费 ${amountText(notice.principalFen)}　违约金 ${amountText(notice.lateFeeFen)}`;
      if (notice.kind === "DEMAND")
        target.fitted(parts, at.x + at.width - 172, y + 12, { size: 8, color: GREY, align: "right" }, 162);
      const sum = { size: 14, weight: "bold", color: ACCENT, align: "right" } as const;
      target.fitted(yuan(notice.payableFen), at.x + at.width - 172, y + height - 8, sum, 162);
    },
  };
}

function signBlock({ projectName, issuedOn }: DunningNoticeDto, at: Span): Block {
  return {
    height: 30,
    withNext: true,
    draw: (target, y) => {
      target.text(`${projectName}（盖章）`, at.x, y + 10, { size: 9.5, align: "right" }, at.width - 8);
      target.text(dateText(issuedOn), at.x, y + 26, { size: 9.5, align: "right" }, at.width - 8);
    },
  };
}

/** What is signed when it is handed over: the proof of the demand (LAW-13), or of the bill. */
function receiptBlock(title: string, at: Span): Block {
  return {
    height: 62,
    draw: (target, y) => {
      target.dashedBox(at.x, y, at.width, 58);
      target.text("送达回执", at.x + 10, y + 17, { size: 9.5, weight: "bold" });
      target.text(`本人已收到上列${title}。`, at.x + 74, y + 17, { size: 9 });
      target.text("签收人：", at.x + 10, y + 42, { size: 9 });
      target.text("与业主关系：", at.x + 180, y + 42, { size: 9 });
      target.text("日期：　　　　年　　月　　日", at.x + 345, y + 42, { size: 9 });
    },
  };
}
