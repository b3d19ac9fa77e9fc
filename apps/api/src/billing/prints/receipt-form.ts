import {
  type ReceiptForm,
  receiptForms,
  type ReceiptFormLineDto,
  type ReceiptFormPageDto,
  receiptGrid,
  type ReceiptLineDto,
  type ReceiptPrintDto,
} from "@linli/contracts";
import { printable } from "../../prints/fonts.js";
import { dateText } from "../../prints/wording.js";
import { type Align, cut, padded, spread, widthOf, wrapped } from "./receipt-grid.js";
import { originalText, paidText, payerText, printedLines, remarkText } from "./receipt-words.js";
import { amountText, meterText, quantityText, roomsText, yuan } from "./wording.js";

type Receipt = Omit<ReceiptPrintDto, "forms">;
/** A line of a form before it has its row. */
type Line = Omit<ReceiptFormLineDto, "row">;

const WIDTH = receiptGrid.columns;

/**
 * A receipt on continuous three-part paper (BIL-76) as rows of characters: what does not fit onto one form flows to the
 * next, with the sum carried over. Total, methods and remark stand on the last.
 */
export function receiptFormPages(receipt: Receipt, form: ReceiptForm): ReceiptFormPageDto[] {
  const columns = columnsOf(receipt);
  const head = [...factLines(receipt), titlesOf(columns)];
  const foot = footLines(receipt);
  const { rows } = receiptForms[form];
  const items = printedLines(receipt).map((line) => ({ lines: linesOf(line, columns), fen: paidOf(line) }));
  const bodies = deal(items, rows - TITLE_ROWS - head.length - foot.length, closingLines(receipt));
  return bodies.map((body, index) => {
    const top = [...titleLines(receipt, `第 ${index + 1}/${bodies.length} 页`), ...head, ...body];
    const lines = [
      ...top.map((line, at) => ({ ...line, row: at + 1 })),
      ...foot.map((line, at) => ({ ...line, row: rows - foot.length + at + 1 })),
    ];
    return { lines: lines.filter(({ text, ruled }) => ruled || text.trim() !== "") };
  });
}

const plain = (text: string): Line => ({ text: text.trimEnd(), strong: false, large: false, ruled: false });
const strong = (text: string): Line => ({ ...plain(text), strong: true });
const ruled = (line: Line): Line => ({ ...line, ruled: true });

const TITLE_ROWS = 3;

/** Marks, organisation and page; the title over two rows, with date and number beside it. */
function titleLines({ red, reversed, invoices, reprintNo, ...receipt }: Receipt, page: string): Line[] {
  const marks = [
    reprintNo > 0 ? `【补打 第 ${reprintNo} 次】` : "",
    reversed ? `【${reversed.mark}】` : "",
    invoices.length > 0 ? "【已开发票】" : "",
  ].join("");
  const title = red ? "红 字 收 据" : "收 款 收 据";
  const start = Math.floor((WIDTH - widthOf(title) * 2) / 2);
  const number = `No. ${receipt.receiptNo}`;
  return [
    strong(spread(marks, cut(printable(receipt.projectName), 64), page)),
    { ...strong(" ".repeat(start) + title), large: true },
    strong(spread(`日期：${dateText(receipt.receivedOn)}`, "", cut(printable(number), 45))),
  ];
}

const PAYER_WIDTH = 46;

/** Payer and rooms beside each other; what a red receipt undoes. */
function factLines(receipt: Receipt): Line[] {
  const payer = wrapped(printable(payerText(receipt)), PAYER_WIDTH, 2);
  const rooms = wrapped(printable(roomsText(receipt.rooms)), WIDTH - PAYER_WIDTH - 20, 2);
  const facts = Array.from({ length: Math.max(payer.length, rooms.length) }, (_, index) =>
    plain(
      (index === 0 ? "付款人：" : " ".repeat(8)) +
        padded(payer[index] ?? "", PAYER_WIDTH + 4) +
        (index === 0 ? "房号：" : " ".repeat(6)) +
        (rooms[index] ?? ""),
    ),
  );
  const original = receipt.red ? [plain(cut(printable(originalText(receipt.red)), WIDTH))] : [];
  return underlined([...facts, ...original]);
}

interface FormColumn {
  title: string;
  width: number;
  align: Align;
  value: (line: ReceiptLineDto) => string;
}

const figures = (title: string, width: number, fenOf: (line: ReceiptLineDto) => number): FormColumn => ({
  title,
  width,
  align: "right",
  value: (line) => amountText(fenOf(line)),
});

/** The columns fill the grid; several rooms take theirs from the item's. */
function columnsOf({ rooms }: Receipt): FormColumn[] {
  const several = rooms.length > 1;
  return [
    { title: "收费项目", width: several ? 22 : 36, align: "left", value: ({ itemName }) => itemName },
    ...(several
      ? [{ title: "房号", width: 14, align: "left", value: ({ roomCode }: ReceiptLineDto) => roomCode ?? "" } as const]
      : []),
    { title: "计费期间", width: 22, align: "left", value: periodOf },
    { title: "数量", width: 14, align: "right", value: quantityText },
    { title: "单价", width: 10, align: "right", value: ({ unitPrice }) => unitPrice ?? "—" },
    figures("应收金额", 13, ({ receivableFen }) => receivableFen),
    figures("优惠减免", 11, ({ discountFen }) => discountFen),
    figures("实收金额", 14, paidOf),
  ];
}

const paidOf = ({ amountFen, lateFeeFen }: ReceiptLineDto) => amountFen + lateFeeFen;

/** `2026-11-01~2026-11-30`. */
const periodOf = ({ from, to }: ReceiptLineDto): string => {
  const days = [...new Set([from, to])].filter((day) => day !== null);
  return days.length === 0 ? "—" : days.join("~");
};

const titlesOf = (columns: readonly FormColumn[]): Line =>
  ruled(strong(columns.map(({ title, width, align }) => padded(title, width, align)).join("")));

const MOST_LINES_OF_A_CELL = 3;

/** One charge: a line, more where a text is too long for its column, and what its meter read. */
function linesOf(line: ReceiptLineDto, columns: readonly FormColumn[]): Line[] {
  const cells = columns.map(({ value, width }) => wrapped(printable(value(line)), width - 1, MOST_LINES_OF_A_CELL));
  const height = Math.max(...cells.map(({ length }) => length));
  const lines = Array.from({ length: height }, (_, row) =>
    plain(columns.map(({ width, align }, index) => padded(cells[index]?.[row] ?? "", width, align)).join("")),
  );
  return line.meter ? [...lines, plain(`  ${cut(printable(meterText(line.meter)), WIDTH - 2)}`)] : lines;
}

/** Total in figures and capitals, methods, remark. */
function closingLines(receipt: Receipt): Line[] {
  const { totalCapitals, totalFen } = receipt.totals;
  const paid = wrapped(printable(paidText(receipt)), WIDTH - 10, 2);
  const remark = remarkText(receipt) === "" ? [] : wrapped(printable(remarkText(receipt)), WIDTH - 10, 2);
  const labelled = (label: string, lines: readonly string[]) =>
    lines.map((text, index) => plain((index === 0 ? label : " ".repeat(widthOf(label))) + text));
  return [
    ruled(strong(spread(`合计（人民币大写）${totalCapitals}`, "", yuan(totalFen)))),
    ...labelled("收款方式：", paid),
    ...labelled("备　　注：", remark),
  ];
}

/** Seal and signatures, with a row to sign on; the names of the parts. */
function footLines(receipt: Receipt): Line[] {
  const payee = cut(printable(receipt.payeeName ?? receipt.projectName), 52);
  const cashier = cut(printable(receipt.cashierName), 18);
  return [
    plain(`${padded(`收款单位（盖章）：${payee}`, 72)}${padded(`收款人：${cashier}`, 28)}交款人：`),
    plain(""),
    plain(spread(receipt.copies.join("　"), "", "本收据不作为发票使用；开具发票时请交回本收据。")),
  ];
}

interface Item {
  lines: Line[];
  fen: number;
}

/** Deals the lines out to forms of `room` rows: each but the last ends with the sum carried on, each but the first begins with it. */
function deal(items: readonly Item[], room: number, closing: readonly Line[]): Line[][] {
  const pages: Line[][] = [];
  let rest = items;
  let carriedFen = 0;
  for (;;) {
    const opening = pages.length === 0 ? [] : [sumLine("承前页", carriedFen)];
    const whole = [...opening, ...rest.flatMap(({ lines }) => lines)];
    if (whole.length + closing.length <= room) return [...pages, [...underlined(whole), ...closing]];
    const taken = fitting(rest, room - opening.length - 1);
    const pageFen = taken.reduce((sum, { fen }) => sum + fen, 0);
    carriedFen += pageFen;
    const lines = [...opening, ...taken.flatMap((item) => item.lines)];
    pages.push([...underlined(lines), sumLine(`过次页（本页小计 ${amountText(pageFen)}）`, carriedFen)]);
    rest = rest.slice(taken.length);
  }
}

/** As many as fit, at least one; one always stays for the form with the total. */
function fitting(items: readonly Item[], room: number): Item[] {
  let used = 0;
  const fits = items.findIndex(({ lines }) => (used += lines.length) > room);
  const count = fits < 0 ? items.length : fits;
  return items.slice(0, Math.max(1, Math.min(count, items.length - 1)));
}

const sumLine = (text: string, fen: number): Line => strong(spread(text, "", amountText(fen)));

const underlined = (lines: readonly Line[]): Line[] =>
  lines.map((line, index) => (index === lines.length - 1 ? ruled(line) : line));
