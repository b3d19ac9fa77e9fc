import type { Writable } from "node:stream";
import type { NoticeDataDto } from "@linli/contracts";
import { drawNotice } from "./notice-pages.js";
import { toNoticePrintDto } from "./notice-totals.js";
import { A4 } from "../../prints/paper.js";
import { writeSheets, type WrittenPrint } from "../../prints/write-sheets.js";

/** What one 收费通知单 states; the sums are derived. */
export type NoticeData = NoticeDataDto;

const SHEET = { ...A4, title: "收费通知单" };

/**
 * Writes notices (收费通知单, FEE-06, BIL-114) as one PDF in A4, each beginning on a page of its own and counting its own
 * pages. Takes any number of notices: pages leave for `out` as they are finished. Ends `out`.
 * @throws what `notices` throws; `out` is then destroyed and must not be taken for a whole document.
 */
export async function writeNotices(
  notices: AsyncIterable<NoticeData> | Iterable<NoticeData>,
  out: Writable,
): Promise<WrittenPrint> {
  return writeSheets(SHEET, notices, (canvas, notice) => drawNotice(canvas, toNoticePrintDto(notice)), out);
}
