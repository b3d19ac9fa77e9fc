import { Injectable, type OnModuleInit } from "@nestjs/common";
import { type MeterKind, meterKindLabels } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import {
  type Handover,
  HandoverReadings,
  HandoverReadingsTaker,
} from "../../property/inspections/handover-readings.js";
import { lockMeters } from "./meter-state.js";
import { Meter } from "./meter.entity.js";
import { refuseValue } from "./reading-rules.js";

type Unread = Pick<Meter, "id" | "no" | "kind" | "digits" | "startReading" | "installedOn">;

/**
 * What a meter showed at the handover of its room is where its use begins, on that day (PRP-09, BIL-20): as long as it
 * was never read. Afterwards the readings stand, and the inspection keeps what it found.
 */
@Injectable()
export class HandoverMeters extends HandoverReadingsTaker implements OnModuleInit {
  constructor(
    private readonly handovers: HandoverReadings,
    private readonly audit: AuditService,
  ) {
    super();
  }

  onModuleInit(): void {
    this.handovers.register(this);
  }

  /** @throws INVALID_INPUT when a reading has more digits than its meter */
  async take(tx: EntityManager, actor: Actor, handover: Handover): Promise<void> {
    const { projectId, roomId, inspectedOn, number } = handover;
    const unread = await unreadOf(tx, projectId, roomId, inspectedOn);
    for (const meter of unread) {
      const found = handover.readings.find(({ kind, meterNo }) => kind === meter.kind && meterNo === meter.no);
      if (!found) continue;
      refuseValue(meter, found.reading, "readings");
      const before = { startReading: meter.startReading, installedOn: meter.installedOn };
      const after = { startReading: found.reading, installedOn: inspectedOn };
      if (Number(before.startReading) === Number(after.startReading) && before.installedOn === after.installedOn)
        continue;
      await tx.update(Meter, { projectId, id: meter.id }, after);
      const name = `${meterKindLabels[meter.kind as MeterKind]} ${meter.no}`;
      const summary = `${name} 自 ${inspectedOn} 起从验收读数 ${found.reading} 起计（验收单 ${number}）`;
      const entry = { projectId, action: "meter.update", summary };
      await this.audit.record(
        tx,
        actor,
        { ...entry, entity: "meter", entityId: meter.id, before, after },
        { ...entry, entity: "room", entityId: roomId },
      );
    }
  }
}

/** The meters in use of a room that were installed by the day and never read; locked in id order. */
async function unreadOf(tx: EntityManager, projectId: string, roomId: string, day: string): Promise<Unread[]> {
  const ids = await tx.query<{ id: string }[]>(
    "SELECT id FROM meter WHERE project_id = $1 AND room_id = $2 AND removed_on IS NULL AND installed_on <= $3",
    [projectId, roomId, day],
  );
  if (ids.length === 0) return [];
  await lockMeters(
    tx,
    projectId,
    ids.map(({ id }) => id),
  );
  return tx.query<Unread[]>(
    `SELECT m.id, m.no, m.kind, m.digits, m.start_reading AS "startReading", m.installed_on AS "installedOn" FROM meter m
      WHERE m.project_id = $1 AND m.id = ANY ($2) AND m.removed_on IS NULL
        AND NOT EXISTS (SELECT 1 FROM meter_reading r WHERE r.project_id = m.project_id AND r.meter_id = m.id AND r.status = 'VALID')
      ORDER BY m.id`,
    [projectId, ids.map(({ id }) => id)],
  );
}
