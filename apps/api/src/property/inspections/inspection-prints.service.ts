import { Injectable, type StreamableFile } from "@nestjs/common";
import { type DefectDto, picturesOf } from "@linli/contracts";
import { readFile } from "node:fs/promises";
import { FileStore } from "../../files/file-store.js";
import { toPrintable } from "../../files/picture-processing.js";
import { pdfAnswer } from "../../prints/pdf-answer.js";
import { writeDefects } from "./defect-paper.js";
import { DefectQueries } from "./defect.queries.js";
import { type DefectPhoto, writeInspection } from "./inspection-paper.js";
import { InspectionQueries } from "./inspection.queries.js";

/** Longest side of a photo on paper in pixels: about 300 to the inch. */
const PHOTO_EDGE = 500;

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
    const { number, defectList } = sheet.inspection;
    const photos = await this.photosOf(projectId, defectList);
    return pdfAnswer(`验收单 ${number}.pdf`, (out) => writeInspection({ ...sheet, signaturePictures, photos }, out));
  }

  /** The pictures of defects, small enough for paper, one after the other to keep memory low. */
  private async photosOf(projectId: string, defects: readonly DefectDto[]): Promise<DefectPhoto[]> {
    const photos: DefectPhoto[] = [];
    for (const { picture, words } of picturesOf(defects)) {
      const content = await readFile(this.store.pathOf(projectId, picture.id));
      photos.push({ words, dataUrl: await toPrintable(content, PHOTO_EDGE) });
    }
    return photos;
  }

  /** 缺陷整改通知单 of a contractor. */
  async defectsOf(projectId: string, contractor: string): Promise<StreamableFile> {
    const sheet = await this.defects.sheet(projectId, contractor);
    return pdfAnswer(`缺陷整改通知单 ${contractor}.pdf`, (out) => writeDefects(sheet, out));
  }
}
