import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type ExportKind,
  exportKindLabels,
  type ExportPreviewDto,
  type PreviewExportDto,
  type RequestExportDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { ApprovalsService } from "../approvals/approvals.service.js";
import type { Approval } from "../approvals/approval.entity.js";
import { AuditService } from "../audit/audit.service.js";
import { type Access, may } from "../auth/access.service.js";
import type { Actor } from "../common/actor.js";
import { Clock } from "../common/clock.js";
import { newId } from "../common/ids.js";
import { notFound } from "../common/rule-violation.js";
import { JobsService } from "../jobs/jobs.service.js";
import { NumberSeriesService } from "../numbering/number-series.service.js";
import { projectToday } from "../property/project-today.js";
import { DataExport } from "./data-export.entity.js";
import { checkedFilter, filterWords } from "./export-filter.js";
import { chosenColumns, columnsOf, ExportSources } from "./export-sources.js";
import { exportForbidden, exportTooLarge, nothingToExport } from "./exports.errors.js";
import type { ExportSource } from "./sources/export-source.js";

/** A sheet holds a little more; the rest is room for headers. */
const MOST_ROWS = 1_000_000;

/** Asks for an export: with reason, and with approval where many rows or whole numbers leave the house (LAW-34). */
@Injectable()
export class RequestExportService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly sources: ExportSources,
    private readonly approvals: ApprovalsService,
    private readonly numbers: NumberSeriesService,
    private readonly jobs: JobsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.approvals.handle("data.export", {
      permission: "data:approve-export",
      approve: (tx, actor, approval) => this.approve(tx, actor, approval),
      turnDown: async (tx, _actor, { projectId, subjectId }) => {
        await tx.update(DataExport, { projectId, id: subjectId }, { status: "REJECTED" });
      },
    });
  }

  /** What the export would be: rows, filter in words, columns. @throws EXPORT_RIGHTS, INVALID_INPUT */
  async preview(access: Access, projectId: string, dto: PreviewExportDto): Promise<ExportPreviewDto> {
    const source = await this.permitted(access, projectId, dto.kind);
    const filter = checkedFilter(source, dto.filter);
    return {
      rows: await this.count(this.db.manager, projectId, source, filter),
      filter: await filterWords(this.db.manager, projectId, source, filter),
      columns: columnsOf(source),
      approvalRows: await approvalRows(this.db.manager, projectId),
    };
  }

  /** Answers the id of the export. @throws EXPORT_RIGHTS, EXPORT_EMPTY, EXPORT_TOO_LARGE, EXPORT_COLUMNS, INVALID_INPUT */
  async request(actor: Actor, access: Access, projectId: string, dto: RequestExportDto): Promise<string> {
    const source = await this.permitted(access, projectId, dto.kind);
    const wholeNumbers = dto.includeNumbers === true && source.masked.length > 0;
    if (wholeNumbers && !may(access, "customer:unmask", projectId)) throw exportForbidden("customer:unmask");
    const filter = checkedFilter(source, dto.filter);
    const columns = dto.columns?.length ? chosenColumns(source, dto.columns) : null;
    return this.db.transaction(async (tx) => {
      const rows = await this.count(tx, projectId, source, filter);
      if (rows === 0) throw nothingToExport();
      if (rows > MOST_ROWS) throw exportTooLarge(rows, MOST_ROWS);
      const row = {
        projectId,
        id: newId(),
        createdAt: this.clock.now(),
        number: await this.numbers.draw(tx, projectId, "export"),
        kind: dto.kind,
        status: "RUNNING",
        filter,
        filterWords: await filterWords(tx, projectId, source, filter),
        columns: columns?.map(({ key }) => key) ?? null,
        reason: dto.reason,
        includeNumbers: wholeNumbers,
        expectedRows: rows,
        requestedBy: actor.userId,
        requestedByName: actor.name,
      };
      const needsApproval = wholeNumbers || rows > (await approvalRows(tx, projectId));
      await tx.insert(DataExport, { ...row, filter: filter as never, status: needsApproval ? "PENDING" : "RUNNING" });
      const words = `${exportKindLabels[dto.kind]} ${rows} 行${wholeNumbers ? "（包含完整号码）" : ""}`;
      await this.audit.record(tx, actor, {
        projectId,
        action: "data-export.request",
        entity: "data-export",
        entityId: row.id,
        summary: `申请导出 ${row.number}：${words}，原因：${dto.reason}`,
        after: { kind: dto.kind, filter: row.filterWords, rows, includeNumbers: wholeNumbers, reason: dto.reason },
      });
      if (needsApproval) await this.ask(tx, actor, row, words);
      else await this.start(tx, actor, row);
      return row.id;
    });
  }

  private async permitted(access: Access, projectId: string, kind: ExportKind): Promise<ExportSource> {
    const { permission } = this.sources.of(kind);
    if (!may(access, permission, projectId)) throw exportForbidden(permission);
    return this.sources.forProject(kind, projectId);
  }

  private async count(
    tx: EntityManager,
    projectId: string,
    source: ExportSource,
    filter: Record<string, unknown>,
  ): Promise<number> {
    const today = await projectToday(tx, this.clock, projectId);
    const { from, where } = await source.statement(projectId, filter, today);
    const [row] = await tx.query<{ rows: number }[]>(
      `SELECT count(*)::int AS rows FROM ${from} ${where.toString()}`,
      where.params,
    );
    return row?.rows ?? 0;
  }

  private async ask(tx: EntityManager, actor: Actor, row: Asked, words: string): Promise<void> {
    const line = (label: string, after: string) => ({ label, before: null, after });
    const approvalId = await this.approvals.request(tx, actor, {
      projectId: row.projectId,
      kind: "data.export",
      title: `导出${words}`,
      reason: row.reason,
      subjectType: "data-export",
      subjectId: row.id,
      payload: { number: row.number },
      lines: [
        line("导出编号", row.number),
        line("内容", exportKindLabels[row.kind as ExportKind]),
        line("筛选条件", row.filterWords.join("；") || "全部"),
        line("行数", String(row.expectedRows)),
        line("证件号码与电话", row.includeNumbers ? "完整" : "打码"),
      ],
    });
    await tx.update(DataExport, { projectId: row.projectId, id: row.id }, { approvalId });
  }

  private async approve(tx: EntityManager, actor: Actor, { projectId, subjectId }: Approval): Promise<void> {
    const row = await tx.findOneBy(DataExport, { projectId, id: subjectId });
    if (!row) throw notFound("导出");
    await tx.update(DataExport, { projectId, id: row.id }, { status: "RUNNING", approverName: actor.name });
    await this.start(tx, { ...actor, userId: row.requestedBy, name: row.requestedByName }, row);
  }

  private async start(tx: EntityManager, requester: Actor, row: Asked): Promise<void> {
    const { projectId, id } = row;
    const job = await this.jobs.enqueue(tx, requester, {
      projectId,
      kind: "exports.write",
      title: `导出 ${row.number} ${exportKindLabels[row.kind as ExportKind]}`,
      params: { exportId: id },
    });
    await tx.update(DataExport, { projectId, id }, { jobId: job.id });
  }
}

type Asked = Pick<
  DataExport,
  "projectId" | "id" | "number" | "kind" | "reason" | "filterWords" | "expectedRows" | "includeNumbers"
>;

async function approvalRows(tx: EntityManager, projectId: string): Promise<number> {
  const [project] = await tx.query<{ rows: number }[]>(
    "SELECT export_approval_rows AS rows FROM project WHERE id = $1",
    [projectId],
  );
  if (!project) throw notFound("管理区");
  return project.rows;
}
