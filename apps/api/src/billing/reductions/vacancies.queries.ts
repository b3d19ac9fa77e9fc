import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { VacancyDetailDto, VacancyDto, VacancyLineDto, VacancyPageDto, VacancyQueryDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { itemWithObject } from "../objects/charge-item.sql.js";

type VacancyRow = Omit<VacancyDto, "createdAt" | "decidedAt"> & {
  createdAt: Date;
  decidedAt: Date | null;
  approvalId: string | null;
};

const REDUCED = `(SELECT coalesce(sum(l.amount_fen), 0) FROM vacancy_line l
   WHERE l.project_id = v.project_id AND l.vacancy_id = v.id)::bigint`;
const COLUMNS = `v.id, v.vacancy_no AS "vacancyNo", v.status, v.room_id AS "roomId", r.code AS "roomCode", v.kind,
  trim_scale(v.percent)::text AS percent, v.amount_fen AS "amountFen", v.months, v.starts_on AS "startsOn", v.ends_on AS "endsOn",
  v.reason, v.bearer_id AS "bearerId", b.name AS "bearerName", v.requested_by_name AS "requestedByName",
  v.created_at AS "createdAt", v.inspected_on AS "inspectedOn", v.inspector, v.finding, a.decided_by_name AS "decidedByName",
  a.decided_at AS "decidedAt", a.note, v.end_reason AS "endReason", v.approval_id AS "approvalId", ${REDUCED} AS "reducedFen",
  ARRAY(SELECT f.name FROM vacancy_item i JOIN fee_item f ON f.project_id = i.project_id AND f.id = i.fee_item_id
         WHERE i.project_id = v.project_id AND i.vacancy_id = v.id ORDER BY f.name) AS "feeItemNames"`;
const FROM = `FROM vacancy v
  JOIN room r ON r.project_id = v.project_id AND r.id = v.room_id
  LEFT JOIN customer b ON b.project_id = v.project_id AND b.id = v.bearer_id
  LEFT JOIN approval a ON a.project_id = v.project_id AND a.id = v.approval_id`;

/** Reads vacancy reductions. */
@Injectable()
export class VacanciesQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Vacancy reductions, the latest first. */
  async page(projectId: string, query: VacancyQueryDto): Promise<VacancyPageDto> {
    const { pageSize = 20 } = query;
    const pattern = containing(query.q);
    const where = new Where()
      .add("v.project_id = ?", projectId)
      .add("v.status = ?", query.status)
      .add("v.room_id = ?", query.roomId)
      .add("(v.starts_on <= ?::date AND (v.ends_on IS NULL OR v.ends_on >= ?::date))", query.on, query.on)
      .add("(v.vacancy_no ILIKE ? OR r.code ILIKE ?)", pattern, pattern);
    const [{ fen } = { fen: 0 }] = await this.db.query<{ fen: number }[]>(
      `SELECT coalesce(sum(${REDUCED}), 0)::bigint AS fen ${FROM} ${where.toString()}`,
      [...where.params],
    );
    const [at, id] = decodeCursor(query.cursor, 2) ?? [];
    where.add("(v.created_at, v.id) < (?::timestamptz, ?::uuid)", at, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<VacancyRow[]>(
      `SELECT ${COLUMNS} ${FROM} ${where.toString()} ORDER BY v.created_at DESC, v.id DESC LIMIT ${limit}`,
      where.params,
    );
    return {
      ...toCursorPage(rows, pageSize, toVacancyDto, (row) => [row.createdAt.toISOString(), row.id]),
      reducedFen: fen,
    };
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, vacancyId: string): Promise<VacancyDetailDto> {
    const [[row], lines] = await Promise.all([
      this.db.query<VacancyRow[]>(`SELECT ${COLUMNS} ${FROM} WHERE v.project_id = $1 AND v.id = $2`, [
        projectId,
        vacancyId,
      ]),
      this.db.query<VacancyLineDto[]>(
        `SELECT l.charge_id AS "chargeId", ${itemWithObject("c", "f.name")} AS "feeItemName", c.period, c.service_from AS "serviceFrom",
                c.service_to AS "serviceTo", c.amount_fen AS "chargedFen", l.amount_fen AS "amountFen", l.booked_on AS "bookedOn",
                coalesce(b.amount_fen, 0)::bigint AS "borneFen"
           FROM vacancy_line l
           JOIN charge c ON c.project_id = l.project_id AND c.id = l.charge_id
           JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id
           LEFT JOIN charge b ON b.project_id = l.project_id AND b.id = l.borne_charge_id
          WHERE l.project_id = $1 AND l.vacancy_id = $2 ORDER BY c.period, f.name, l.id LIMIT 500`,
        [projectId, vacancyId],
      ),
    ]);
    if (!row) throw notFound("空置减免");
    return { ...toVacancyDto(row), approvalId: row.approvalId, lines };
  }
}

const toVacancyDto = ({ approvalId: _approvalId, createdAt, decidedAt, ...row }: VacancyRow): VacancyDto => ({
  ...row,
  createdAt: createdAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
});
