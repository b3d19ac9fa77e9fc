import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { chargeNothingOpen } from "../billing.errors.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { reverseOpen } from "./reverse-open.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

/** Takes back what is still open of one charge (红冲), dated today in an open month. What was received stays. */
@Injectable()
export class ReverseChargeService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly periods: PostingPeriod,
    private readonly clock: Clock,
  ) {}

  /** @throws CHARGE_NOT_OPEN, PERIOD_CLOSED, NOT_FOUND */
  reverse(actor: Actor, projectId: string, id: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const bookedOn = await projectToday(tx, this.clock, projectId);
      // the month before the charge, as everybody who posts
      const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
      const [charge] = await tx.query<{ open_fen: number; room_id: string; period: string; fee_item: string }[]>(
        `SELECT c.open_fen, c.room_id, c.period, ${itemWithObject("c", "f.name")} AS fee_item
           FROM charge c JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id
          WHERE c.project_id = $1 AND c.id = $2 FOR UPDATE OF c`,
        [projectId, id],
      );
      if (!charge) throw notFound("应收");
      if (charge.open_fen === 0) throw chargeNothingOpen();
      const now = this.clock.now();
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
      const summary = `红冲 ${charge.period} ${charge.fee_item} 应收 ${formatFen(charge.open_fen)} 元，原因：${reason}`;
      const after = { chargeId: id, amountFen: -charge.open_fen, bookedOn, reason };
      await this.audit.record(
        tx,
        actor,
        { projectId, action: "charge.reverse", entity: "charge", entityId: id, summary, after },
        { projectId, action: "charge.reverse", entity: "room", entityId: charge.room_id, summary, after },
      );
    });
  }
}
