import { ForbiddenException, Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type ApprovalKind,
  approvalKindLabels,
  type ApprovalLineDto,
  type ApprovalStatus,
  approvalStatusLabels,
  type Permission,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import { type Access, may } from "../auth/access.service.js";
import type { Actor } from "../common/actor.js";
import { Clock } from "../common/clock.js";
import { newId } from "../common/ids.js";
import { notFound } from "../common/rule-violation.js";
import { Approval } from "./approval.entity.js";
import { alreadyDecided, alreadyPending, notOwnRequest, ownRequest } from "./approvals.errors.js";

/** How the requests of one kind are decided. */
export interface ApprovalHandler {
  /** Who may decide. */
  permission: Permission;
  /** Does what was asked for, in the transaction of the approval; what it throws leaves the request pending. */
  approve(tx: EntityManager, actor: Actor, approval: Approval): Promise<void>;
  /** Takes note of a refusal or withdrawal, in its transaction. */
  turnDown?(tx: EntityManager, actor: Actor, approval: Approval, status: "REJECTED" | "WITHDRAWN"): Promise<void>;
}

export interface ApprovalRequest {
  projectId: string;
  kind: ApprovalKind;
  /** What is asked for, in a sentence. */
  title: string;
  reason: string;
  /** Kind of the thing it is about, as in the audit log, and its id. */
  subjectType: string;
  subjectId: string;
  payload: Record<string, unknown>;
  lines: ApprovalLineDto[];
}

type Decision = "APPROVED" | "REJECTED" | "WITHDRAWN";

/**
 * Four eyes: somebody asks, somebody else decides, and the decision does what was asked for. A domain registers with
 * `handle` who applies its kind, and asks with `request` inside its own transaction.
 */
@Injectable()
export class ApprovalsService {
  private readonly handlers = new Map<ApprovalKind, ApprovalHandler>();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Registers who decides and applies the requests of a kind. */
  handle(kind: ApprovalKind, handler: ApprovalHandler): void {
    this.handlers.set(kind, handler);
  }

  /** The kinds a person may decide in a project. */
  kindsOf(access: Access, projectId: string): ApprovalKind[] {
    return [...this.handlers].filter(([, { permission }]) => may(access, permission, projectId)).map(([kind]) => kind);
  }

  /** How many requests of others wait for this person's decision; null when he decides none. */
  async waitingFor(access: Access, projectId: string): Promise<number | null> {
    const kinds = this.kindsOf(access, projectId);
    if (kinds.length === 0) return null;
    const [row] = await this.db.query<{ waiting: number }[]>(
      `SELECT count(*)::int AS waiting FROM approval
        WHERE project_id = $1 AND status = 'PENDING' AND kind = ANY ($2) AND requested_by <> $3`,
      [projectId, kinds, access.userId],
    );
    return row?.waiting ?? 0;
  }

  /** Writes a request in the caller's transaction; returns its id. @throws APPROVAL_PENDING when one waits already */
  async request(tx: EntityManager, actor: Actor, request: ApprovalRequest): Promise<string> {
    const id = newId();
    const { projectId, kind, subjectType, subjectId, title, reason } = request;
    const [written] = await tx.query<object[]>(
      `INSERT INTO approval (project_id, id, created_at, kind, status, title, reason, subject_type, subject_id, payload, lines,
                             requested_by, requested_by_name)
       VALUES ($1, $2, $3, $4, 'PENDING', $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (project_id, kind, subject_id) WHERE status = 'PENDING' DO NOTHING RETURNING id`,
      [
        projectId,
        id,
        this.clock.now(),
        kind,
        title,
        reason,
        subjectType,
        subjectId,
        JSON.stringify(request.payload),
        JSON.stringify(request.lines),
        actor.userId,
        actor.name,
      ],
    );
    if (!written) throw alreadyPending(approvalKindLabels[kind]);
    await this.record(tx, actor, { projectId, id, subjectType, subjectId }, "request", `申请${title}：${reason}`);
    return id;
  }

  /** Approves a request and does what it asks for. @throws APPROVAL_DECIDED, APPROVAL_OWN, and what applying throws */
  approve(actor: Actor, access: Access, projectId: string, id: string, note: string | null): Promise<void> {
    return this.decide(actor, projectId, id, async (tx, approval) => {
      const handler = this.permitted(approval, access, actor);
      await handler.approve(tx, actor, approval);
      await this.close(tx, actor, approval, "APPROVED", note);
    });
  }

  /** Refuses a request. @throws APPROVAL_DECIDED, APPROVAL_OWN */
  reject(actor: Actor, access: Access, projectId: string, id: string, reason: string): Promise<void> {
    return this.decide(actor, projectId, id, async (tx, approval) => {
      const handler = this.permitted(approval, access, actor);
      await handler.turnDown?.(tx, actor, approval, "REJECTED");
      await this.close(tx, actor, approval, "REJECTED", reason);
    });
  }

  /** The requester takes his request back. @throws APPROVAL_DECIDED, APPROVAL_NOT_OWN */
  withdraw(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.decide(actor, projectId, id, async (tx, approval) => {
      if (approval.requestedBy !== actor.userId) throw notOwnRequest();
      await this.handlers.get(approval.kind as ApprovalKind)?.turnDown?.(tx, actor, approval, "WITHDRAWN");
      await this.close(tx, actor, approval, "WITHDRAWN", null);
    });
  }

  /** Locks the request, so that two deciders have one winner and one clear refusal. */
  private decide(
    actor: Actor,
    projectId: string,
    id: string,
    work: (tx: EntityManager, approval: Approval) => Promise<void>,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const approval = await tx.findOne(Approval, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
      if (!approval) throw notFound("审批申请");
      if (approval.status !== "PENDING") throw alreadyDecided(approvalStatusLabels[approval.status as ApprovalStatus]);
      await work(tx, approval);
    });
  }

  private permitted({ kind, projectId, requestedBy }: Approval, access: Access, actor: Actor): ApprovalHandler {
    const handler = this.handlers.get(kind as ApprovalKind);
    if (!handler) throw new Error(`Nobody handles approvals of kind ${kind}`);
    if (!may(access, handler.permission, projectId)) throw new ForbiddenException();
    if (requestedBy === actor.userId) throw ownRequest();
    return handler;
  }

  private async close(
    tx: EntityManager,
    actor: Actor,
    approval: Approval,
    status: Decision,
    note: string | null,
  ): Promise<void> {
    const decision = { decidedBy: actor.userId, decidedByName: actor.name, decidedAt: this.clock.now(), note };
    await tx.update(Approval, { projectId: approval.projectId, id: approval.id }, { status, ...decision });
    const verb = { APPROVED: "approve", REJECTED: "reject", WITHDRAWN: "withdraw" }[status];
    const words = { APPROVED: "通过申请", REJECTED: "拒绝申请", WITHDRAWN: "撤回申请" }[status];
    await this.record(tx, actor, approval, verb, `${words}：${approval.title}${note ? `（${note}）` : ""}`);
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    approval: Pick<Approval, "projectId" | "id" | "subjectType" | "subjectId">,
    verb: string,
    summary: string,
  ): Promise<void> {
    const entry = { projectId: approval.projectId, action: `approval.${verb}`, summary };
    return this.audit.record(
      tx,
      actor,
      { ...entry, entity: "approval", entityId: approval.id },
      { ...entry, entity: approval.subjectType, entityId: approval.subjectId },
    );
  }
}
