import type { RoomState } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import type { Handover } from "./handover-readings.js";

/** Rooms that may be handed over for the first time: in the others somebody has lived or worked already. */
const BEFORE_LIFE: readonly RoomState[] = ["SOLD", "HANDED_OVER", "VACANT"];

/** An inspection that is completed, and the one that it corrects. */
export interface CompletedInspection extends Pick<Handover, "projectId" | "roomId" | "number"> {
  /** The day on which it passed; null with defects. */
  passedOn: string | null;
  correctsId: string | null;
}

/**
 * The day on which the inspection of a room passed is the day it was handed over (交房日期, BIL-14), unless somebody
 * entered one. With defects nothing is filled, neither when they are closed later: whether the room was taken over in
 * spite of them is for a person to say, who enters the day. A room lived in whose day is missing is not handed over
 * today, or its earlier days would be the developer's. A correction puts right, or with defects takes away, the day that
 * the corrected inspection filled; one that a person entered stays. The state of the room is left to who keeps it.
 * @returns the day that stands in the room by this inspection; null when it filled none
 */
export async function fillHandover(
  tx: EntityManager,
  audit: AuditService,
  actor: Actor,
  { projectId, roomId, number, passedOn, correctsId }: CompletedInspection,
): Promise<string | null> {
  const [filled] = await tx.query<[{ code: string; before: string | null }[], number]>(
    `UPDATE room r SET handed_over_on = $3::date
       FROM (SELECT id, handed_over_on::text AS day,
                    (SELECT i.handed_over_on FROM inspection_record i WHERE i.project_id = $1 AND i.id = $4) AS filled
               FROM room WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE) was
      WHERE r.project_id = $1 AND r.id = was.id
        AND (r.handed_over_on = was.filled OR ($3::date IS NOT NULL AND r.handed_over_on IS NULL AND r.state = ANY ($5)))
        AND ($3::date IS NULL OR r.moved_in_on IS NULL OR r.moved_in_on >= $3::date)
      RETURNING r.code, was.day AS before`,
    [projectId, roomId, passedOn, correctsId, BEFORE_LIFE],
  );
  for (const { code, before } of filled) {
    if (before === passedOn) continue;
    const summary =
      before === null
        ? `按验收单 ${number} 填写房间 ${code} 的交房日期`
        : passedOn === null
          ? `按验收单 ${number}（有缺陷）清除房间 ${code} 的交房日期 ${before}`
          : `按验收单 ${number} 把房间 ${code} 的交房日期 ${before} 更正为 ${passedOn}`;
    const entry = { projectId, action: "room.update", entity: "room", entityId: roomId, summary };
    await audit.record(tx, actor, { ...entry, before: { handedOverOn: before }, after: { handedOverOn: passedOn } });
  }
  return filled.length > 0 ? passedOn : null;
}
