import { HttpStatus, Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { disputeOutcomeLabels, type OpenDisputeDto, type SettleDisputeDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { notFound, RuleViolation } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { chargeNothingOpen } from "../billing.errors.js";
import { ChargeDispute } from "./charge-dispute.entity.js";
import { itemWithObject } from "../objects/charge-item.sql.js";
import { isAbout } from "./disputes.sql.js";

const alreadyDisputed = () => new RuleViolation("ALREADY_DISPUTED", "这笔应收已登记争议，还没有处理");
const notDisputed = () => new RuleViolation("NOT_DISPUTED", "这笔应收没有未处理的争议", HttpStatus.CONFLICT);

interface Disputed {
  open_fen: number;
  room_id: string;
  period: string;
  item: string;
}

/**
 * Disputes about charges (争议, BIL-54). While one is open the charge bears no late fee, and neither a debit nor an offset
 * takes money for it; who wants to pay may. It goes on with what is issued in place of the charge for the same debt (cut,
 * corrected, assumed), and is settled there.
 */
@Injectable()
export class DisputesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** From today on. @throws CHARGE_NOT_OPEN, ALREADY_DISPUTED, NOT_FOUND */
  open(actor: Actor, projectId: string, chargeId: string, { reason }: OpenDisputeDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const charge = await lockedCharge(tx, projectId, chargeId);
      if (charge.open_fen === 0) throw chargeNothingOpen();
      const open = await tx.query<object[]>(
        `SELECT 1 FROM charge_dispute d WHERE ${isAbout("$1::uuid", "$2::uuid")} AND d.settled_on IS NULL`,
        [projectId, chargeId],
      );
      if (open.length > 0) throw alreadyDisputed();
      const openedOn = await projectToday(tx, this.clock, projectId);
      await tx.insert(ChargeDispute, {
        projectId,
        id: newId(),
        createdAt: this.clock.now(),
        chargeId,
        reason,
        openedOn,
        openedBy: actor.userId,
        openedByName: actor.name,
        outcome: null,
        resolution: null,
        settledOn: null,
        settledBy: null,
        settledByName: null,
      });
      const words = `登记争议：${charge.period} ${charge.item} ${formatFen(charge.open_fen)} 元，原因：${reason}`;
      await this.record(tx, actor, { projectId, chargeId, roomId: charge.room_id }, "dispute", words);
    });
  }

  /**
   * From tomorrow on the charge bears late fees again. What was registered on a charge in whose place this one was issued
   * is settled with it, for everything issued there.
   * @throws NOT_DISPUTED, NOT_FOUND
   */
  settle(actor: Actor, projectId: string, chargeId: string, { outcome, resolution }: SettleDisputeDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const charge = await lockedCharge(tx, projectId, chargeId);
      const settledOn = await projectToday(tx, this.clock, projectId);
      const settled = await tx.query<[object[], number]>(
        `UPDATE charge_dispute d SET outcome = $3, resolution = $4, settled_on = $5, settled_by = $6, settled_by_name = $7
          WHERE ${isAbout("$1::uuid", "$2::uuid")} AND d.settled_on IS NULL`,
        [projectId, chargeId, outcome, resolution, settledOn, actor.userId, actor.name],
      );
      if (settled[1] === 0) throw notDisputed();
      const words = `处理争议：${charge.period} ${charge.item}，${disputeOutcomeLabels[outcome]}，${resolution}`;
      await this.record(tx, actor, { projectId, chargeId, roomId: charge.room_id }, "settle-dispute", words);
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId, chargeId, roomId }: { projectId: string; chargeId: string; roomId: string },
    verb: string,
    summary: string,
  ): Promise<void> {
    const action = `charge.${verb}`;
    return this.audit.record(
      tx,
      actor,
      { projectId, action, entity: "charge", entityId: chargeId, summary },
      { projectId, action, entity: "room", entityId: roomId, summary },
    );
  }
}

/** The charge under a lock, so that two at once are one after the other. */
async function lockedCharge(tx: EntityManager, projectId: string, id: string): Promise<Disputed> {
  const [charge] = await tx.query<Disputed[]>(
    `SELECT c.open_fen, c.room_id, c.period, ${itemWithObject("c", "i.name")} AS item
       FROM charge c JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
      WHERE c.project_id = $1 AND c.id = $2 FOR UPDATE OF c`,
    [projectId, id],
  );
  if (!charge) throw notFound("应收");
  return charge;
}
