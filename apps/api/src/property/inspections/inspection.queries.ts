import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  InspectionDetailDto,
  InspectionPageDto,
  InspectionQueryDto,
  InspectionReadingDto,
  InspectionSheetDto,
  StartReadingsDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { ProjectQueries } from "../projects/project.queries.js";
import { DefectQueries } from "./defect.queries.js";
import { type DetailRow, type InspectionRow, readingText, toDetailDto, toInspectionDto } from "./inspection.mapper.js";

const FROM = `FROM inspection i
  JOIN room r ON r.project_id = i.project_id AND r.id = i.room_id
  JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
  JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id
  LEFT JOIN inspection_record c ON c.project_id = i.project_id AND c.id = i.id
  LEFT JOIN inspection e ON e.project_id = i.project_id AND e.id = i.corrects_id`;

const COLUMNS = `i.id, i.number, i.room_id AS "roomId", r.code AS "roomCode", r.name AS "roomName", b.name AS "buildingName",
  i.state, i.version, i.draft, i.created_at AS "createdAt",
  coalesce(c.inspected_on::text, i.draft->'head'->>'inspectedOn') AS "inspectedOn",
  coalesce(c.inspector_name, i.draft->'head'->>'inspectorName') AS "inspectorName",
  coalesce(c.taker_name, i.draft->'head'->>'takerName') AS "takerName",
  (SELECT count(*)::int FROM inspection_item t
    WHERE t.project_id = i.project_id AND t.inspection_id = i.id AND t.result = 'FAIL') AS "failedItems",
  (SELECT count(*)::int FROM inspection_defect d WHERE d.project_id = i.project_id AND d.inspection_id = i.id) AS defects,
  (SELECT count(*)::int FROM inspection_defect d
    WHERE d.project_id = i.project_id AND d.inspection_id = i.id AND d.state <> 'CLOSED') AS "openDefects",
  e.number AS "correctsNumber"`;

/** Reads inspections; other domains ask it for the readings a room was handed over with. */
@Injectable()
export class InspectionQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly projects: ProjectQueries,
    private readonly defects: DefectQueries,
  ) {}

  /** The newest first. */
  async list(projectId: string, query: InspectionQueryDto): Promise<InspectionPageDto> {
    const { cursor, pageSize = 20 } = query;
    const text = containing(query.q);
    const where = new Where()
      .add("i.project_id = ?", projectId)
      .add("i.room_id = ?", query.roomId)
      .add("u.building_id = ?", query.buildingId)
      .add("i.state = ?", query.state)
      .add(
        "(i.number ILIKE ? OR r.code ILIKE ? OR coalesce(c.taker_name, i.draft->'head'->>'takerName') ILIKE ?)",
        text,
        text,
        text,
      )
      .add("i.id < ?", decodeCursor(cursor, 1)?.[0]);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<InspectionRow[]>(
      `SELECT ${COLUMNS} ${FROM} ${where.toString()} ORDER BY i.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toInspectionDto, ({ id }) => [id]);
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<InspectionDetailDto> {
    const [row] = await this.db.query<DetailRow[]>(
      `SELECT ${COLUMNS}, c.template_name AS "templateName", c.layout, c.taker_id AS "takerId",
              c.taker_relation AS "takerRelation", c.unsigned_reason AS "unsignedReason", c.created_at AS "completedAt",
              c.completed_by_name AS "completedByName", coalesce(c.version, i.version) AS "signedVersion",
              i.corrects_id AS "correctsId", i.correction_reason AS "correctionReason", i.void_reason AS "voidReason",
              i.updated_by_name AS "updatedByName", i.updated_at AS "updatedAt",
              n.id AS "correctedById", n.number AS "correctedByNumber"
         ${FROM}
         LEFT JOIN inspection n ON n.project_id = i.project_id AND n.corrects_id = i.id
               AND n.state IN ('DEFECTS', 'PASSED', 'VOID') AND n.draft IS NULL
        WHERE i.project_id = $1 AND i.id = $2 ORDER BY n.id LIMIT 1`,
      [projectId, id],
    );
    if (!row) throw notFound("验收单");
    const [items, readings, signatures, defects] = await Promise.all([
      this.db.query<InspectionDetailDto["items"]>(
        `SELECT no, "group", name, standard, result, remark FROM inspection_item
          WHERE project_id = $1 AND inspection_id = $2 ORDER BY no`,
        [projectId, id],
      ),
      this.readingsOf(this.db.manager, projectId, id),
      this.db.query<{ role: string; name: string; attachmentId: string; signedAt: Date }[]>(
        `SELECT DISTINCT ON (role) role, name, file_id AS "attachmentId", created_at AS "signedAt"
           FROM inspection_signature WHERE project_id = $1 AND inspection_id = $2 AND version = $3
          ORDER BY role DESC, id DESC`,
        [projectId, id, row.signedVersion],
      ),
      this.defects.ofInspection(projectId, row),
    ]);
    return toDetailDto(row, { items, readings, signatures, defects });
  }

  /** What stands on the paper. @throws NOT_FOUND */
  async sheet(projectId: string, id: string): Promise<InspectionSheetDto> {
    const [{ name }, inspection] = await Promise.all([this.projects.project(projectId), this.one(projectId, id)]);
    return { projectName: name, inspection };
  }

  /** The meter readings a room was handed over with, from its latest valid completed inspection; billing starts there. */
  async startReadings(tx: EntityManager, projectId: string, roomId: string): Promise<StartReadingsDto> {
    const [latest] = await tx.query<{ id: string; number: string; inspectedOn: string }[]>(
      `SELECT i.id, i.number, c.inspected_on AS "inspectedOn"
         FROM inspection i JOIN inspection_record c ON c.project_id = i.project_id AND c.id = i.id
        WHERE i.project_id = $1 AND i.room_id = $2 AND i.state IN ('DEFECTS', 'PASSED')
        ORDER BY c.inspected_on DESC, i.id DESC LIMIT 1`,
      [projectId, roomId],
    );
    if (!latest) return { inspectionId: null, number: null, inspectedOn: null, readings: [] };
    const { id, number, inspectedOn } = latest;
    return { inspectionId: id, number, inspectedOn, readings: await this.readingsOf(tx, projectId, id) };
  }

  private async readingsOf(tx: EntityManager, projectId: string, id: string): Promise<InspectionReadingDto[]> {
    const rows = await tx.query<InspectionReadingDto[]>(
      `SELECT kind, meter_no AS "meterNo", reading FROM inspection_reading
        WHERE project_id = $1 AND inspection_id = $2 ORDER BY id`,
      [projectId, id],
    );
    return rows.map((row) => ({ ...row, reading: readingText(row.reading) }));
  }
}
