import { Module } from "@nestjs/common";
import { BillingModule } from "./billing.module.js";
import { CollectionModule } from "./collection.module.js";
import { ExportVouchersService } from "./vouchers/export-vouchers.service.js";
import { VoucherExportsQueries } from "./vouchers/voucher-exports.queries.js";
import { VoucherFilesService } from "./vouchers/voucher-files.service.js";
import { VoucherMonthService } from "./vouchers/voucher-month.service.js";
import { VoucherSettingsService } from "./vouchers/voucher-settings.service.js";
import {
  VoucherExportsController,
  VouchersController,
  VoucherSettingsController,
} from "./vouchers/vouchers.controller.js";

/** Vouchers for finance (凭证导出, LAW-40, LAW-43). */
@Module({
  imports: [BillingModule, CollectionModule],
  controllers: [VouchersController, VoucherExportsController, VoucherSettingsController],
  providers: [
    ExportVouchersService,
    VoucherExportsQueries,
    VoucherFilesService,
    VoucherMonthService,
    VoucherSettingsService,
  ],
  exports: [VoucherMonthService],
})
export class VouchersModule {}
