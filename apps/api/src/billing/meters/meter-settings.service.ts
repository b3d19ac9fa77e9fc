import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { MeterSettingsDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { alertLimitsOf } from "./meter-state.js";

/** From when on readings must be confirmed (BIL-20). */
@Injectable()
export class MeterSettingsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  of(projectId: string): Promise<MeterSettingsDto> {
    return alertLimitsOf(this.db.manager, projectId);
  }

  update(actor: Actor, projectId: string, dto: MeterSettingsDto): Promise<MeterSettingsDto> {
    return this.db.transaction(async (tx) => {
      const before = await alertLimitsOf(tx, projectId);
      const { highPercent, seasonalPercent } = dto;
      await tx.query(
        `INSERT INTO meter_settings (project_id, id, created_at, high_percent, seasonal_percent) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (project_id) DO UPDATE SET high_percent = excluded.high_percent, seasonal_percent = excluded.seasonal_percent`,
        [projectId, newId(), this.clock.now(), highPercent, seasonalPercent],
      );
      const after = { highPercent, seasonalPercent };
      const summary = `抄表异常提醒：高于前两期平均 ${highPercent}%，高于去年同期 ${seasonalPercent}%`;
      await this.audit.record(tx, actor, {
        projectId,
        action: "meter-settings.update",
        entity: "meter-settings",
        entityId: projectId,
        summary,
        before,
        after,
      });
      return after;
    });
  }
}
