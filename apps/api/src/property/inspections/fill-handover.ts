import type { EntityManager } from "typeorm";
import type { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import type { Handover } from "./handover-readings.js";

/**
 * The day a room was inspected is the day it was handed over (交房日期, BIL-14), unless somebody entered one. A room that
 * is not sold is handed over to nobody; the state of the room is left to who keeps it.
 */
export async function fillHandover(
  tx: EntityManager,
  audit: AuditService,
  actor: Actor,
  { projectId, roomId, number, inspectedOn }: Omit<Handover, "readings">,
): Promise<void> {
  const [filled] = await tx.query<[{ code: string }[], number]>(
    `UPDATE room SET handed_over_on = $3
      WHERE project_id = $1 AND id = $2 AND handed_over_on IS NULL AND state <> 'UNSOLD' RETURNING code`,
    [projectId, roomId, inspectedOn],
  );
  for (const { code } of filled) {
    await audit.record(tx, actor, {
      projectId,
      action: "room.update",
      entity: "room",
      entityId: roomId,
      summary: `按验收单 ${number} 填写房间 ${code} 的交房日期`,
      before: { handedOverOn: null },
      after: { handedOverOn: inspectedOn },
    });
  }
}
