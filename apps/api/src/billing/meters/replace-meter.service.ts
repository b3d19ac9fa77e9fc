import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { MeterKind, RemoveMeterDto, ReplaceMeterDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { periodOf } from "../../common/calendar.js";
import { Meter } from "./meter.entity.js";
import { meterRemoved } from "./meters.errors.js";
import { lockMeter, MetersService } from "./meters.service.js";
import { RecordReadingsService } from "./record-readings.service.js";

/** Takes meters out and puts others in their place (BIL-22): the month has the end of the old and the start of the new. */
@Injectable()
export class ReplaceMeterService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly meters: MetersService,
    private readonly readings: RecordReadingsService,
    private readonly audit: AuditService,
  ) {}

  /** Takes a meter out with its last reading. @throws METER_REMOVED, READING_LOWER, PERIOD_CLOSED */
  remove(actor: Actor, projectId: string, id: string, dto: RemoveMeterDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const meter = await this.takeOut(tx, actor, projectId, id, dto);
      const summary = `拆除表具 ${meter.no}，拆表读数 ${dto.endReading}，原因：${dto.reason}`;
      await this.record(tx, actor, meter, "meter.dismantle", summary, dto);
    });
  }

  /** Takes a meter out and puts a new one in its place on the same day. Answers the id of the new one. */
  replace(actor: Actor, projectId: string, id: string, dto: ReplaceMeterDto): Promise<string> {
    return this.db.transaction(async (tx) => {
      const old = await this.takeOut(tx, actor, projectId, id, dto);
      const { no, digits, multiplier, startReading, reverse = false, removedOn } = dto;
      const place = { roomId: old.roomId, buildingId: old.buildingId, position: old.position, route: old.route };
      const device = { no, kind: old.kind as MeterKind, digits, multiplier, reverse, startReading };
      const use = { feeItemId: old.feeItemId, parentId: old.parentId, installedOn: removedOn };
      const newId = await this.meters.createIn(tx, actor, projectId, { ...place, ...device, ...use }, old.id);
      // the sub-meters of a master meter stand behind the new one
      await tx.update(Meter, { projectId, parentId: old.id }, { parentId: newId });
      const summary = `表具 ${old.no} 更换为 ${no}，旧表读数 ${dto.endReading}，新表起始读数 ${startReading}，原因：${dto.reason}`;
      await this.record(tx, actor, old, "meter.replace", summary, dto);
      return newId;
    });
  }

  private async takeOut(tx: EntityManager, actor: Actor, projectId: string, id: string, dto: RemoveMeterDto) {
    const meter = await lockMeter(tx, projectId, id);
    if (meter.removedOn !== null) throw meterRemoved(meter.no, meter.removedOn);
    const { removedOn, endReading, rolledOver, period = periodOf(removedOn), reason } = dto;
    const reading = { readOn: removedOn, value: endReading, rolledOver, period, reason, serviceTo: removedOn };
    await this.readings.recordOne(tx, actor, projectId, { meterId: id, reading: { ...reading, kind: "REMOVAL" } });
    await tx.update(Meter, { projectId, id }, { removedOn });
    return meter;
  }

  private async record(tx: EntityManager, actor: Actor, meter: Meter, action: string, summary: string, after: object) {
    const { projectId, id, roomId } = meter;
    await this.audit.record(
      tx,
      actor,
      { projectId, action, entity: "meter", entityId: id, summary, after },
      ...(roomId ? [{ projectId, action, entity: "room", entityId: roomId, summary }] : []),
    );
  }
}
