import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { transferReasonLabels } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { ApprovalsService } from "../../approvals/approvals.service.js";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { RelationsService } from "../relations.service.js";
import { lockRoom } from "../room-lock.js";
import { RoomTransfer } from "./room-transfer.entity.js";
import { factsOf, isOwning, ownersAfter, type StoredTransfer, transferOf } from "./transfer-facts.js";
import { type TransferFacts, TransferParticipants } from "./transfer-participants.js";
import { refuseStep, TransferSteps } from "./transfer-steps.service.js";
import { TransferSurveys } from "./transfer-survey.service.js";
import {
  ownTransferDraft,
  transferBlocked,
  transferIncomplete,
  transferNotInState,
  transferOpen,
} from "./transfers.errors.js";

/** Who was who when the room changed hands; kept for the sheets. */
export interface TransferParties {
  oldOwners: { customerId: string; name: string; number: string; share: string | null }[];
  newOwners: { customerId: string; name: string; number: string; share: string | null }[];
}

/** Completes transfers: relations, payers, money and what other modules do, all in one transaction or not at all. */
@Injectable()
export class CompleteTransferService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly surveys: TransferSurveys,
    private readonly participants: TransferParticipants,
    private readonly relations: RelationsService,
    private readonly steps: TransferSteps,
    private readonly approvals: ApprovalsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.approvals.handle("room.transfer", {
      permission: "customer:approve-transfer",
      approve: async (tx, actor, { projectId, subjectId }) => {
        const row = await transferOf(tx, projectId, subjectId, { lock: true });
        if (row.createdBy === actor.userId) throw ownTransferDraft();
        refuseStep(row, { to: "COMPLETED", words: "办结", version: row.version });
        await this.completeIn(tx, actor, row, { mayStayOpen: true });
      },
      turnDown: (tx, actor, { projectId, subjectId }) => this.steps.turnedDown(tx, actor, projectId, subjectId),
    });
  }

  /** Completes without approval, when nothing stays open. @throws TRANSFER_OPEN, TRANSFER_BLOCKED, TRANSFER_CHANGED */
  complete(actor: Actor, projectId: string, id: string, version: number): Promise<void> {
    return this.db.transaction(async (tx) => {
      const row = await transferOf(tx, projectId, id, { lock: true });
      // What waits for an approval is completed by it alone.
      if (row.status === "PENDING") throw transferNotInState("PENDING", "直接办结");
      refuseStep(row, { to: "COMPLETED", words: "办结", version });
      await this.completeIn(tx, actor, row, { mayStayOpen: false });
    });
  }

  private async completeIn(
    tx: EntityManager,
    actor: Actor,
    row: StoredTransfer,
    { mayStayOpen }: { mayStayOpen: boolean },
  ): Promise<void> {
    const { projectId, id, roomId } = row;
    const before = await factsOf(tx, this.clock, row);
    for (const participant of this.participants.inOrder()) await participant.lock(tx, before);
    const room = await lockRoom(tx, projectId, roomId);
    const facts = await factsOf(tx, this.clock, row);
    const { missing, blocks, open } = await this.surveys.of(tx, facts);
    if (missing.length > 0) throw transferIncomplete(missing);
    if (blocks.length > 0) throw transferBlocked(blocks);
    if (open.length > 0 && !mayStayOpen) throw transferOpen(open);

    const reason = `房屋过户 ${row.number}（${transferReasonLabels[facts.reason!]}）`;
    await this.relations.replaceOwnersIn(tx, actor, room, {
      from: facts.transferOn!,
      owners: ownersAfter(facts),
      payer: facts.payerCustomerId,
      endReason: reason,
      alsoEnd: facts.relations.filter(({ role, choice }) => role !== "OWNER" && choice === "END").map((one) => one.id),
    });
    const results: Record<string, object | null> = {};
    for (const participant of this.participants.inOrder())
      results[participant.key] = await participant.complete(tx, actor, facts);

    const parties = partiesOf(facts);
    const done = { status: "COMPLETED", completedAt: this.clock.now(), completedByName: actor.name };
    await tx.update(RoomTransfer, { projectId, id }, { ...done, parties, results, version: row.version + 1 });
    await this.record(tx, actor, facts, parties);
  }

  private record(tx: EntityManager, actor: Actor, facts: TransferFacts, parties: TransferParties): Promise<void> {
    const { projectId, id, number, roomId, roomCode, transferOn } = facts;
    const names = (people: { name: string }[]) => people.map(({ name }) => name).join("、");
    const summary = `房间 ${roomCode} 过户 ${number} 办结：自 ${transferOn} 起由${names(parties.oldOwners)}转给${names(parties.newOwners)}`;
    const entry = { projectId, action: "transfer.complete", summary };
    const people = [...parties.oldOwners, ...parties.newOwners].map(({ customerId }) => customerId);
    return this.audit.record(
      tx,
      actor,
      { ...entry, entity: "transfer", entityId: id, after: { transferOn, ...parties } },
      { ...entry, entity: "room", entityId: roomId },
      ...[...new Set(people)].map((entityId) => ({ ...entry, entity: "customer", entityId })),
    );
  }
}

function partiesOf({ relations, owners }: TransferFacts): TransferParties {
  return {
    oldOwners: relations
      .filter(({ role, choice }) => isOwning(role) && choice === "END")
      .map((one) => ({
        customerId: one.customerId,
        name: one.customerName,
        number: one.customerNumber,
        share: one.share,
      })),
    newOwners: owners.map((one) => ({
      customerId: one.customerId,
      name: one.customerName,
      number: one.customerNumber,
      share: one.share,
    })),
  };
}
