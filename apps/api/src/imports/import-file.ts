import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { AttributeDto, ImportKind } from "@linli/contracts";
import type { FileStore } from "../files/file-store.js";
import { asViolation, fileChanged, fileGone, mappingIncomplete } from "./import.errors.js";
import type { ImportBatch } from "./import-batch.entity.js";
import { type ImportLayout, readableProfile } from "./import-layout.js";
import { readProfile } from "./profiles/read-profile.js";
import { type ImportRecords, numberRecords } from "./profiles/records.js";
import { openWorkbook } from "./workbook/read-workbook.js";
import { WORKBOOK_LIMITS } from "./workbook/workbook-error.js";

/** The name of an uploaded workbook below the folder of its project. */
export const importFile = (id: string): string => `imports/${id}`;

export const layoutOf = (batch: Pick<ImportBatch, "layout">): ImportLayout => batch.layout as unknown as ImportLayout;

/**
 * Reads the stored workbook as its layout says. The file must still be the one that was uploaded.
 * @throws IMPORT_FILE_GONE, IMPORT_FILE_CHANGED, MAPPING_INCOMPLETE, and what `openWorkbook` refuses
 */
export async function readBatch(
  files: FileStore,
  batch: ImportBatch,
  definitions: readonly AttributeDto[],
): Promise<ImportRecords> {
  const path = await unchangedFile(files, batch);
  const layout = layoutOf(batch);
  const profile = readableProfile(layout, batch.kind as ImportKind);
  if (!profile) throw mappingIncomplete(["工作表"]);
  const columns = Object.fromEntries(layout.columns.map(({ key, column }) => [key, column]));
  try {
    const workbook = await openWorkbook(path, batch.fileName, WORKBOOK_LIMITS, layout.measured);
    try {
      const records = await readProfile(workbook, profile, { columns, headerRow: layout.headerRow, definitions });
      numberRecords(records);
      return records;
    } finally {
      workbook.close();
    }
  } catch (error) {
    throw asViolation(error);
  }
}

/** The path of the workbook, which must still be the one that was uploaded. @throws IMPORT_FILE_GONE, IMPORT_FILE_CHANGED */
export async function unchangedFile(files: FileStore, { projectId, id, sha256 }: ImportBatch): Promise<string> {
  const path = files.pathOf(projectId, importFile(id));
  if ((await sha256Of(path)) !== sha256) throw fileChanged();
  return path;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw fileGone();
    throw error;
  }
  return hash.digest("hex");
}
