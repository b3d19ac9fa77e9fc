import type { DebitEncoding } from "@linli/contracts";
import iconv from "iconv-lite";
import { DebitFileError } from "./debit-file-error.js";

/** Text in the encoding of a bank file. @throws DebitFileError naming characters the encoding does not have */
export function encoded(text: string, encoding: DebitEncoding): Buffer {
  if (encoding === "UTF8") return Buffer.from(text, "utf8");
  const bytes = iconv.encode(text, "gbk");
  if (iconv.decode(bytes, "gbk") === text) return bytes;
  const missing = [...text].filter((char) => iconv.decode(iconv.encode(char, "gbk"), "gbk") !== char);
  throw new DebitFileError([`“${text.trim()}”里的“${[...new Set(missing)].join("")}”在 GBK 里没有`]);
}

/** Text of a whole file from the bank. @throws DebitFileError when the file is in another encoding */
export function decoded(bytes: Buffer, encoding: DebitEncoding): string {
  if (encoding === "GBK" && isChineseUtf8(bytes))
    throw new DebitFileError(["文件是 UTF-8 编码，托收方案要求 GBK，请核对方案的编码或请银行重新出文件"]);
  return textOf(bytes, encoding).replace(/^\uFEFF/, "");
}

/** Text of a piece of a file; a piece is too short to tell its encoding by. @throws DebitFileError */
export function textOf(bytes: Buffer, encoding: DebitEncoding): string {
  if (encoding === "UTF8") {
    const utf8 = asUtf8(bytes);
    if (utf8 === null) throw new DebitFileError(["文件不是 UTF-8 编码，请核对托收方案的编码或请银行重新出文件"]);
    return utf8;
  }
  const text = iconv.decode(bytes, "gbk");
  if (text.includes("\uFFFD")) throw new DebitFileError(["文件不是 GBK 编码，或在传送中损坏"]);
  return text;
}

/** Names like 郑伟 are valid UTF-8 in GBK, but Greek or Hebrew: Chinese takes three bytes there. */
function isChineseUtf8(bytes: Buffer): boolean {
  return /[\u2E80-\uFFFF]/.test(asUtf8(bytes) ?? "");
}

function asUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
