import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  AttachmentDto,
  ContractorDefectsDto,
  DefectDto,
  DefectPageDto,
  DefectQueryDto,
  DefectSheetDto,
  DefectStepDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { addDays, daysBetweenInclusive } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { AttachmentsService } from "../../files/attachments.service.js";
import { projectToday } from "../project-today.js";
import { ProjectQueries } from "../projects/project.queries.js";
import type { InspectionRow } from "./inspection.mapper.js";
import { DEFECT_FILES } from "./sign-inspection.service.js";

type DefectRow = Omit<DefectDto, "daysOpen" | "overdue" | "steps" | "pictures"> & {
  closedOn: string | null;
  closed: boolean;
};

const FROM = `FROM inspection_defect d
  JOIN inspection i ON i.project_id = d.project_id AND i.id = d.inspection_id
  JOIN room r ON r.project_id = d.project_id AND r.id = d.room_id
  JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
  JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id`;

const COLUMNS = `d.id, d.inspection_id AS "inspectionId", i.number AS "inspectionNumber", d.room_id AS "roomId",
  r.code AS "roomCode", b.name AS "buildingName", d.item_no AS "itemNo", d.place, d.description, d.severity, d.contractor,
  d.deadline, d.state, d.found_on AS "foundOn", d.closed_on AS "closedOn", d.state = 'CLOSED' AS closed`;

/** Rows on one paper for a contractor. */
const MAX_ON_SHEET = 1000;

/** Reads defects, those of void inspections left out. */
@Injectable()
export class DefectQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly projects: ProjectQueries,
    private readonly attachments: AttachmentsService,
    private readonly clock: Clock,
  ) {}

  /** What is not closed first, by its deadline: the longest overdue leads; then what is closed. */
  async list(projectId: string, query: DefectQueryDto): Promise<DefectPageDto> {
    const { cursor, pageSize = 20 } = query;
    const today = await projectToday(this.db, this.clock, projectId);
    const after = decodeCursor(cursor, 3);
    const where = this.conditions(projectId, query, today).add(
      "(d.state = 'CLOSED', d.deadline, d.id) > (?::boolean, ?::date, ?::uuid)",
      after?.[0],
      after?.[1],
      after?.[2],
    );
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<DefectRow[]>(
      `SELECT ${COLUMNS} ${FROM} ${where.toString()}
        ORDER BY d.state = 'CLOSED', d.deadline, d.id LIMIT ${limit}`,
      where.params,
    );
    const page = toCursorPage(
      rows,
      pageSize,
      (row) => row,
      ({ closed, deadline, id }) => [String(closed), deadline, id],
    );
    return { items: await this.complete(projectId, page.items, today), nextCursor: page.nextCursor };
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<DefectDto> {
    const rows = await this.db.query<DefectRow[]>(`SELECT ${COLUMNS} ${FROM} WHERE d.project_id = $1 AND d.id = $2`, [
      projectId,
      id,
    ]);
    const [defect] = await this.complete(projectId, rows, await projectToday(this.db, this.clock, projectId));
    if (!defect) throw notFound("缺陷");
    return defect;
  }

  /** The defects of an inspection: from its rows, or, while it is under way, from its draft. */
  async ofInspection(projectId: string, inspection: InspectionRow): Promise<DefectDto[]> {
    const today = await projectToday(this.db, this.clock, projectId);
    if (inspection.draft) return this.complete(projectId, draftRows(inspection), today);
    const rows = await this.db.query<DefectRow[]>(
      `SELECT ${COLUMNS} ${FROM} WHERE d.project_id = $1 AND d.inspection_id = $2 ORDER BY d.id`,
      [projectId, inspection.id],
    );
    return this.complete(projectId, rows, today);
  }

  /** What each contractor still has to do, who owes most first. */
  async contractors(projectId: string): Promise<ContractorDefectsDto[]> {
    const today = await projectToday(this.db, this.clock, projectId);
    return this.db.query<ContractorDefectsDto[]>(
      `SELECT d.contractor,
              (count(*) FILTER (WHERE d.state = 'OPEN'))::int AS open,
              (count(*) FILTER (WHERE d.state = 'FIXED'))::int AS fixed,
              (count(*) FILTER (WHERE d.state <> 'CLOSED' AND d.deadline < $2))::int AS overdue,
              (count(*) FILTER (WHERE d.state = 'CLOSED'))::int AS closed,
              $2::date - min(d.found_on) FILTER (WHERE d.state <> 'CLOSED') AS "oldestDays"
         FROM inspection_defect d
         JOIN inspection i ON i.project_id = d.project_id AND i.id = d.inspection_id AND i.state <> 'VOID'
        WHERE d.project_id = $1
        GROUP BY d.contractor ORDER BY overdue DESC, open DESC, d.contractor LIMIT 200`,
      [projectId, today],
    );
  }

  /** The paper for a contractor: what he still has to do, by deadline. */
  async sheet(projectId: string, contractor: string): Promise<DefectSheetDto> {
    const { name } = await this.projects.project(projectId);
    const today = await projectToday(this.db, this.clock, projectId);
    const where = this.conditions(projectId, { contractor, open: true }, today);
    const rows = await this.db.query<DefectRow[]>(
      `SELECT ${COLUMNS} ${FROM} ${where.toString()} ORDER BY d.deadline, r.code, d.id LIMIT ${MAX_ON_SHEET}`,
      where.params,
    );
    return { projectName: name, contractor, today, items: await this.complete(projectId, rows, today) };
  }

  private conditions(projectId: string, query: DefectQueryDto, today: string): Where {
    const text = containing(query.q);
    const where = new Where()
      .add("d.project_id = ?", projectId)
      .add("i.state <> ?", "VOID")
      .add("u.building_id = ?", query.buildingId)
      .add("d.room_id = ?", query.roomId)
      .add("d.contractor = ?", query.contractor)
      .add("d.state = ?", query.state)
      .add("(d.state <> 'CLOSED') = ?", query.open)
      .add("(r.code ILIKE ? OR d.place ILIKE ? OR d.description ILIKE ?)", text, text, text);
    if (query.overdue !== undefined) where.add("(d.state <> 'CLOSED' AND d.deadline < ?) = ?", today, query.overdue);
    if (query.age === "WEEK") where.add("d.found_on >= ?", addDays(today, -7));
    if (query.age === "MONTH") where.add("d.found_on < ? AND d.found_on >= ?", addDays(today, -7), addDays(today, -30));
    if (query.age === "LONGER") where.add("d.found_on < ?", addDays(today, -30));
    return where;
  }

  /** Adds steps, pictures and age, each by one question for all. */
  private async complete(projectId: string, rows: DefectRow[], today: string): Promise<DefectDto[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const [steps, pictures] = await Promise.all([
      this.db.query<(Omit<DefectStepDto, "at"> & { defectId: string; at: Date })[]>(
        `SELECT defect_id AS "defectId", action, done_on AS "doneOn", remark, created_by_name AS "byName", created_at AS at
           FROM inspection_defect_step WHERE project_id = $1 AND defect_id = ANY ($2) ORDER BY id`,
        [projectId, ids],
      ),
      this.attachments.ofMany(this.db.manager, projectId, DEFECT_FILES, ids),
    ]);
    const stepsOf = Map.groupBy(steps, ({ defectId }) => defectId);
    return rows.map((row) => toDefectDto(row, stepsOf.get(row.id) ?? [], pictures.get(row.id) ?? [], today));
  }
}

function draftRows({ id, number, roomId, roomCode, buildingName, draft, inspectedOn }: InspectionRow): DefectRow[] {
  const shared = { inspectionId: id, inspectionNumber: number, roomId, roomCode, buildingName, foundOn: inspectedOn };
  return (draft?.defects ?? []).map((defect) => ({
    ...defect,
    ...shared,
    state: "OPEN",
    closedOn: null,
    closed: false,
  }));
}

function toDefectDto(
  { closedOn, closed, ...row }: DefectRow,
  steps: (Omit<DefectStepDto, "at"> & { at: Date })[],
  pictures: AttachmentDto[],
  today: string,
): DefectDto {
  return {
    ...row,
    daysOpen: Math.max(0, daysBetweenInclusive(row.foundOn, closedOn ?? today) - 1),
    overdue: !closed && row.deadline < today,
    steps: steps.map(({ action, doneOn, remark, byName, at }) => ({
      action,
      doneOn,
      remark,
      byName,
      at: at.toISOString(),
    })),
    pictures,
  };
}
