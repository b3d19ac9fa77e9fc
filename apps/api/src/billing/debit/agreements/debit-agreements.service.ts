import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { debitFileLabels, type DebitUnmaskedDto, type SaveDebitAgreementDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { PersonalData } from "../../../common/crypto.js";
import { newId } from "../../../common/ids.js";
import { notFound } from "../../../common/rule-violation.js";
import { lockCustomer } from "../../../customer/customer-lock.js";
import { CustomerReferences } from "../../../customer/merge/customer-references.js";
import { idsOf } from "../../../customer/merged-customers.js";
import { DeletionHolds } from "../../../customer/privacy/deletion-holds.js";
import { AttachmentOwners, rowOf } from "../../../files/attachment-owners.js";
import { projectToday } from "../../../property/project-today.js";
import { agreementOut, agreementState, schemeInactive } from "../debit.errors.js";
import { DebitScheme } from "../schemes/debit-scheme.entity.js";
import { auditedAgreement, columnsOf } from "./agreement-columns.js";
import { coveredBy, namesOf, replaceCovers } from "./agreement-covers.js";
import { DebitAgreement } from "./debit-agreement.entity.js";

/** What names the account and the authorisation: not to be changed while an agreement is in force. */
const IDENTITY = ["schemeId", "agreementNo", "customerId", "holder", "accountHash"] as const;

/** Agreements to debit bank accounts (划款协议, BIL-100, MIN-06). */
@Injectable()
export class DebitAgreementsService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly personal: PersonalData,
    private readonly attachments: AttachmentOwners,
    private readonly references: CustomerReferences,
    private readonly holds: DeletionHolds,
  ) {}

  onModuleInit(): void {
    this.references.register({ label: "划款协议", table: "debit_agreement", column: "customer_id" });
    this.holds.register(async (db, projectId, customerId) => {
      const [row] = await db.query<{ no: string }[]>(
        `SELECT agreement_no AS no FROM debit_agreement
          WHERE project_id = $1 AND customer_id IN ${idsOf("$1", "$2")} AND status <> 'ENDED' ORDER BY id LIMIT 1`,
        [projectId, customerId],
      );
      return row && `划款协议 ${row.no} 还没有终止`;
    });
    this.attachments.register("debit-agreement", {
      label: "划款协议",
      read: "billing:unmask-account",
      write: "billing:debit-agreement",
      kinds: debitFileLabels,
      find: rowOf("debit_agreement", "debit-agreement"),
    });
  }

  /** Enters an agreement that waits for its signature. @throws INVALID_INPUT, NOT_FOUND, CUSTOMER_MERGED, DUPLICATE */
  create(actor: Actor, projectId: string, dto: SaveDebitAgreementDto): Promise<string> {
    return this.db.transaction(async (tx) => {
      const columns = columnsOf(dto, this.personal, await projectToday(tx, this.clock, projectId));
      const { names, customer } = await this.check(tx, projectId, dto);
      const [id, createdAt] = [newId(), this.clock.now()];
      const row = { ...columns, projectId, id, createdAt, status: "PENDING", statusReason: null, signedOn: null };
      await tx.insert(DebitAgreement, row);
      await replaceCovers(tx, { projectId, agreementId: id }, { ...dto, inForce: false, now: createdAt });
      const summary = `登记划款协议 ${dto.agreementNo}（${customer}，${columns.accountMasked}，${names.rooms.join("、")}）`;
      await this.record(tx, actor, row, "create", summary, null, auditedAgreement(row, names.rooms, names.items));
      return id;
    });
  }

  /**
   * Changes an agreement; of one in force not its account, holder, number, scheme and customer.
   * @throws as `create`, DEBIT_AGREEMENT_STATE, DEBIT_AGREEMENT_OUT
   */
  update(actor: Actor, projectId: string, id: string, dto: SaveDebitAgreementDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const before = await lockAgreement(tx, projectId, id);
      const { agreementNo, status } = before;
      if (status === "ENDED") throw agreementState(agreementNo, status, "修改");
      const columns = columnsOf(dto, this.personal, await projectToday(tx, this.clock, projectId), before);
      const identityChanged = IDENTITY.some((key) => columns[key] !== before[key]);
      if (identityChanged && status === "ACTIVE")
        throw agreementState(agreementNo, status, "修改账户、开户人、号码、方案或客户，请先暂停");
      if (identityChanged) await refuseOut(tx, before);
      const { names } = await this.check(tx, projectId, dto, id);
      const covered = await coveredBy(tx, projectId, id);
      await tx.update(DebitAgreement, { projectId, id }, columns);
      const cover = { ...dto, inForce: status === "ACTIVE", now: this.clock.now() };
      await replaceCovers(tx, { projectId, agreementId: id }, cover);
      const after = auditedAgreement({ ...before, ...columns }, names.rooms, names.items);
      await this.record(
        tx,
        actor,
        before,
        "update",
        `修改划款协议 ${dto.agreementNo}`,
        auditedAgreement(before, covered.rooms, covered.items),
        after,
      );
    });
  }

  /** Shows the whole numbers once; the look is logged with its reason (LAW-30, LAW-31). */
  unmask(actor: Actor, projectId: string, id: string, reason: string): Promise<DebitUnmaskedDto> {
    return this.db.transaction(async (tx) => {
      const row = await tx.findOneBy(DebitAgreement, { projectId, id });
      if (!row) throw notFound("划款协议");
      await this.record(tx, actor, row, "unmask", `查看划款协议 ${row.agreementNo} 的完整账号，原因：${reason}`);
      const open = (cipher: string | null) => cipher && this.personal.decrypt(cipher);
      return {
        account: this.personal.decrypt(row.accountCipher),
        idNumber: open(row.idNumberCipher),
        mobile: open(row.mobileCipher),
      };
    });
  }

  private async check(tx: EntityManager, projectId: string, dto: SaveDebitAgreementDto, agreementId?: string) {
    const scheme = await tx.findOneBy(DebitScheme, { projectId, id: dto.schemeId });
    if (!scheme) throw notFound("托收方案");
    if (!scheme.active) throw schemeInactive(scheme.name);
    const customer = await lockCustomer(tx, projectId, dto.customerId);
    return { names: await namesOf(tx, projectId, dto, agreementId), customer: customer.name };
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId, id }: Pick<DebitAgreement, "projectId" | "id">,
    verb: string,
    summary: string,
    before: object | null = null,
    after: object | null = null,
  ): Promise<void> {
    const entry = { projectId, action: `debit-agreement.${verb}`, entity: "debit-agreement", entityId: id, summary };
    return this.audit.record(tx, actor, { ...entry, before, after });
  }
}

/** @throws NOT_FOUND */
export async function lockAgreement(tx: EntityManager, projectId: string, id: string): Promise<DebitAgreement> {
  const row = await tx.findOne(DebitAgreement, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!row) throw notFound("划款协议");
  return row;
}

/** @throws DEBIT_AGREEMENT_OUT while the account is being debited */
export async function refuseOut(
  tx: EntityManager,
  {
    projectId,
    schemeId,
    accountHash,
    agreementNo,
  }: Pick<DebitAgreement, "projectId" | "schemeId" | "accountHash" | "agreementNo">,
): Promise<void> {
  const [out] = await tx.query<{ no: string }[]>(
    `SELECT b.batch_no AS no FROM debit_line l
       JOIN debit_batch b ON b.project_id = l.project_id AND b.id = l.batch_id
       JOIN debit_agreement a ON a.project_id = l.project_id AND a.id = l.agreement_id
      WHERE l.project_id = $1 AND a.scheme_id = $2 AND a.account_hash = $3 AND l.status = 'IN_PROCESS' LIMIT 1`,
    [projectId, schemeId, accountHash],
  );
  if (out) throw agreementOut(agreementNo, out.no);
}
