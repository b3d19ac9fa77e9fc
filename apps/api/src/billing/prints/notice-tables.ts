import type { NoticeArrearDto, NoticeChargeDto, NoticePrintDto } from "@linli/contracts";
import type { Block } from "../../prints/blocks.js";
import { type Canvas, GREY, INK } from "../../prints/canvas.js";
import { type Column, tableBlocks, type TableStyle } from "../../prints/table.js";
import { amountText, meterText, quantityText, servicePeriod, taxText } from "./wording.js";

const STYLE: TableStyle = { size: 8.2, headSize: 8, padding: 4, noteSize: 7 };
const PERIOD_WIDTH = { width: 120, narrow: 66 };

type Span = { x: number; width: number };

/** 往期欠费, one row for each open charge of an earlier period. */
export function arrearsTable(canvas: Canvas, notice: NoticePrintDto, at: Span): Block[] {
  const columns: Column<NoticeArrearDto>[] = [
    { title: "项目", value: ({ itemName }) => itemName },
    ...roomColumn(notice),
    { title: "计费期间", ...PERIOD_WIDTH, value: servicePeriod },
    { title: "缴费期限", width: 62, figure: true, value: ({ dueDate }) => dueDate ?? "—" },
    amountColumn("应收", ({ amountFen }) => amountFen),
    amountColumn("已收", ({ paidFen }) => paidFen),
    { ...amountColumn<NoticeArrearDto>("欠缴", ({ openFen }) => openFen), bold: true },
  ];
  return [
    ...tableBlocks(canvas, at, columns, notice.arrears, STYLE),
    sumRow("往期欠费小计", notice.totals.arrearsFen, at),
  ];
}

/** 本期应收, one row for each charge with its readings and the sentence that explains it; columns nothing stands in are left out. */
export function chargesTable(canvas: Canvas, notice: NoticePrintDto, at: Span): Block[] {
  const { charges } = notice;
  const columns: Column<NoticeChargeDto>[] = [
    { title: "项目", value: ({ itemName }) => itemName },
    ...roomColumn(notice),
    { title: "计费期间", ...PERIOD_WIDTH, value: servicePeriod },
    {
      title: charges.some(({ meter }) => meter) ? "数量/用量" : "数量/面积",
      width: 54,
      align: "right",
      figure: true,
      value: quantityText,
    },
    { title: "单价", width: 40, align: "right", figure: true, value: ({ unitPrice }) => unitPrice ?? "—" },
    ...whenAny(charges, ({ surchargeFen }) => surchargeFen, "附加费", 42),
    { ...amountColumn<NoticeChargeDto>("金额", ({ amountFen }) => amountFen) },
    ...lastBillColumn(charges),
    ...whenAny(charges, ({ shareFen }) => shareFen, "其中公摊", 46),
    ...whenAny(charges, ({ waivedFen }) => waivedFen, "减免", 44),
    ...whenAny(charges, ({ offsetFen }) => offsetFen, "预收冲抵", 48),
    amountColumn("已收", ({ paidFen }) => paidFen),
    { ...amountColumn<NoticeChargeDto>("欠缴", ({ openFen }) => openFen), bold: true },
  ];
  const rows = tableBlocks(canvas, at, columns, charges, STYLE, explanationsOf);
  return [...rows, sumRow("本期欠缴小计", notice.totals.currentFen, at)];
}

function roomColumn<Row extends { roomCode: string | null }>({ rooms }: NoticePrintDto): Column<Row>[] {
  return rooms.length > 1 ? [{ title: "房号", width: 58, value: ({ roomCode }) => roomCode ?? "—" }] : [];
}

function amountColumn<Row>(title: string, fenOf: (row: Row) => number): Column<Row> {
  return { title, width: 54, align: "right", figure: true, value: (row) => amountText(fenOf(row)) };
}

/** 上期账单, where something was billed before. */
function lastBillColumn(charges: readonly NoticeChargeDto[]): Column<NoticeChargeDto>[] {
  if (charges.every(({ lastFen }) => lastFen === null)) return [];
  const value = ({ lastFen }: NoticeChargeDto) => (lastFen === null ? "—" : amountText(lastFen));
  return [{ title: "上期账单", width: 48, align: "right", figure: true, value }];
}

function whenAny<Row>(rows: readonly Row[], fenOf: (row: Row) => number, title: string, width: number): Column<Row>[] {
  return rows.some((row) => fenOf(row) !== 0) ? [{ ...amountColumn<Row>(title, fenOf), width }] : [];
}

function explanationsOf({ meter, explanation, tax }: NoticeChargeDto): string[] {
  return [
    ...(meter === null ? [] : [`抄表：${meterText(meter)}`]),
    ...(explanation === null ? [] : [`计算：${explanation}`]),
    ...(tax === null ? [] : [`税额：${taxText(tax)}`]),
  ];
}

function sumRow(label: string, fen: number, at: Span): Block {
  const height = STYLE.size + STYLE.padding * 2 + 3;
  return {
    height,
    draw: (canvas, y) => {
      const baseline = y + STYLE.padding + STYLE.size * 1.1;
      canvas.text(label, at.x, baseline, { size: STYLE.size, color: GREY, align: "right" }, at.width - 90);
      canvas.fitted(
        amountText(fen),
        at.x + at.width - 84,
        baseline,
        { size: STYLE.size + 0.6, weight: "bold", color: INK, align: "right" },
        84 - STYLE.padding,
      );
    },
  };
}
