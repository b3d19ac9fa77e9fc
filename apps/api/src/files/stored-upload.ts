import { HttpStatus } from "@nestjs/common";
import { fileTypeFromBuffer } from "file-type";
import { RuleViolation } from "../common/rule-violation.js";
import { isPictureType, type Picture, processPicture } from "./picture-processing.js";

/** What an upload may be. */
export type FileForm = "picture" | "pdf";

/** An upload as it is stored; what is no picture has no size in pixels and no thumbnail. */
export type StoredUpload =
  | Picture
  | (Pick<Picture, "content" | "contentType"> & Record<"width" | "height" | "thumbnail", null>);

const PDF = "application/pdf";

const notAFile = () =>
  new RuleViolation("FILE_NOT_TAKEN", "这个文件不是能打开的 JPG、PNG、WebP 图片，也不是 PDF", HttpStatus.BAD_REQUEST);

/**
 * Makes an upload fit to be stored. What it is, its content says, not its name: pictures are encoded anew, a PDF is
 * taken as it is, anything else is refused.
 * @throws FILE_NOT_TAKEN, NOT_A_PICTURE, PICTURE_TOO_LARGE
 */
export async function toStored(upload: Buffer, takes: readonly FileForm[]): Promise<StoredUpload> {
  if (!takes.includes("pdf")) return processPicture(upload);
  const contentType = (await fileTypeFromBuffer(upload))?.mime;
  if (contentType === PDF) return { content: upload, contentType, width: null, height: null, thumbnail: null };
  if (!takes.includes("picture") || !isPictureType(contentType)) throw notAFile();
  return processPicture(upload);
}

/** The last part of a file's name, without what cannot be shown, at most 100 characters. */
export function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const shown = last.replaceAll(/[\p{C}\p{Extended_Pictographic}"]/gu, "").trim();
  return shown === "" ? "未命名" : [...shown].slice(-100).join("");
}
