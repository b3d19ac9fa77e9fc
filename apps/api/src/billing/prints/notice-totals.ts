import type { NoticeDataDto, NoticePrintDto } from "@linli/contracts";
import { toChineseCapitals } from "../../common/money.js";

/** A notice with its sums (BIL-114): the PDF and the print page state the same figures. */
export function toNoticePrintDto(notice: NoticeDataDto): NoticePrintDto {
  const arrearsFen = sumOf(notice.arrears);
  const currentFen = sumOf(notice.charges);
  const lateFeeFen = notice.lateFee?.amountFen ?? 0;
  const payableFen = arrearsFen + currentFen + lateFeeFen;
  return {
    ...notice,
    totals: { arrearsFen, currentFen, lateFeeFen, payableFen, payableCapitals: toChineseCapitals(payableFen) },
  };
}

function sumOf(lines: readonly { openFen: number }[]): number {
  return lines.reduce((sum, { openFen }) => sum + openFen, 0);
}
