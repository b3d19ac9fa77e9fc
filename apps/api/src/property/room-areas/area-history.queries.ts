import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { AreaHistoryDto, AreaVersionDto, PendingAreaChangeDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { dayBefore } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { notFound } from "../../common/rule-violation.js";
import { projectToday } from "../project-today.js";
import { toRoomAreas } from "../rooms/room.mapper.js";
import type { AreaChangePayload } from "./area-changes.service.js";
import { AREA_COLUMNS, type Areas, SINCE_EVER } from "./areas-of-day.js";

/** A room's areas change a handful of times in its life; imports may add more. */
const SHOWN = 200;

type VersionRow = Areas &
  Omit<AreaVersionDto, keyof Areas | "sharedArea" | "endsOn" | "current" | "createdAt"> & { createdAt: Date };

interface PendingRow {
  approvalId: string;
  payload: AreaChangePayload;
  reason: string;
  requestedByName: string;
  createdAt: Date;
}

/** Reads how the areas of a room came about (面积沿革). */
@Injectable()
export class AreaHistoryQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Versions by first day, the latest first; of several that begin on a day only the last written counts. @throws NOT_FOUND */
  async of(projectId: string, roomId: string): Promise<AreaHistoryDto> {
    const [today, [room], versions, [pending]] = await Promise.all([
      projectToday(this.db, this.clock, projectId),
      this.db.query<object[]>("SELECT 1 FROM room WHERE project_id = $1 AND id = $2", [projectId, roomId]),
      this.db.query<VersionRow[]>(
        `SELECT DISTINCT ON (v.starts_on) v.id, v.starts_on AS "startsOn", ${AREA_COLUMNS}, v.reason,
                CASE WHEN v.starts_on > $3 THEN v.created_by_name END AS "requestedByName", a.decided_by_name AS "approvedByName", v.created_at AS "createdAt"
           FROM room_area_version v
           LEFT JOIN approval a ON a.project_id = v.project_id AND a.id = v.approval_id
          WHERE v.project_id = $1 AND v.room_id = $2
          ORDER BY v.starts_on DESC, v.id DESC LIMIT ${SHOWN}`,
        [projectId, roomId, SINCE_EVER],
      ),
      this.db.query<PendingRow[]>(
        `SELECT id AS "approvalId", payload, reason, requested_by_name AS "requestedByName", created_at AS "createdAt"
           FROM approval WHERE project_id = $1 AND subject_id = $2 AND kind = 'room.areas' AND status = 'PENDING'`,
        [projectId, roomId],
      ),
    ]);
    if (!room) throw notFound("房间");
    return {
      versions: versions.map((row, at) => toVersion(row, versions[at - 1], today)),
      pending: pendingOf(pending),
    };
  }
}

function toVersion(row: VersionRow, next: VersionRow | undefined, today: string): AreaVersionDto {
  const endsOn = next === undefined ? null : dayBefore(next.startsOn);
  return {
    ...row,
    ...toRoomAreas(row),
    endsOn,
    current: row.startsOn <= today && (endsOn === null || today <= endsOn),
    createdAt: row.createdAt.toISOString(),
  };
}

function pendingOf(row: PendingRow | undefined): PendingAreaChangeDto | null {
  if (!row) return null;
  const { payload, createdAt, ...rest } = row;
  return {
    ...rest,
    startsOn: payload.startsOn,
    ...toRoomAreas(payload.areas),
    createdAt: createdAt.toISOString(),
  };
}
