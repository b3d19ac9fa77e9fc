import type { NoticePrintDto, NoticeTermsDto } from "@linli/contracts";
import type { Block } from "../../prints/blocks.js";
import { type Canvas, GREY, INK, LEADING } from "../../prints/canvas.js";
import { dateText } from "../../prints/wording.js";

const SIZE = 8.4;
const CODE_SIDE = 84;
const MAX_LINES = 8;

/** The notes of a notice, numbered, beside the QR code if there is one. */
export function noticeTermsBlocks(canvas: Canvas, notice: NoticePrintDto, at: { x: number; width: number }): Block[] {
  const { qrCode } = notice;
  const width = at.width - (qrCode ? CODE_SIDE + 26 : 0);
  const paragraphs = termsOf(notice.terms).map((text, index) => paragraph(canvas, index + 1, text, at.x, width));
  const title: Block = {
    height: 17,
    withNext: true,
    draw: (target, y) => target.text("缴费须知", at.x, y + 11, { size: 9.5, weight: "bold" }),
  };
  if (!qrCode) return paragraphs.length === 0 ? [] : [title, ...paragraphs];

  const x = at.x + at.width - CODE_SIDE - 8;
  const code: Block = {
    height: 0,
    withNext: true,
    draw: (target, y) => {
      target.dashedBox(x - 8, y, CODE_SIDE + 16, CODE_SIDE + 26);
      target.modules(qrCode.rows, x, y + 6, CODE_SIDE);
      target.fitted(qrCode.caption, x, y + CODE_SIDE + 18, { size: 8, color: INK, align: "center" }, CODE_SIDE);
    },
  };
  // the code stays on one page with the notes beside it, as far as it reaches down
  const beside: Block[] = [];
  let height = title.height;
  for (const block of paragraphs) {
    beside.push(height < CODE_SIDE + 26 ? { ...block, withNext: true } : block);
    height += block.height;
  }
  const rest: Block = { height: Math.max(0, CODE_SIDE + 30 - height), draw: () => {} };
  return [code, title, ...beside, rest];
}

function termsOf(terms: NoticeTermsDto): string[] {
  return [
    ...(terms.dueDate === null ? [] : [`请于 ${dateText(terms.dueDate)} 前（含当日）缴清以上费用。`]),
    ...(terms.paymentMethods.length === 0 ? [] : [`缴费方式：${terms.paymentMethods.join("；")}。`]),
    ...(terms.objectionDays === null
      ? []
      : [`如对本通知单所列费用有异议，请在收到之日起 ${terms.objectionDays} 日内向我处提出，我处核实后答复。`]),
    ...(terms.telephone === null ? [] : [`咨询电话：${terms.telephone}。`]),
    ...terms.others,
  ];
}

function paragraph(canvas: Canvas, number: number, text: string, x: number, width: number): Block {
  const lines = canvas.lines(text, { size: SIZE }, width - 14, MAX_LINES);
  return {
    height: lines.length * SIZE * LEADING + 2,
    draw: (target, y) => {
      target.text(`${number}.`, x, y + SIZE * 1.05, { size: SIZE, color: GREY });
      lines.forEach((line, index) =>
        target.text(line, x + 14, y + SIZE * (1.05 + index * LEADING), { size: SIZE, color: "#3d4450" }),
      );
    },
  };
}
