import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { SaveChargeStartDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { ProjectDeveloper } from "../../property/projects/project-developer.service.js";
import { BillingSettings } from "../settings/billing-settings.entity.js";
import { lockSettings } from "../settings/lock-settings.js";

/** Sets from when owners bear the charges of their rooms (BIL-14). What was issued stays (BIL-13). */
@Injectable()
export class SetChargeStartService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly developer: ProjectDeveloper,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws INVALID_INPUT (days of a notice missing; a developer who is no company of the project), NOT_FOUND */
  set(actor: Actor, projectId: string, dto: SaveChargeStartDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { rule, noticeDays, developerShare, developerId } = dto;
      if (rule === "NOTICE" && noticeDays == null) throw new InvalidInput({ noticeDays: ["请填写通知后多少天起算"] });
      const before = await lockSettings(tx, projectId, this.clock.now());
      const replaced = await this.developer.choose(tx, projectId, developerId);
      const developer = developerId === undefined ? replaced : developerId;
      const after = {
        chargeStart: rule,
        noticeDays: noticeDays ?? before.noticeDays,
        developerShare: developerShare ?? "TO_THE_DAY",
      };
      await tx.update(BillingSettings, { projectId, id: before.id }, after);
      await this.audit.record(tx, actor, {
        projectId,
        action: "billing-settings.charge-start",
        entity: "billing-settings",
        entityId: projectId,
        summary: "修改起算政策",
        before: {
          rule: before.chargeStart,
          noticeDays: before.noticeDays,
          developerShare: before.developerShare,
          developer: await nameOf(tx, projectId, replaced),
        },
        after: {
          rule,
          noticeDays: after.noticeDays,
          developerShare: after.developerShare,
          developer: await nameOf(tx, projectId, developer),
        },
      });
    });
  }
}

async function nameOf(tx: EntityManager, projectId: string, customerId: string | null): Promise<string | null> {
  if (customerId === null) return null;
  const [row] = await tx.query<{ name: string }[]>("SELECT name FROM customer WHERE project_id = $1 AND id = $2", [
    projectId,
    customerId,
  ]);
  return row?.name ?? null;
}
