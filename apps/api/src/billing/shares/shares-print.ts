import { type ShareDto, type ShareLineDto, shareMethodLabels } from "@linli/contracts";
import type { Writable } from "node:stream";
import { csvLine } from "../../common/csv.js";
import { formatFen } from "../../common/money.js";
import { gap } from "../../prints/blocks.js";
import { A4, drawPaper, factBlocks, heading, sentence, titleBlock } from "../../prints/paper.js";
import { type Column, tableBlocks } from "../../prints/table.js";
import { writeSheets, type WrittenPrint } from "../../prints/write-sheets.js";
import { amountText, periodText } from "../prints/wording.js";
import { amountInWords, baseName, weightUnits } from "./shares-words.js";

/** What is published of a month (LAW-24): use, price, share and list. */
export interface SharesSheet {
  project: { name: string; telephone: string | null };
  share: ShareDto;
  lines: readonly ShareLineDto[];
}

const TITLE = "公摊费用公示表";

/** Writes the list of a month as a PDF in A4. Ends `out`. */
export const writeSharesSheet = (sheet: SharesSheet, out: Writable): Promise<WrittenPrint> =>
  writeSheets(
    { ...A4, title: TITLE },
    [sheet],
    (canvas, { project, share, lines }) => {
      const facts = factsOf(share, lines);
      const paper = {
        organisation: project.name,
        title: TITLE,
        facts: `${share.poolName}　${periodText(share.period)}`,
        foot: project.telephone ? `咨询电话 ${project.telephone}` : project.name,
      };
      drawPaper(canvas, paper, (at) => [
        titleBlock(canvas, paper, at),
        ...factBlocks(canvas, facts, at),
        gap(6),
        heading("各房间分摊", `共 ${lines.length} 间`, at),
        ...(lines.length === 0 ? [sentence("本月没有房间分摊", at)] : []),
        ...(lines.length > 0
          ? tableBlocks(canvas, at, columnsOf(share), lines, { size: 9, headSize: 8.6, padding: 4, noteSize: 7.4 })
          : []),
      ]);
    },
    out,
  );

/** The head of the published list as labels and values. */
export function factsOf(share: ShareDto, lines: readonly ShareLineDto[]): [string, string][] {
  const facts: [string, string][] = [
    ["分摊项目", share.poolName],
    ["月份", periodText(share.period)],
    ["公摊用途", share.purpose],
    ["收费项目", share.feeItemName],
    ...(share.meterNo === null ? [] : [["公共表", share.meterNo] satisfies [string, string]]),
    ["用量金额", amountInWords(share)],
    ["分摊方式", shareMethodLabels[share.method]],
    ["分摊基数", `${baseName(share)}合计 ${share.base} ${weightUnits[share.method]}`.trim()],
    ["分摊合计", `${amountText(lines.reduce((sum, { amountFen }) => sum + amountFen, 0))} 元`],
  ];
  if (share.borneFen > 0) facts.push(["物业承担", `${amountText(share.borneFen)} 元`]);
  if (share.legalBasis) facts.push(["约定依据", share.legalBasis]);
  if (share.remark) facts.push(["说明", share.remark]);
  if (share.status !== "CONFIRMED") facts.push(["状态", "尚未确认，仅供核对"]);
  return facts;
}

const columnsOf = (share: ShareDto): Column<ShareLineDto>[] => [
  { title: "房号", width: 110, value: ({ roomCode }) => roomCode },
  { title: "房间", value: ({ roomName }) => roomName },
  {
    title: `${baseName(share)}${weightUnits[share.method] && `（${weightUnits[share.method]}）`}`,
    width: 90,
    align: "right",
    figure: true,
    value: ({ weight }) => weight,
  },
  { title: "应分摊（精确）", width: 90, align: "right", figure: true, value: ({ raw }) => raw },
  {
    title: "分摊金额（元）",
    width: 90,
    align: "right",
    figure: true,
    bold: true,
    value: ({ amountFen }) => amountText(amountFen),
  },
  { title: "备注", width: 64, value: ({ borne }) => (borne ? "物业承担" : "") },
];

/** The same list as a table for spreadsheets. */
export function* sharesCsv(share: ShareDto, lines: readonly ShareLineDto[]): Generator<string> {
  yield "\ufeff";
  for (const fact of factsOf(share, lines)) yield csvLine(fact);
  yield csvLine(["房号", "房间", baseName(share), "应分摊（精确，元）", "尾差（元）", "分摊金额（元）", "备注"]);
  for (const line of lines) {
    const { roomCode, roomName, weight, raw, remainderFen, amountFen, borne } = line;
    const cells = [roomCode, roomName, weight, raw, formatFen(remainderFen), formatFen(amountFen)];
    yield csvLine([...cells, borne ? "物业承担" : ""]);
  }
}
