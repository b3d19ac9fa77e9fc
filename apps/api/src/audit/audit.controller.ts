import { Controller, Get, Param, Query, StreamableFile } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { AuditFilterDto, AuditPageDto, AuditQueryDto, ProjectPath } from "@linli/contracts";
import { Readable } from "node:stream";
import { DataSource } from "typeorm";
import { type Actor, CurrentActor } from "../common/actor.js";
import { COMPANY } from "../common/ids.js";
import { Requires } from "../common/requires.js";
import { auditCsv } from "./audit-csv.js";
import { AuditQueries } from "./audit.queries.js";
import { AuditService } from "./audit.service.js";

/** 审计日志 (LAW-53): read by auditors, and exported by them; the export leaves a row itself. */
@Controller()
export class AuditController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly queries: AuditQueries,
  ) {}

  /** 审计日志：公司与所有管理区 */
  @Get("audit-log")
  @Requires("audit:read")
  list(@Query() { projectId, ...filter }: AuditQueryDto): Promise<AuditPageDto> {
    return this.queries.list(filter, projectId);
  }

  /** 导出审计日志（CSV，最多十万行），导出本身也被记录 */
  @Get("audit-log/export")
  @Requires("audit:read")
  export(@Query() { projectId, ...filter }: AuditQueryDto, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    return this.exported(actor, filter, projectId);
  }

  /** 审计日志：一个管理区 */
  @Get("projects/:projectId/audit-log")
  @Requires("audit:read")
  listOfProject(@Param() { projectId }: ProjectPath, @Query() filter: AuditFilterDto): Promise<AuditPageDto> {
    return this.queries.list(filter, projectId);
  }

  /** 导出一个管理区的审计日志（CSV） */
  @Get("projects/:projectId/audit-log/export")
  @Requires("audit:read")
  exportOfProject(
    @Param() { projectId }: ProjectPath,
    @Query() filter: AuditFilterDto,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    return this.exported(actor, filter, projectId);
  }

  private async exported(actor: Actor, filter: AuditFilterDto, projectId: string | undefined): Promise<StreamableFile> {
    const { cursor: _cursor, pageSize: _pageSize, ...conditions } = filter;
    await this.audit.record(this.db.manager, actor, {
      projectId: projectId ?? COMPANY,
      action: "audit-log.export",
      entity: "audit-log",
      entityId: projectId ?? COMPANY,
      summary: "导出审计日志",
      after: { projectId, ...conditions },
    });
    const name = encodeURIComponent("审计日志.csv");
    return new StreamableFile(Readable.from(auditCsv(this.queries.all(conditions, projectId))), {
      type: "text/csv; charset=utf-8",
      disposition: `attachment; filename*=UTF-8''${name}`,
    });
  }
}
