import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { PeriodStatus, VoucherDto, VoucherMonthDto } from "@linli/contracts";
import { DataSource, type EntityManager, IsNull } from "typeorm";
import { periodTooEarly } from "../periods/posting-period.js";
import { requestHash } from "../receipts/request-hash.js";
import { postingsOf } from "./postings.js";
import { toVoucherExportDto } from "./voucher-exports.queries.js";
import { VoucherExport } from "./voucher-export.entity.js";
import { VoucherSettingsService } from "./voucher-settings.service.js";
import { problemsOf, vouchersOf } from "./vouchers-of.js";

/** A month's vouchers with what keeps them from being exported. */
export interface MonthVouchers {
  vouchers: VoucherDto[];
  lineCount: number;
  amountFen: number;
  problems: string[];
  contentHash: string;
}

/** Writes a month's vouchers from its charges, receipts, refunds, offsets, reductions and deposits. */
@Injectable()
export class VoucherMonthService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly settings: VoucherSettingsService,
  ) {}

  /**
   * The vouchers a month comes to, whether or not it is closed. What is booked before the first month is what finance has
   * already: opening balances.
   * @throws PERIOD_BEFORE_START
   */
  async preview(projectId: string, period: string): Promise<VoucherMonthDto> {
    const tx = this.db.manager;
    const [found] = await tx.query<{ first: string; status: PeriodStatus | null }[]>(
      `SELECT p.first_period AS first, b.status FROM project p
         LEFT JOIN billing_period b ON b.project_id = p.id AND b.period = $2 WHERE p.id = $1`,
      [projectId, period],
    );
    if (found && period < found.first) throw periodTooEarly(period, found.first);
    const { contentHash, ...month } = await this.write(tx, projectId, period);
    const exported = await tx.findOneBy(VoucherExport, { projectId, period, cancelledAt: IsNull() });
    return {
      period,
      status: found?.status ?? "OPEN",
      ...month,
      exported: exported && toVoucherExportDto(exported),
      differs: exported !== null && exported.contentHash !== contentHash,
    };
  }

  /** The vouchers inside a transaction of another verb. */
  async write(tx: EntityManager, projectId: string, period: string): Promise<MonthVouchers> {
    const book = await this.settings.book(projectId, tx);
    const booked = { splitTax: book.splitTax, bankFees: book.roles.BANK_FEE !== null };
    const vouchers = vouchersOf(await postingsOf(tx, projectId, period, booked), book, period);
    return {
      vouchers,
      lineCount: vouchers.reduce((sum, { lines }) => sum + lines.length, 0),
      amountFen: vouchers.reduce((sum, { amountFen }) => sum + amountFen, 0),
      problems: problemsOf(vouchers),
      contentHash: requestHash(vouchers),
    };
  }
}
