import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  CompletenessDto,
  DirectoryGapDto,
  MissingFieldDto,
  RoomDto,
  RoomFiguresDto,
  RoomOptionDto,
  RoomOptionQueryDto,
  RoomPageDto,
  RoomQueryDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { Clock } from "../../common/clock.js";
import { limitOf, toPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { NATURAL } from "../../database/natural-order.js";
import { areaText } from "../areas.js";
import { addAttributeFilters } from "../attributes/attribute-filters.js";
import { AttributesQueries } from "../attributes/attributes.queries.js";
import { ProjectQueries } from "../projects/project.queries.js";
import { dataDueOn } from "../room-completeness.js";
import { PREDECESSORS } from "../restructures/predecessors.sql.js";
import { type RoomRow, toRoomDto } from "./room.mapper.js";

const FROM = `FROM room r
  JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
  JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id`;

const COLUMNS = `r.id, r.code, r.name, b.id AS "buildingId", b.name AS "buildingName", u.id AS "unitId", u.name AS "unitName", r.floor,
  r.building_area AS "buildingArea", r.charge_area AS "chargeArea", r.inner_area AS "innerArea", r.usable_area AS "usableArea",
  r.layout, r.orientation, r.purpose, r.state, r.handover_noticed_on AS "handoverNoticedOn", r.handed_over_on AS "handedOverOn", r.moved_in_on AS "movedInOn", r.remark,
  r.incomplete, r.active, r.starts_on AS "startsOn", r.ended_on AS "endedOn", r.attributes, r.created_at AS "createdAt"`;

const DIRECTORY = ["b.sort", `b.code ${NATURAL}`, "u.sort", `u.code ${NATURAL}`, "r.floor", `r.code ${NATURAL}`];
const CODE = `r.code ${NATURAL}`;

/** What each order sorts by; the code decides among equals. */
const ORDERS: Record<string, string[]> = {
  directory: DIRECTORY,
  code: [CODE],
  floor: ["r.floor", CODE],
  buildingArea: ["r.building_area", CODE],
  chargeArea: ["r.charge_area", CODE],
};

/** Branches that end above the fourth level (PRP-03, GAP-02). Garages are left out: spaces stand below them. */
const DIRECTORY_GAPS = `
  SELECT b.id, b.id AS "buildingId", 'building' AS level, b.name
    FROM building b
   WHERE b.project_id = $1 AND b.kind <> 'GARAGE'
     AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.project_id = b.project_id AND u.building_id = b.id)
  UNION ALL
  SELECT u.id, b.id, 'unit', b.name || ' ' || u.name
    FROM unit u JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id
   WHERE u.project_id = $1 AND b.kind <> 'GARAGE'
     AND NOT EXISTS (SELECT 1 FROM room r WHERE r.project_id = u.project_id AND r.unit_id = u.id)
  ORDER BY name, id LIMIT 50`;

/** Reads rooms; other domains ask it for lists and names. */
@Injectable()
export class RoomQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly projects: ProjectQueries,
    private readonly attributes: AttributesQueries,
    private readonly clock: Clock,
  ) {}

  async list(projectId: string, query: RoomQueryDto): Promise<RoomPageDto> {
    const where = await this.conditions(projectId, query);
    const conditions = where.toString();
    const counted = this.db.query<{ total: number }[]>(`SELECT count(*)::int AS total ${FROM} ${conditions}`, [
      ...where.params,
    ]);
    const { limit, offset } = limitOf(query);
    const found = this.db.query<RoomRow[]>(
      `SELECT ${COLUMNS} ${FROM} ${conditions} ORDER BY ${orderOf(query.sort)} LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`,
      where.params,
    );
    const [rows, [count]] = await Promise.all([found, counted]);
    return toPage(rows, count?.total ?? 0, toRoomDto);
  }

  /** The rooms a list query means: `room r` joined with `unit u`. Lists and exports share it. */
  async conditions(projectId: string, query: RoomQueryDto): Promise<Where> {
    const text = containing(query.q);
    const where = new Where()
      .add("r.project_id = ?", projectId)
      .add("(r.code ILIKE ? OR r.name ILIKE ?)", text, text)
      .add("u.building_id = ?", query.buildingId)
      .add("r.unit_id = ?", query.unitId)
      .add("r.state = ?", query.state)
      .add("r.purpose = ?", query.purpose)
      .add("(cardinality(r.incomplete) > 0) = ?", query.incomplete)
      .add("? = ANY (r.incomplete)", query.missing)
      .add("r.active = ?", query.active)
      .add("(?::boolean OR r.ended_on IS NULL)", query.active !== undefined || text !== undefined);
    if (query.attribute)
      addAttributeFilters(where, "r.attributes", await this.attributes.list(projectId, "ROOM"), query.attribute);
    return where;
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, roomId: string): Promise<RoomDto> {
    const [row] = await this.db.query<RoomRow[]>(`SELECT ${COLUMNS} ${FROM} WHERE r.project_id = $1 AND r.id = $2`, [
      projectId,
      roomId,
    ]);
    if (!row) throw notFound("房间");
    return toRoomDto(row);
  }

  /** Rooms for a picker: the exact code first, then codes that begin so, then the rest. Rooms out of use are left out. */
  async options(projectId: string, { q, id, limit = 20 }: RoomOptionQueryDto): Promise<RoomOptionDto[]> {
    const rows = await this.db.query<RoomOptionDto[]>(
      `SELECT r.id, r.code, r.name, b.name AS "buildingName", u.name AS "unitName", r.charge_area AS "chargeArea", r.state
         ${FROM}
        WHERE r.project_id = $1
          AND (r.id = $4 OR (r.active AND ($2::text IS NULL OR r.code ILIKE $2 OR r.name ILIKE $2)))
        ORDER BY CASE WHEN r.id = $4 THEN 0 WHEN lower(r.code) = lower($3) THEN 1 WHEN starts_with(lower(r.code), lower($3)) THEN 2 ELSE 3 END,
                 ${DIRECTORY.join(", ")}
        LIMIT $5`,
      [projectId, containing(q) ?? null, q ?? null, id ?? null, limit],
    );
    return rows.map((row) => ({ ...row, chargeArea: areaText(row.chargeArea) }));
  }

  /** What is owed, overdue and prepaid on a room. @throws NOT_FOUND */
  async figures(projectId: string, roomId: string): Promise<RoomFiguresDto> {
    const { timeZone } = await this.projects.project(projectId);
    const [row] = await this.db.query<RoomFiguresDto[]>(
      `SELECT coalesce((SELECT sum(open_fen) FROM charge WHERE project_id = $1 AND room_id = $2), 0)::bigint AS "openFen",
              coalesce((SELECT sum(open_fen) FROM charge
                 WHERE project_id = $1 AND room_id IN (${PREDECESSORS}) AND open_fen <> 0), 0)::bigint AS "predecessorOpenFen",
              coalesce((SELECT sum(open_fen) FROM charge WHERE project_id = $1 AND room_id = $2 AND due_on < $3), 0)::bigint AS "overdueFen",
              coalesce((SELECT sum(balance_fen) FROM prepayment_account WHERE project_id = $1 AND room_id = $2), 0)::bigint AS "prepaidFen",
              (SELECT max(last_received_on) FROM charge WHERE project_id = $1 AND room_id = $2 AND last_received_on IS NOT NULL) AS "lastReceivedOn"
         FROM room WHERE project_id = $1 AND id = $2`,
      [projectId, roomId, this.clock.today(timeZone)],
    );
    if (!row) throw notFound("房间");
    return row;
  }

  /** How many rooms lack which mandatory data, and until when they must be there (PRP-07). Rooms in use only. */
  async completeness(projectId: string): Promise<CompletenessDto> {
    const { moveInOn, timeZone } = await this.projects.project(projectId);
    const [[counts], missing, directoryGaps] = await Promise.all([
      this.db.query<{ rooms: number; complete: number }[]>(
        `SELECT count(*)::int AS rooms, (count(*) FILTER (WHERE cardinality(incomplete) = 0))::int AS complete
           FROM room WHERE project_id = $1 AND active`,
        [projectId],
      ),
      this.db.query<MissingFieldDto[]>(
        `SELECT field, count(*)::int AS rooms FROM room, unnest(incomplete) AS field
          WHERE project_id = $1 AND active GROUP BY field ORDER BY rooms DESC, field`,
        [projectId],
      ),
      this.db.query<DirectoryGapDto[]>(DIRECTORY_GAPS, [projectId]),
    ]);
    const { rooms = 0, complete = 0 } = counts ?? {};
    const dueOn = moveInOn === null ? null : dataDueOn(moveInOn);
    const overdue = dueOn !== null && complete < rooms && this.clock.today(timeZone) > dueOn;
    return { rooms, completeRooms: complete, missing, directoryGaps, moveInOn, dueOn, overdue };
  }
}

function orderOf(sort = "directory"): string {
  const descending = sort.startsWith("-");
  const columns = ORDERS[descending ? sort.slice(1) : sort] ?? DIRECTORY;
  return [...columns, "r.id"].map((column) => (descending ? `${column} DESC` : column)).join(", ");
}
