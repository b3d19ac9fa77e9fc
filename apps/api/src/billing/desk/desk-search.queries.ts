import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { DeskMatchDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { containing } from "../../common/where.js";
import { idsOf } from "../../customer/merged-customers.js";
import { NATURAL } from "../../database/natural-order.js";

const EACH = 10;

/** Finds whom the cashier has before him: by room, name, number, telephone, plate or receipt number (QRY-02). */
@Injectable()
export class DeskSearchQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** At most ten rooms and ten customers, rooms out of use only while something is owed on them; exact room codes first. Telephones need four digits. */
  async find(projectId: string, q: string): Promise<DeskMatchDto[]> {
    const pattern = containing(q);
    const [rooms, customers, papers] = await Promise.all([
      this.rooms(projectId, q, pattern),
      this.customers(projectId, q, pattern),
      this.byPaperOrPlate(projectId, q, pattern),
    ]);
    const exactRoom = rooms.some(({ title }) => title === q);
    return exactRoom || /\d/.test(q) ? [...rooms, ...customers, ...papers] : [...customers, ...rooms, ...papers];
  }

  private rooms(projectId: string, q: string, pattern: string | undefined): Promise<DeskMatchDto[]> {
    return this.db.query<DeskMatchDto[]>(
      `SELECT 'ROOM' AS kind, r.id, r.code AS title,
              coalesce((SELECT string_agg(c.name, '、' ORDER BY c.name) FROM customer c
                 WHERE c.project_id = $1 AND c.id IN (SELECT x.customer_id FROM room_relation x WHERE x.project_id = $1 AND x.room_id = r.id
                         AND x.role IN ('OWNER', 'TENANT') AND x.ends_on IS NULL)), r.name) AS subtitle,
              coalesce((SELECT sum(c.open_fen) FROM charge c WHERE c.project_id = $1 AND c.room_id = r.id AND c.open_fen > 0), 0)::bigint AS "openFen"
         FROM room r
        WHERE r.project_id = $1 AND (r.code ILIKE $2 OR r.name ILIKE $2)
          AND (r.active OR EXISTS (SELECT 1 FROM charge c WHERE c.project_id = $1 AND c.room_id = r.id AND c.open_fen > 0))
        ORDER BY r.code = $3 DESC, r.code ${NATURAL} LIMIT ${EACH}`,
      [projectId, pattern, q],
    );
  }

  /** Who paid a receipt with this number, and whose vehicle has this plate: from four characters on. */
  private async byPaperOrPlate(projectId: string, q: string, pattern: string | undefined): Promise<DeskMatchDto[]> {
    if (q.length < 4) return [];
    return this.db.query<DeskMatchDto[]>(
      `SELECT 'CUSTOMER' AS kind, c.id, c.name AS title, h.how AS subtitle,
              coalesce((SELECT sum(x.open_fen) FROM charge x WHERE x.project_id = $1 AND x.payer_id IN ${idsOf("$1", "c.id")} AND x.open_fen <> 0), 0)::bigint AS "openFen"
         FROM (SELECT r.payer_id AS id, '收据 ' || r.receipt_no AS how FROM receipt r
                WHERE r.project_id = $1 AND upper(r.receipt_no) = upper($3)
               UNION ALL
               SELECT v.customer_id, '车牌 ' || k.plate FROM vehicle k
                 JOIN vehicle_relation v ON v.project_id = k.project_id AND v.vehicle_id = k.id AND v.ends_on IS NULL
                WHERE k.project_id = $1 AND k.active AND k.plate ILIKE $2) h
         JOIN customer s ON s.project_id = $1 AND s.id = h.id
         JOIN customer c ON c.project_id = $1 AND c.id = coalesce(s.merged_into_id, s.id)
        ORDER BY h.how, c.name LIMIT ${EACH}`,
      [projectId, pattern, q],
    );
  }

  private customers(projectId: string, q: string, pattern: string | undefined): Promise<DeskMatchDto[]> {
    const digits = /^\d{4,}$/.test(q) ? pattern : null;
    return this.db.query<DeskMatchDto[]>(
      `SELECT 'CUSTOMER' AS kind, c.id, c.name AS title,
              coalesce((SELECT string_agg(DISTINCT r.code, '、') FROM room_relation x
                 JOIN room r ON r.project_id = $1 AND r.id = x.room_id
                WHERE x.project_id = $1 AND x.customer_id = c.id AND x.ends_on IS NULL), c.number) AS subtitle,
              coalesce((SELECT sum(h.open_fen) FROM charge h WHERE h.project_id = $1 AND h.payer_id IN ${idsOf("$1", "c.id")} AND h.open_fen <> 0), 0)::bigint AS "openFen"
         FROM customer c
        WHERE c.project_id = $1 AND c.merged_into_id IS NULL
          AND (c.name ILIKE $2 OR c.number ILIKE $2 OR ($3::text IS NOT NULL AND (c.mobile LIKE $3 OR c.home_phone LIKE $3
               OR EXISTS (SELECT 1 FROM unnest(c.other_phones) AS p(no) WHERE p.no LIKE $3))))
        ORDER BY c.name = $4 DESC, c.name, c.id LIMIT ${EACH}`,
      [projectId, pattern, digits, q],
    );
  }
}
