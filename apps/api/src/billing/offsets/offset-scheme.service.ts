import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { OffsetSchemeDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Access } from "../../auth/access.service.js";
import { refuseUncontrolled } from "../../auth/control-settings.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { OffsetScheme } from "./offset-scheme.entity.js";
import { datesReversed } from "./offsets.errors.js";
import type { OffsetTerms } from "./plan-offsets.js";

/** A scheme with its list, empty or not. */
export type Scheme = OffsetSchemeDto & OffsetTerms & { reviewedOnly: boolean };

/** What holds until a project sets its own: nothing happens by itself. */
const DEFAULTS: Scheme = {
  enabled: false,
  onPublish: false,
  daily: false,
  onlyListed: false,
  feeItemIds: [],
  lateFees: true,
  reviewedOnly: false,
  order: "PERIOD_FIRST",
  shortage: "PARTIAL",
  chargeFrom: null,
  chargeTo: null,
};

/** Reads and changes how a project uses prepayments (使用方案, BIL-61). */
@Injectable()
export class OffsetSchemeService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async of(projectId: string, manager: EntityManager = this.db.manager): Promise<Scheme> {
    const row = await manager.findOneBy(OffsetScheme, { projectId });
    if (!row) return DEFAULTS;
    const { projectId: _project, id: _id, createdAt: _createdAt, ...scheme } = row;
    return scheme;
  }

  /** @throws InvalidInput for unknown or deposit items, or dates in the wrong order; CONTROL_SETTINGS */
  update(actor: Actor, access: Access, projectId: string, dto: OffsetSchemeDto): Promise<Scheme> {
    const feeItemIds = dto.feeItemIds ?? [];
    const { lateFees = true, chargeFrom = null, chargeTo = null } = dto;
    const asked = { ...dto, feeItemIds, lateFees, chargeFrom, chargeTo };
    refuseBadInput(asked);
    return this.db.transaction(async (tx) => {
      await refuseItems(tx, projectId, feeItemIds);
      await tx
        .createQueryBuilder()
        .insert()
        .into(OffsetScheme)
        .values({ projectId, id: newId(), createdAt: this.clock.now(), ...DEFAULTS })
        .orIgnore()
        .execute();
      await tx.query("SELECT 1 FROM offset_scheme WHERE project_id = $1 FOR UPDATE", [projectId]);
      const before = await this.of(projectId, tx);
      const wanted: Scheme = { ...asked, reviewedOnly: dto.reviewedOnly ?? before.reviewedOnly };
      if (wanted.reviewedOnly !== before.reviewedOnly) refuseUncontrolled(access, projectId);
      await tx.update(OffsetScheme, { projectId }, wanted);
      await this.audit.record(tx, actor, {
        projectId,
        action: "offset-scheme.update",
        entity: "offset-scheme",
        entityId: projectId,
        summary: wanted.enabled ? "修改预收使用方案" : "停用预收冲抵",
        before: { ...before },
        after: { ...wanted },
      });
      return wanted;
    });
  }
}

function refuseBadInput({ onlyListed, feeItemIds, chargeFrom, chargeTo }: Omit<Scheme, "reviewedOnly">): void {
  if (onlyListed && feeItemIds.length === 0)
    throw new InvalidInput({ feeItemIds: ["请至少列出一个可以冲抵的收费项目"] });
  if (chargeFrom && chargeTo && chargeTo < chargeFrom) throw new InvalidInput({ chargeTo: [datesReversed] });
}

async function refuseItems(tx: EntityManager, projectId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = await tx.query<{ name: string; kind: string }[]>(
    "SELECT name, kind FROM fee_item WHERE project_id = $1 AND id = ANY ($2)",
    [projectId, ids],
  );
  if (known.length < ids.length) throw new InvalidInput({ feeItemIds: ["有收费项目不存在，请刷新后重选"] });
  const deposit = known.find(({ kind }) => kind === "DEPOSIT");
  if (deposit) throw new InvalidInput({ feeItemIds: [`“${deposit.name}”是押金项目，押金不能用预收冲抵`] });
}
