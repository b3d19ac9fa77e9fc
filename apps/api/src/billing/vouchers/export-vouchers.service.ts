import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CancelVoucherExportDto, ExportVouchersDto, VoucherExportDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { standingExport } from "./exported-months.js";
import { toVoucherExportDto } from "./voucher-exports.queries.js";
import { VoucherExport } from "./voucher-export.entity.js";
import { VoucherMonthService } from "./voucher-month.service.js";
import {
  alreadyExported,
  exportCancelled,
  exportIdReused,
  monthNotClosed,
  monthWithoutVouchers,
  vouchersUnfit,
} from "./vouchers.errors.js";

/** Gives closed months' vouchers to finance (凭证导出), once each, and takes an export back. */
@Injectable()
export class ExportVouchersService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly months: VoucherMonthService,
    private readonly numbers: NumberSeriesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps the month's vouchers as they are; files are made of what is kept. The same id twice exports once.
   * @throws PERIOD_NOT_CLOSED, VOUCHERS_EXPORTED, VOUCHERS_UNFIT, NO_VOUCHERS, ID_REUSED
   */
  export(actor: Actor, projectId: string, period: string, { id }: ExportVouchersDto): Promise<VoucherExportDto> {
    return this.db.transaction(async (tx) => {
      const status = await lockMonth(tx, projectId, period);
      const earlier = await tx.findOneBy(VoucherExport, { projectId, id });
      if (earlier && earlier.period !== period) throw exportIdReused();
      if (earlier) return toVoucherExportDto(earlier);
      if (status !== "CLOSED") throw monthNotClosed(period);
      const standing = await standingExport(tx, projectId, period);
      if (standing) throw alreadyExported(period, standing);
      const { problems, ...month } = await this.months.write(tx, projectId, period);
      if (problems.length > 0) throw vouchersUnfit(period, problems);
      if (month.vouchers.length === 0) throw monthWithoutVouchers(period);
      const row = {
        projectId,
        id,
        createdAt: this.clock.now(),
        exportNo: await this.numbers.draw(tx, projectId, "voucher-export"),
        period,
        voucherCount: month.vouchers.length,
        ...month,
        exportedBy: actor.userId,
        exportedByName: actor.name,
        cancelledAt: null,
        cancelledBy: null,
        cancelledByName: null,
        cancelReason: null,
      };
      await tx.insert(VoucherExport, row);
      await this.audit.record(tx, actor, {
        projectId,
        action: "voucher-export.export",
        entity: "voucher-export",
        entityId: id,
        summary: `导出 ${period} 凭证 ${row.exportNo}：${row.voucherCount} 张，借贷各 ${formatFen(row.amountFen)} 元`,
        after: { exportNo: row.exportNo, period, contentHash: row.contentHash },
      });
      return toVoucherExportDto(row);
    });
  }

  /** Takes an export back, with a reason; the month may be exported or opened again. @throws EXPORT_CANCELLED, NOT_FOUND */
  cancel(actor: Actor, projectId: string, id: string, { reason }: CancelVoucherExportDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const found = await tx.findOne(VoucherExport, {
        select: { projectId: true, id: true, exportNo: true, period: true, cancelledAt: true },
        where: { projectId, id },
        lock: { mode: "pessimistic_write" },
      });
      if (!found) throw notFound("凭证导出");
      if (found.cancelledAt) throw exportCancelled(found.exportNo);
      await tx.update(
        VoucherExport,
        { projectId, id },
        {
          cancelledAt: this.clock.now(),
          cancelledBy: actor.userId,
          cancelledByName: actor.name,
          cancelReason: reason,
        },
      );
      await this.audit.record(tx, actor, {
        projectId,
        action: "voucher-export.cancel",
        entity: "voucher-export",
        entityId: id,
        summary: `作废 ${found.period} 凭证导出 ${found.exportNo}：${reason}`,
      });
    });
  }
}

/** Locks a month against being opened again or exported meanwhile and says its state. */
async function lockMonth(tx: EntityManager, projectId: string, period: string): Promise<string | undefined> {
  const [month] = await tx.query<{ status: string }[]>(
    "SELECT status FROM billing_period WHERE project_id = $1 AND period = $2 FOR UPDATE",
    [projectId, period],
  );
  return month?.status;
}
