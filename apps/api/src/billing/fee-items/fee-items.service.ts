import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { SaveFeeItemDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { feeItemInUse, feeItemKindFixed, surchargesExist } from "../billing.errors.js";
import { FeeItem } from "./fee-item.entity.js";

/** Creates, changes and removes fee items (BIL-01). */
@Injectable()
export class FeeItemsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  create(actor: Actor, projectId: string, dto: SaveFeeItemDto): Promise<string> {
    return this.db.transaction((tx) => this.createIn(tx, actor, projectId, dto));
  }

  /** Creates a fee item in the caller's transaction (imports). Code and name are unique in the project. */
  async createIn(tx: EntityManager, actor: Actor, projectId: string, dto: SaveFeeItemDto): Promise<string> {
    const row = { ...columnsOf(dto), projectId, id: newId(), createdAt: this.clock.now() };
    await tx.insert(FeeItem, row);
    const summary = `新建收费项目 ${dto.name}`;
    const entry = { projectId, action: "fee-item.create", entity: "fee-item", entityId: row.id, summary, after: dto };
    await this.audit.record(tx, actor, entry);
    return row.id;
  }

  /**
   * Replaces a fee item. What was billed keeps its kind and class; 代收代付 is refused while a rate has a surcharge.
   * @throws FEE_ITEM_IN_USE, SURCHARGE_FORBIDDEN
   */
  update(actor: Actor, projectId: string, id: string, dto: SaveFeeItemDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const before = await this.lock(tx, projectId, id);
      const columns = columnsOf(dto);
      const changesKind = before.kind !== dto.kind;
      if ((changesKind || before.incomeClass !== dto.incomeClass) && (await this.isUsed(tx, before, changesKind))) {
        throw feeItemKindFixed(before.name);
      }
      if (dto.collectedForOthers && !before.collectedForOthers) await this.refuseSurcharges(tx, before);
      await tx.update(FeeItem, { projectId, id }, columns);
      const summary = `修改收费项目 ${dto.name}`;
      const states = { before: stateOf(before), after: columns };
      await this.audit.record(tx, actor, {
        projectId,
        action: "fee-item.update",
        entity: "fee-item",
        entityId: id,
        summary,
        ...states,
      });
    });
  }

  /** Removes a fee item that nothing refers to. @throws FEE_ITEM_IN_USE */
  remove(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const before = await this.lock(tx, projectId, id);
      const [{ used }] = await tx.query<[{ used: boolean }]>(
        `SELECT EXISTS (SELECT 1 FROM rate WHERE project_id = $1 AND fee_item_id = $2)
             OR EXISTS (SELECT 1 FROM share_pool WHERE project_id = $1 AND fee_item_id = $2)
             OR EXISTS (SELECT 1 FROM charge WHERE project_id = $1 AND fee_item_id = $2)
             OR EXISTS (SELECT 1 FROM payer WHERE project_id = $1 AND fee_item_id = $2) AS used`,
        [projectId, id],
      );
      if (used) throw feeItemInUse(before.name);
      await tx.delete(FeeItem, { projectId, id });
      const summary = `删除收费项目 ${before.name}`;
      await this.audit.record(tx, actor, {
        projectId,
        action: "fee-item.delete",
        entity: "fee-item",
        entityId: id,
        summary,
        before: stateOf(before),
      });
    });
  }

  private async lock(tx: EntityManager, projectId: string, id: string): Promise<FeeItem> {
    const found = await tx.findOne(FeeItem, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
    if (!found) throw notFound("收费项目");
    return found;
  }

  /** Whether the item was billed or, where that counts too, has rates. */
  private async isUsed(tx: EntityManager, { projectId, id }: FeeItem, ratesCount: boolean): Promise<boolean> {
    const [{ used }] = await tx.query<[{ used: boolean }]>(
      `SELECT EXISTS (SELECT 1 FROM charge WHERE project_id = $1 AND fee_item_id = $2)
           OR ($3 AND EXISTS (SELECT 1 FROM rate WHERE project_id = $1 AND fee_item_id = $2))
           OR ($3 AND EXISTS (SELECT 1 FROM share_pool WHERE project_id = $1 AND fee_item_id = $2)) AS used`,
      [projectId, id, ratesCount],
    );
    return used;
  }

  private async refuseSurcharges(tx: EntityManager, { projectId, id, name }: FeeItem): Promise<void> {
    const rates = await tx.query<{ name: string }[]>(
      `SELECT DISTINCT r.name FROM rate r
         JOIN rate_version v ON v.project_id = r.project_id AND v.rate_id = r.id AND v.surcharge > 0
        WHERE r.project_id = $1 AND r.fee_item_id = $2 ORDER BY r.name`,
      [projectId, id],
    );
    if (rates.length > 0)
      throw surchargesExist(
        name,
        rates.map((rate) => rate.name),
      );
  }
}

function columnsOf(dto: SaveFeeItemDto) {
  const { shortName = null, unit = null, taxCode = null, taxRate = null, financeCode = null, remark = null } = dto;
  const { code, name, kind, incomeClass, collectedForOthers, active } = dto;
  const sort = dto.sort ?? 0;
  return {
    code,
    name,
    shortName,
    kind,
    incomeClass,
    collectedForOthers,
    unit,
    taxCode,
    taxRate,
    financeCode,
    remark,
    sort,
    active,
  };
}

/** What the audit log keeps of an item. */
const stateOf = ({ project: _project, projectId: _projectId, id: _id, createdAt: _createdAt, ...state }: FeeItem) =>
  state;
