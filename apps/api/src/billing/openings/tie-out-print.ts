import {
  type OpeningComparisonDto,
  type OpeningDto,
  openingSignLabels,
  openingStatusLabels,
  type OpeningSumDto,
  type OpeningTieOutDto,
  openingTotalKindLabels,
  openingTotalSourceLabels,
} from "@linli/contracts";
import type { Writable } from "node:stream";
import { todayIn } from "../../common/calendar.js";
import { gap } from "../../prints/blocks.js";
import { A4, drawPaper, factBlocks, heading, sentence, titleBlock } from "../../prints/paper.js";
import { type Column, tableBlocks } from "../../prints/table.js";
import { writeSheets, type WrittenPrint } from "../../prints/write-sheets.js";
import { amountText } from "../prints/wording.js";

/** What is printed of a tie-out. */
export interface TieOutSheet {
  project: { name: string; timeZone: string };
  opening: OpeningDto;
  tieOut: OpeningTieOutDto;
}

const TITLE = "期初核对表";
const STYLE = { size: 9, headSize: 8.6, padding: 4, noteSize: 7.4 };

/** Writes the tie-out of an import to the old list as a PDF in A4, with room for signatures. Ends `out`. */
export const writeTieOut = (sheet: TieOutSheet, out: Writable): Promise<WrittenPrint> =>
  writeSheets(
    { ...A4, title: TITLE },
    [sheet],
    (canvas, { project, opening, tieOut: { comparisons, sums, differences } }) => {
      const paper = {
        organisation: project.name,
        title: TITLE,
        facts: `${opening.openingNo ?? "未入账"}　${opening.fileName}`,
        foot: project.name,
      };
      drawPaper(canvas, paper, (at) => [
        titleBlock(canvas, paper, at),
        ...factBlocks(canvas, factsOf(opening, project.timeZone), at),
        gap(6),
        heading("与原清单合计核对", differences > 0 ? `${differences} 项不符` : `${comparisons.length} 项`, at),
        ...(comparisons.length > 0
          ? tableBlocks(canvas, at, COMPARED, comparisons, STYLE)
          : [sentence("没有录入原清单合计", at)]),
        gap(6),
        heading("按收费项目与楼栋汇总", `${sums.reduce((all, { count }) => all + count, 0)} 行`, at),
        ...(sums.length > 0
          ? tableBlocks(canvas, at, SUMMED, sums, STYLE)
          : [sentence("没有欠费、预收、押金或代收未解缴", at)]),
        gap(14),
        ...factBlocks(canvas, signatures(opening, project.timeZone), at),
      ]);
    },
    out,
  );

const dayIn = (timeZone: string, moment: string | null) => (moment ? todayIn(timeZone, new Date(moment)) : "");

const factsOf = (opening: OpeningDto, timeZone: string): [string, string][] => [
  ["导入编号", opening.openingNo ?? "未入账"],
  ["状态", openingStatusLabels[opening.status]],
  ["原清单", opening.fileName],
  ["启用日期", opening.cutOverOn],
  ["导入人", opening.createdByName],
  ["入账", opening.postedByName ? `${opening.postedByName} ${dayIn(timeZone, opening.postedAt)}` : "未入账"],
];

const signatures = (
  { sign, signedByName, signedAt, postedByName }: OpeningDto,
  timeZone: string,
): [string, string][] => [
  ["核对人", postedByName ?? ""],
  [
    "签字",
    sign === "SIGNED" ? `${signedByName} ${dayIn(timeZone, signedAt)}` : `${openingSignLabels[sign]}　　　　　　`,
  ],
];

const COMPARED: Column<OpeningComparisonDto>[] = [
  { title: "种类", width: 44, value: ({ kind }) => openingTotalKindLabels[kind] },
  { title: "收费项目", value: ({ feeItemName }) => feeItemName ?? "全部" },
  { title: "楼栋", width: 70, value: ({ buildingName }) => buildingName ?? "全部" },
  { title: "来源", width: 60, value: ({ source }) => openingTotalSourceLabels[source] },
  money("原清单（元）", ({ expectedFen }) => expectedFen),
  money("导入（元）", ({ importedFen }) => importedFen),
  money("差额（元）", ({ differenceFen }) => differenceFen),
];

const SUMMED: Column<OpeningSumDto>[] = [
  { title: "种类", width: 60, value: ({ kind }) => openingTotalKindLabels[kind] },
  { title: "收费项目", value: ({ kind, feeItemName }) => feeItemName ?? (kind === "PREPAYMENT" ? "通用预收" : "") },
  { title: "楼栋", width: 110, value: ({ buildingName }) => buildingName ?? "" },
  { title: "行数", width: 60, align: "right", figure: true, value: ({ count }) => String(count) },
  money("金额（元）", ({ amountFen }) => amountFen),
];

function money<Row>(title: string, fen: (row: Row) => number): Column<Row> {
  return { title, width: 84, align: "right", figure: true, value: (row) => amountText(fen(row)) };
}
