import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { NoticeScopeDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { projectToday } from "../../property/project-today.js";
import { freezeLateFees } from "../late-fees/freeze-late-fees.js";
import { lockOverdue } from "../late-fees/lock-overdue.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { lateFeesOnNotices, type NoticeLateFee } from "./notice-late-fees.js";
import type { NoticeHead } from "./notices.queries.js";

/** Late fees on notices: shown as they accrue, booked when a notice is printed, so that the paper holds (BIL-52). */
@Injectable()
export class NoticeLateFeesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly periods: PostingPeriod,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** What accrued until today on the notices of a scope, or on some of them. */
  async of(projectId: string, scope: NoticeScopeDto, heads?: readonly NoticeHead[]): Promise<NoticeLateFee[]> {
    const today = await projectToday(this.db.manager, this.clock, projectId);
    return lateFeesOnNotices(this.db, projectId, scope, today, heads);
  }

  /** Books it; what was booked before is not booked again, also by two people at once. @throws PERIOD_CLOSED */
  async book(actor: Actor, projectId: string, scope: NoticeScopeDto): Promise<void> {
    await this.db.transaction(async (tx) => {
      const bookedOn = await projectToday(tx, this.clock, projectId);
      const found = await lateFeesOnNotices(tx, projectId, scope, bookedOn);
      if (found.length === 0) return;
      const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
      const among = found.map(({ chargeId }) => chargeId);
      const chargeIds = await lockOverdue(tx, projectId, bookedOn, { among });
      const createdAt = this.clock.now();
      const frozen = await freezeLateFees(tx, { projectId, chargeIds, bookedOn, period, createdAt });
      if (frozen.length === 0) return;
      const totalFen = frozen.reduce((sum, { amountFen }) => sum + amountFen, 0);
      await this.audit.record(tx, actor, {
        projectId,
        action: "late-fee.freeze",
        entity: "project",
        entityId: projectId,
        summary: `打印收费通知单 ${scope.period}，违约金入账 ${frozen.length} 笔 ${formatFen(totalFen)} 元，计至 ${bookedOn}`,
      });
    });
  }
}
