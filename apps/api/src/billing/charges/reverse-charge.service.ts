import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { chargeNothingOpen } from "../billing.errors.js";
import { takeBackRunDiscounts } from "../discounts/discount-ledger.js";
import { itemWithObject } from "../objects/charge-item.sql.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { takeBackReductions } from "../reductions/reductions-of-run.js";
import { waiverBorne } from "../reductions/vacancies.errors.js";
import { reverseOpen } from "./reverse-open.js";

interface Reversed {
  openFen: number;
  /** Whether nothing was received for it: it is taken back whole, and what its run took off goes with it. */
  unpaid: boolean;
  /** The number of a waiver on it that another bears, and that stands. */
  borneWaiver: string | null;
  roomId: string;
  period: string;
  feeItem: string;
}

/**
 * Takes back what is still open of one charge (红冲), dated today in an open month. What was received stays. Of a charge
 * that nothing was received for, what its run gave or a vacancy took off is taken back with it, from whoever bears it too:
 * nobody owes for a bill that is withdrawn (BIL-43).
 */
@Injectable()
export class ReverseChargeService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly periods: PostingPeriod,
    private readonly clock: Clock,
  ) {}

  /** @throws CHARGE_NOT_OPEN, WAIVER_BORNE, BORNE_PAID, PERIOD_CLOSED, NOT_FOUND */
  reverse(actor: Actor, projectId: string, id: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const bookedOn = await projectToday(tx, this.clock, projectId);
      // the month before the charge, as everybody who posts
      const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
      const charge = await locked(tx, projectId, id);
      if (!charge) throw notFound("应收");
      if (charge.openFen === 0) throw chargeNothingOpen();
      const now = this.clock.now();
      let { openFen } = charge;
      if (charge.unpaid) {
        if (charge.borneWaiver) throw waiverBorne(charge.borneWaiver);
        const by = { projectId, period, bookedOn, createdBy: actor.userId, createdAt: now };
        await takeBackRunDiscounts(tx, by, { chargeIds: [id] }, "红冲应收");
        await takeBackReductions(tx, by, { chargeIds: [id] });
        openFen = (await locked(tx, projectId, id))!.openFen;
      }
      await reverseOpen(tx, {
        projectId,
        ids: [id],
        bookedOn,
        period,
        source: "HAND",
        reason,
        userId: actor.userId,
        now,
      });
      const summary = `红冲 ${charge.period} ${charge.feeItem} 应收 ${formatFen(openFen)} 元，原因：${reason}`;
      const after = { chargeId: id, amountFen: -openFen, bookedOn, reason };
      await this.audit.record(
        tx,
        actor,
        { projectId, action: "charge.reverse", entity: "charge", entityId: id, summary, after },
        { projectId, action: "charge.reverse", entity: "room", entityId: charge.roomId, summary, after },
      );
    });
  }
}

async function locked(tx: EntityManager, projectId: string, id: string): Promise<Reversed | undefined> {
  const [charge] = await tx.query<Reversed[]>(
    `SELECT c.open_fen AS "openFen", c.received_fen + c.offset_fen = 0 AS unpaid, c.room_id AS "roomId", c.period,
            ${itemWithObject("c", "f.name")} AS "feeItem",
            (SELECT min(w.waiver_no) FROM waiver_line l
               JOIN waiver w ON w.project_id = l.project_id AND w.id = l.waiver_id AND w.status = 'APPROVED'
               JOIN charge b ON b.project_id = l.project_id AND b.id = l.borne_charge_id AND b.reversed_fen < b.amount_fen
              WHERE l.project_id = c.project_id AND l.charge_id = c.id) AS "borneWaiver"
       FROM charge c JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id
      WHERE c.project_id = $1 AND c.id = $2 FOR UPDATE OF c`,
    [projectId, id],
  );
  return charge;
}
