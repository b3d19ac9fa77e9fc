import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  BillingSettingsDto,
  ReceiptLayout,
  ReceiptReviewRule,
  ReversalApproval,
  SaveBillingControlsDto,
  SaveBillingSettingsDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Access } from "../../auth/access.service.js";
import { refuseUncontrolled } from "../../auth/control-settings.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { trimDecimal } from "../rates/rate.mapper.js";
import { BillingSettings } from "./billing-settings.entity.js";
import { DEFAULT_WAIVER_LIMIT, lockSettings } from "./lock-settings.js";

/** What holds until a project sets its own. */
const DEFAULTS: BillingSettingsDto = {
  waiverLimitFen: DEFAULT_WAIVER_LIMIT,
  lateFeeCeiling: "0.3",
  reversalApproval: "OLDER",
  receiptLayout: "A5",
  receiptReview: "NONE",
};

/** Reads and changes the settings of a project's charging. */
@Injectable()
export class BillingSettingsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async of(projectId: string, manager: EntityManager = this.db.manager): Promise<BillingSettingsDto> {
    const row = await manager.findOneBy(BillingSettings, { projectId });
    return row ? toDto(row) : DEFAULTS;
  }

  update(actor: Actor, projectId: string, dto: SaveBillingSettingsDto): Promise<BillingSettingsDto> {
    return this.change(actor, projectId, "修改收费设置", (kept) => ({
      lateFeeCeiling: dto.lateFeeCeiling ?? kept.lateFeeCeiling,
      receiptLayout: dto.receiptLayout ?? kept.receiptLayout,
    }));
  }

  /** Sets whether and above which sum a second person is needed (LAW-52). @throws CONTROL_SETTINGS */
  control(actor: Actor, access: Access, projectId: string, dto: SaveBillingControlsDto): Promise<BillingSettingsDto> {
    refuseUncontrolled(access, projectId);
    return this.change(actor, projectId, "修改审批与限额设置", (kept) => ({
      waiverLimitFen: dto.waiverLimitFen ?? kept.waiverLimitFen,
      reversalApproval: dto.reversalApproval ?? kept.reversalApproval,
      receiptReview: dto.receiptReview ?? kept.receiptReview,
    }));
  }

  private change(
    actor: Actor,
    projectId: string,
    summary: string,
    changesOf: (kept: BillingSettingsDto) => Partial<BillingSettingsDto>,
  ): Promise<BillingSettingsDto> {
    return this.db.transaction(async (tx) => {
      const row = await lockSettings(tx, projectId, this.clock.now());
      const before = toDto(row);
      const changes = changesOf(before);
      const after = { ...before, ...changes };
      await tx.update(BillingSettings, { projectId, id: row.id }, changes);
      await this.audit.record(tx, actor, {
        projectId,
        action: "billing-settings.update",
        entity: "billing-settings",
        entityId: projectId,
        summary,
        before: { ...before },
        after,
      });
      return after;
    });
  }
}

const toDto = (row: BillingSettings): BillingSettingsDto => ({
  waiverLimitFen: row.waiverLimitFen,
  lateFeeCeiling: trimDecimal(row.lateFeeCeiling),
  reversalApproval: row.reversalApproval as ReversalApproval,
  receiptLayout: row.receiptLayout as ReceiptLayout,
  receiptReview: row.receiptReview as ReceiptReviewRule,
});
