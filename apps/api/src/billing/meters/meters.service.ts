import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CreateMeterDto, MeterFieldsDto, UpdateMeterDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { MeterReading } from "./meter-reading.entity.js";
import { Meter } from "./meter.entity.js";
import { MASTER_LEVELS, mastersOf } from "./meter-masters.js";
import {
  meterHasReadings,
  meterLoop,
  meterRemoved,
  meterStillNeeded,
  meterTooDeep,
  notMetered,
  roomNotActive,
} from "./meters.errors.js";
import { refuseValue } from "./reading-rules.js";

/** What readings were counted with: fixed once there is one. */
const COUNTED = ["kind", "digits", "reverse"] as const satisfies (keyof MeterFieldsDto)[];

/** The register of meters (表具, BIL-20). */
@Injectable()
export class MetersService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  create(actor: Actor, projectId: string, dto: CreateMeterDto): Promise<string> {
    return this.db.transaction((tx) => this.createIn(tx, actor, projectId, dto));
  }

  /** Registers a meter in the caller's transaction. @throws FEE_ITEM_KIND, ROOM_ENDED, INVALID_INPUT, NOT_FOUND */
  async createIn(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    dto: CreateMeterDto,
    replacesId: string | null = null,
  ): Promise<string> {
    const { installedOn, startReading, openingUse, roomId = null, buildingId = null } = dto;
    if (roomId && buildingId) throw new InvalidInput({ buildingId: ["户表只选房间，公共表只选楼栋"] });
    if (installedOn > (await projectToday(tx, this.clock, projectId)))
      throw new InvalidInput({ installedOn: ["安装日期不能晚于今天"] });
    refuseValue(dto, startReading, "startReading");
    const place = roomId ? await roomOf(tx, projectId, roomId) : await buildingOf(tx, projectId, buildingId);
    await refuseItem(tx, projectId, dto.feeItemId);
    await refuseParent(tx, projectId, null, dto, replacesId === null ? null : dto.parentId);
    const id = newId();
    const row = { ...columnsOf(dto), roomId, buildingId, installedOn, startReading, openingUse: openingUse ?? "0" };
    await tx.insert(Meter, { ...row, replacesId, removedOn: null, projectId, id, createdAt: this.clock.now() });
    const summary = `登记表具 ${dto.no}（${place}），起始读数 ${startReading}`;
    await this.audit.record(
      tx,
      actor,
      { projectId, action: "meter.create", entity: "meter", entityId: id, summary, after: row },
      ...(roomId ? [{ projectId, action: "meter.create", entity: "room", entityId: roomId, summary }] : []),
    );
    return id;
  }

  /** @throws METER_READ when something that readings were counted with would change, METER_LOOP, METER_TOO_DEEP */
  update(actor: Actor, projectId: string, id: string, dto: UpdateMeterDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const before = await lockMeter(tx, projectId, id);
      if (before.removedOn !== null) throw meterRemoved(before.no, before.removedOn);
      const after = { ...columnsOf(dto), startReading: dto.startReading ?? before.startReading };
      const recounts =
        COUNTED.some((field) => before[field] !== after[field]) ||
        Number(before.multiplier) !== Number(after.multiplier) ||
        Number(before.startReading) !== Number(after.startReading);
      const isRead = recounts && (await tx.existsBy(MeterReading, { projectId, meterId: id, status: "VALID" }));
      if (isRead) throw meterHasReadings(before.no);
      refuseValue(dto, after.startReading, "startReading");
      if (after.feeItemId !== before.feeItemId) await refuseItem(tx, projectId, after.feeItemId);
      await refuseParent(tx, projectId, id, dto, before.parentId);
      await tx.update(Meter, { projectId, id }, after);
      const summary = `修改表具 ${dto.no}`;
      await this.audit.record(tx, actor, {
        projectId,
        action: "meter.update",
        entity: "meter",
        entityId: id,
        summary,
        before: { ...columnsOf(before as MeterFieldsDto), startReading: before.startReading },
        after,
      });
    });
  }

  /** Removes a meter that was registered by mistake. @throws METER_IN_USE */
  remove(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const meter = await lockMeter(tx, projectId, id);
      const needed =
        (await tx.existsBy(MeterReading, { projectId, meterId: id })) ||
        (await tx.existsBy(Meter, { projectId, parentId: id })) ||
        (await tx.existsBy(Meter, { projectId, replacesId: id })) ||
        meter.replacesId !== null;
      if (needed) throw meterStillNeeded(meter.no);
      await tx.delete(Meter, { projectId, id });
      const summary = `删除表具 ${meter.no}`;
      const before = columnsOf(meter as MeterFieldsDto);
      await this.audit.record(tx, actor, {
        projectId,
        action: "meter.delete",
        entity: "meter",
        entityId: id,
        summary,
        before,
      });
    });
  }
}

/** Locks a meter of the project. @throws NOT_FOUND */
export async function lockMeter(tx: EntityManager, projectId: string, id: string): Promise<Meter> {
  await tx.query("SELECT 1 FROM meter WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [projectId, id]);
  const meter = await tx.findOneBy(Meter, { projectId, id });
  if (!meter) throw notFound("表具");
  return meter;
}

function columnsOf(dto: MeterFieldsDto) {
  const { no, kind, digits, multiplier, reverse } = dto;
  const { feeItemId = null, position = null, route = null, parentId = null, remark = null } = dto;
  return { no, kind, feeItemId, position, route, digits, multiplier, reverse, parentId, remark };
}

async function roomOf(tx: EntityManager, projectId: string, roomId: string): Promise<string> {
  const [room] = await tx.query<{ code: string; active: boolean }[]>(
    "SELECT code, active FROM room WHERE project_id = $1 AND id = $2 FOR SHARE",
    [projectId, roomId],
  );
  if (!room) throw notFound("房间");
  if (!room.active) throw roomNotActive(room.code);
  return `房间 ${room.code}`;
}

async function buildingOf(tx: EntityManager, projectId: string, buildingId: string | null): Promise<string> {
  if (!buildingId) return "管理区公共";
  const [building] = await tx.query<{ name: string }[]>("SELECT name FROM building WHERE project_id = $1 AND id = $2", [
    projectId,
    buildingId,
  ]);
  if (!building) throw notFound("楼栋");
  return `${building.name}公共`;
}

async function refuseItem(tx: EntityManager, projectId: string, feeItemId?: string | null): Promise<void> {
  if (!feeItemId) return;
  const item = await tx.findOneBy(FeeItem, { projectId, id: feeItemId });
  if (!item) throw notFound("收费项目");
  if (item.kind !== "METERED") throw notMetered(item.name);
}

/** A master meter is of the same kind, in use unless it stood above before, not behind the meter itself, and not too high a chain. */
async function refuseParent(
  tx: EntityManager,
  projectId: string,
  id: string | null,
  dto: MeterFieldsDto,
  before: string | null | undefined,
): Promise<void> {
  if (!dto.parentId) return;
  const parent = await tx.findOneBy(Meter, { projectId, id: dto.parentId });
  if (!parent) throw notFound("总表");
  if (parent.kind !== dto.kind) throw new InvalidInput({ parentId: [`总表 ${parent.no} 的表类不同`] });
  if (parent.removedOn !== null && parent.id !== before)
    throw new InvalidInput({ parentId: [`总表 ${parent.no} 已于 ${parent.removedOn} 拆除`] });
  const masters = (await mastersOf(tx, projectId, [parent.id])).get(parent.id) ?? [];
  if (id !== null && masters.includes(id)) throw meterLoop(dto.no);
  if (masters.length > MASTER_LEVELS) throw meterTooDeep(dto.no);
}
