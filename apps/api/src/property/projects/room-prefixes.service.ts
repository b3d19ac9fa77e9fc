import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type RoomPrefixDto, SaveRoomPrefixDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { prefixInUse } from "../property.errors.js";
import { audited } from "../audited.js";
import { RoomPrefix } from "../room-prefix.entity.js";

/** Keeps the letters issued for the front of room codes (PRP-04). A prefix that rooms use stays as it is. */
@Injectable()
export class RoomPrefixesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The prefixes of a project with the number of rooms that use each. */
  list(projectId: string): Promise<RoomPrefixDto[]> {
    return this.db.query<RoomPrefixDto[]>(
      `SELECT p.id, p.prefix, p.remark, count(r.id)::int AS rooms
         FROM room_prefix p
         LEFT JOIN room r ON r.project_id = p.project_id AND substring(r.code FROM '^[A-Za-z]+') = p.prefix
        WHERE p.project_id = $1
        GROUP BY p.id, p.prefix, p.remark
        ORDER BY p.prefix`,
      [projectId],
    );
  }

  /** @throws DUPLICATE when the project has the prefix already. */
  create(actor: Actor, projectId: string, dto: SaveRoomPrefixDto): Promise<RoomPrefixDto> {
    return this.db.transaction(async (tx) => {
      const row = {
        projectId,
        id: newId(),
        prefix: dto.prefix,
        remark: dto.remark ?? null,
        createdAt: this.clock.now(),
      };
      await tx.insert(RoomPrefix, row);
      await this.record(tx, actor, row, "room-prefix.create", `新增房号前缀 ${row.prefix}`, null, row);
      return { id: row.id, prefix: row.prefix, remark: row.remark, rooms: await roomsWith(tx, projectId, row.prefix) };
    });
  }

  /** @throws REFERENCE when the letters change while rooms use them. */
  update(actor: Actor, projectId: string, prefixId: string, dto: SaveRoomPrefixDto): Promise<RoomPrefixDto> {
    return this.db.transaction(async (tx) => {
      const before = await locked(tx, projectId, prefixId);
      if (dto.prefix !== before.prefix) await refuseWhenUsed(tx, before);
      const changes = { prefix: dto.prefix, remark: dto.remark ?? null };
      await tx.update(RoomPrefix, { projectId, id: prefixId }, changes);
      await this.record(tx, actor, before, "room-prefix.update", `修改房号前缀 ${dto.prefix}`, before, {
        ...before,
        ...changes,
      });
      return { id: prefixId, ...changes, rooms: await roomsWith(tx, projectId, dto.prefix) };
    });
  }

  /** @throws REFERENCE when rooms use it. */
  remove(actor: Actor, projectId: string, prefixId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const before = await locked(tx, projectId, prefixId);
      await refuseWhenUsed(tx, before);
      await tx.delete(RoomPrefix, { projectId, id: prefixId });
      await this.record(tx, actor, before, "room-prefix.remove", `删除房号前缀 ${before.prefix}`, before, null);
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId }: { projectId: string },
    action: string,
    summary: string,
    before: object | null,
    after: object | null,
  ) {
    const fields = (state: object | null) => state && audited(SaveRoomPrefixDto, state);
    return this.audit.record(tx, actor, {
      projectId,
      action,
      entity: "project",
      entityId: projectId,
      summary,
      before: fields(before),
      after: fields(after),
    });
  }
}

/** The letters issued in a project; empty when it has none and every code passes. */
export async function issuedPrefixes(tx: EntityManager, projectId: string): Promise<string[]> {
  const rows = await tx.query<{ prefix: string }[]>(
    "SELECT prefix FROM room_prefix WHERE project_id = $1 ORDER BY prefix",
    [projectId],
  );
  return rows.map(({ prefix }) => prefix);
}

async function locked(tx: EntityManager, projectId: string, id: string): Promise<RoomPrefix> {
  const row = await tx.findOne(RoomPrefix, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!row) throw notFound("房号前缀");
  return row;
}

async function roomsWith(tx: EntityManager, projectId: string, prefix: string): Promise<number> {
  const [row] = await tx.query<{ rooms: number }[]>(
    "SELECT count(*)::int AS rooms FROM room WHERE project_id = $1 AND substring(code FROM '^[A-Za-z]+') = $2",
    [projectId, prefix],
  );
  return row?.rooms ?? 0;
}

async function refuseWhenUsed(tx: EntityManager, { projectId, prefix }: RoomPrefix): Promise<void> {
  const rooms = await roomsWith(tx, projectId, prefix);
  if (rooms > 0) throw prefixInUse(prefix, rooms);
}
