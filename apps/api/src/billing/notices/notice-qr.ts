import {
  type NoticeQrPlaceholder,
  noticeQrPlaceholders,
  type NoticeSettingsDto,
  type PrintQrCodeDto,
} from "@linli/contracts";
import { qrRows } from "../../prints/qr-code.js";
import { fillText, unknownPlaceholders } from "../placeholders.js";

/** More than this is not read off a square of three centimetres any more. */
const MAX_BYTES = 300;
/** More rooms than these are counted, not named. */
const MOST_ROOMS = 3;
const CAPTION = "扫码缴费";

/** What is wrong with the text of a code, in Chinese. */
export function qrTextFault(text: string): string | null {
  const unknown = unknownPlaceholders(text, noticeQrPlaceholders);
  if (unknown.length > 0) return `二维码内容里没有 {${unknown.join("}、{")}} 这样的内容`;
  const bytes = Buffer.byteLength(qrTextOf(text, noticeQrPlaceholders));
  return bytes > MAX_BYTES ? `二维码内容太长，印出来不能扫：最多约 ${MAX_BYTES} 个字母或 100 个汉字` : null;
}

/** The text of a code, filled in; what is filled into an address is percent-encoded. */
export function qrTextOf(text: string, values: Readonly<Record<NoticeQrPlaceholder, string>>): string {
  if (!/^\w[\w+.-]*:\/\//.test(text)) return fillText(text, values);
  const encoded = Object.entries(values).map(([name, value]) => [name, encodeURIComponent(value)]);
  return fillText(text, Object.fromEntries(encoded) as Record<NoticeQrPlaceholder, string>);
}

/** The rooms of a notice as its code names them: 1-101等 140 间 where they are many. */
export const roomsInCode = (codes: readonly string[]): string =>
  codes.length > MOST_ROOMS ? `${codes[0]}等 ${codes.length} 间` : codes.join("、");

/** The code of a notice; none where the project has set none, or where what it says is too long to be scanned. */
export function noticeQrOf(
  { qrText, qrCaption }: NoticeSettingsDto,
  values: Readonly<Record<NoticeQrPlaceholder, string>>,
): PrintQrCodeDto | null {
  if (!qrText) return null;
  const text = qrTextOf(qrText, values);
  return Buffer.byteLength(text) > MAX_BYTES ? null : { rows: qrRows(text), caption: qrCaption ?? CAPTION };
}
