import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { transferSteps, type TransferStatus } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { ApprovalsService } from "../../approvals/approvals.service.js";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { RoomTransfer } from "./room-transfer.entity.js";
import { factsOf, type StoredTransfer, transferOf } from "./transfer-facts.js";
import { TransferSurveys } from "./transfer-survey.service.js";
import {
  transferBlocked,
  transferChanged,
  transferIncomplete,
  transferNothingOpen,
  transferNotInState,
} from "./transfers.errors.js";

/** The steps of a transfer between draft and completion (SCN-07): 草稿 → 待结清 → 待审批 → 已完成 / 作废. */
@Injectable()
export class TransferSteps {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly surveys: TransferSurveys,
    private readonly approvals: ApprovalsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The data are complete; what is open is to be settled. @throws TRANSFER_INCOMPLETE, TRANSFER_BLOCKED */
  submit(actor: Actor, projectId: string, id: string, version: number): Promise<void> {
    return this.step(
      actor,
      projectId,
      id,
      { version, to: "SETTLING", verb: "submit", words: "提交" },
      async (tx, row) => {
        const { missing, blocks } = await this.surveys.of(tx, await factsOf(tx, this.clock, row));
        if (missing.length > 0) throw transferIncomplete(missing);
        if (blocks.length > 0) throw transferBlocked(blocks);
      },
    );
  }

  /** Back to the draft, to change something. */
  reopen(actor: Actor, projectId: string, id: string, version: number): Promise<void> {
    return this.step(actor, projectId, id, { version, to: "DRAFT", verb: "reopen", words: "退回修改" });
  }

  /** Ends it without effect; the number stays used. */
  cancel(actor: Actor, projectId: string, id: string, version: number, reason: string): Promise<void> {
    return this.step(actor, projectId, id, { version, to: "CANCELLED", verb: "cancel", words: "作废", reason });
  }

  /** Asks a second person to complete it with what stays open. @throws TRANSFER_NOTHING_OPEN */
  requestApproval(actor: Actor, projectId: string, id: string, version: number, reason: string): Promise<void> {
    const step = { version, to: "PENDING", verb: "request", words: "申请审批", reason } as const;
    return this.step(actor, projectId, id, step, async (tx, row) => {
      const facts = await factsOf(tx, this.clock, row);
      const { missing, blocks, open } = await this.surveys.of(tx, facts);
      if (missing.length > 0) throw transferIncomplete(missing);
      if (blocks.length > 0) throw transferBlocked(blocks);
      if (open.length === 0) throw transferNothingOpen();
      const approvalId = await this.approvals.request(tx, actor, {
        projectId,
        kind: "room.transfer",
        title: `房间 ${facts.roomCode} 过户 ${row.number}，自 ${facts.transferOn} 起归${facts.owners.map(({ customerName }) => customerName).join("、")}`,
        reason,
        subjectType: "transfer",
        subjectId: id,
        payload: { transferId: id },
        lines: open.map(({ label, detail, amountFen }) => ({
          label,
          before: detail,
          after: amountFen === null ? null : `${formatFen(amountFen)} 元`,
        })),
      });
      await tx.update(RoomTransfer, { projectId, id }, { approvalId });
    });
  }

  /** The approver refused, or the request was withdrawn: it waits for settlement again. */
  async turnedDown(tx: EntityManager, actor: Actor, projectId: string, id: string): Promise<void> {
    const row = await transferOf(tx, projectId, id, { lock: true });
    if (row.status !== "PENDING") return;
    const step = { version: row.version, to: "SETTLING", verb: "return", words: "退回" } as const;
    await this.stepIn(tx, actor, row, step);
  }

  private step(
    actor: Actor,
    projectId: string,
    id: string,
    step: Step,
    check?: (tx: EntityManager, row: StoredTransfer) => Promise<void>,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const row = await transferOf(tx, projectId, id, { lock: true });
      refuseStep(row, step);
      await check?.(tx, row);
      await this.stepIn(tx, actor, row, step);
    });
  }

  private async stepIn(tx: EntityManager, actor: Actor, row: StoredTransfer, step: Step): Promise<void> {
    const { projectId, id } = row;
    const cancelled = step.to === "CANCELLED" ? { cancelReason: step.reason ?? null } : {};
    await tx.update(RoomTransfer, { projectId, id }, { status: step.to, version: row.version + 1, ...cancelled });
    const summary = `${step.words}过户 ${row.number}${step.reason ? `：${step.reason}` : ""}`;
    const entry = { projectId, action: `transfer.${step.verb}`, summary };
    await this.audit.record(
      tx,
      actor,
      { ...entry, entity: "transfer", entityId: id },
      { ...entry, entity: "room", entityId: row.roomId },
    );
  }
}

interface Step {
  version: number;
  to: TransferStatus;
  verb: string;
  words: string;
  reason?: string;
}

/** @throws TRANSFER_STATE, TRANSFER_CHANGED */
export function refuseStep(row: StoredTransfer, { to, words, version }: Pick<Step, "to" | "words" | "version">): void {
  const status = row.status as TransferStatus;
  const next: readonly TransferStatus[] = transferSteps[status];
  if (!next.includes(to)) throw transferNotInState(status, words);
  if (row.version !== version) throw transferChanged();
}
