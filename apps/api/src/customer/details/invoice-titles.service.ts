import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  normaliseNumber,
  normalisePhone,
  phoneFault,
  type SaveInvoiceTitleDto,
  taxNumberFault,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { maskAccount, PersonalData } from "../../common/crypto.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { changeOfCustomer } from "./customer-change.js";
import { InvoiceTitle } from "./invoice-title.entity.js";

const MAX_TITLES = 10;

type Columns = Omit<InvoiceTitle, "projectId" | "id" | "createdAt" | "customerId" | "customer">;

/** Whom a customer's invoices are made out to (SCN-06). One of them is the default. */
@Injectable()
export class InvoiceTitlesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {}

  add(actor: Actor, projectId: string, customerId: string, dto: SaveInvoiceTitleDto): Promise<void> {
    return changeOfCustomer(this.db, this.audit, actor, { projectId, customerId }, async (tx) => {
      const count = await tx.countBy(InvoiceTitle, { projectId, customerId });
      if (count >= MAX_TITLES) throw new InvalidInput({ title: [`一个客户最多登记 ${MAX_TITLES} 个抬头`] });
      const columns = this.columnsOf({ ...dto, isDefault: count === 0 || dto.isDefault });
      if (columns.isDefault) await noDefault(tx, projectId, customerId);
      await tx.insert(InvoiceTitle, { projectId, id: newId(), createdAt: this.clock.now(), customerId, ...columns });
      return { action: "invoice-title.add", summary: `登记发票抬头 ${dto.title}`, after: auditOf(columns) };
    });
  }

  /** The account stays when it is left out. */
  update(actor: Actor, projectId: string, customerId: string, id: string, dto: SaveInvoiceTitleDto): Promise<void> {
    return changeOfCustomer(this.db, this.audit, actor, { projectId, customerId }, async (tx) => {
      const title = await this.titleOf(tx, { projectId, customerId, id });
      const columns = this.columnsOf({ ...dto, isDefault: title.isDefault || dto.isDefault }, title);
      if (columns.isDefault && !title.isDefault) await noDefault(tx, projectId, customerId);
      await tx.update(InvoiceTitle, { projectId, id }, columns);
      const [before, after] = [auditOf(title), auditOf(columns)];
      if (dto.account && before.account === after.account) after.account = `${after.account ?? ""}（已变更）`;
      return { action: "invoice-title.update", summary: `修改发票抬头 ${dto.title}`, before, after };
    });
  }

  /** When the default goes, the oldest of the others takes its place. */
  remove(actor: Actor, projectId: string, customerId: string, id: string): Promise<void> {
    return changeOfCustomer(this.db, this.audit, actor, { projectId, customerId }, async (tx) => {
      const title = await this.titleOf(tx, { projectId, customerId, id });
      await tx.delete(InvoiceTitle, { projectId, id });
      const next = await tx.findOne(InvoiceTitle, {
        where: { projectId, customerId },
        order: { createdAt: "ASC", id: "ASC" },
      });
      if (title.isDefault && next) await tx.update(InvoiceTitle, { projectId, id: next.id }, { isDefault: true });
      return { action: "invoice-title.remove", summary: `删除发票抬头 ${title.title}`, before: auditOf(title) };
    });
  }

  /** The whole bank account; the look is logged with its reason (LAW-30). */
  async unmask(
    actor: Actor,
    projectId: string,
    customerId: string,
    id: string,
    reason: string,
  ): Promise<string | null> {
    let account: string | null = null;
    await changeOfCustomer(this.db, this.audit, actor, { projectId, customerId }, async (tx) => {
      const { title, accountCipher } = await this.titleOf(tx, { projectId, customerId, id });
      account = accountCipher && this.personal.decrypt(accountCipher);
      return { action: "invoice-title.unmask", summary: `查看发票抬头 ${title} 的完整账号，原因：${reason}` };
    });
    return account;
  }

  private async titleOf(
    tx: EntityManager,
    key: { projectId: string; customerId: string; id: string },
  ): Promise<InvoiceTitle> {
    const title = await tx.findOneBy(InvoiceTitle, key);
    if (!title) throw notFound("发票抬头");
    return title;
  }

  private columnsOf(dto: SaveInvoiceTitleDto, known?: InvoiceTitle): Columns {
    const taxNumber = dto.taxNumber ? normaliseNumber(dto.taxNumber) : null;
    const account = dto.account ? normaliseNumber(dto.account).replaceAll("-", "") : null;
    const phone = dto.phone ? normalisePhone(dto.phone) : null;
    const faults: Record<string, string[]> = {};
    const say = (field: string, fault: string | null) => {
      if (fault) faults[field] = [fault];
    };
    if (dto.kind === "COMPANY" && !taxNumber) say("taxNumber", "企业抬头请填写纳税人识别号");
    if (taxNumber) say("taxNumber", taxNumberFault(taxNumber));
    if (phone) say("phone", phoneFault(phone));
    if (account && !/^\d{6,30}$/.test(account)) say("account", "银行账号应为 6 至 30 位数字");
    if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
    const kept = dto.account === undefined && known;
    return {
      kind: dto.kind,
      title: dto.title,
      taxNumber,
      address: dto.address ?? null,
      phone,
      bank: dto.bank ?? null,
      accountCipher: kept ? kept.accountCipher : account && this.personal.encrypt(account),
      accountMasked: kept ? kept.accountMasked : account && maskAccount(account),
      isDefault: dto.isDefault ?? false,
    };
  }
}

const noDefault = (tx: EntityManager, projectId: string, customerId: string) =>
  tx.update(InvoiceTitle, { projectId, customerId, isDefault: true }, { isDefault: false });

const auditOf = ({ kind, title, taxNumber, address, phone, bank, accountMasked, isDefault }: Columns) => ({
  titleKind: kind,
  title,
  taxNumber,
  address,
  phone,
  bank,
  account: accountMasked,
  isDefault,
});
