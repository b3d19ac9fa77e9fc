import type { Writable } from "node:stream";
import {
  type DunningCaseDetailDto,
  type DunningChargeDto,
  type DunningNoticeDto,
  type DunningStepDto,
  dunningChannelLabels,
  dunningDeliveryLabels,
  limitationActLabels,
  promiseFormLabels,
  promiseStateLabels,
} from "@linli/contracts";
import { type Block, gap } from "../../../prints/blocks.js";
import { type Canvas, GREY } from "../../../prints/canvas.js";
import { A4, drawPaper, factBlocks, heading, sentence, type Span, titleBlock } from "../../../prints/paper.js";
import { type Column, tableBlocks } from "../../../prints/table.js";
import { dateText } from "../../../prints/wording.js";
import { writeSheets, type WrittenPrint } from "../../../prints/write-sheets.js";
import { amountText, yuan } from "../../prints/wording.js";
import { drawNotice } from "./dunning-notice-pages.js";
import { filesOf } from "./evidence-files.js";

/** Money that came for the debts of a case, in fen. */
export interface EvidenceReceipt {
  receiptNo: string;
  bookedOn: string;
  amountFen: number;
  items: string;
}

/** A picture that proves something. */
export interface EvidencePicture {
  words: string;
  dataUrl: string;
}

/** What an evidence pack states. */
export interface Evidence {
  one: DunningCaseDetailDto;
  receipts: EvidenceReceipt[];
  notices: DunningNoticeDto[];
  pictures: EvidencePicture[];
  printedOn: string;
}

const SHEET = { ...A4, title: "催缴证据包" };
const STYLE = { size: 8.2, headSize: 8, padding: 4, noteSize: 7.2 };
const PICTURE_HEIGHT = 320;

/** Writes the pack as one PDF: debts and limitation, demands, promises, receipts, pictures; then the notices. Ends `out`. */
export const writeEvidence = (evidence: Evidence, out: Writable): Promise<WrittenPrint> =>
  writeSheets<(canvas: Canvas) => void>(
    SHEET,
    [
      (canvas) => drawCase(canvas, evidence),
      ...evidence.notices.map((notice) => (canvas: Canvas) => drawNotice(canvas, notice)),
    ],
    (canvas, draw) => draw(canvas),
    out,
  );

function drawCase(canvas: Canvas, evidence: Evidence): void {
  const { one, printedOn } = evidence;
  const paper = {
    organisation: one.projectName,
    title: "催缴证据包",
    facts: `${one.roomCode}　${one.payerName}（${one.payerNumber}）`,
    foot: `制作日期 ${printedOn}`,
  };
  drawPaper(canvas, paper, (at) => [
    titleBlock(canvas, paper, at),
    ...factBlocks(canvas, factsOf(evidence), at),
    gap(10),
    heading("一、欠费与诉讼时效", "单位：元", at),
    ...chargeTable(canvas, one.items, at),
    gap(10),
    heading("二、催缴经过", "", at),
    ...stepTable(canvas, one.history, at),
    gap(10),
    heading("三、还款承诺", "", at),
    ...promiseTable(canvas, one, at),
    gap(10),
    heading("四、诉讼与仲裁", "", at),
    ...lawsuitTable(canvas, one, at),
    gap(10),
    heading("五、收款", "单位：元", at),
    ...receiptTable(canvas, evidence.receipts, at),
    gap(10),
    heading("六、证据", "", at),
    ...proofs(canvas, evidence, at),
  ]);
}

function factsOf({ one, notices, printedOn }: Evidence): (readonly [string, string])[] {
  return [
    ["房　　号", one.roomCode],
    ["收费对象", `${one.payerName}（${one.payerNumber}）`],
    ["逾期欠费", `${yuan(one.openFen)}（${one.charges} 笔）`],
    ["最早应缴", one.oldestDueOn ?? "—"],
    ["时效届满", one.limitationOn === null ? "—" : `${one.limitationOn}（最早的一笔）`],
    ["连带责任", one.jointlyLiable.map(({ name }) => name).join("、") || "—"],
    ["催　　缴", `${one.steps} 次`],
    ["制作日期", dateText(printedOn)],
    ["附催款单", notices.length === 0 ? "—" : `${notices.length} 份，附后`],
  ];
}

function chargeTable(canvas: Canvas, items: readonly DunningChargeDto[], at: Span): Block[] {
  const columns: Column<DunningChargeDto>[] = [
    { title: "项目", value: ({ feeItemName }) => feeItemName },
    {
      title: "计费期间",
      width: 122,
      narrow: 66,
      value: ({ serviceFrom, serviceTo }) => `${serviceFrom} 至 ${serviceTo}`,
    },
    { title: "应缴日", width: 60, figure: true, value: ({ dueOn }) => dueOn },
    { title: "应收", width: 56, align: "right", figure: true, value: ({ amountFen }) => amountText(amountFen) },
    { title: "欠缴", width: 56, align: "right", figure: true, bold: true, value: ({ openFen }) => amountText(openFen) },
    { title: "时效届满", width: 64, figure: true, value: ({ limitationOn }) => limitationOn ?? "诉讼期间" },
  ];
  if (items.length === 0) return [sentence("没有逾期的欠费。", at)];
  return tableBlocks(canvas, at, columns, items, STYLE, clockOf);
}

/** How the clock of a charge went, in one line each. */
const clockOf = ({ dueOn, acts }: DunningChargeDto): string[] => [
  `时效自 ${dueOn} 次日起计算三年`,
  ...acts.map(({ kind, on, until, counts, lastDay }) => {
    const what = `${on} ${limitationActLabels[kind]}${until === null ? "" : `，${until} 终结`}`;
    if (!counts) return `${what}：已届满，不重新计算`;
    return lastDay === null ? `${what}：终结之前不计算` : `${what}：至 ${lastDay}`;
  }),
];

function stepTable(canvas: Canvas, history: readonly DunningStepDto[], at: Span): Block[] {
  const steps = history.filter(({ voidedOn }) => voidedOn === null).toReversed();
  const columns: Column<DunningStepDto>[] = [
    { title: "日期", width: 60, figure: true, value: ({ onDay }) => onDay },
    { title: "编号", width: 60, figure: true, value: ({ stepNo }) => stepNo },
    {
      title: "级别与方式",
      width: 96,
      value: ({ levelName, channel }) => [levelName, dunningChannelLabels[channel]].filter(Boolean).join("，"),
    },
    { title: "内容", value: ({ text }) => text },
    { title: "金额", width: 60, align: "right", figure: true, value: ({ amountFen }) => amountText(amountFen) },
    { title: "经办", width: 48, value: ({ createdByName }) => createdByName },
  ];
  if (steps.length === 0) return [sentence("没有催缴记录。", at)];
  return tableBlocks(canvas, at, columns, steps, STYLE, deliveriesOf);
}

const deliveriesOf = ({ deliveries }: DunningStepDto): string[] =>
  deliveries
    .filter(({ voidedOn }) => voidedOn === null)
    .map(({ deliveredOn, how, recipient, result, interrupts }) =>
      [`${deliveredOn} ${dunningDeliveryLabels[how]}`, recipient, result, interrupts ? "时效重新计算" : null]
        .filter(Boolean)
        .join("，"),
    );

function promiseTable(canvas: Canvas, { promises }: DunningCaseDetailDto, at: Span): Block[] {
  const standing = promises.filter(({ voidedOn }) => voidedOn === null).toReversed();
  if (standing.length === 0) return [sentence("没有还款承诺。", at)];
  const columns: Column<(typeof standing)[number]>[] = [
    { title: "承诺日期", width: 64, figure: true, value: ({ madeOn }) => madeOn },
    { title: "承诺人与形式", value: ({ promisedBy, form }) => `${promisedBy}，${promiseFormLabels[form]}` },
    { title: "承诺金额", width: 70, align: "right", figure: true, value: ({ amountFen }) => amountText(amountFen) },
    { title: "付款日", width: 64, figure: true, value: ({ payBy }) => payBy },
    { title: "期内已收", width: 70, align: "right", figure: true, value: ({ paidFen }) => amountText(paidFen) },
    { title: "履行", width: 52, value: ({ state }) => promiseStateLabels[state] },
  ];
  return tableBlocks(canvas, at, columns, standing, STYLE, ({ note }) => (note === null ? [] : [note]));
}

function lawsuitTable(canvas: Canvas, { lawsuits }: DunningCaseDetailDto, at: Span): Block[] {
  const standing = lawsuits.filter(({ voidedOn }) => voidedOn === null);
  if (standing.length === 0) return [sentence("没有诉讼和仲裁。", at)];
  const columns: Column<(typeof standing)[number]>[] = [
    { title: "起诉日期", width: 64, figure: true, value: ({ filedOn }) => filedOn },
    { title: "法院或仲裁机构", value: ({ forum }) => forum },
    { title: "案号", width: 130, value: ({ docketNo }) => docketNo ?? "—" },
    { title: "标的", width: 66, align: "right", figure: true, value: ({ amountFen }) => amountText(amountFen) },
    { title: "终结日期", width: 64, figure: true, value: ({ endedOn }) => endedOn ?? "进行中" },
  ];
  return tableBlocks(canvas, at, columns, standing, STYLE, ({ outcome }) => (outcome === null ? [] : [outcome]));
}

function receiptTable(canvas: Canvas, receipts: readonly EvidenceReceipt[], at: Span): Block[] {
  if (receipts.length === 0) return [sentence("没有收到过这些费用的款项。", at)];
  const columns: Column<EvidenceReceipt>[] = [
    { title: "收款日", width: 64, figure: true, value: ({ bookedOn }) => bookedOn },
    { title: "收据", width: 74, figure: true, value: ({ receiptNo }) => receiptNo },
    { title: "收取的费用", value: ({ items }) => items },
    { title: "金额", width: 70, align: "right", figure: true, value: ({ amountFen }) => amountText(amountFen) },
  ];
  return tableBlocks(canvas, at, columns, receipts, STYLE);
}

/** A list of all files, then the pictures, each with its words below. */
function proofs(canvas: Canvas, { one, pictures }: Evidence, at: Span): Block[] {
  const files = filesOf(one);
  if (files.length === 0) return [sentence("没有上传证据。", at)];
  const columns: Column<(typeof files)[number]>[] = [
    { title: "证明什么", width: 170, value: ({ of }) => of },
    { title: "证据", width: 84, value: ({ file }) => file.kindLabel },
    { title: "文件", value: ({ file }) => file.name },
    { title: "载入", width: 60, value: ({ file }) => (file.width === null ? "另附文件" : "见下图") },
  ];
  const missing = files.filter(({ file }) => file.width !== null).length - pictures.length;
  return [
    ...tableBlocks(canvas, at, columns, files, STYLE),
    ...(missing > 0 ? [sentence(`另有 ${missing} 张图片没有载入，请在系统中查看。`, at)] : []),
    gap(8),
    ...pictures.map((picture) => pictureBlock(picture, at)),
  ];
}

function pictureBlock({ words, dataUrl }: EvidencePicture, at: Span): Block {
  return {
    height: PICTURE_HEIGHT + 26,
    draw: (canvas, y) => {
      if (canvas.opens(dataUrl)) canvas.image(dataUrl, at.x, y + 4, at.width, PICTURE_HEIGHT);
      canvas.fitted(words, at.x, y + PICTURE_HEIGHT + 16, { size: 8, color: GREY, align: "center" }, at.width);
    },
  };
}
