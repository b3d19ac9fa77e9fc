import {
  type DefectDto,
  defectActionLabels,
  defectSeverityLabels,
  defectStateLabels,
  type InspectionDetailDto,
  type InspectionItemDto,
  type InspectionReadingDto,
  inspectionResultLabels,
  type InspectionSheetDto,
  inspectionStateLabels,
  meterKindLabels,
  signerRoleLabels,
} from "@linli/contracts";
import type { Writable } from "node:stream";
import { type Block, gap } from "../../prints/blocks.js";
import { type Canvas, GREY } from "../../prints/canvas.js";
import { A4, drawPaper, factBlocks, heading, sentence, type Span, titleBlock } from "../../prints/paper.js";
import { type Column, tableBlocks, type TableStyle } from "../../prints/table.js";
import { dateText } from "../../prints/wording.js";
import { writeSheets } from "../../prints/write-sheets.js";

const STYLE: TableStyle = { size: 8.4, headSize: 8, padding: 4, noteSize: 7.2 };

/** A sheet with the pictures of its signatures as data URLs, in their order. */
export type InspectionPaper = InspectionSheetDto & { signaturePictures: string[]; photos: DefectPhoto[] };

/** A photo of a defect as a data URL, with where it is and what it shows. */
export interface DefectPhoto {
  words: string;
  dataUrl: string;
}

/** Writes an inspection sheet (验收单, PRP-09) as a PDF in A4. Ends `out`. */
export const writeInspection = (paper: InspectionPaper, out: Writable) =>
  writeSheets({ ...A4, title: "房屋验收单" }, [paper], drawInspection, out);

function drawInspection(canvas: Canvas, sheet: InspectionPaper): void {
  const { inspection } = sheet;
  const paper = {
    organisation: sheet.projectName,
    title: "房屋验收单",
    facts: `验收单 ${inspection.number}　房间 ${inspection.roomCode}　接房人 ${inspection.takerName}`,
    foot: `验收单号 ${inspection.number}`,
  };
  drawPaper(canvas, paper, (at) => [
    titleBlock(canvas, paper, at),
    ...factBlocks(canvas, factsOf(inspection), at),
    gap(10),
    heading("验收项目", `${inspection.items.length} 项，不合格 ${inspection.failedItems} 项`, at),
    ...itemsTable(canvas, inspection.items, at),
    gap(8),
    heading("仪表起度", "计费从这里开始", at),
    ...readingsTable(canvas, inspection.readings, at),
    gap(8),
    heading("缺陷与整改", `${inspection.defectList.length} 处`, at),
    ...defectsTable(canvas, inspection.defectList, at),
    ...photoRows(sheet.photos, at),
    gap(14),
    signatureBlock(sheet, at),
  ]);
  if (inspection.state === "VOID") canvas.stamp("已作废", canvas.width / 2, canvas.height / 2, 64);
}

function factsOf(inspection: InspectionDetailDto): (readonly [string, string])[] {
  const { takerName, takerRelation, layout, correctsNumber, correctionReason, voidReason } = inspection;
  return [
    ["房　　间", `${inspection.roomCode} ${inspection.roomName}（${inspection.buildingName}）`],
    ["验收单号", inspection.number],
    ["接 房 人", takerRelation ? `${takerName}（${takerRelation}）` : takerName],
    ["验收日期", dateText(inspection.inspectedOn)],
    ["户　　型", layout ?? "—"],
    ["验 收 人", inspection.inspectorName],
    ["状　　态", inspectionStateLabels[inspection.state]],
    ...(correctsNumber ? [["更　　正", `${correctsNumber}：${correctionReason}`] as const] : []),
    ...(voidReason ? [["作　　废", voidReason] as const] : []),
  ];
}

function itemsTable(canvas: Canvas, items: readonly InspectionItemDto[], at: Span): Block[] {
  const columns: Column<InspectionItemDto>[] = [
    { title: "序", width: 26, align: "right", figure: true, value: ({ no }) => String(no) },
    { title: "部位", width: 66, narrow: 50, value: ({ group }) => group },
    { title: "项目", width: 92, narrow: 70, value: ({ name }) => name },
    { title: "标准", value: ({ standard }) => standard ?? "—" },
    { title: "结果", width: 48, value: ({ result }) => (result ? inspectionResultLabels[result] : "未验") },
    { title: "说明", width: 110, narrow: 80, value: ({ remark }) => remark ?? "" },
  ];
  return items.length > 0 ? tableBlocks(canvas, at, columns, items, STYLE) : [sentence("没有验收项目。", at)];
}

function readingsTable(canvas: Canvas, readings: readonly InspectionReadingDto[], at: Span): Block[] {
  const columns: Column<InspectionReadingDto>[] = [
    { title: "表种", width: 80, value: ({ kind }) => meterKindLabels[kind] },
    { title: "表号", value: ({ meterNo }) => meterNo },
    { title: "读数", width: 120, align: "right", figure: true, bold: true, value: ({ reading }) => reading },
  ];
  return readings.length > 0 ? tableBlocks(canvas, at, columns, readings, STYLE) : [sentence("没有仪表读数。", at)];
}

function defectsTable(canvas: Canvas, defects: readonly DefectDto[], at: Span): Block[] {
  const columns: Column<DefectDto>[] = [
    { title: "位置", width: 74, narrow: 56, value: ({ place }) => place },
    { title: "缺陷", value: ({ description }) => description },
    { title: "程度", width: 40, value: ({ severity }) => defectSeverityLabels[severity] },
    { title: "责任单位", width: 96, narrow: 70, value: ({ contractor }) => contractor },
    { title: "整改期限", width: 62, value: ({ deadline }) => deadline },
    { title: "状态", width: 52, value: ({ state }) => defectStateLabels[state] },
  ];
  return defects.length > 0 ? tableBlocks(canvas, at, columns, defects, STYLE, stepsOf) : [sentence("没有缺陷。", at)];
}

/** What was done with a defect, in one line each; none when nothing was done. */
export const stepsOf = ({ steps }: DefectDto): string[] =>
  steps.map(({ action, doneOn, byName, remark }) => {
    const what = defectActionLabels[action];
    return `${doneOn} ${what}（${byName}）${remark ? `：${remark}` : ""}`;
  });

const PHOTOS_IN_ROW = 4;

/** Photos of defects, four to a row, each with its words below. */
function photoRows(photos: readonly DefectPhoto[], at: Span): Block[] {
  const width = at.width / PHOTOS_IN_ROW;
  const side = width - 8;
  return Array.from({ length: Math.ceil(photos.length / PHOTOS_IN_ROW) }, (_row, row) => ({
    height: side + 22,
    draw: (canvas: Canvas, y: number) => {
      photos.slice(row * PHOTOS_IN_ROW, (row + 1) * PHOTOS_IN_ROW).forEach(({ words, dataUrl }, column) => {
        const x = at.x + column * width;
        if (canvas.opens(dataUrl)) canvas.image(dataUrl, x, y + 6, side);
        canvas.fitted(words, x, y + side + 16, { size: 7.2, color: GREY }, side);
      });
    },
  }));
}

/** Both signatures side by side, or the reason why there is none. */
function signatureBlock({ inspection, signaturePictures }: InspectionPaper, at: Span): Block {
  const { signatures, unsignedReason } = inspection;
  const width = at.width / 2;
  return {
    height: 96,
    draw: (canvas, y) => {
      (["TAKER", "INSPECTOR"] as const).forEach((role, column) => {
        const x = at.x + column * width;
        const index = signatures.findIndex((one) => one.role === role);
        const signature = signatures[index];
        canvas.text(`${signerRoleLabels[role]}签字：`, x + 4, y + 14, { size: 9, color: GREY });
        const picture = signaturePictures[index];
        if (picture && canvas.opens(picture)) canvas.image(picture, x + 60, y - 14, 84);
        const name = signature?.name ?? (role === "TAKER" ? inspection.takerName : inspection.inspectorName);
        const under = signature ? `${name}　${dateText(signature.signedAt.slice(0, 10))}` : "";
        canvas.rule(x + 60, y + 66, x + width - 16, GREY, 0.5);
        canvas.fitted(under, x + 60, y + 78, { size: 8.5 }, width - 76);
      });
      if (unsignedReason) {
        canvas.fitted(`接房人未签字：${unsignedReason}`, at.x + 4, y + 92, { size: 8.5, color: GREY }, at.width - 8);
      }
    },
  };
}
