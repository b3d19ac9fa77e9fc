import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { projectToday } from "../project-today.js";
import { toRoomAreas } from "../rooms/room.mapper.js";
import { type Areas, areasOnDays, onlyCompletes, sameAreas } from "./areas-of-day.js";
import { applyDueAreas } from "./due-areas.js";
import { writeAreaVersions } from "./write-area-versions.js";

/** What a row of a file says of the areas; what it leaves empty stays. */
type GivenAreas = { [Field in keyof Areas]?: string | null };
type RoomAreas = GivenAreas & { id: string; code: string };

/** A room before and after an import; new ones had no areas. */
interface AreasImported {
  before: RoomAreas | undefined;
  after: RoomAreas;
}

interface DatedAreas {
  row: GivenAreas;
  before: RoomAreas;
  day: string;
}

/** The areas a row gives, over what is there. */
const areasOver = (there: Areas, row: GivenAreas): Areas => ({
  buildingArea: row.buildingArea ?? there.buildingArea,
  chargeArea: row.chargeArea ?? there.chargeArea,
  innerArea: row.innerArea ?? there.innerArea,
  usableArea: row.usableArea ?? there.usableArea,
});

/** The areas of a room; none counts as 0. */
export const areasOf = ({ buildingArea, chargeArea, innerArea, usableArea }: GivenAreas): Areas => ({
  buildingArea: buildingArea ?? "0",
  chargeArea: chargeArea ?? "0",
  innerArea: innerArea ?? null,
  usableArea: usableArea ?? null,
});

/** The areas an import changes, as versions by the set (SCN-04, CUS-02). Runs in the caller's transaction. */
@Injectable()
export class ImportedAreasService {
  constructor(
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Areas that change hold from today on, so that no answer about the past changes; areas nobody knew before are
   * completed for every day.
   */
  async write(tx: EntityManager, actor: Actor, projectId: string, changes: readonly AreasImported[]) {
    const areas = changes.flatMap(({ before, after }) => {
      if (!before) return [];
      const [old, now] = [areasOf(before), areasOf(after)];
      return sameAreas(old, now) ? [] : [{ roomId: after.id, before: old, after: now }];
    });
    if (areas.length === 0) return;
    const startsOn = await projectToday(tx, this.clock, projectId);
    const versions = areas.map((change) => ({
      ...change,
      startsOn,
      reason: "数据导入",
      onlyIfVersioned: onlyCompletes(change.before, change.after),
    }));
    await writeAreaVersions(tx, actor, projectId, this.clock.now(), versions);
  }

  /** Areas that count from a day the file names; the rooms' own columns follow when the day has come. */
  async writeDated(tx: EntityManager, actor: Actor, projectId: string, dated: readonly DatedAreas[]) {
    if (dated.length === 0) return;
    const areasThen = await areasOnDays(
      tx,
      projectId,
      dated.map(({ before, day }) => ({ roomId: before.id, day })),
    );
    const changes = dated.flatMap(({ row, before, day }) => {
      const earlier = areasThen.get(before.id)!;
      const after = areasOver(earlier, row);
      return sameAreas(earlier, after) ? [] : [{ room: before, day, earlier, after }];
    });
    const versions = changes.map(({ room, day, after }) => ({
      roomId: room.id,
      before: areasOf(room),
      after,
      startsOn: day,
      reason: "数据导入",
    }));
    await writeAreaVersions(tx, actor, projectId, this.clock.now(), versions);
    const today = await projectToday(tx, this.clock, projectId);
    await applyDueAreas(
      tx,
      projectId,
      today,
      versions.map(({ roomId }) => roomId),
    );
    const entries = changes.map(({ room, day, earlier, after }) => ({
      projectId,
      action: "room.change-areas",
      entity: "room",
      entityId: room.id,
      summary: `房间 ${room.code} 的面积自 ${day} 起变更（导入）`,
      before: toRoomAreas(earlier),
      after: toRoomAreas(after),
    }));
    await this.audit.record(tx, actor, ...entries);
  }
}
