import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { AllocationPolicy, BankingPolicy, DeskSettingsDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { projectToday } from "../../property/project-today.js";
import { cashNotBanked } from "./shifts.errors.js";
import { DeskSettings } from "./desk-settings.entity.js";
import { type UnbankedDay, unbankedDays } from "./unbanked-cash.js";

/** What holds until a project sets its own: money is taken without shifts. */
const DEFAULTS: DeskSettingsDto = { shiftRequired: false, banking: "OFF", allocation: "FREE" };

/** Reads and changes the rules of a project's desk. */
@Injectable()
export class DeskSettingsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async of(projectId: string, manager: EntityManager = this.db.manager): Promise<DeskSettingsDto> {
    const row = await manager.findOneBy(DeskSettings, { projectId });
    return row ? toDeskSettingsDto(row) : DEFAULTS;
  }

  update(actor: Actor, projectId: string, dto: DeskSettingsDto): Promise<DeskSettingsDto> {
    return this.db.transaction(async (tx) => {
      const today = await projectToday(tx, this.clock, projectId);
      await tx.query(
        `INSERT INTO desk_settings (project_id, id, created_at, shift_required, banking) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (project_id) DO NOTHING`,
        [projectId, newId(), this.clock.now(), DEFAULTS.shiftRequired, DEFAULTS.banking],
      );
      const lock = { mode: "pessimistic_write" } as const;
      const before = await tx.findOneOrFail(DeskSettings, { where: { projectId }, lock });
      const bankingSince = dto.banking === "OFF" ? null : (before.bankingSince ?? today);
      await tx.update(DeskSettings, { projectId, id: before.id }, { ...dto, bankingSince });
      await this.audit.record(tx, actor, {
        projectId,
        action: "desk-settings.update",
        entity: "desk-settings",
        entityId: projectId,
        summary: "修改收款设置",
        before: { ...toDeskSettingsDto(before) },
        after: { ...dto },
      });
      return dto;
    });
  }

  /** Cash of earlier days that was not banked, as far as the project watches it. */
  async unbanked(db: EntityManager, projectId: string): Promise<{ banking: BankingPolicy; days: UnbankedDay[] }> {
    const row = await db.findOneBy(DeskSettings, { projectId });
    const banking = (row?.banking ?? DEFAULTS.banking) as BankingPolicy;
    if (!row?.bankingSince) return { banking, days: [] };
    const today = await projectToday(db, this.clock, projectId);
    return { banking, days: await unbankedDays(db, projectId, row.bankingSince, today) };
  }

  /** @throws CASH_NOT_BANKED when the project refuses to go on with cash of earlier days in the house */
  async refuseUnbanked(tx: EntityManager, projectId: string): Promise<void> {
    const { banking, days } = await this.unbanked(tx, projectId);
    const [first] = days;
    if (banking === "REFUSE" && first) throw cashNotBanked(first.day, first.fen);
  }
}

const toDeskSettingsDto = ({ shiftRequired, banking, allocation }: DeskSettings): DeskSettingsDto => ({
  shiftRequired,
  banking: banking as BankingPolicy,
  allocation: allocation as AllocationPolicy,
});
