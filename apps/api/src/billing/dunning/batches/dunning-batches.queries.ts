import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  CursorQueryDto,
  DunningBatchDto,
  DunningBatchPageDto,
  DunningBatchStepDto,
  DunningBatchStepPageDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { maskPhone } from "../../../common/crypto.js";
import { decodeCursor, toCursorPage } from "../../../common/paging.js";
import { notFound } from "../../../common/rule-violation.js";
import { Where } from "../../../common/where.js";
import { joinSurvivor } from "../../../customer/merged-customers.js";
import { withSuccessors } from "../../charges/charge-origins.js";

type Row = Omit<DunningBatchDto, "createdAt"> & { createdAt: Date };
type StepRow = Omit<DunningBatchStepDto, "mobileMasked"> & { mobile: string | null };

const SELECT = `SELECT b.id, b.on_day AS "onDay", b.level_id AS "levelId", l.name AS "levelName", l.kind, l.channel, b.steps,
    b.amount_fen AS "amountFen", b.skipped, b.created_by_name AS "createdByName", b.created_at AS "createdAt",
    (SELECT count(*)::int FROM dunning_step s WHERE s.project_id = b.project_id AND s.batch_id = b.id
        AND EXISTS (SELECT 1 FROM dunning_delivery v WHERE v.project_id = s.project_id AND v.step_id = s.id AND v.voided_on IS NULL)) AS delivered
  FROM dunning_batch b JOIN dunning_level l ON l.project_id = b.project_id AND l.id = b.level_id`;

/** Reads notices that were issued together (催缴批次). */
@Injectable()
export class DunningBatchesQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The latest first. */
  async page(projectId: string, { cursor, pageSize = 20 }: CursorQueryDto): Promise<DunningBatchPageDto> {
    const where = new Where().add("b.project_id = ?", projectId).add("b.id < ?", decodeCursor(cursor, 1)?.[0]);
    const limit = where.param(pageSize + 1);
    const sql = `${SELECT} ${where.toString()} ORDER BY b.id DESC LIMIT ${limit}`;
    return toCursorPage(await this.db.query<Row[]>(sql, where.params), pageSize, toDto, ({ id }) => [id]);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<DunningBatchDto> {
    const [row] = await this.db.query<Row[]>(`${SELECT} WHERE b.project_id = $1 AND b.id = $2`, [projectId, id]);
    if (!row) throw notFound("催缴批次");
    return toDto(row);
  }

  /** Its notices in the order of their numbers, with what is still owed of each. */
  async steps(
    projectId: string,
    batchId: string,
    { cursor, pageSize = 20 }: CursorQueryDto,
  ): Promise<DunningBatchStepPageDto> {
    await this.one(projectId, batchId);
    const where = new Where()
      .add("s.project_id = ?", projectId)
      .add("s.batch_id = ?", batchId)
      .add("s.id > ?", decodeCursor(cursor, 1)?.[0]);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<StepRow[]>(
      `SELECT s.id, s.step_no AS "stepNo", k.room_id AS "roomId", r.code AS "roomCode", p.id AS "payerId", p.name AS "payerName", p.mobile,
              s.amount_fen AS "amountFen", s.text, s.voided_on AS "voidedOn", v.delivered_on AS "deliveredOn", v.how,
              (SELECT coalesce(sum(c.open_fen), 0)::bigint
                 FROM (SELECT DISTINCT z.id FROM dunning_step_charge x CROSS JOIN LATERAL ${withSuccessors("x.project_id", "x.charge_id")} z
                        WHERE x.project_id = s.project_id AND x.step_id = s.id) x
                 JOIN charge c ON c.project_id = s.project_id AND c.id = x.id) AS "openFen"
         FROM dunning_step s
         JOIN dunning_case k ON k.project_id = s.project_id AND k.id = s.case_id
         JOIN room r ON r.project_id = k.project_id AND r.id = k.room_id
         ${joinSurvivor("p", "k.project_id", "k.payer_id")}
         LEFT JOIN LATERAL (SELECT v.delivered_on, v.how FROM dunning_delivery v WHERE v.project_id = s.project_id AND v.step_id = s.id
                               AND v.voided_on IS NULL ORDER BY v.delivered_on DESC, v.id DESC LIMIT 1) v ON true
        ${where.toString()} ORDER BY s.id LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(
      rows,
      pageSize,
      ({ mobile, ...row }) => ({ ...row, mobileMasked: maskPhone(mobile) }),
      ({ id }) => [id],
    );
  }
}

const toDto = (row: Row): DunningBatchDto => ({ ...row, createdAt: row.createdAt.toISOString() });
