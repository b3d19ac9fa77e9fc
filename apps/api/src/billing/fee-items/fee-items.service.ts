import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { SaveFeeItemDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { feeItemInUse, feeItemKindFixed, feeItemRemitted, surchargesExist } from "../billing.errors.js";
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
    await refuseParent(tx, projectId, null, dto.parentId ?? null);
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
      await refuseParent(tx, projectId, before, columns.parentId);
      const changesKind = before.kind !== dto.kind;
      if ((changesKind || before.incomeClass !== dto.incomeClass) && (await this.isUsed(tx, before, changesKind))) {
        throw feeItemKindFixed(before.name);
      }
      if (dto.collectedForOthers && !before.collectedForOthers) await this.refuseSurcharges(tx, before);
      if (!dto.collectedForOthers && (await holdsMoneyOfOthers(tx, before))) throw feeItemRemitted(before.name);
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

  /** Gives items their accounts of the books of finance, in the caller's transaction (凭证科目). @throws NOT_FOUND */
  async setFinanceCodes(
    tx: EntityManager,
    projectId: string,
    codes: readonly { feeItemId: string; code: string | null }[],
  ): Promise<void> {
    const ids = [...new Set(codes.map(({ feeItemId }) => feeItemId))];
    const found = await tx.query<object[]>(
      "SELECT id FROM fee_item WHERE project_id = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE",
      [projectId, ids],
    );
    if (found.length < ids.length) throw notFound("收费项目");
    await tx.query(
      `UPDATE fee_item i SET finance_code = n.code FROM unnest($2::uuid[], $3::text[]) AS n(id, code)
        WHERE i.project_id = $1 AND i.id = n.id`,
      [projectId, codes.map(({ feeItemId }) => feeItemId), codes.map(({ code }) => code)],
    );
  }

  /** Removes a fee item that nothing refers to. @throws FEE_ITEM_IN_USE */
  remove(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const before = await this.lock(tx, projectId, id);
      const [{ used }] = await tx.query<[{ used: boolean }]>(
        "SELECT EXISTS (SELECT 1 FROM payer WHERE project_id = $1 AND fee_item_id = $2) AS used",
        [projectId, id],
      );
      if (used || (await this.isUsed(tx, before, true))) throw feeItemInUse(before.name);
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

  /** Whether the item was billed, has entries of public income or, where that counts too, has rates, pools or meters. */
  private async isUsed(tx: EntityManager, { projectId, id }: FeeItem, ratesCount: boolean): Promise<boolean> {
    const [{ used }] = await tx.query<[{ used: boolean }]>(
      `SELECT EXISTS (SELECT 1 FROM charge WHERE project_id = $1 AND fee_item_id = $2)
           OR EXISTS (SELECT 1 FROM public_income_entry WHERE project_id = $1 AND fee_item_id = $2)
           OR ($3 AND EXISTS (SELECT 1 FROM rate WHERE project_id = $1 AND fee_item_id = $2))
           OR ($3 AND EXISTS (SELECT 1 FROM share_pool WHERE project_id = $1 AND fee_item_id = $2))
           OR ($3 AND EXISTS (SELECT 1 FROM meter WHERE project_id = $1 AND fee_item_id = $2)) AS used`,
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

/** Whether money of the item was handed over, or brought over to be: then it goes on being collected for others. */
async function holdsMoneyOfOthers(tx: EntityManager, { projectId, id }: FeeItem): Promise<boolean> {
  const [{ holds }] = await tx.query<[{ holds: boolean }]>(
    `SELECT EXISTS (SELECT 1 FROM remittance WHERE project_id = $1 AND fee_item_id = $2)
         OR EXISTS (SELECT 1 FROM opening_row WHERE project_id = $1 AND room_id IS NULL AND kind = 'COLLECTED' AND fee_item_id = $2)
         AS holds`,
    [projectId, id],
  );
  return holds;
}

/** Items lie on two levels: one that has a parent is no parent, so that no circle can arise. */
async function refuseParent(
  tx: EntityManager,
  projectId: string,
  item: FeeItem | null,
  parentId: string | null,
): Promise<void> {
  if (parentId === null || parentId === item?.parentId) return;
  if (parentId === item?.id) throw new InvalidInput({ parentId: ["上级项目不能是自己"] });
  const parent = await tx.findOne(FeeItem, { where: { projectId, id: parentId }, lock: { mode: "pessimistic_read" } });
  if (!parent) throw notFound("上级项目");
  if (parent.parentId !== null) throw new InvalidInput({ parentId: [`“${parent.name}”自己有上级项目，不能再作上级`] });
  if (item && (await tx.existsBy(FeeItem, { projectId, parentId: item.id })))
    throw new InvalidInput({ parentId: [`“${item.name}”有下级项目，不能再有上级`] });
}

/** Later tax rates in order of their days. @throws INVALID_INPUT for two on one day */
function taxChangesOf({ taxChanges }: SaveFeeItemDto) {
  const changes = (taxChanges ?? []).map(({ startsOn, taxCode = null, taxRate }) => ({ startsOn, taxCode, taxRate }));
  const sorted = changes.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const twice = sorted.find(({ startsOn }, index) => sorted[index + 1]?.startsOn === startsOn);
  if (twice) throw new InvalidInput({ taxChanges: [`${twice.startsOn} 有两个税率`] });
  return sorted;
}

/** Who collects for nobody keeps nobody's money. */
function refuseSupplier({ collectedForOthers, supplierName, keptAccount }: SaveFeeItemDto): void {
  const only = "只有代收代付的项目才填写";
  if (!collectedForOthers && supplierName) throw new InvalidInput({ supplierName: [`${only}收款单位`] });
  if (!collectedForOthers && keptAccount) throw new InvalidInput({ keptAccount: [`${only}代收资金账户`] });
}

function columnsOf(dto: SaveFeeItemDto) {
  const { shortName = null, unit = null, taxCode = null, taxRate = null, financeCode = null, remark = null } = dto;
  const { code, name, kind, incomeClass, collectedForOthers, active } = dto;
  const { mnemonic = null, parentId = null, supplierName = null, keptAccount = null } = dto;
  refuseSupplier(dto);
  const printForm = dto.printForm ?? "OTHER";
  const taxChanges = taxChangesOf(dto);
  const sort = dto.sort ?? 0;
  return {
    code,
    name,
    shortName,
    mnemonic,
    parentId,
    printForm,
    kind,
    incomeClass,
    collectedForOthers,
    supplierName,
    keptAccount,
    unit,
    taxCode,
    taxRate,
    taxChanges,
    financeCode,
    remark,
    sort,
    active,
  };
}

/** What the audit log keeps of an item. */
const stateOf = ({
  project: _project,
  parent: _parent,
  projectId: _projectId,
  id: _id,
  createdAt: _createdAt,
  ...state
}: FeeItem) => state;
