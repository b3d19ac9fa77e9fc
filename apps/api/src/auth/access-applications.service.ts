import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { ApplyForAccessDto, ApproveApplicationDto, FirstPasswordDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { Clock } from "../common/clock.js";
import { COMPANY, newId } from "../common/ids.js";
import { notFound } from "../common/rule-violation.js";
import { AccessApplication } from "./access-application.entity.js";
import { alreadyDecided } from "./auth.errors.js";
import { ManageUsersService } from "./manage-users.service.js";
import { maskMobile } from "./mask-mobile.js";
import { actorFrom, type Origin } from "./origin.js";
import { lockRights } from "./rights-rules.js";

/** Every person applies for a user and rights, and an administrator decides (CRM-03). */
@Injectable()
export class AccessApplicationsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly users: ManageUsersService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes an application. A second one for the same number while the first waits is dropped without a word: the answer
   * tells a stranger neither who has a user nor who has applied.
   */
  async apply({ name, mobile, reason, ...rest }: ApplyForAccessDto, origin: Origin): Promise<void> {
    const wish = rest.wish ?? null;
    await this.db.transaction(async (tx) => {
      await lockRights(tx);
      if (await tx.existsBy(AccessApplication, { mobile, status: "PENDING" })) return;
      const id = newId();
      await tx.insert(AccessApplication, {
        id,
        name,
        mobile,
        reason,
        wish,
        status: "PENDING",
        createdAt: this.clock.now(),
      });
      await this.audit.record(
        tx,
        { ...actorFrom(origin, null), name: `${name}（申请人）` },
        {
          projectId: COMPANY,
          action: "access-application.submit",
          entity: "access-application",
          entityId: id,
          summary: `${name} 申请开通`,
          after: { name, mobile: maskMobile(mobile), reason, wish },
        },
      );
    });
  }

  /** Creates the user with the roles; answers the first password, this once. Throws ALREADY_DECIDED, DUPLICATE, CONFLICTING_RIGHTS. */
  approve(
    actor: Actor,
    applicationId: string,
    { memberships, note }: ApproveApplicationDto,
  ): Promise<FirstPasswordDto> {
    return this.decide(applicationId, async (tx, { name, mobile }) => {
      const created = await this.users.createIn(tx, actor, { name, mobile, memberships });
      await this.close(tx, actor, applicationId, "APPROVED", note ?? null, `通过 ${name} 的开通申请`, created.userId);
      return created;
    });
  }

  /** Refuses with a reason. Throws ALREADY_DECIDED. */
  reject(actor: Actor, applicationId: string, note: string): Promise<void> {
    return this.decide(applicationId, (tx, { name }) =>
      this.close(tx, actor, applicationId, "REJECTED", note, `拒绝 ${name} 的开通申请`, null),
    );
  }

  private decide<T>(id: string, work: (tx: EntityManager, application: AccessApplication) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => {
      await lockRights(tx);
      const application = await tx.findOneBy(AccessApplication, { id });
      if (!application) throw notFound("申请");
      if (application.status !== "PENDING") throw alreadyDecided();
      return work(tx, application);
    });
  }

  private async close(
    tx: EntityManager,
    actor: Actor,
    id: string,
    status: "APPROVED" | "REJECTED",
    decisionNote: string | null,
    summary: string,
    userId: string | null,
  ): Promise<void> {
    const decision = { status, decisionNote, userId };
    await tx.update(
      AccessApplication,
      { id },
      { ...decision, decidedBy: actor.userId, decidedByName: actor.name, decidedAt: this.clock.now() },
    );
    const action = `access-application.${status === "APPROVED" ? "approve" : "reject"}`;
    const entry = { projectId: COMPANY, action, entity: "access-application", entityId: id, summary };
    await this.audit.record(tx, actor, { ...entry, before: { status: "PENDING" }, after: decision });
  }
}
