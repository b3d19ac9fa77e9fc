import type { PriceBoardDto, PriceBoardRowDto } from "@linli/contracts";
import type { Writable } from "node:stream";
import { gap } from "../../prints/blocks.js";
import { A4, drawPaper, factBlocks, sentence, titleBlock } from "../../prints/paper.js";
import { type Column, tableBlocks } from "../../prints/table.js";
import { dateText } from "../../prints/wording.js";
import { writeSheets, type WrittenPrint } from "../../prints/write-sheets.js";

const TITLE = "服务收费价目表";

const COLUMNS: Column<PriceBoardRowDto>[] = [
  {
    title: "收费项目",
    width: 82,
    value: ({ feeItemName, collectedForOthers }) => `${feeItemName}${collectedForOthers ? "（代收）" : ""}`,
  },
  { title: "收费标准", width: 84, value: ({ name }) => name ?? "—" },
  { title: "价格", value: ({ price }) => price, bold: true },
  { title: "计费方式", width: 68, value: ({ base }) => base },
  { title: "周期", width: 32, align: "center", value: ({ cycle }) => cycle ?? "—" },
  { title: "应缴日", width: 54, value: ({ due }) => due ?? "—" },
  { title: "定价依据", width: 90, value: ({ legalBasis }) => legalBasis ?? "—" },
];

/** Writes the price board (明码标价, LAW-16) as a PDF in A4. Ends `out`. */
export const writePriceBoard = (board: PriceBoardDto, out: Writable): Promise<WrittenPrint> =>
  writeSheets(
    { ...A4, title: TITLE },
    [board],
    (canvas, { projectName, telephone, address, date, rows }) => {
      const paper = {
        organisation: projectName,
        title: TITLE,
        facts: `${dateText(date)}执行`,
        foot: telephone ? `咨询和投诉电话 ${telephone}` : projectName,
      };
      const facts: [string, string][] = [
        ["执行日期", dateText(date)],
        ["咨询电话", telephone ?? "—"],
      ];
      if (address) facts.push(["服务地址", address]);
      drawPaper(canvas, paper, (at) => [
        titleBlock(canvas, paper, at),
        ...factBlocks(canvas, facts, at),
        gap(6),
        ...(rows.length === 0
          ? [sentence("还没有生效的收费标准", at)]
          : tableBlocks(canvas, at, COLUMNS, rows, { size: 9, headSize: 8.6, padding: 4, noteSize: 7.4 })),
        sentence("代收费用按供应单位的价格收取，不加收手续费。除本表所列外不另收费。", at),
      ]);
    },
    out,
  );
