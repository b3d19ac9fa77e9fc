import { HttpStatus, Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  DunningKind,
  DunningNoticeDto,
  DunningNoticePageDto,
  DunningPrintQueryDto,
  NoticeArrearDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { toChineseCapitals } from "../../../common/money.js";
import { decodeCursor, encodeCursor } from "../../../common/paging.js";
import { notFound, RuleViolation } from "../../../common/rule-violation.js";
import { Where } from "../../../common/where.js";
import { joinSurvivor } from "../../../customer/merged-customers.js";
import { ownersBeside } from "../../charges/owners-beside.sql.js";
import { LEGAL_BASIS, WAYS_TO_PAY } from "./legal-basis.js";
import { isDemand } from "../dunning.sql.js";
import { itemWithObject } from "../../objects/charge-item.sql.js";

interface Row extends Pick<DunningNoticeDto, "stepNo" | "levelName" | "kind" | "channel" | "text" | "payBy"> {
  id: string;
  issuedOn: string;
  customerName: string;
  customerNo: string;
  roomCode: string;
  roomName: string;
  areaM2: string | null;
  owners: string[];
}

type Wanted = Pick<DunningPrintQueryDto, "batchId" | "stepId"> & { stepIds?: readonly string[] };

type Line = NoticeArrearDto & { stepId: string; isLateFee: boolean };

const CHUNK = 100;

const noScope = () => new RuleViolation("NO_SCOPE", "请说明打印哪个催缴批次或哪张催款单", HttpStatus.BAD_REQUEST);

/** Puts together what 催款单 and 缴费提醒 state (BIL-113, BIL-114): what was owed on their day, whatever was paid since. */
@Injectable()
export class DunningNotices {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** One stretch of the notices, in the order of their numbers. @throws NO_SCOPE, NOT_FOUND */
  async page(projectId: string, query: DunningPrintQueryDto): Promise<DunningNoticePageDto> {
    const { pageSize = 20 } = query;
    const rows = await this.rows(projectId, query, decodeCursor(query.cursor, 1)?.[0], pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const nextCursor = rows.length > pageSize ? encodeCursor([shown.at(-1)!.id]) : null;
    return { items: await this.noticesOf(projectId, shown), nextCursor };
  }

  /** Those of some steps, in the order of their numbers. */
  async ofSteps(projectId: string, stepIds: readonly string[]): Promise<DunningNoticeDto[]> {
    return this.noticesOf(projectId, await this.rows(projectId, { stepIds }, undefined, stepIds.length));
  }

  /** All of them one after another; a hundred at a time are in memory. */
  async *stream(projectId: string, query: DunningPrintQueryDto): AsyncGenerator<DunningNoticeDto> {
    let after: string | undefined;
    for (;;) {
      const rows = await this.rows(projectId, query, after, CHUNK);
      yield* await this.noticesOf(projectId, rows);
      if (rows.length < CHUNK) return;
      after = rows.at(-1)!.id;
    }
  }

  /** How many there are to print, and of which kind. @throws NO_SCOPE */
  async count(projectId: string, query: DunningPrintQueryDto): Promise<{ count: number; kind: DunningKind }> {
    const where = conditions(projectId, query);
    const [row] = await this.db.query<{ n: number; demands: boolean | null }[]>(
      `SELECT count(*)::int AS n, bool_or(${isDemand()}) AS demands FROM dunning_step s ${where.toString()}`,
      where.params,
    );
    return { count: row!.n, kind: row!.demands === false ? "BILL" : "DEMAND" };
  }

  private rows(projectId: string, query: Wanted, after: string | undefined, count: number): Promise<Row[]> {
    const where = conditions(projectId, query).add("s.id > ?", after);
    const limit = where.param(count);
    const days = { firstDay: "d.first_day", lastDay: "d.last_day" };
    return this.db.query<Row[]>(
      `SELECT s.id, s.step_no AS "stepNo", l.name AS "levelName", coalesce(l.kind, 'DEMAND') AS kind, s.channel, s.text, s.pay_by AS "payBy", s.on_day AS "issuedOn",
              p.name AS "customerName", p.number AS "customerNo", r.code AS "roomCode", b.name || u.name || r.name AS "roomName",
              trim_scale(r.charge_area)::text AS "areaM2",
              ARRAY(SELECT DISTINCT o.name FROM (${ownersBeside("s.project_id", { room: "k.room_id", payer: "p.id", ...days })}) o
                     ORDER BY o.name) AS owners
         FROM dunning_step s
         JOIN dunning_case k ON k.project_id = s.project_id AND k.id = s.case_id
         LEFT JOIN dunning_level l ON l.project_id = s.project_id AND l.id = s.level_id
         JOIN room r ON r.project_id = k.project_id AND r.id = k.room_id
         JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
         JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id
         ${joinSurvivor("p", "k.project_id", "k.payer_id")}
         CROSS JOIN LATERAL (SELECT min(coalesce(h.service_from, c.service_from)) AS first_day, max(coalesce(h.service_to, c.service_to)) AS last_day
                               FROM dunning_step_charge x
                               JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
                               LEFT JOIN charge h ON h.project_id = c.project_id AND h.id = c.principal_id
                              WHERE x.project_id = s.project_id AND x.step_id = s.id) d
        ${where.toString()} ORDER BY s.id LIMIT ${limit}`,
      where.params,
    );
  }

  private async noticesOf(projectId: string, rows: readonly Row[]): Promise<DunningNoticeDto[]> {
    if (rows.length === 0) return [];
    const [[project], lines] = await Promise.all([
      this.db.query<{ name: string; telephone: string | null }[]>("SELECT name, telephone FROM project WHERE id = $1", [
        projectId,
      ]),
      this.db.query<Line[]>(
        `SELECT x.step_id AS "stepId", ${itemWithObject("c", "i.name")} AS "itemName", c.service_from AS "from", c.service_to AS "to", c.due_on AS "dueDate",
                c.amount_fen AS "amountFen", (c.amount_fen - x.amount_fen)::bigint AS "paidFen", x.amount_fen AS "openFen",
                c.principal_id IS NOT NULL AS "isLateFee", NULL AS "roomCode"
           FROM dunning_step_charge x
           JOIN charge c ON c.project_id = x.project_id AND c.id = x.charge_id
           JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
          WHERE x.project_id = $1 AND x.step_id = ANY ($2) ORDER BY c.due_on, c.service_from, i.sort, i.code, c.id`,
        [projectId, rows.map(({ id }) => id)],
      ),
    ]);
    if (!project) throw notFound("管理区");
    const byStep = Map.groupBy(lines, ({ stepId }) => stepId);
    return rows.map((row) => toNotice(row, byStep.get(row.id) ?? [], project));
  }
}

function conditions(projectId: string, { batchId, stepId, stepIds }: Wanted): Where {
  if (!batchId && !stepId && !stepIds) throw noScope();
  return new Where()
    .add("s.project_id = ?", projectId)
    .add("s.batch_id = ?", batchId)
    .add("s.id = ?", stepId)
    .add("s.id = ANY (?::uuid[])", stepIds)
    .add("s.voided_on IS NULL");
}

function toNotice(
  row: Row,
  lines: readonly Line[],
  project: { name: string; telephone: string | null },
): DunningNoticeDto {
  const { id: _id, roomCode, roomName, areaM2, owners, ...same } = row;
  const sumOf = (late: boolean) =>
    lines.filter(({ isLateFee }) => isLateFee === late).reduce((sum, { openFen }) => sum + openFen, 0);
  const [principalFen, lateFeeFen] = [sumOf(false), sumOf(true)];
  return {
    ...same,
    projectName: project.name,
    room: { code: roomCode, name: roomName, areaM2 },
    lines: lines.map(({ stepId: _stepId, isLateFee: _isLateFee, ...line }) => line),
    principalFen,
    lateFeeFen,
    payableFen: principalFen + lateFeeFen,
    payableCapitals: toChineseCapitals(principalFen + lateFeeFen),
    telephone: project.telephone,
    notes: same.kind === "BILL" ? [WAYS_TO_PAY] : [...liableBeside(owners), ...LEGAL_BASIS],
  };
}

const liableBeside = (owners: readonly string[]): string[] =>
  owners.length > 0 ? [`业主${owners.join("、")}对物业使用人未缴的物业费依法承担连带交纳责任。`] : [];
