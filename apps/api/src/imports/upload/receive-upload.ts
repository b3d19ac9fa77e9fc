import type { FastifyRequest } from "fastify";
import type { FileStore } from "../../files/file-store.js";
import { fileMissing, uploadTooLarge } from "../import.errors.js";
import { importFile } from "../import-file.js";
import { WORKBOOK_LIMITS } from "../workbook/workbook-error.js";

/** A workbook that lies on the disk. */
export interface ReceivedFile {
  /** As the browser named it, without folders; never used as a path. */
  name: string;
  size: number;
  sha256: string;
}

/** Streams the multipart field `file` onto the disk; only a piece of it is ever in memory. @throws FILE_MISSING, FILE_TOO_LARGE */
export async function receiveUpload(
  request: FastifyRequest,
  files: FileStore,
  projectId: string,
  id: string,
): Promise<ReceivedFile> {
  if (!request.isMultipart()) throw fileMissing();
  const limit = WORKBOOK_LIMITS.fileBytes;
  // One byte more than is allowed, so that a file of exactly the limit passes.
  const part = await request.file({ limits: { fileSize: limit + 1, files: 1 }, throwFileSizeLimit: false });
  if (part?.fieldname !== "file" || !part.filename) throw fileMissing();
  const received = await files.receive(projectId, importFile(id), part.file, () => {
    if (part.file.truncated || part.file.bytesRead > limit) throw uploadTooLarge(limit);
  });
  if (received.size === 0) {
    await files.discard(projectId, importFile(id));
    throw fileMissing();
  }
  return { name: displayName(part.filename), ...received };
}

/** Without folders and control characters, at most 200 characters with the ending kept. */
function displayName(filename: string): string {
  const bare = (filename.split(/[\\/]/).at(-1) ?? "").replace(
    /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    "",
  );
  const name = bare.trim() === "" ? "未命名" : bare.trim();
  return name.length <= 200 ? name : `${name.slice(0, 190)}…${name.slice(-9)}`;
}
