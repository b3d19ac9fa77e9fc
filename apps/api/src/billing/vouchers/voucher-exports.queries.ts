import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  VoucherExportDetailDto,
  VoucherExportDto,
  VoucherExportPageDto,
  VoucherExportQueryDto,
} from "@linli/contracts";
import { DataSource, LessThan } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { VoucherExport } from "./voucher-export.entity.js";

const LISTED = {
  id: true,
  createdAt: true,
  exportNo: true,
  period: true,
  voucherCount: true,
  lineCount: true,
  amountFen: true,
  exportedByName: true,
  cancelledAt: true,
  cancelledByName: true,
  cancelReason: true,
} as const;

/** What was exported, the latest first. */
@Injectable()
export class VoucherExportsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async page(projectId: string, { cursor, pageSize = 20 }: VoucherExportQueryDto): Promise<VoucherExportPageDto> {
    const [before] = decodeCursor(cursor, 1) ?? [];
    const rows = await this.db.manager.find(VoucherExport, {
      select: LISTED,
      where: { projectId, ...(before && { id: LessThan(before) }) },
      order: { id: "DESC" },
      take: pageSize + 1,
    });
    return toCursorPage(rows, pageSize, toVoucherExportDto, ({ id }) => [id]);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<VoucherExportDetailDto> {
    const found = await this.db.manager.findOneBy(VoucherExport, { projectId, id });
    if (!found) throw notFound("凭证导出");
    return { ...toVoucherExportDto(found), vouchers: found.vouchers };
  }
}

export const toVoucherExportDto = (
  row: Omit<VoucherExport, "project" | "vouchers" | "contentHash">,
): VoucherExportDto => ({
  id: row.id,
  exportNo: row.exportNo,
  period: row.period,
  voucherCount: row.voucherCount,
  lineCount: row.lineCount,
  amountFen: row.amountFen,
  exportedAt: row.createdAt.toISOString(),
  exportedByName: row.exportedByName,
  cancelledAt: row.cancelledAt?.toISOString() ?? null,
  cancelledByName: row.cancelledByName,
  cancelReason: row.cancelReason,
});
