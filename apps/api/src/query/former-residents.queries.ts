import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { FormerResidentDto, FormerResidentPageDto, FormerResidentQueryDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { maskPhone } from "../common/crypto.js";
import { decodeCursor, toCursorPage } from "../common/paging.js";
import { containing, Where } from "../common/where.js";
import { ProjectToday } from "../property/project-today.js";

type Row = Omit<FormerResidentDto, "mobileMasked"> & { mobile: string | null };

/** Former owners and tenants (单元历史住户一览表, QRY-03). */
@Injectable()
export class FormerResidentsQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly days: ProjectToday,
  ) {}

  /** A stretch of those whose last day has passed, the latest first. */
  async list(projectId: string, query: FormerResidentQueryDto): Promise<FormerResidentPageDto> {
    const { pageSize = 20, q, role, buildingId, roomId, endedFrom, endedTo } = query;
    const [endsOn, id] = decodeCursor(query.cursor, 2) ?? [];
    const where = new Where()
      .add("rr.project_id = ?", projectId)
      .add("rr.ends_on < ?", await this.days.today(projectId))
      .add("rr.role = ANY(?)", role ? [role] : ["OWNER", "TENANT"])
      .add("rr.room_id = ?", roomId)
      .add("u.building_id = ?", buildingId)
      .add("rr.ends_on >= ?", endedFrom)
      .add("rr.ends_on <= ?", endedTo)
      .add("(c.name ILIKE ? OR o.code ILIKE ?)", containing(q), containing(q))
      .add("(rr.ends_on, rr.id) < (?::date, ?::uuid)", endsOn, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `SELECT rr.id, o.id AS "roomId", o.code AS "roomCode", b.name AS "buildingName", u.name AS "unitName",
              c.id AS "customerId", c.name AS "customerName", c.number AS "customerNumber", c.kind AS "customerKind", c.mobile,
              rr.role, trim_scale(rr.share)::text AS share, rr.starts_on AS "startsOn", rr.ends_on AS "endsOn",
              rr.end_reason AS "endReason"
         FROM room_relation rr
         JOIN room o ON o.project_id = rr.project_id AND o.id = rr.room_id
         JOIN unit u ON u.project_id = o.project_id AND u.id = o.unit_id
         JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id
         JOIN customer c ON c.project_id = rr.project_id AND c.id = rr.customer_id
        ${where.toString()} ORDER BY rr.ends_on DESC, rr.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(
      rows,
      pageSize,
      ({ mobile, ...row }) => ({ ...row, mobileMasked: maskPhone(mobile) }),
      (row) => [row.endsOn, row.id],
    );
  }
}
