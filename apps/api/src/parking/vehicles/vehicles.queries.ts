import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type VehicleDetailDto,
  type VehicleDto,
  type VehiclePageDto,
  type VehicleQueryDto,
  type VehicleRelationDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { Clock } from "../../common/clock.js";
import { limitOf, toPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { Where } from "../../common/where.js";
import { LASTS, vehicleConditions } from "./vehicle-conditions.js";
import { projectToday } from "../../property/project-today.js";

/** What holds of a vehicle on a day: owner, rooms, spaces; the owner's row says rank and kind. */
const presentOn = (day: string) => `CROSS JOIN LATERAL (
  SELECT (array_agg(c.id ORDER BY vr.starts_on, vr.id) FILTER (WHERE vr.role = 'OWNER'))[1] AS "ownerId",
         (array_agg(c.name ORDER BY vr.starts_on, vr.id) FILTER (WHERE vr.role = 'OWNER'))[1] AS "ownerName",
         COALESCE(array_agg(DISTINCT o.code) FILTER (WHERE o.code IS NOT NULL), '{}') AS "roomCodes",
         COALESCE(array_agg(DISTINCT s.code) FILTER (WHERE s.code IS NOT NULL), '{}') AS "spaceCodes",
         (array_agg(vr.rank ORDER BY vr.role, vr.starts_on, vr.id))[1] AS rank,
         (array_agg(vr.kind ORDER BY vr.role, vr.starts_on, vr.id))[1] AS kind
    FROM vehicle_relation vr
    JOIN customer c ON c.project_id = vr.project_id AND c.id = vr.customer_id
    LEFT JOIN room o ON o.project_id = vr.project_id AND o.id = vr.room_id
    LEFT JOIN parking_space s ON s.project_id = vr.project_id AND s.id = vr.space_id
   WHERE vr.project_id = v.project_id AND vr.vehicle_id = v.id
     AND vr.starts_on <= ${day}::date AND (vr.ends_on IS NULL OR vr.ends_on >= ${day}::date)) present`;

const COLUMNS = "v.id, v.plate, v.model, v.color, v.active, v.remark";
const PRESENT = `present."ownerId", present."ownerName", present."roomCodes", present."spaceCodes", present.rank, present.kind`;

type Row = VehicleDto & { remark: string | null };

/** Reads vehicles and what people are to them. */
@Injectable()
export class VehiclesQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A page of vehicles by plate. */
  async list(projectId: string, query: VehicleQueryDto): Promise<VehiclePageDto> {
    const today = await projectToday(this.db, this.clock, projectId);
    const where = vehicleConditions(projectId, query, today);
    const conditions = where.toString();
    const counted = this.db.query<{ total: number }[]>(`SELECT count(*)::int AS total FROM vehicle v ${conditions}`, [
      ...where.params,
    ]);
    const { limit, offset } = limitOf(query);
    const page = `LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`;
    const found = this.db.query<Row[]>(
      `SELECT ${COLUMNS}, ${PRESENT}
         FROM (SELECT * FROM vehicle v ${conditions} ORDER BY v.plate, v.id ${page}) v ${presentOn(where.param(today))}
        ORDER BY v.plate, v.id`,
      where.params,
    );
    const [rows, [count]] = await Promise.all([found, counted]);
    return toPage(rows, count?.total ?? 0, ({ remark: _remark, ...row }) => row);
  }

  /** A vehicle with everybody who has or had to do with it. @throws NOT_FOUND */
  async detail(projectId: string, vehicleId: string): Promise<VehicleDetailDto> {
    const today = await projectToday(this.db, this.clock, projectId);
    const [row] = await this.db.query<Row[]>(
      `SELECT ${COLUMNS}, ${PRESENT} FROM vehicle v ${presentOn("$3")} WHERE v.project_id = $1 AND v.id = $2`,
      [projectId, vehicleId, today],
    );
    if (!row) throw notFound("车辆");
    return { ...row, relations: await this.relations(projectId, { vehicleId }) };
  }

  /** Relations of a vehicle, a room or a customer: lasting ones first; `on` leaves only those of the day. */
  async relations(
    projectId: string,
    side: { vehicleId: string } | { roomId: string } | { customerId: string },
    on?: string,
  ): Promise<VehicleRelationDto[]> {
    const where = new Where().add("vr.project_id = ?", projectId).add(LASTS, on, on);
    if ("vehicleId" in side) where.add("vr.vehicle_id = ?", side.vehicleId);
    else if ("roomId" in side) where.add("vr.room_id = ?", side.roomId);
    else where.add("vr.customer_id = ?", side.customerId);
    return this.db.query<VehicleRelationDto[]>(
      `SELECT vr.id, v.id AS "vehicleId", v.plate, v.model, v.color, v.active AS "vehicleActive", c.id AS "customerId",
              c.name AS "customerName", c.number AS "customerNumber", vr.role, vr.rank, vr.kind, vr.room_id AS "roomId",
              o.code AS "roomCode", vr.space_id AS "spaceId", s.code AS "spaceCode", vr.starts_on AS "startsOn",
              vr.ends_on AS "endsOn", vr.end_reason AS "endReason"
         FROM vehicle_relation vr
         JOIN vehicle v ON v.project_id = vr.project_id AND v.id = vr.vehicle_id
         JOIN customer c ON c.project_id = vr.project_id AND c.id = vr.customer_id
         LEFT JOIN room o ON o.project_id = vr.project_id AND o.id = vr.room_id
         LEFT JOIN parking_space s ON s.project_id = vr.project_id AND s.id = vr.space_id
        ${where.toString()} ORDER BY vr.ends_on DESC NULLS FIRST, vr.role, v.plate, vr.starts_on DESC, vr.id LIMIT 500`,
      where.params,
    );
  }
}
