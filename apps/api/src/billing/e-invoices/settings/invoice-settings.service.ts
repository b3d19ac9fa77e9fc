import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { InvoiceSettingsDto, normaliseNumber, normalisePhone, phoneFault, taxNumberFault } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { newId } from "../../../common/ids.js";
import { InvalidInput } from "../../../common/rule-violation.js";
import { audited } from "../../../property/audited.js";
import { InvoiceFolders } from "../file-drop/invoice-folders.js";
import { InvoiceSettings } from "./invoice-settings.entity.js";

type Values = Omit<InvoiceSettings, "project" | "projectId" | "id" | "createdAt">;

/** What holds until a project sets its own: invoices are issued elsewhere. */
const OFFLINE: Values = {
  adapter: "OFF",
  sellerName: null,
  sellerTaxNumber: null,
  sellerAddress: null,
  sellerPhone: null,
  sellerBank: null,
  sellerAccount: null,
  issuerName: null,
  invoiceCollected: false,
};

/** Reads and changes who issues a project's electronic invoices. */
@Injectable()
export class InvoiceSettingsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly folders: InvoiceFolders,
  ) {}

  async of(projectId: string, manager: EntityManager = this.db.manager): Promise<InvoiceSettingsDto> {
    return toDto((await manager.findOneBy(InvoiceSettings, { projectId })) ?? OFFLINE);
  }

  /** Requests that are under way keep the seller and the adapter they were made with. @throws INVALID_INPUT */
  async save(actor: Actor, projectId: string, dto: InvoiceSettingsDto): Promise<InvoiceSettingsDto> {
    const values = valuesOf(dto);
    if (values.adapter === "FILE_DROP") await this.folders.prepare(projectId);
    return this.db.transaction(async (tx) => {
      const lock = { mode: "pessimistic_write" } as const;
      const before = await tx.findOne(InvoiceSettings, { where: { projectId }, lock });
      if (before) await tx.update(InvoiceSettings, { projectId, id: before.id }, values);
      else await tx.insert(InvoiceSettings, { ...values, projectId, id: newId(), createdAt: this.clock.now() });
      await this.audit.record(tx, actor, {
        projectId,
        action: "invoice-settings.update",
        entity: "invoice-settings",
        entityId: projectId,
        summary: "修改电子发票设置",
        before: audited(InvoiceSettingsDto, before ?? OFFLINE),
        after: audited(InvoiceSettingsDto, values),
      });
      return toDto(values);
    });
  }
}

function valuesOf(dto: InvoiceSettingsDto): Values {
  const values: Values = {
    adapter: dto.adapter,
    sellerName: dto.sellerName ?? null,
    sellerTaxNumber: dto.sellerTaxNumber ? normaliseNumber(dto.sellerTaxNumber) : null,
    sellerAddress: dto.sellerAddress ?? null,
    sellerPhone: dto.sellerPhone ? normalisePhone(dto.sellerPhone) : null,
    sellerBank: dto.sellerBank ?? null,
    sellerAccount: dto.sellerAccount ? normaliseNumber(dto.sellerAccount).replaceAll("-", "") : null,
    issuerName: dto.issuerName ?? null,
    invoiceCollected: dto.invoiceCollected,
  };
  const fields: Record<string, string[]> = {};
  const say = (field: string, fault: string | null) => {
    if (fault) fields[field] = [fault];
  };
  if (values.adapter !== "OFF") {
    if (!values.sellerName) say("sellerName", "启用电子发票请填写销售方名称");
    if (!values.sellerTaxNumber) say("sellerTaxNumber", "启用电子发票请填写销售方纳税人识别号");
    if (!values.issuerName) say("issuerName", "启用电子发票请填写开票人");
  }
  if (values.sellerTaxNumber) say("sellerTaxNumber", taxNumberFault(values.sellerTaxNumber));
  if (values.sellerPhone) say("sellerPhone", phoneFault(values.sellerPhone));
  if (values.sellerAccount && !/^\d{6,30}$/.test(values.sellerAccount))
    say("sellerAccount", "银行账号应为 6 至 30 位数字");
  if (Object.keys(fields).length > 0) throw new InvalidInput(fields);
  return values;
}

const toDto = (row: Values): InvoiceSettingsDto => ({
  adapter: row.adapter as InvoiceSettingsDto["adapter"],
  sellerName: row.sellerName,
  sellerTaxNumber: row.sellerTaxNumber,
  sellerAddress: row.sellerAddress,
  sellerPhone: row.sellerPhone,
  sellerBank: row.sellerBank,
  sellerAccount: row.sellerAccount,
  issuerName: row.issuerName,
  invoiceCollected: row.invoiceCollected,
});
