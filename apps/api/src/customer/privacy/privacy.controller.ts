import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from "@nestjs/common";
import {
  AdvanceRequestDto,
  ConsentsDto,
  CustomerPath,
  DeletionHoldsDto,
  ExportPersonDto,
  GiveNoticeDto,
  PersonReasonDto,
  PrivacyNoticesDto,
  PrivacyRequestPageDto,
  PrivacyRequestPath,
  PrivacyRequestQueryDto,
  ProjectPath,
  PublishNoticeDto,
  RecordConsentDto,
  RegisterRequestDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { download, xlsxAnswer } from "../../common/download.js";
import { Requires } from "../../common/requires.js";
import { AnonymisePersonService } from "./anonymise-person.service.js";
import { ConsentsService } from "./consents.service.js";
import { ExportPersonService } from "./export-person.service.js";
import { toPersonWorkbook } from "./person-workbook.js";
import { PrivacyRequestsService } from "./privacy-requests.service.js";

/** 个人信息: notices and consents (LAW-31, LAW-32), requests about the data (LAW-38). */
@Controller("projects/:projectId")
export class PrivacyController {
  constructor(
    private readonly consents: ConsentsService,
    private readonly requests: PrivacyRequestsService,
    private readonly exporter: ExportPersonService,
    private readonly anonymiser: AnonymisePersonService,
  ) {}

  /** 隐私告知的各个版本，新的在前 */
  @Get("privacy-notices")
  @Requires("customer:read")
  async notices(@Param() { projectId }: ProjectPath): Promise<PrivacyNoticesDto> {
    return { items: await this.consents.notices(projectId) };
  }

  /** 发布隐私告知的新版本 */
  @Post("privacy-notices")
  @Requires("customer:privacy")
  async publish(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: PublishNoticeDto,
  ): Promise<PrivacyNoticesDto> {
    await this.consents.publish(actor, projectId, dto);
    return { items: await this.consents.notices(projectId) };
  }

  /** 客户的告知与同意记录 */
  @Get("customers/:customerId/consents")
  @Requires("customer:read")
  consentsOf(@Param() { projectId, customerId }: CustomerPath): Promise<ConsentsDto> {
    return this.consents.of(projectId, customerId);
  }

  /** 登记同意或撤回 */
  @Post("customers/:customerId/consents")
  @Requires("customer:privacy")
  async recordConsent(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
    @Body() dto: RecordConsentDto,
  ): Promise<ConsentsDto> {
    await this.consents.record(actor, projectId, customerId, dto);
    return this.consents.of(projectId, customerId);
  }

  /** 登记已告知 */
  @Post("customers/:customerId/notices")
  @Requires("customer:privacy")
  async giveNotice(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
    @Body() dto: GiveNoticeDto,
  ): Promise<ConsentsDto> {
    await this.consents.giveNotice(actor, projectId, customerId, dto);
    return this.consents.of(projectId, customerId);
  }

  /** 个人信息请求，未办结的在前，期限早的在前 */
  @Get("privacy-requests")
  @Requires("customer:privacy")
  list(@Param() { projectId }: ProjectPath, @Query() query: PrivacyRequestQueryDto): Promise<PrivacyRequestPageDto> {
    return this.requests.list(projectId, query);
  }

  /** 登记客户关于个人信息的请求 */
  @Post("customers/:customerId/privacy-requests")
  @HttpCode(204)
  @Requires("customer:privacy")
  register(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
    @Body() dto: RegisterRequestDto,
  ): Promise<void> {
    return this.requests.register(actor, projectId, customerId, dto);
  }

  /** 办理请求：开始处理、完成或拒绝 */
  @Post("privacy-requests/:requestId/advance")
  @HttpCode(204)
  @Requires("customer:privacy")
  advance(
    @CurrentActor() actor: Actor,
    @Param() { projectId, requestId }: PrivacyRequestPath,
    @Body() dto: AdvanceRequestDto,
  ): Promise<void> {
    return this.requests.advance(actor, projectId, requestId, dto);
  }

  /** 导出这个人的全部个人信息（JSON 或 Excel），须说明原因并留下记录 */
  @Post("customers/:customerId/export")
  @HttpCode(200)
  @Requires("customer:privacy")
  async export(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
    @Body() { reason, format }: ExportPersonDto,
  ): Promise<StreamableFile> {
    const data = await this.exporter.export(actor, projectId, customerId, reason);
    if (format !== "XLSX") {
      const content = Buffer.from(JSON.stringify(data, null, 2));
      return download("个人信息.json", "application/json; charset=utf-8", content);
    }
    return xlsxAnswer("个人信息.xlsx", await toPersonWorkbook(data));
  }

  /** 这个人的资料为什么还不能删除，删除以后依法保留什么 */
  @Get("customers/:customerId/deletion-holds")
  @Requires("customer:privacy")
  async holds(@Param() { projectId, customerId }: CustomerPath): Promise<DeletionHoldsDto> {
    const [holds, kept] = [
      await this.anonymiser.holds(projectId, customerId),
      await this.anonymiser.kept(projectId, customerId),
    ];
    return { holds, kept };
  }

  /** 匿名化：无须再保存时抹去个人信息，账目保留；不能恢复 */
  @Post("customers/:customerId/anonymise")
  @HttpCode(204)
  @Requires("customer:privacy")
  anonymise(
    @CurrentActor() actor: Actor,
    @Param() { projectId, customerId }: CustomerPath,
    @Body() { reason }: PersonReasonDto,
  ): Promise<void> {
    return this.anonymiser.anonymise(actor, projectId, customerId, reason);
  }
}
