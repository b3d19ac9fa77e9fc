import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type ConsentAction,
  consentFileLabels,
  consentActionLabels,
  type ConsentPurpose,
  consentPurposeLabels,
  type ConsentsDto,
  type ConsentWay,
  type GiveNoticeDto,
  type PrivacyNoticeDto,
  type PublishNoticeDto,
  type RecordConsentDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { AttachmentOwners } from "../../files/attachment-owners.js";
import { projectToday } from "../../property/project-today.js";
import { Customer } from "../customer.entity.js";
import { changeOfCustomer } from "../details/customer-change.js";
import { idsOf } from "../merged-customers.js";
import { CustomerConsent } from "./customer-consent.entity.js";
import { PrivacyNotice } from "./privacy-notice.entity.js";

interface EntryRow {
  id: string;
  purpose: ConsentPurpose | null;
  action: ConsentAction;
  version: string | null;
  on: string;
  way: ConsentWay;
  remark: string | null;
  name: string;
}

/** The register of notices and consents (LAW-31, LAW-32): entries are added, never changed. */
@Injectable()
export class ConsentsService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly attachments: AttachmentOwners,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.attachments.register("consent", {
      label: "告知与同意",
      read: "customer:read",
      write: "customer:privacy",
      kinds: consentFileLabels,
      find: async (tx, projectId, ownerId) => {
        const entry = await tx.findOneBy(CustomerConsent, { projectId, id: ownerId });
        return entry ? { entity: "customer", entityId: entry.customerId } : undefined;
      },
    });
  }

  /** Versions of the notice, the latest first. */
  async notices(projectId: string): Promise<PrivacyNoticeDto[]> {
    const rows = await this.db.manager.find(PrivacyNotice, {
      where: { projectId },
      order: { startsOn: "DESC", id: "DESC" },
      take: 100,
    });
    return rows.map(({ id, version, text, startsOn, createdByName }) => ({
      id,
      version,
      text,
      startsOn,
      createdByName,
    }));
  }

  /** @throws DUPLICATE (version) */
  publish(actor: Actor, projectId: string, dto: PublishNoticeDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const id = newId();
      const createdAt = this.clock.now();
      const { version, text, startsOn } = dto;
      const by = { createdBy: actor.userId, createdByName: actor.name };
      await tx.insert(PrivacyNotice, { projectId, id, createdAt, version, text, startsOn, ...by });
      await this.audit.record(tx, actor, {
        projectId,
        action: "privacy-notice.create",
        entity: "privacy-notice",
        entityId: id,
        summary: `发布隐私告知 ${version}，自 ${startsOn} 启用`,
        after: { version, startsOn },
      });
    });
  }

  /** What a customer was told and agreed to, entries merged into him included. */
  async of(projectId: string, customerId: string): Promise<ConsentsDto> {
    if (!(await this.db.manager.existsBy(Customer, { projectId, id: customerId }))) throw notFound("客户");
    const today = await projectToday(this.db, this.clock, projectId);
    const rows = await this.db.query<EntryRow[]>(
      `SELECT e.id, e.purpose, e.action, n.version, e.given_on AS "on", e.way, e.remark, e.recorded_by_name AS name
         FROM customer_consent e LEFT JOIN privacy_notice n ON n.project_id = e.project_id AND n.id = e.notice_id
        WHERE e.project_id = $1 AND e.customer_id IN ${idsOf("$1", "$2")} ORDER BY e.given_on DESC, e.id DESC LIMIT 200`,
      [projectId, customerId],
    );
    const [current] = await this.db.query<{ version: string }[]>(
      "SELECT version FROM privacy_notice WHERE project_id = $1 AND starts_on <= $2 ORDER BY starts_on DESC, id DESC LIMIT 1",
      [projectId, today],
    );
    const purposes = Object.keys(consentPurposeLabels) as ConsentPurpose[];
    return {
      currentVersion: current?.version ?? null,
      givenVersion: rows.find(({ purpose }) => purpose === null)?.version ?? null,
      states: purposes.map((purpose) => {
        const last = rows.find((row) => row.purpose === purpose);
        return { purpose, action: last?.action ?? null, since: last?.on ?? null };
      }),
      entries: rows.map(({ version, name, ...row }) => ({ ...row, noticeVersion: version, recordedByName: name })),
    };
  }

  /** The notice was handed to the customer. */
  giveNotice(actor: Actor, projectId: string, customerId: string, dto: GiveNoticeDto): Promise<void> {
    return changeOfCustomer(this.db, this.audit, actor, { projectId, customerId }, async (tx) => {
      const notice = await tx.findOneBy(PrivacyNotice, { projectId, id: dto.noticeId });
      if (!notice) throw notFound("隐私告知版本");
      if (dto.on < notice.startsOn) throw new InvalidInput({ on: [`该版本自 ${notice.startsOn} 启用`] });
      await this.add(tx, actor, { projectId, customerId }, { ...dto, purpose: null, action: "GIVEN" });
      return { action: "consent.give", summary: `${dto.on} 告知隐私政策 ${notice.version}` };
    });
  }

  /** A consent is given or withdrawn. Marketing follows: who withdraws gets none. */
  record(actor: Actor, projectId: string, customerId: string, dto: RecordConsentDto): Promise<void> {
    return changeOfCustomer(this.db, this.audit, actor, { projectId, customerId }, async (tx) => {
      await this.add(tx, actor, { projectId, customerId }, { ...dto, noticeId: null });
      if (dto.purpose === "MARKETING")
        await tx.update(Customer, { projectId, id: customerId }, { noMarketing: dto.action === "WITHDRAWN" });
      const verb = dto.action === "GIVEN" ? "give" : "withdraw";
      const what = `${consentActionLabels[dto.action]}（${consentPurposeLabels[dto.purpose]}）`;
      return { action: `consent.${verb}`, summary: `${dto.on} ${what}` };
    });
  }

  /** The consent to a purpose as part of another verb (a debit agreement is signed), in its transaction. */
  async giveIn(
    tx: EntityManager,
    actor: Actor,
    key: { projectId: string; customerId: string },
    { purpose, on, way, remark }: { purpose: ConsentPurpose; on: string; way: ConsentWay; remark: string },
  ): Promise<void> {
    await this.add(tx, actor, key, { purpose, action: "GIVEN", noticeId: null, on, way, remark });
    const summary = `${on} ${consentActionLabels.GIVEN}（${consentPurposeLabels[purpose]}）：${remark}`;
    const entry = { action: "consent.give", entity: "customer", entityId: key.customerId, summary };
    await this.audit.record(tx, actor, { projectId: key.projectId, ...entry });
  }

  private async add(
    tx: EntityManager,
    actor: Actor,
    key: { projectId: string; customerId: string },
    entry: Pick<CustomerConsent, "purpose" | "action" | "noticeId" | "way"> & { on: string; remark?: string | null },
  ): Promise<void> {
    const today = await projectToday(tx, this.clock, key.projectId);
    if (entry.on > today) throw new InvalidInput({ on: ["日期不能晚于今天"] });
    const { purpose, action, noticeId, way, on, remark } = entry;
    await tx.insert(CustomerConsent, {
      ...key,
      id: newId(),
      createdAt: this.clock.now(),
      purpose,
      action,
      noticeId,
      givenOn: on,
      way,
      remark: remark ?? null,
      recordedBy: actor.userId,
      recordedByName: actor.name,
    });
  }
}
