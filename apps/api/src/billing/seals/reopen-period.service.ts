import { HttpStatus, Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CollectionFiguresDto, ReopenPeriodDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import type { Approval } from "../../approvals/approval.entity.js";
import { ApprovalsService } from "../../approvals/approvals.service.js";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { notFound, RuleViolation } from "../../common/rule-violation.js";
import { cancelledExports, refuseExported } from "../vouchers/exported-months.js";
import { PeriodReopening } from "./period-reopening.entity.js";
import { PeriodSeal } from "./period-seal.entity.js";

const notClosed = (period: string) =>
  new RuleViolation("PERIOD_NOT_CLOSED", `${period} 没有月结，不需要反结账`, HttpStatus.CONFLICT);
const notLast = (period: string, last: string) =>
  new RuleViolation(
    "PERIOD_NOT_LAST",
    `只能反结账最后月结的 ${last}，${period} 之后还有已月结的月份`,
    HttpStatus.CONFLICT,
  );

interface Closed {
  id: string;
  closed_by_name: string;
  snapshot: { figures: CollectionFiguresDto };
}

/** Opens the last closed month again, by two people (反结账, BIL-92). */
@Injectable()
export class ReopenPeriodService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly approvals: ApprovalsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.approvals.handle("period.reopen", {
      permission: "billing:approve-reopen",
      approve: (tx, actor, approval) => this.apply(tx, actor, approval),
    });
  }

  /** Asks for the month to be opened again. @throws PERIOD_NOT_CLOSED, PERIOD_NOT_LAST, PERIOD_EXPORTED, APPROVAL_PENDING */
  request(actor: Actor, projectId: string, period: string, { reason }: ReopenPeriodDto): Promise<string> {
    return this.db.transaction(async (tx) => {
      const { id, closed_by_name: closedByName, snapshot } = await lockLastClosed(tx, projectId, period);
      await refuseExported(tx, projectId, period);
      const cancelled = await cancelledExports(tx, projectId, period);
      return this.approvals.request(tx, actor, {
        projectId,
        kind: "period.reopen",
        title: `反结账 ${period}`,
        reason,
        subjectType: "period",
        subjectId: id,
        payload: { period },
        lines: [
          { label: "月份状态", before: `已月结（${closedByName}）`, after: "开放，可以补记和更正" },
          { label: "期末欠费", before: `${formatFen(snapshot.figures.closingFen)} 元`, after: "按账目重新计算" },
          { label: "月结快照", before: "生效", after: "留存备查，重新月结时另做" },
          ...(cancelled ? [{ label: "凭证导出", before: cancelled, after: "重新月结后重新导出" }] : []),
        ],
      });
    });
  }

  /**
   * Does what was approved.
   * @throws PERIOD_NOT_CLOSED, PERIOD_NOT_LAST when another month was closed meanwhile, PERIOD_EXPORTED when it was exported
   */
  private async apply(tx: EntityManager, actor: Actor, approval: Approval): Promise<void> {
    const { projectId, reason, requestedBy, requestedByName } = approval;
    const period = (approval.payload as { period: string }).period;
    const closed = await lockLastClosed(tx, projectId, period);
    await refuseExported(tx, projectId, period);
    const seal = await tx.findOne(PeriodSeal, { where: { projectId, period }, order: { sequence: "DESC" } });
    const balances = await tx.query<{ row: object }[]>(
      `WITH gone AS (DELETE FROM period_balance WHERE project_id = $1 AND period = $2 RETURNING *)
       SELECT to_jsonb(gone) AS row FROM gone ORDER BY id`,
      [projectId, period],
    );
    await tx.insert(PeriodReopening, {
      projectId,
      id: newId(),
      createdAt: this.clock.now(),
      period,
      sealId: seal?.id ?? null,
      reason,
      requestedBy,
      requestedByName,
      approvedBy: actor.userId,
      approvedByName: actor.name,
      snapshot: { ...closed.snapshot },
      balances: balances.map(({ row }) => row),
    });
    await tx.query(
      `UPDATE billing_period SET status = 'OPEN', closed_at = NULL, closed_by = NULL, closed_by_name = NULL, snapshot = NULL
        WHERE project_id = $1 AND period = $2`,
      [projectId, period],
    );
    await this.audit.record(tx, actor, {
      projectId,
      action: "period.unclose",
      entity: "period",
      entityId: closed.id,
      summary: `反结账 ${period}（${requestedByName} 申请），原因：${reason}`,
      before: { ...closed.snapshot },
    });
  }
}

/** Locks the months from this one on, so that none is closed meanwhile, and says what the month was closed with. */
async function lockLastClosed(tx: EntityManager, projectId: string, period: string): Promise<Closed> {
  const rows = await tx.query<(Closed & { period: string; status: string })[]>(
    `SELECT id, period, status, closed_by_name, snapshot FROM billing_period
      WHERE project_id = $1 AND period >= $2 ORDER BY period FOR UPDATE`,
    [projectId, period],
  );
  const found = rows.find((row) => row.period === period);
  if (!found) throw notFound("账期");
  if (found.status !== "CLOSED") throw notClosed(period);
  const last = rows.findLast(({ status }) => status === "CLOSED")!;
  if (last.period !== period) throw notLast(period, last.period);
  return found;
}
