import { HttpStatus } from "@nestjs/common";
import { fileTypeFromBuffer } from "file-type";
import sharp, { type Sharp } from "sharp";
import { RuleViolation } from "../common/rule-violation.js";

/** Largest upload in bytes. */
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024;
/** Pictures of more pixels are refused before they are unpacked: a small file can hide a huge picture. */
const MAX_PIXELS = 60_000_000;
/** Larger pictures are made smaller; plans stay readable. */
const MAX_EDGE = 4096;
const THUMBNAIL_EDGE = 320;

/** A picture made safe: turned upright, without camera data, in one of three formats. */
export interface Picture {
  content: Buffer;
  contentType: string;
  width: number;
  height: number;
  /** WebP */
  thumbnail: Buffer;
}

const notAPicture = () =>
  new RuleViolation("NOT_A_PICTURE", "这个文件不是能打开的 JPG、PNG 或 WebP 图片", HttpStatus.BAD_REQUEST);
const tooManyPixels = () =>
  new RuleViolation("PICTURE_TOO_LARGE", "图片尺寸太大（最多 6000 万像素），请缩小后再上传", HttpStatus.BAD_REQUEST);

/** The encoders by the type found in the content. */
const ENCODERS: Record<string, (image: Sharp) => Sharp> = {
  "image/jpeg": (image) => image.jpeg({ quality: 88, mozjpeg: false }),
  "image/png": (image) => image.png({ compressionLevel: 8 }),
  "image/webp": (image) => image.webp({ quality: 88 }),
};

/** Whether uploads of this type are taken as pictures. */
export const isPictureType = (contentType: string | undefined): boolean => Object.hasOwn(ENCODERS, contentType ?? "");

/**
 * Decodes an upload and encodes it anew, so that only pixels survive: no camera data, no hidden payload.
 * @throws NOT_A_PICTURE, PICTURE_TOO_LARGE
 */
export async function processPicture(upload: Buffer): Promise<Picture> {
  const contentType = (await fileTypeFromBuffer(upload))?.mime ?? "";
  const encode = ENCODERS[contentType];
  if (!encode) throw notAPicture();
  try {
    const { data, info } = await encode(upright(upload, MAX_EDGE)).toBuffer({ resolveWithObject: true });
    const thumbnail = await upright(upload, THUMBNAIL_EDGE).webp({ quality: 80 }).toBuffer();
    return { content: data, contentType, width: info.width, height: info.height, thumbnail };
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) throw tooManyPixels();
    throw notAPicture();
  }
}

/**
 * A stored picture on white as a data URL that a PDF takes at once: what is transparent would be unpacked too late. With
 * `edge` no side is longer, in pixels.
 */
export async function toPrintable(picture: Buffer, edge?: number): Promise<string> {
  const smaller = { width: edge, height: edge, fit: "inside", withoutEnlargement: true } as const;
  const jpeg = await sharp(picture).resize(smaller).flatten({ background: "#fff" }).jpeg({ quality: 90 }).toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString("base64")}`;
}

const upright = (upload: Buffer, edge: number) =>
  sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: "error" })
    .rotate()
    .resize({ width: edge, height: edge, fit: "inside", withoutEnlargement: true });
