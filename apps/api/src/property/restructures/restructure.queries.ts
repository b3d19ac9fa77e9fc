import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  LineageRoomDto,
  RestructureDetailDto,
  RestructureDto,
  RestructureKind,
  RestructureLineDto,
  RestructurePageDto,
  RestructurePlanDto,
  RestructureQueryDto,
  RestructureState,
  RoomLineageDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { limitOf, toPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing } from "../../common/where.js";
import { NATURAL } from "../../database/natural-order.js";
import { RoomRestructure } from "./room-restructure.entity.js";

/** Steps of lineage that are followed each way. */
const MAX_DEPTH = 20;

/** Reads splits and merges, and where rooms came from. */
@Injectable()
export class RestructureQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The latest first. */
  async list(projectId: string, query: RestructureQueryDto): Promise<RestructurePageDto> {
    const { limit, offset } = limitOf(query);
    const rows = this.db
      .getRepository(RoomRestructure)
      .createQueryBuilder("x")
      .where("x.projectId = :projectId", { projectId })
      .orderBy("x.id", "DESC")
      .limit(limit)
      .offset(offset);
    if (query.kind) rows.andWhere("x.kind = :kind", { kind: query.kind });
    if (query.state) rows.andWhere("x.state = :state", { state: query.state });
    const q = containing(query.q);
    if (q)
      rows.andWhere(
        "(x.number ILIKE :q OR EXISTS (SELECT 1 FROM unnest(x.old_codes || x.new_codes) AS c WHERE c ILIKE :q))",
        {
          q,
        },
      );
    const [found, total] = await rows.getManyAndCount();
    return toPage(found, total, toRestructureDto);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<RestructureDetailDto> {
    const row = await this.db.getRepository(RoomRestructure).findOneBy({ projectId, id });
    if (!row) throw notFound("拆分合并记录");
    const plan = row.plan as RestructurePlanDto;
    return { ...toRestructureDto(row), plan, lines: row.lines as RestructureLineDto[] };
  }

  /**
   * Rooms a room came from and went into.
   * @param withMoney whether to say what is owed on them
   * @throws NOT_FOUND
   */
  async lineage(projectId: string, roomId: string, withMoney: boolean): Promise<RoomLineageDto> {
    const [room] = await this.db.query<Pick<RoomLineageDto, "startsOn" | "endedOn">[]>(
      `SELECT starts_on AS "startsOn", ended_on AS "endedOn" FROM room WHERE project_id = $1 AND id = $2`,
      [projectId, roomId],
    );
    if (!room) throw notFound("房间");
    const [ancestors, descendants] = await Promise.all([
      this.along(projectId, roomId, "parent_id", "child_id", withMoney),
      this.along(projectId, roomId, "child_id", "parent_id", withMoney),
    ]);
    return { roomId, ...room, ancestors, descendants };
  }

  /** Follows lineage one way; what was restored ends there. */
  private along(
    projectId: string,
    roomId: string,
    to: "parent_id" | "child_id",
    from: "parent_id" | "child_id",
    withMoney: boolean,
  ): Promise<LineageRoomDto[]> {
    return this.db.query<LineageRoomDto[]>(
      `WITH RECURSIVE line AS (
         SELECT l.${to} AS id, l.restructure_id, x.state, 1 AS depth
           FROM room_lineage l JOIN room_restructure x ON x.project_id = l.project_id AND x.id = l.restructure_id
          WHERE l.project_id = $1 AND l.${from} = $2
         UNION
         SELECT l.${to}, l.restructure_id, x.state, line.depth + 1
           FROM line
           JOIN room_lineage l ON l.project_id = $1 AND l.${from} = line.id
           JOIN room_restructure x ON x.project_id = l.project_id AND x.id = l.restructure_id
          WHERE line.state = 'DONE' AND x.state = 'DONE' AND line.depth < ${MAX_DEPTH}),
       once AS (SELECT DISTINCT ON (id) * FROM line ORDER BY id, depth)
       SELECT r.id, r.code, r.name, o.depth, r.starts_on AS "startsOn", r.ended_on AS "endedOn", x.id AS "restructureId",
              x.number AS "restructureNumber", x.kind, x.state, x.effective_on AS "effectiveOn",
              CASE WHEN $3 THEN coalesce((SELECT sum(c.open_fen) FROM charge c
                 WHERE c.project_id = $1 AND c.room_id = r.id AND c.open_fen <> 0), 0)::bigint END AS "openFen"
         FROM once o
         JOIN room r ON r.project_id = $1 AND r.id = o.id
         JOIN room_restructure x ON x.project_id = $1 AND x.id = o.restructure_id
        ORDER BY o.depth, r.code ${NATURAL}, r.id LIMIT 400`,
      [projectId, roomId, withMoney],
    );
  }
}

function toRestructureDto(row: RoomRestructure): RestructureDto {
  const old = row.oldCodes.map((code, index) => ({ id: row.roomIds[index] ?? null, code }));
  return {
    id: row.id,
    number: row.number,
    kind: row.kind as RestructureKind,
    state: row.state as RestructureState,
    effectiveOn: row.effectiveOn,
    reason: row.reason,
    oldRooms: old,
    newRooms: row.newCodes.map((code, index) => ({ id: row.newRoomIds[index] ?? null, code })),
    requestedByName: row.requestedByName,
    approvedByName: row.approvedByName,
    approvalId: row.approvalId,
    createdAt: row.createdAt.toISOString(),
    doneAt: row.doneAt?.toISOString() ?? null,
    restoredAt: row.restoredAt?.toISOString() ?? null,
    restoredByName: row.restoredByName,
    restoreReason: row.restoreReason,
    version: row.version,
  };
}
