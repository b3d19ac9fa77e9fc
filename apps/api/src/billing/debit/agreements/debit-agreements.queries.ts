import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  DebitAgreementDto,
  DebitAgreementPageDto,
  DebitAgreementQueryDto,
  DebitHouseholdPageDto,
  DebitHouseholdQueryDto,
  DebitPromotionDto,
  DebitPromotionRowDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { Clock } from "../../../common/clock.js";
import { PersonalData } from "../../../common/crypto.js";
import { decodeCursor, toCursorPage } from "../../../common/paging.js";
import { notFound } from "../../../common/rule-violation.js";
import { containing, Where } from "../../../common/where.js";
import { idsOf } from "../../../customer/merged-customers.js";
import { NATURAL } from "../../../database/natural-order.js";
import { projectToday } from "../../../property/project-today.js";
import { ACCOUNT, digitsOf } from "./agreement-columns.js";

type Row = Omit<DebitAgreementDto, "createdAt"> & { createdAt: Date };

const COLUMNS = `a.id, a.agreement_no AS "agreementNo", a.status, a.status_reason AS "statusReason", a.scheme_id AS "schemeId",
  s.name AS "schemeName", a.customer_id AS "customerId", c.name AS "customerName", a.holder, a.account_masked AS "accountMasked",
  a.account_kind AS "accountKind", a.bank_name AS "bankName", a.bank_code AS "bankCode", a.id_type AS "idType",
  a.id_number_masked AS "idNumberMasked", a.mobile_masked AS "mobileMasked", a.limit_fen AS "limitFen", a.signed_on AS "signedOn",
  a.valid_from AS "validFrom", a.valid_to AS "validTo", a.remark, a.created_at AS "createdAt",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'code', r.code) ORDER BY r.code), '[]') FROM room r
    WHERE r.project_id = a.project_id AND r.id IN (SELECT v.room_id FROM debit_cover v WHERE v.project_id = a.project_id AND v.agreement_id = a.id)) AS rooms,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) ORDER BY f.name), '[]') FROM fee_item f
    WHERE f.project_id = a.project_id AND f.id IN (SELECT v.fee_item_id FROM debit_cover v WHERE v.project_id = a.project_id AND v.agreement_id = a.id)) AS "feeItems"`;

const FROM = `FROM debit_agreement a
  JOIN debit_scheme s ON s.project_id = a.project_id AND s.id = a.scheme_id
  JOIN customer c ON c.project_id = a.project_id AND c.id = a.customer_id`;

/** Rooms with an owner or somebody who pays on a day ($2), and whether an agreement in force or waiting covers them. */
const HOUSEHOLDS = `
  SELECT r.id, r.code, u.building_id,
         EXISTS (SELECT 1 FROM debit_cover v JOIN debit_agreement a ON a.project_id = v.project_id AND a.id = v.agreement_id
                  WHERE v.project_id = $1 AND v.room_id = r.id AND v.in_force AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2)) AS debited,
         EXISTS (SELECT 1 FROM debit_cover v JOIN debit_agreement a ON a.project_id = v.project_id AND a.id = v.agreement_id
                  WHERE v.project_id = $1 AND v.room_id = r.id AND a.status IN ('PENDING', 'SUSPENDED')) AS waiting
    FROM room r JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
   WHERE r.project_id = $1 AND r.active
     AND (EXISTS (SELECT 1 FROM payer p WHERE p.project_id = $1 AND p.room_id = r.id AND p.starts_on <= $2 AND (p.ends_on IS NULL OR p.ends_on >= $2))
       OR EXISTS (SELECT 1 FROM room_relation o WHERE o.project_id = $1 AND o.room_id = r.id AND o.role = 'OWNER'
                     AND o.starts_on <= $2 AND (o.ends_on IS NULL OR o.ends_on >= $2)))`;

/** Reads agreements and how far debit has come (FEE-11). */
@Injectable()
export class DebitAgreementsQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly personal: PersonalData,
  ) {}

  /** Agreements, the latest first; a whole account number finds its own. */
  async page(projectId: string, query: DebitAgreementQueryDto): Promise<DebitAgreementPageDto> {
    const { pageSize = 20 } = query;
    const pattern = containing(query.q);
    const account = query.q && /^[\d -]{6,40}$/.test(query.q) ? this.personal.hash(ACCOUNT, digitsOf(query.q)) : "";
    const where = new Where()
      .add("a.project_id = ?", projectId)
      .add("a.status = ?", query.status)
      .add("a.scheme_id = ?", query.schemeId)
      .add(`a.customer_id IN ${idsOf("a.project_id", "?")}`, query.customerId, query.customerId)
      .add(
        "EXISTS (SELECT 1 FROM debit_cover v WHERE v.project_id = a.project_id AND v.agreement_id = a.id AND v.room_id = ?)",
        query.roomId,
      )
      .add(
        `(a.agreement_no ILIKE ? OR a.holder ILIKE ? OR c.name ILIKE ? OR a.account_hash = ?
          OR EXISTS (SELECT 1 FROM debit_cover v JOIN room r ON r.project_id = v.project_id AND r.id = v.room_id
                      WHERE v.project_id = a.project_id AND v.agreement_id = a.id AND r.code ILIKE ?))`,
        pattern,
        pattern,
        pattern,
        account,
        pattern,
      );
    const [at, id] = decodeCursor(query.cursor, 2) ?? [];
    where.add("(a.created_at, a.id) < (?::timestamptz, ?::uuid)", at, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `SELECT ${COLUMNS} ${FROM} ${where.toString()} ORDER BY a.created_at DESC, a.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toAgreementDto, (row) => [row.createdAt.toISOString(), row.id]);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<DebitAgreementDto> {
    const [row] = await this.db.query<Row[]>(`SELECT ${COLUMNS} ${FROM} WHERE a.project_id = $1 AND a.id = $2`, [
      projectId,
      id,
    ]);
    if (!row) throw notFound("划款协议");
    return toAgreementDto(row);
  }

  /** Share of households on debit, by building. */
  async promotion(projectId: string): Promise<DebitPromotionDto> {
    const today = await projectToday(this.db, this.clock, projectId);
    const rows = await this.db.query<DebitPromotionRowDto[]>(
      `SELECT b.id AS "buildingId", b.name AS "buildingName", count(*)::int AS rooms, count(*) FILTER (WHERE h.debited)::int AS debited,
              count(*) FILTER (WHERE h.waiting AND NOT h.debited)::int AS waiting
         FROM (${HOUSEHOLDS}) h JOIN building b ON b.project_id = $1 AND b.id = h.building_id
        GROUP BY b.id, b.name, b.sort, b.code ORDER BY b.sort, b.code`,
      [projectId, today],
    );
    const sum = (key: "rooms" | "debited" | "waiting") => rows.reduce((total, row) => total + row[key], 0);
    return { rows, rooms: sum("rooms"), debited: sum("debited"), waiting: sum("waiting") };
  }

  /** Households that are not on debit, by room. */
  async households(projectId: string, query: DebitHouseholdQueryDto): Promise<DebitHouseholdPageDto> {
    const { pageSize = 20 } = query;
    const today = await projectToday(this.db, this.clock, projectId);
    const [code, id] = decodeCursor(query.cursor, 2) ?? [];
    const rows = await this.db.query<DebitHouseholdPageDto["items"]>(
      `SELECT h.id, h.code AS "roomCode",
              ARRAY(SELECT DISTINCT c.name FROM (
                      SELECT p.customer_id FROM payer p WHERE p.project_id = $1 AND p.room_id = h.id
                         AND p.starts_on <= $2 AND (p.ends_on IS NULL OR p.ends_on >= $2)
                      UNION
                      SELECT o.customer_id FROM room_relation o WHERE o.project_id = $1 AND o.room_id = h.id AND o.role = 'OWNER'
                         AND o.starts_on <= $2 AND (o.ends_on IS NULL OR o.ends_on >= $2)) x
                      JOIN customer c ON c.project_id = $1 AND c.id = x.customer_id ORDER BY c.name) AS "payerNames",
              coalesce((SELECT sum(x.open_fen) FROM charge x WHERE x.project_id = $1 AND x.room_id = h.id AND x.open_fen > 0), 0)::bigint AS "openFen"
         FROM (${HOUSEHOLDS}) h
        WHERE NOT h.debited AND ($3::uuid IS NULL OR h.building_id = $3)
          AND ($4::text IS NULL OR (h.code ${NATURAL}, h.id) > ($4 ${NATURAL}, $5::uuid))
        ORDER BY h.code ${NATURAL}, h.id LIMIT $6`,
      [projectId, today, query.buildingId ?? null, code ?? null, id ?? null, pageSize + 1],
    );
    return toCursorPage(
      rows,
      pageSize,
      (row) => row,
      (row) => [row.roomCode, row.id],
    );
  }
}

const toAgreementDto = ({ createdAt, ...row }: Row): DebitAgreementDto => ({
  ...row,
  createdAt: createdAt.toISOString(),
});
