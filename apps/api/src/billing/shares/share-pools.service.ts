import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type FeeItemKind, feeItemKindLabels, type RoomSelectionDto, type SaveSharePoolDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { feeItemInactive } from "../billing.errors.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { Meter } from "../meters/meter.entity.js";
import { sumOf } from "./month-pool.js";
import { MonthShare } from "./month-share.entity.js";
import { roomIdsOf } from "./room-codes.js";
import { SharePool } from "./share-pool.entity.js";
import { notShared, poolInUse, poolItemFixed } from "./shares.errors.js";

/** Creates, changes and removes pools (分摊项目, BIL-24). */
@Injectable()
export class SharePoolsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws FEE_ITEM_KIND, FEE_ITEM_INACTIVE, NOT_FOUND */
  create(actor: Actor, projectId: string, dto: SaveSharePoolDto): Promise<string> {
    refuseTerms(dto);
    return this.db.transaction(async (tx) => {
      await refuseItem(tx, projectId, dto.feeItemId);
      const columns = await columnsOf(tx, projectId, dto);
      const id = newId();
      await tx.insert(SharePool, { ...columns, projectId, id, createdAt: this.clock.now() });
      const summary = `新建分摊项目 ${dto.name}`;
      await this.record(tx, actor, projectId, id, "share-pool.create", summary, null, columns);
      return id;
    });
  }

  /** Replaces a pool; months that are confirmed keep what they were computed by. @throws SHARE_POOL_IN_USE */
  update(actor: Actor, projectId: string, id: string, dto: SaveSharePoolDto): Promise<void> {
    refuseTerms(dto);
    return this.db.transaction(async (tx) => {
      const before = await lockPool(tx, projectId, id);
      if (before.feeItemId !== dto.feeItemId) {
        if (await tx.existsBy(MonthShare, { projectId, poolId: id, status: "CONFIRMED" }))
          throw poolItemFixed(before.name);
        await refuseItem(tx, projectId, dto.feeItemId);
      }
      const columns = await columnsOf(tx, projectId, dto);
      await tx.update(SharePool, { projectId, id }, columns as never);
      const summary = `修改分摊项目 ${dto.name}`;
      await this.record(tx, actor, projectId, id, "share-pool.update", summary, stateOf(before), columns);
    });
  }

  /** Removes a pool without months. @throws SHARE_POOL_IN_USE */
  remove(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const before = await lockPool(tx, projectId, id);
      if (await tx.existsBy(MonthShare, { projectId, poolId: id })) throw poolInUse(before.name);
      await tx.delete(SharePool, { projectId, id });
      const summary = `删除分摊项目 ${before.name}`;
      await this.record(tx, actor, projectId, id, "share-pool.delete", summary, stateOf(before), null);
    });
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    entityId: string,
    action: string,
    summary: string,
    before: object | null,
    after: object | null,
  ): Promise<void> {
    await this.audit.record(tx, actor, { projectId, action, entity: "share-pool", entityId, summary, before, after });
  }
}

/** Locks a pool until the transaction ends. @throws NOT_FOUND */
export async function lockPool(tx: EntityManager, projectId: string, id: string): Promise<SharePool> {
  const pool = await tx.findOne(SharePool, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!pool) throw notFound("分摊项目");
  return pool;
}

async function refuseItem(tx: EntityManager, projectId: string, id: string): Promise<void> {
  const item = await tx.findOne(FeeItem, { where: { projectId, id }, lock: { mode: "pessimistic_read" } });
  if (!item) throw notFound("收费项目");
  if (!item.active) throw feeItemInactive(item.name);
  if (item.kind !== "SHARED") throw notShared(item.name, feeItemKindLabels[item.kind as FeeItemKind]);
}

function refuseTerms(dto: SaveSharePoolDto): void {
  const { dueRule, dueDays, method, source, legalBasis, ratios } = dto;
  const isDayOfMonth = dueRule === "DAY_OF_MONTH" || dueRule === "DAY_OF_NEXT_MONTH";
  if (isDayOfMonth && (dueDays < 1 || dueDays > 31))
    throw new InvalidInput({ dueDays: ["应缴日必须是 1 到 31 之间的日子"] });
  if (source === "LOSS" && !legalBasis)
    throw new InvalidInput({ legalBasis: ["向业主分摊损耗必须填写约定依据（合同条款或当地规定）"] });
  if (dto.meterId && source === "AMOUNT")
    throw new InvalidInput({ meterId: ["直接填写金额的分摊项目不取公共表的读数"] });
  if (dto.useMeterKind && method !== "USE")
    throw new InvalidInput({ useMeterKind: ["只有按用量分摊才从表具读数取用量"] });
  if (method !== "CUSTOM") {
    if (ratios && ratios.length > 0) throw new InvalidInput({ ratios: ["只有按约定比例分摊才填写比例"] });
    return;
  }
  if (!ratios || ratios.length === 0) throw new InvalidInput({ ratios: ["按约定比例分摊必须填写各房间的比例"] });
  const sum = sumOf(ratios.map(({ percent }) => percent));
  if (sum !== "100") throw new InvalidInput({ ratios: [`各房间比例合计必须是 100%，现在是 ${sum}%`] });
}

async function columnsOf(tx: EntityManager, projectId: string, dto: SaveSharePoolDto) {
  const { name, feeItemId, purpose, method, areaKind, source, vacancy, dueRule, dueDays, startsPeriod, active } = dto;
  const { unit = null, legalBasis = null, useMeterKind = null, meterId = null } = dto;
  if (meterId !== null) await refuseMeter(tx, projectId, meterId);
  const rooms = await knownScope(tx, projectId, dto.rooms);
  const excludedRoomIds = await roomIdsOf(tx, projectId, "excludedRoomCodes", dto.excludedRoomCodes ?? []);
  const codes = (dto.ratios ?? []).map(({ roomCode }) => roomCode);
  const rated = await roomIdsOf(tx, projectId, "ratios", codes);
  const ratios = rated.map((roomId, index) => ({ roomId, percent: dto.ratios![index]!.percent }));
  return {
    name,
    feeItemId,
    purpose,
    method,
    areaKind,
    source,
    meterId,
    useMeterKind,
    unit,
    // the rooms of agreed ratios are the scope
    rooms: method === "CUSTOM" ? { roomIds: rated } : rooms,
    excludedRoomIds: method === "CUSTOM" ? [] : excludedRoomIds,
    vacancy,
    ratios,
    dueRule,
    dueDays,
    legalBasis,
    startsPeriod,
    active,
  };
}

async function refuseMeter(tx: EntityManager, projectId: string, id: string): Promise<void> {
  const meter = await tx.findOne(Meter, { where: { projectId, id }, lock: { mode: "pessimistic_read" } });
  if (!meter) throw notFound("公共表");
  if (meter.roomId !== null) throw new InvalidInput({ meterId: [`表 ${meter.no} 是户表，公摊只能取公共表的读数`] });
}

/** The scope, when everything it names is of this project. */
async function knownScope(tx: EntityManager, projectId: string, scope: RoomSelectionDto): Promise<RoomSelectionDto> {
  const { roomIds = [], buildingIds = [], unitIds = [], purposes = [] } = scope;
  for (const [table, ids, what] of [
    ["room", roomIds, "房间"],
    ["building", buildingIds, "楼栋"],
    ["unit", unitIds, "单元"],
  ] as const) {
    if (ids.length === 0) continue;
    const [{ known }] = await tx.query<[{ known: number }]>(
      `SELECT count(*)::int AS known FROM ${table} WHERE project_id = $1 AND id = ANY ($2)`,
      [projectId, ids],
    );
    if (known < ids.length) throw notFound(`所选的部分${what}`);
  }
  return { roomIds, buildingIds, unitIds, purposes };
}

const stateOf = ({ projectId: _projectId, id: _id, createdAt: _createdAt, ...state }: SharePool) => state;
