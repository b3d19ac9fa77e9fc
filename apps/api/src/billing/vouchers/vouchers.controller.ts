import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, StreamableFile } from "@nestjs/common";
import {
  CancelVoucherExportDto,
  ExportVouchersDto,
  PeriodPath,
  ProjectPath,
  SaveVoucherSettingsDto,
  VoucherExportDetailDto,
  VoucherExportDto,
  VoucherExportPageDto,
  VoucherExportPath,
  VoucherExportQueryDto,
  VoucherMonthDto,
  VoucherSettingsDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { download, xlsxAnswer } from "../../common/download.js";
import { Requires } from "../../common/requires.js";
import { ExportVouchersService } from "./export-vouchers.service.js";
import { VoucherExportsQueries } from "./voucher-exports.queries.js";
import { VoucherFilesService } from "./voucher-files.service.js";
import { VoucherMonthService } from "./voucher-month.service.js";
import { VoucherSettingsService } from "./voucher-settings.service.js";

/** Vouchers of months (记账凭证). */
@Controller("projects/:projectId/vouchers/:period")
export class VouchersController {
  constructor(
    private readonly months: VoucherMonthService,
    private readonly exporter: ExportVouchersService,
  ) {}

  /** 预览一个月的凭证：按现在的科目设置生成，未月结的月份也可以看 */
  @Get()
  @Requires("billing:read")
  preview(@Param() { projectId, period }: PeriodPath): Promise<VoucherMonthDto> {
    return this.months.preview(projectId, period);
  }

  /** 导出一个已月结的月份的凭证；已导出的月份须先作废原来的导出 */
  @Post("exports")
  @Requires("billing:vouchers")
  export(
    @CurrentActor() actor: Actor,
    @Param() { projectId, period }: PeriodPath,
    @Body() dto: ExportVouchersDto,
  ): Promise<VoucherExportDto> {
    return this.exporter.export(actor, projectId, period, dto);
  }
}

/** What was exported (凭证导出记录). */
@Controller("projects/:projectId/voucher-exports")
export class VoucherExportsController {
  constructor(
    private readonly exports: VoucherExportsQueries,
    private readonly files: VoucherFilesService,
    private readonly exporter: ExportVouchersService,
  ) {}

  /** 导出记录，新的在前 */
  @Get()
  @Requires("billing:read")
  page(@Param() { projectId }: ProjectPath, @Query() query: VoucherExportQueryDto): Promise<VoucherExportPageDto> {
    return this.exports.page(projectId, query);
  }

  /** 一次导出，连同当时的凭证 */
  @Get(":exportId")
  @Requires("billing:read")
  one(@Param() { projectId, exportId }: VoucherExportPath): Promise<VoucherExportDetailDto> {
    return this.exports.one(projectId, exportId);
  }

  /** 下载 CSV（UTF-8 带 BOM）；下载记入日志 */
  @Get(":exportId/csv")
  @Requires("billing:vouchers")
  async csv(
    @CurrentActor() actor: Actor,
    @Param() { projectId, exportId }: VoucherExportPath,
  ): Promise<StreamableFile> {
    const { name, content } = await this.files.csv(actor, projectId, exportId);
    return download(name, "text/csv; charset=utf-8", content);
  }

  /** 下载 Excel；下载记入日志 */
  @Get(":exportId/xlsx")
  @Requires("billing:vouchers")
  async xlsx(
    @CurrentActor() actor: Actor,
    @Param() { projectId, exportId }: VoucherExportPath,
  ): Promise<StreamableFile> {
    const { name, content } = await this.files.xlsx(actor, projectId, exportId);
    return xlsxAnswer(name, content);
  }

  /** 作废一次导出：财务没有入账，或已经撤销入账 */
  @Post(":exportId/cancel")
  @HttpCode(204)
  @Requires("billing:vouchers")
  cancel(
    @CurrentActor() actor: Actor,
    @Param() { projectId, exportId }: VoucherExportPath,
    @Body() dto: CancelVoucherExportDto,
  ): Promise<void> {
    return this.exporter.cancel(actor, projectId, exportId, dto);
  }
}

/** The accounts of vouchers (凭证科目). */
@Controller("projects/:projectId/voucher-settings")
export class VoucherSettingsController {
  constructor(private readonly settings: VoucherSettingsService) {}

  /** 科目设置；没有设置过时是常用科目 */
  @Get()
  @Requires("billing:read")
  one(@Param() { projectId }: ProjectPath): Promise<VoucherSettingsDto> {
    return this.settings.of(projectId);
  }

  /** 修改科目设置 */
  @Put()
  @Requires("billing:vouchers")
  save(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: SaveVoucherSettingsDto,
  ): Promise<VoucherSettingsDto> {
    return this.settings.save(actor, projectId, dto);
  }
}
