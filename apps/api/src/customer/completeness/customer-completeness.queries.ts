import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  CustomerCompletenessDto,
  IncompleteCustomerDto,
  IncompleteCustomerPageDto,
  IncompleteCustomerQueryDto,
  MissingCustomerFieldDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { Clock } from "../../common/clock.js";
import { limitOf, toPage } from "../../common/paging.js";
import { containing, Where } from "../../common/where.js";
import { NATURAL } from "../../database/natural-order.js";
import { projectToday } from "../../property/project-today.js";

/** Who is something to a room in use on a day ($1 project, $2 day). */
const HOLDERS = `FROM room_relation rr
  JOIN customer c ON c.project_id = rr.project_id AND c.id = rr.customer_id
  JOIN room r ON r.project_id = rr.project_id AND r.id = rr.room_id
  JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
  JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id`;
const HELD = "rr.project_id = $1 AND r.active AND rr.starts_on <= $2 AND (rr.ends_on IS NULL OR rr.ends_on >= $2)";

const ORDER = `b.sort, b.code ${NATURAL}, u.sort, u.code ${NATURAL}, r.code ${NATURAL}, rr.id`;

/** Reads which mandatory data of the people of the rooms are missing (CUS-05…07). */
@Injectable()
export class CustomerCompletenessQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Room by room, in the order of the directory. */
  async list(projectId: string, query: IncompleteCustomerQueryDto): Promise<IncompleteCustomerPageDto> {
    const today = await projectToday(this.db, this.clock, projectId);
    const text = containing(query.q);
    const where = new Where()
      .add("rr.project_id = ?", projectId)
      .add("rr.starts_on <= ? AND (rr.ends_on IS NULL OR rr.ends_on >= ?)", today, today)
      .add("r.active AND (cardinality(c.incomplete) > 0) = ?", true)
      .add("(r.code ILIKE ? OR r.name ILIKE ?)", text, text)
      .add("b.id = ?", query.buildingId)
      .add("rr.role = ?", query.role)
      .add("? = ANY (c.incomplete)", query.missing);
    const conditions = where.toString();
    const counted = this.db.query<{ total: number }[]>(`SELECT count(*)::int AS total ${HOLDERS} ${conditions}`, [
      ...where.params,
    ]);
    const { limit, offset } = limitOf(query);
    const found = this.db.query<IncompleteCustomerDto[]>(
      `SELECT rr.id, c.id AS "customerId", c.name AS "customerName", c.kind, rr.role, r.id AS "roomId", r.code AS "roomCode",
              b.name AS "buildingName", u.name AS "unitName", c.incomplete
         ${HOLDERS} ${conditions} ORDER BY ${ORDER} LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`,
      where.params,
    );
    const [rows, [count]] = await Promise.all([found, counted]);
    return toPage(rows, count?.total ?? 0, (row) => row);
  }

  /** How many of them lack what, and how many rooms have nobody they belong to. */
  async figures(projectId: string): Promise<CustomerCompletenessDto> {
    const scope = [projectId, await projectToday(this.db, this.clock, projectId)];
    const holders = `SELECT DISTINCT c.id, c.incomplete ${HOLDERS} WHERE ${HELD}`;
    const [[counts], missing, [rooms]] = await Promise.all([
      this.db.query<{ customers: number; complete: number }[]>(
        `SELECT count(*)::int AS customers, (count(*) FILTER (WHERE cardinality(incomplete) = 0))::int AS complete
           FROM (${holders}) h`,
        scope,
      ),
      this.db.query<MissingCustomerFieldDto[]>(
        `SELECT field, count(*)::int AS customers FROM (${holders}) h, unnest(h.incomplete) AS field
          GROUP BY field ORDER BY customers DESC, field`,
        scope,
      ),
      this.db.query<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM room r
          WHERE r.project_id = $1 AND r.active AND r.state <> 'UNSOLD'
            AND NOT EXISTS (SELECT 1 FROM room_relation rr
                             WHERE rr.project_id = r.project_id AND rr.room_id = r.id AND rr.role IN ('OWNER', 'DEVELOPER')
                               AND rr.starts_on <= $2 AND (rr.ends_on IS NULL OR rr.ends_on >= $2))`,
        scope,
      ),
    ]);
    return {
      customers: counts?.customers ?? 0,
      completeCustomers: counts?.complete ?? 0,
      missing,
      roomsWithoutOwner: rooms?.count ?? 0,
    };
  }
}
