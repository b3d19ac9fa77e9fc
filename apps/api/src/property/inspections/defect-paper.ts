import { type DefectDto, defectSeverityLabels, type DefectSheetDto, defectStateLabels } from "@linli/contracts";
import type { Writable } from "node:stream";
import { gap } from "../../prints/blocks.js";
import { type Canvas, GREY } from "../../prints/canvas.js";
import { A4, drawPaper, factBlocks, heading, sentence, titleBlock } from "../../prints/paper.js";
import { type Column, tableBlocks, type TableStyle } from "../../prints/table.js";
import { dateText } from "../../prints/wording.js";
import { writeSheets } from "../../prints/write-sheets.js";
import { stepsOf } from "./inspection-paper.js";

const STYLE: TableStyle = { size: 8.4, headSize: 8, padding: 4, noteSize: 7.2 };

const columns: Column<DefectDto>[] = [
  { title: "房间", width: 72, narrow: 56, bold: true, value: ({ roomCode }) => roomCode },
  { title: "位置", width: 74, narrow: 56, value: ({ place }) => place },
  { title: "缺陷", value: ({ description }) => description },
  { title: "程度", width: 40, value: ({ severity }) => defectSeverityLabels[severity] },
  { title: "验收单", width: 62, value: ({ inspectionNumber }) => inspectionNumber },
  {
    title: "整改期限",
    width: 62,
    value: ({ deadline, overdue }) => (overdue ? `${deadline}（逾期）` : deadline),
  },
  { title: "状态", width: 48, value: ({ state }) => defectStateLabels[state] },
];

/** Writes what a contractor still has to put right (整改通知单) as a PDF in A4. Ends `out`. */
export const writeDefects = (sheet: DefectSheetDto, out: Writable) =>
  writeSheets({ ...A4, title: "缺陷整改通知单" }, [sheet], drawDefects, out);

function drawDefects(canvas: Canvas, { projectName, contractor, today, items }: DefectSheetDto): void {
  const overdue = items.filter((defect) => defect.overdue).length;
  const paper = {
    organisation: projectName,
    title: "缺陷整改通知单",
    facts: `责任单位：${contractor}　${dateText(today)}`,
    foot: `缺陷整改通知单　${contractor}`,
  };
  drawPaper(canvas, paper, (at) => [
    titleBlock(canvas, paper, at),
    ...factBlocks(
      canvas,
      [
        ["责任单位", contractor],
        ["打印日期", dateText(today)],
        ["未完成", `${items.length} 处，其中逾期 ${overdue} 处`],
      ],
      at,
    ),
    gap(10),
    heading("待整改与待复验的缺陷", `${items.length} 处`, at),
    ...(items.length > 0
      ? tableBlocks(canvas, at, columns, items, STYLE, stepsOf)
      : [sentence("没有未完成的缺陷。", at)]),
    gap(24),
    {
      height: 40,
      draw: (target, y) => {
        target.text("物业服务企业（盖章）：", at.x + 4, y + 14, { size: 9, color: GREY });
        target.text("责任单位签收：", at.x + at.width / 2, y + 14, { size: 9, color: GREY });
        target.rule(at.x + at.width / 2 + 66, y + 18, at.x + at.width, GREY, 0.5);
      },
    },
  ]);
}
