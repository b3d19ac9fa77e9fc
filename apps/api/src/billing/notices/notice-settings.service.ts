import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { NoticeSettingsDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { qrTextFault } from "./notice-qr.js";
import { NoticeSettings } from "./notice-settings.entity.js";

/** Reads and changes what a project prints on its notices besides figures (BIL-114). */
@Injectable()
export class NoticeSettingsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async of(projectId: string, manager: EntityManager = this.db.manager): Promise<Required<NoticeSettingsDto>> {
    const row = await manager.findOneBy(NoticeSettings, { projectId });
    return { qrText: row?.qrText ?? null, qrCaption: row?.qrCaption ?? null };
  }

  /** @throws InvalidInput for a placeholder that stands for nothing, or more text than a code on paper can be read with */
  update(actor: Actor, projectId: string, dto: NoticeSettingsDto): Promise<NoticeSettingsDto> {
    const fault = dto.qrText ? qrTextFault(dto.qrText) : null;
    if (fault) throw new InvalidInput({ qrText: [fault] });
    const after = { qrText: dto.qrText ?? null, qrCaption: dto.qrCaption ?? null };
    return this.db.transaction(async (tx) => {
      await tx.query(
        "INSERT INTO notice_settings (project_id, id, created_at) VALUES ($1, $2, $3) ON CONFLICT (project_id) DO NOTHING",
        [projectId, newId(), this.clock.now()],
      );
      await tx.query("SELECT 1 FROM notice_settings WHERE project_id = $1 FOR UPDATE", [projectId]);
      const before = await this.of(projectId, tx);
      await tx.update(NoticeSettings, { projectId }, after);
      await this.audit.record(tx, actor, {
        projectId,
        action: "notice-settings.update",
        entity: "notice-settings",
        entityId: projectId,
        summary: after.qrText ? "修改收费通知单的二维码" : "收费通知单不印二维码",
        before: { ...before },
        after,
      });
      return after;
    });
  }
}
