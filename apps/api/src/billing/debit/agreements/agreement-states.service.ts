import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { DebitAgreementStatus, SignDebitAgreementDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { InvalidInput } from "../../../common/rule-violation.js";
import { ConsentsService } from "../../../customer/privacy/consents.service.js";
import { projectToday } from "../../../property/project-today.js";
import { agreementState, noConsent } from "../debit.errors.js";
import { DebitAgreement } from "./debit-agreement.entity.js";
import { lastDebitConsent } from "./debit-consent.sql.js";
import { lockAgreement, refuseOut } from "./debit-agreements.service.js";

/** 待签 → 有效 ⇄ 暂停 → 终止: from where each verb may start. */
const FROM = {
  sign: ["PENDING"],
  suspend: ["ACTIVE"],
  resume: ["SUSPENDED"],
  end: ["PENDING", "ACTIVE", "SUSPENDED"],
} as const satisfies Record<string, readonly DebitAgreementStatus[]>;
const WORDS = { sign: "签约", suspend: "暂停", resume: "恢复", end: "终止" } as const;
type Verb = keyof typeof FROM;

/** The states of agreements (BIL-100). Rooms and items are taken while one is in force; the database keeps others out. */
@Injectable()
export class AgreementStatesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly consents: ConsentsService,
  ) {}

  /**
   * The agreement was signed and is in force; the separate consent (LAW-31) is on record or comes with it.
   * @throws DEBIT_NO_CONSENT, DEBIT_AGREEMENT_STATE, DUPLICATE (another one is in force), INVALID_INPUT
   */
  sign(actor: Actor, projectId: string, id: string, dto: SignDebitAgreementDto): Promise<void> {
    return this.change(actor, projectId, id, "sign", async (tx, row) => {
      const today = await projectToday(tx, this.clock, projectId);
      if (dto.signedOn > today) throw new InvalidInput({ signedOn: ["签约日期不能晚于今天"] });
      if (!(await hasConsented(tx, row))) await this.takeConsent(tx, actor, row, dto);
      return { status: "ACTIVE", statusReason: null, signedOn: dto.signedOn };
    });
  }

  suspend(actor: Actor, projectId: string, id: string, reason: string): Promise<void> {
    return this.change(actor, projectId, id, "suspend", async () => ({ status: "SUSPENDED", statusReason: reason }));
  }

  /** @throws DEBIT_NO_CONSENT when it was withdrawn, DEBIT_AGREEMENT_STATE, DUPLICATE (another one is in force) */
  resume(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.change(actor, projectId, id, "resume", async (tx, row) => {
      if (!(await hasConsented(tx, row))) throw await consentMissing(tx, row);
      return { status: "ACTIVE", statusReason: null };
    });
  }

  /** @throws DEBIT_AGREEMENT_OUT while the account is being debited */
  end(actor: Actor, projectId: string, id: string, reason: string): Promise<void> {
    return this.change(actor, projectId, id, "end", async (tx, row) => {
      await refuseOut(tx, row);
      return { status: "ENDED", statusReason: reason };
    });
  }

  private change(
    actor: Actor,
    projectId: string,
    id: string,
    verb: Verb,
    columns: (
      tx: EntityManager,
      row: DebitAgreement,
    ) => Promise<{ status: DebitAgreementStatus; statusReason: string | null; signedOn?: string }>,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const row = await lockAgreement(tx, projectId, id);
      const status = row.status as DebitAgreementStatus;
      if (!(FROM[verb] as readonly string[]).includes(status))
        throw agreementState(row.agreementNo, status, WORDS[verb]);
      const next = await columns(tx, row);
      await tx.update(DebitAgreement, { projectId, id }, next);
      await setInForce(tx, projectId, [id], next.status === "ACTIVE");
      const reason = next.statusReason ? `，原因：${next.statusReason}` : "";
      const summary = `${WORDS[verb]}划款协议 ${row.agreementNo}${reason}`;
      const entry = { projectId, action: `debit-agreement.${verb}`, entity: "debit-agreement", entityId: id, summary };
      await this.audit.record(tx, actor, { ...entry, before: { status }, after: next });
    });
  }

  private async takeConsent(
    tx: EntityManager,
    actor: Actor,
    row: DebitAgreement,
    { consented, consentWay, signedOn }: SignDebitAgreementDto,
  ): Promise<void> {
    if (!consented) throw await consentMissing(tx, row);
    const { projectId, customerId, agreementNo } = row;
    const remark = `划款协议 ${agreementNo}`;
    const given = { purpose: "DEBIT_ACCOUNT", on: signedOn, way: consentWay ?? "WRITTEN", remark } as const;
    await this.consents.giveIn(tx, actor, { projectId, customerId }, given);
  }
}

async function hasConsented(tx: EntityManager, { projectId, customerId }: DebitAgreement): Promise<boolean> {
  const [last] = await tx.query<{ action: string | null }[]>(`SELECT ${lastDebitConsent("$1", "$2")} AS action`, [
    projectId,
    customerId,
  ]);
  return last?.action === "GIVEN";
}

async function consentMissing(tx: EntityManager, { projectId, customerId }: DebitAgreement) {
  const [customer] = await tx.query<{ name: string }[]>("SELECT name FROM customer WHERE project_id = $1 AND id = $2", [
    projectId,
    customerId,
  ]);
  return noConsent(customer!.name);
}

/** Whether the covers of agreements keep other agreements out of their rooms and items. */
export async function setInForce(
  tx: EntityManager,
  projectId: string,
  agreementIds: readonly string[],
  inForce: boolean,
): Promise<void> {
  await tx.query("UPDATE debit_cover SET in_force = $3 WHERE project_id = $1 AND agreement_id = ANY ($2)", [
    projectId,
    agreementIds,
    inForce,
  ]);
}
