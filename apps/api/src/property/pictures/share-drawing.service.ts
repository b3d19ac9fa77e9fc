import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { PictureSharedDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { RuleViolation } from "../../common/rule-violation.js";
import { FileArchive } from "../../files/file-archive.js";
import type { FileObject } from "../../files/file-object.entity.js";
import { isPicture } from "./pictures.service.js";

const notADrawing = () => new RuleViolation("NOT_A_UNIT_TYPE", "只有房间的户型图能用于同户型的房间");
const noLayout = () => new RuleViolation("NO_LAYOUT", "这个房间还没有填写户型，请先补齐房间资料");

/** Rooms written by one statement. */
const CHUNK = 2000;

/** Gives the unit-type drawing of a room to all rooms of the same layout (PRP-05). */
@Injectable()
export class ShareDrawingService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly archive: FileArchive,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * The drawing becomes the next version in every other room of the layout that does not show it already. The content is
   * shared; each room keeps its own versions. @throws NOT_FOUND, NOT_A_UNIT_TYPE, NO_LAYOUT
   */
  share(actor: Actor, projectId: string, pictureId: string): Promise<PictureSharedDto> {
    return this.db.transaction(async (tx) => {
      const drawing = isPicture(await this.archive.lock(tx, projectId, pictureId, "图片"));
      if (drawing.ownerType !== "room" || drawing.kind !== "UNIT_TYPE") throw notADrawing();
      const layout = await layoutOf(tx, projectId, drawing.ownerId);
      const rooms = await roomsWithout(tx, drawing, layout);
      for (let start = 0; start < rooms.length; start += CHUNK) {
        await this.write(tx, actor, drawing, rooms.slice(start, start + CHUNK));
      }
      const entry = { projectId, action: "picture.share", entity: "room" };
      const summary = `户型图 ${drawing.name} 用于${layout}的其他 ${rooms.length} 个房间`;
      await this.audit.record(tx, actor, { ...entry, entityId: drawing.ownerId, summary });
      return { layout, rooms: rooms.length };
    });
  }

  private async write(tx: EntityManager, actor: Actor, drawing: FileObject, rooms: string[]): Promise<void> {
    const { projectId, id, contentOf, name } = drawing;
    await tx.query(
      `INSERT INTO file_object (project_id, id, created_at, owner_type, owner_id, kind, name, content_type, size, sha256,
                                width, height, version, content_of, remark, created_by)
       SELECT s.project_id, n.id, $5, s.owner_type, n.room_id, s.kind, s.name, s.content_type, s.size, s.sha256,
              s.width, s.height,
              1 + coalesce((SELECT max(v.version) FROM file_object v
                             WHERE v.project_id = s.project_id AND v.owner_type = s.owner_type
                               AND v.owner_id = n.room_id AND v.kind = s.kind), 0),
              $6, s.remark, $7
         FROM file_object s, unnest($3::uuid[], $4::uuid[]) AS n (id, room_id)
        WHERE s.project_id = $1 AND s.id = $2`,
      [projectId, id, rooms.map(() => newId()), rooms, this.clock.now(), contentOf ?? id, actor.userId],
    );
    const entry = { projectId, action: "picture.add", entity: "room", summary: `采用同户型的户型图 ${name}` };
    await this.audit.record(tx, actor, ...rooms.map((entityId) => ({ ...entry, entityId })));
  }
}

async function layoutOf(tx: EntityManager, projectId: string, roomId: string): Promise<string> {
  const [room] = await tx.query<{ layout: string | null }[]>(
    "SELECT layout FROM room WHERE project_id = $1 AND id = $2",
    [projectId, roomId],
  );
  if (!room?.layout) throw noLayout();
  return room.layout;
}

/** The other rooms of the layout whose current drawing is another, locked in id order. */
async function roomsWithout(tx: EntityManager, drawing: FileObject, layout: string): Promise<string[]> {
  const rooms = await tx.query<{ id: string }[]>(
    `SELECT r.id FROM room r
      WHERE r.project_id = $1 AND r.layout = $2 AND r.id <> $3 AND r.ended_on IS NULL
        AND $4 IS DISTINCT FROM (SELECT coalesce(f.content_of, f.id)::text FROM file_object f
                                  WHERE f.project_id = r.project_id AND f.owner_type = 'room' AND f.owner_id = r.id
                                    AND f.kind = 'UNIT_TYPE' AND f.removed_at IS NULL
                                  ORDER BY f.version DESC LIMIT 1)
      ORDER BY r.id FOR NO KEY UPDATE OF r`,
    [drawing.projectId, layout, drawing.ownerId, drawing.contentOf ?? drawing.id],
  );
  return rooms.map(({ id }) => id);
}
