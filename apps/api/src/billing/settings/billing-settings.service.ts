import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { BillingSettingsDto, ReceiptLayout, ReceiptReviewRule, ReversalApproval } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { trimDecimal } from "../rates/rate.mapper.js";
import { BillingSettings } from "./billing-settings.entity.js";
import { DEFAULT_WAIVER_LIMIT, lockSettings } from "./lock-settings.js";

/** What holds until a project sets its own. */
const DEFAULTS: Required<BillingSettingsDto> = {
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

  async of(projectId: string, manager: EntityManager = this.db.manager): Promise<Required<BillingSettingsDto>> {
    const row = await manager.findOneBy(BillingSettings, { projectId });
    return row ? toDto(row) : DEFAULTS;
  }

  update(actor: Actor, projectId: string, dto: BillingSettingsDto): Promise<BillingSettingsDto> {
    return this.db.transaction(async (tx) => {
      const before = await lockSettings(tx, projectId, this.clock.now());
      const kept = toDto(before);
      const { waiverLimitFen, lateFeeCeiling, reversalApproval = kept.reversalApproval } = dto;
      const { receiptLayout = kept.receiptLayout, receiptReview = kept.receiptReview } = dto;
      const after = { waiverLimitFen, lateFeeCeiling, reversalApproval, receiptLayout, receiptReview };
      await tx.update(BillingSettings, { projectId, id: before.id }, after);
      await this.audit.record(tx, actor, {
        projectId,
        action: "billing-settings.update",
        entity: "billing-settings",
        entityId: projectId,
        summary: "修改收费设置",
        before: { ...toDto(before) },
        after,
      });
      return after;
    });
  }
}

const toDto = (row: BillingSettings): Required<BillingSettingsDto> => ({
  waiverLimitFen: row.waiverLimitFen,
  lateFeeCeiling: trimDecimal(row.lateFeeCeiling),
  reversalApproval: row.reversalApproval as ReversalApproval,
  receiptLayout: row.receiptLayout as ReceiptLayout,
  receiptReview: row.receiptReview as ReceiptReviewRule,
});
