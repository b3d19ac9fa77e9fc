import type { RoomState } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import type { Handover } from "./handover-readings.js";

/** Rooms that may be handed over for the first time: in the others somebody has lived or worked already. */
const BEFORE_LIFE: readonly RoomState[] = ["SOLD", "HANDED_OVER", "VACANT"];

/** An inspection that passed, and the one that it corrects. */
export interface PassedInspection extends Omit<Handover, "readings"> {
  correctsId: string | null;
}

/**
 * The day on which the inspection of a room passed is the day it was handed over (交房日期, BIL-14), unless somebody
 * entered one. With defects nothing is filled, neither when they are closed later: whether the room was taken over in
 * spite of them is for a person to say, who enters the day. A room lived in whose day is missing is not handed over
 * today, or its earlier days would be the developer's. A correction puts right the day that the corrected inspection
 * filled. The state of the room is left to who keeps it.
 */
export async function fillHandover(
  tx: EntityManager,
  audit: AuditService,
  actor: Actor,
  { projectId, roomId, number, inspectedOn, correctsId }: PassedInspection,
): Promise<void> {
  const [filled] = await tx.query<[{ code: string; before: string | null }[], number]>(
    `UPDATE room r SET handed_over_on = $3
       FROM (SELECT id, handed_over_on::text AS day FROM room WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE) was
      WHERE r.project_id = $1 AND r.id = was.id AND r.handed_over_on IS DISTINCT FROM $3
        AND ((r.handed_over_on IS NULL AND r.state = ANY ($5)) OR r.handed_over_on = (
              SELECT i.inspected_on FROM inspection_record i WHERE i.project_id = $1 AND i.id = $4))
        AND (r.moved_in_on IS NULL OR r.moved_in_on >= $3)
      RETURNING r.code, was.day AS before`,
    [projectId, roomId, inspectedOn, correctsId, BEFORE_LIFE],
  );
  for (const { code, before } of filled) {
    await audit.record(tx, actor, {
      projectId,
      action: "room.update",
      entity: "room",
      entityId: roomId,
      summary: before
        ? `按验收单 ${number} 把房间 ${code} 的交房日期 ${before} 更正为 ${inspectedOn}`
        : `按验收单 ${number} 填写房间 ${code} 的交房日期`,
      before: { handedOverOn: before },
      after: { handedOverOn: inspectedOn },
    });
  }
}
