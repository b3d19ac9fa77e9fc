import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { SaveWaiverLimitsDto, SeededRole, WaiverLimitDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Access } from "../../auth/access.service.js";
import { refuseUncontrolled } from "../../auth/control-settings.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { COMPANY, newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { InvalidInput, notFound, RuleViolation } from "../../common/rule-violation.js";
import { WaiverLimit } from "./waiver-limit.entity.js";

/** What is asked to be reduced: the sum in fen, and of how much. */
export interface AskedReduction {
  amountFen: number;
  /** Per cent of what was charged, 0 to 100. */
  percent: number;
}

/**
 * Limits that hold of a built-in role until a project sets its own, in fen: beyond the limit of a project a region
 * decides up to 10 000 yuan, beyond that headquarters.
 */
const DEFAULT_LIMITS: Partial<Record<SeededRole, number>> = { REGION_MANAGER: 1_000_000 };

/** The limit of role `r`: what the project `$1` has set, "no limit" included, else the default. */
const LIMITS = `LEFT JOIN waiver_limit l ON l.project_id = $1 AND l.role_id = r.id
  LEFT JOIN (VALUES ${Object.entries(DEFAULT_LIMITS).map(([code, fen]) => `('${code}', ${fen}::bigint)`)}) d(code, fen) ON d.code = r.code`;
const AMOUNT = "CASE WHEN l.id IS NULL THEN d.fen ELSE l.amount_fen END";

const MAY_APPROVE = "r.permissions && ARRAY['billing:approve-waiver', 'billing:approve-large-waiver']";

/**
 * Approval limits by role (BIL-42): project manager, region, headquarters. The approver must hold a role whose limits are
 * high enough.
 */
@Injectable()
export class WaiverLimits {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Every role that may approve reductions, with its limits in the project. */
  of(projectId: string): Promise<WaiverLimitDto[]> {
    return this.db.query<WaiverLimitDto[]>(
      `SELECT r.id AS "roleId", r.name AS "roleName", ${AMOUNT} AS "amountFen", trim_scale(l.percent)::text AS percent
         FROM role r ${LIMITS}
        WHERE ${MAY_APPROVE} ORDER BY r.name, r.id`,
      [projectId],
    );
  }

  /** Replaces the limits of a project. @throws CONTROL_SETTINGS, NOT_FOUND */
  save(actor: Actor, access: Access, projectId: string, { limits }: SaveWaiverLimitsDto): Promise<void> {
    refuseUncontrolled(access, projectId);
    const roleIds = limits.map(({ roleId }) => roleId);
    if (new Set(roleIds).size < roleIds.length) throw new InvalidInput({ limits: ["同一个角色只能有一行"] });
    return this.db.transaction(async (tx) => {
      await tx.query("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [projectId]);
      const [known] = await tx.query<{ count: number }[]>(
        "SELECT count(*)::int AS count FROM role WHERE id = ANY ($1)",
        [roleIds],
      );
      if (known!.count < roleIds.length) throw notFound("所选的部分角色");
      await tx.delete(WaiverLimit, { projectId });
      const createdAt = this.clock.now();
      const rows = limits.map(({ roleId, amountFen = null, percent = null }) => {
        return { projectId, id: newId(), createdAt, roleId, amountFen, percent };
      });
      if (rows.length > 0) await tx.insert(WaiverLimit, rows);
      await this.audit.record(tx, actor, {
        projectId,
        action: "billing-settings.update",
        entity: "billing-settings",
        entityId: projectId,
        summary: "修改减免审批限额",
        after: { limits },
      });
    });
  }

  /** @throws WAIVER_LIMIT when no role by which this person may approve reaches so far */
  async refuseAbove(tx: EntityManager, actor: Actor, projectId: string, asked: AskedReduction): Promise<void> {
    const roles = await tx.query<{ name: string; amountFen: number | null; percent: number | null }[]>(
      `SELECT DISTINCT r.name, ${AMOUNT} AS "amountFen", l.percent::float8 AS percent
         FROM membership m JOIN role r ON r.id = m.role_id
         ${LIMITS}
        WHERE m.user_id = $2 AND m.scope_project_id IN ($1, $3) AND ${MAY_APPROVE}`,
      [projectId, actor.userId, COMPANY],
    );
    const reaches = roles.some(
      ({ amountFen, percent }) =>
        (amountFen === null || asked.amountFen <= amountFen) && (percent === null || asked.percent <= percent),
    );
    if (!reaches) throw aboveLimit(roles, asked);
  }
}

const aboveLimit = (
  roles: readonly { name: string; amountFen: number | null; percent: number | null }[],
  { amountFen, percent }: AskedReduction,
) => {
  const limits = roles.map((role) => {
    const words = [
      role.amountFen === null ? null : `${formatFen(role.amountFen)} 元`,
      role.percent === null ? null : `${role.percent}%`,
    ];
    return `${role.name} ${words.filter((word) => word !== null).join("、")}`;
  });
  const asked = `${formatFen(amountFen)} 元（${percent.toFixed(2).replace(/\.?0+$/, "")}%）`;
  return new RuleViolation(
    "WAIVER_LIMIT",
    `减免 ${asked} 超过您的审批限额（${limits.join("；")}），请由限额更高的人审批`,
  );
};
