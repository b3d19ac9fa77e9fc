import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { FreezeLateFeesDto, FrozenLateFeesDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { projectToday } from "../../property/project-today.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { lockCharges } from "../receipts/charge-ledger.js";
import { freezeLateFees } from "./freeze-late-fees.js";

/** Books what accrued until today, so that it can be reduced by two people or demanded (BIL-52, BIL-53). */
@Injectable()
export class FreezeLateFeesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly periods: PostingPeriod,
  ) {}

  /** Of two at once, the second finds nothing left to book. @throws PERIOD_CLOSED, NOT_FOUND */
  freeze(actor: Actor, projectId: string, { chargeIds }: FreezeLateFeesDto): Promise<FrozenLateFeesDto> {
    return this.db.transaction(async (tx) => {
      const bookedOn = await projectToday(tx, this.clock, projectId);
      const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
      const charges = await lockCharges(tx, projectId, [...new Set(chargeIds)]);
      const ids = charges.map(({ id }) => id);
      const createdAt = this.clock.now();
      const items = await freezeLateFees(tx, { projectId, chargeIds: ids, bookedOn, period, createdAt });
      const totalFen = items.reduce((sum, { amountFen }) => sum + amountFen, 0);
      for (const { lateFeeChargeId, amountFen, chargeId } of items.slice(0, 1)) {
        const rest = items.length > 1 ? ` 等 ${items.length} 笔` : "";
        await this.audit.record(tx, actor, {
          projectId,
          action: "late-fee.freeze",
          entity: "charge",
          entityId: lateFeeChargeId,
          summary: `违约金入账 ${formatFen(totalFen)} 元${rest}，计至 ${bookedOn}`,
          after: { chargeId, amountFen, items },
        });
      }
      return { items, totalFen };
    });
  }
}
