import { Injectable, type StreamableFile } from "@nestjs/common";
import { readFile } from "node:fs/promises";
import { FileStore } from "../../files/file-store.js";
import { toPrintable } from "../../files/picture-processing.js";
import { pdfAnswer } from "../../prints/pdf-answer.js";
import { writeDefects } from "./defect-paper.js";
import { DefectQueries } from "./defect.queries.js";
import { writeInspection } from "./inspection-paper.js";
import { InspectionQueries } from "./inspection.queries.js";

/** The papers of inspections as PDF. */
@Injectable()
export class InspectionPrints {
  constructor(
    private readonly inspections: InspectionQueries,
    private readonly defects: DefectQueries,
    private readonly store: FileStore,
  ) {}

  /** 验收单 @throws NOT_FOUND */
  async inspection(projectId: string, id: string): Promise<StreamableFile> {
    const sheet = await this.inspections.sheet(projectId, id);
    const signaturePictures = await Promise.all(
      sheet.inspection.signatures.map(async ({ attachmentId }) =>
        toPrintable(await readFile(this.store.pathOf(projectId, attachmentId))),
      ),
    );
    const { number } = sheet.inspection;
    return pdfAnswer(`验收单 ${number}.pdf`, (out) => writeInspection({ ...sheet, signaturePictures }, out));
  }

  /** 缺陷整改通知单 of a contractor. */
  async defectsOf(projectId: string, contractor: string): Promise<StreamableFile> {
    const sheet = await this.defects.sheet(projectId, contractor);
    return pdfAnswer(`缺陷整改通知单 ${contractor}.pdf`, (out) => writeDefects(sheet, out));
  }
}
