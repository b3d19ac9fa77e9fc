import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { MeterDto, MeterPageDto, MeterQueryDto, RoomMetersDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { Clock } from "../../common/clock.js";
import { dayBefore } from "../../common/calendar.js";
import { limitOf, toPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { NATURAL } from "../../database/natural-order.js";
import { projectToday } from "../../property/project-today.js";
import { type MeterRow, toMeterDto } from "./meter.mapper.js";
import { RoomHeadcount } from "./room-headcount.entity.js";

const TABLES = `FROM meter m
  LEFT JOIN room o ON o.project_id = m.project_id AND o.id = m.room_id
  LEFT JOIN unit n ON n.project_id = o.project_id AND n.id = o.unit_id
  LEFT JOIN building g ON g.project_id = m.project_id AND g.id = COALESCE(m.building_id, n.building_id)`;

/** The rate of the meter's item that is bound to its room on a day. */
const rateOn = (day: string) => `(SELECT t.name FROM rate_binding b
    JOIN rate t ON t.project_id = b.project_id AND t.id = b.rate_id
   WHERE b.project_id = m.project_id AND b.room_id = m.room_id AND b.fee_item_id = m.fee_item_id AND b.object_id IS NULL
     AND b.starts_on <= ${day}::date AND (b.ends_on IS NULL OR b.ends_on >= ${day}::date) LIMIT 1)`;

const meters = (day: string) => `SELECT m.*, o.code AS room_code, g.id AS in_building_id, g.name AS building_name,
    f.name AS fee_item_name, ${rateOn(day)} AS rate_name, p.no AS parent_no, e.no AS replaces_no,
    COALESCE(l.value, m.start_reading) AS last_reading, COALESCE(l.read_on, m.installed_on) AS last_read_on
  ${TABLES}
  LEFT JOIN fee_item f ON f.project_id = m.project_id AND f.id = m.fee_item_id
  LEFT JOIN meter p ON p.project_id = m.project_id AND p.id = m.parent_id
  LEFT JOIN meter e ON e.project_id = m.project_id AND e.id = m.replaces_id
  LEFT JOIN LATERAL (SELECT r.value, r.read_on FROM meter_reading r
                      WHERE r.project_id = m.project_id AND r.meter_id = m.id AND r.status = 'VALID'
                      ORDER BY r.service_to DESC LIMIT 1) l ON true`;

/** Rooms in their order, public meters after them. */
const ORDER = `ORDER BY o.code ${NATURAL} NULLS LAST, m.kind, m.no, m.id`;

/** Reads meters. */
@Injectable()
export class MeterQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(projectId: string, query: MeterQueryDto): Promise<MeterPageDto> {
    const today = await projectToday(this.db, this.clock, projectId);
    const where = this.where(projectId, query, today);
    const [{ total }] = await this.db.query<[{ total: number }]>(
      `SELECT count(*)::int AS total ${TABLES} ${where.toString()}`,
      where.params,
    );
    const { limit, offset } = limitOf(query);
    const select = meters(where.param(today));
    const rows = await this.db.query<MeterRow[]>(
      `${select} ${where.toString()} ${ORDER} LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`,
      where.params,
    );
    return toPage(rows, total, toMeterDto);
  }

  async one(projectId: string, id: string): Promise<MeterDto> {
    const today = await projectToday(this.db, this.clock, projectId);
    const [row] = await this.db.query<MeterRow[]>(`${meters("$3")} WHERE m.project_id = $1 AND m.id = $2`, [
      projectId,
      id,
      today,
    ]);
    if (!row) throw notFound("表具");
    return toMeterDto(row);
  }

  /** The meters of a room, those in use first, with those that moved on with a split or merge, and how many people its tiers are made for. */
  async ofRoom(projectId: string, roomId: string): Promise<RoomMetersDto> {
    const today = await projectToday(this.db, this.clock, projectId);
    const [room] = await this.db.query<object[]>("SELECT 1 FROM room WHERE project_id = $1 AND id = $2", [
      projectId,
      roomId,
    ]);
    if (!room) throw notFound("房间");
    const rows = await this.db.query<MeterRow[]>(
      `${meters("$3")} WHERE m.project_id = $1 AND (m.room_id = $2 OR m.id IN (
         SELECT r.meter_id FROM meter_reading r WHERE r.project_id = $1 AND r.room_id = $2))
       ORDER BY m.removed_on DESC NULLS FIRST, m.kind, m.no LIMIT 200`,
      [projectId, roomId, today],
    );
    const counts = await this.db.manager.find(RoomHeadcount, {
      where: { projectId, roomId },
      order: { startsOn: "ASC" },
    });
    const headcounts = counts.map(({ id, startsOn, persons, proof, createdByName }, index) => {
      const next = counts[index + 1]?.startsOn;
      return { id, startsOn, endsOn: next ? dayBefore(next) : null, persons, proof, createdByName };
    });
    return { meters: rows.map(toMeterDto), headcounts: headcounts.toReversed() };
  }

  private where(projectId: string, query: MeterQueryDto, today: string): Where {
    const pattern = containing(query.q);
    const where = new Where()
      .add("m.project_id = ?", projectId)
      .add("m.kind = ?", query.kind)
      .add("m.room_id = ?", query.roomId)
      .add("m.fee_item_id = ?", query.feeItemId)
      .add("m.route = ?", query.route)
      .add("g.id = ?", query.buildingId)
      .add("(m.no ILIKE ? OR o.code ILIKE ? OR m.position ILIKE ?)", pattern, pattern, pattern)
      .add(
        `m.removed_on IS NULL AND NOT EXISTS (SELECT 1 FROM meter_reading r WHERE r.project_id = m.project_id
           AND r.meter_id = m.id AND r.period = ? AND r.status = 'VALID' AND r.kind = 'REGULAR')`,
        query.missingIn,
      );
    if (query.place) where.add(query.place === "ROOM" ? "m.room_id IS NOT NULL" : "m.room_id IS NULL");
    if (query.status) where.add(query.status === "ACTIVE" ? "m.removed_on IS NULL" : "m.removed_on IS NOT NULL");
    if (query.unbound) {
      where.add("m.removed_on IS NULL AND m.room_id IS NOT NULL AND m.fee_item_id IS NOT NULL");
      where.add(`${rateOn(where.param(today))} IS NULL`);
    }
    return where;
  }
}
