import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { Permission, SummaryUnderWayDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { type Access, may } from "../auth/access.service.js";

type Row = Omit<SummaryUnderWayDto, "createdAt"> & { createdAt: Date };

/** One part for each kind of thing that may be under way on a room ($2), and the right it takes to see it. */
const PARTS: readonly [Permission, string][] = [
  [
    "customer:read",
    `SELECT 'TRANSFER', id, number, status, transfer_on, NULL::int, NULL::bigint, created_by_name, created_at
       FROM room_transfer WHERE project_id = $1 AND room_id = $2 AND status IN ('DRAFT', 'SETTLING', 'PENDING')`,
  ],
  [
    "property:read",
    `SELECT kind, id, number, state, effective_on, NULL::int, NULL::bigint, requested_by_name, created_at
       FROM room_restructure WHERE project_id = $1 AND state IN ('DRAFT', 'PENDING') AND $2 = ANY (room_ids)`,
  ],
  [
    "property:read",
    `SELECT 'APPROVAL', id, title, status, NULL::date, NULL::int, NULL::bigint, requested_by_name, created_at
       FROM approval WHERE project_id = $1 AND subject_id = $2 AND status = 'PENDING'`,
  ],
  [
    "property:read",
    `SELECT 'INSPECTION', id, number, state, NULL::date, NULL::int, NULL::bigint, updated_by_name, created_at
       FROM inspection WHERE project_id = $1 AND room_id = $2 AND state IN ('DRAFT', 'IN_PROGRESS')`,
  ],
  [
    "property:read",
    `SELECT 'DEFECTS', i.room_id, i.number, 'OPEN', min(d.deadline), count(*)::int, NULL::bigint, min(d.contractor), min(d.created_at)
       FROM inspection i
       JOIN inspection_defect d ON d.project_id = i.project_id AND d.inspection_id = i.id AND d.state <> 'CLOSED'
      WHERE i.project_id = $1 AND i.room_id = $2 AND i.state = 'DEFECTS' GROUP BY i.room_id, i.number`,
  ],
  [
    "billing:read",
    `SELECT 'WAIVER', w.id, w.waiver_no, w.status, NULL::date, NULL::int, w.amount_fen, w.requested_by_name, w.created_at
       FROM approval a JOIN waiver w ON w.project_id = a.project_id AND w.id = a.subject_id
      WHERE a.project_id = $1 AND a.status = 'PENDING' AND a.subject_type = 'waiver' AND EXISTS (
            SELECT FROM waiver_line l JOIN charge c ON c.project_id = l.project_id AND c.id = l.charge_id
             WHERE l.project_id = w.project_id AND l.waiver_id = w.id AND c.room_id = $2)`,
  ],
];

/** What has been begun on a room and not ended (QRY-01), across all modules, in one statement. */
@Injectable()
export class UnderWayQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Oldest first; only what the person may see. */
  async ofRoom(projectId: string, roomId: string, access: Access): Promise<SummaryUnderWayDto[]> {
    const parts = PARTS.filter(([right]) => may(access, right, projectId)).map(([, sql]) => sql);
    if (parts.length === 0) return [];
    const rows = await this.db.query<Row[]>(
      `SELECT kind, id, title, state, day, count, amount_fen AS "amountFen", by_name AS "byName", created_at AS "createdAt"
         FROM (${parts.join(" UNION ALL ")}) AS x(kind, id, title, state, day, count, amount_fen, by_name, created_at)
        ORDER BY created_at, id`,
      [projectId, roomId],
    );
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  }
}
