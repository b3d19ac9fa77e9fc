import type { VoucherDto } from "@linli/contracts";
import { type EntityManager, IsNull } from "typeorm";
import { formatFen } from "../../common/money.js";
import { VoucherExport } from "../vouchers/voucher-export.entity.js";
import type { VoucherMonthService } from "../vouchers/voucher-month.service.js";
import type { ArchiveRow } from "./archive-zip.js";

export const VOUCHER_TITLES = [
  "来源",
  "日期",
  "凭证字号",
  "摘要",
  "科目编码",
  "科目名称",
  "借方金额",
  "贷方金额",
  "收费项目",
  "税率",
  "业务笔数",
];

/**
 * The lines of a month's vouchers: those that were given to finance, else as they are written with the accounts of today.
 * The debits are what is added up.
 */
export async function voucherRows(
  tx: EntityManager,
  months: VoucherMonthService,
  projectId: string,
  period: string,
): Promise<ArchiveRow[]> {
  const given = await tx.findOneBy(VoucherExport, { projectId, period, cancelledAt: IsNull() });
  if (given) return rowsOf(given.vouchers, given.exportNo);
  return rowsOf((await months.write(tx, projectId, period)).vouchers, "未导出，按现在的科目");
}

const rowsOf = (vouchers: readonly VoucherDto[], source: string): ArchiveRow[] =>
  vouchers.flatMap(({ no, date, lines }) =>
    lines.map((line) => ({
      fen: line.debitFen,
      cells: [
        source,
        date,
        `记-${no}`,
        line.summary,
        line.accountCode,
        line.accountName,
        formatFen(line.debitFen),
        formatFen(line.creditFen),
        line.feeItemName ?? "",
        line.taxRate === null ? "" : `${line.taxRate}%`,
        String(line.count),
      ],
    })),
  );
