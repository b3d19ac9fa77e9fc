import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  CreateProjectDto,
  type ProjectDto,
  defaultLevelNames,
  lockedModules,
  moduleLabels,
  type ProjectModule,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import { AccessService } from "../../auth/access.service.js";
import type { Actor } from "../../common/actor.js";
import { periodOf } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { ProjectName } from "../project-name.entity.js";
import { Project } from "../project.entity.js";
import { modulesLocked } from "../property.errors.js";
import { audited } from "../audited.js";
import { refuseDistantFirstPeriod } from "./first-period.js";
import { toProjectDto } from "./project.mapper.js";

const DEFAULT_DIFFERENCE_PERCENT = 20;
const DEFAULT_EXPORT_ROWS = 1000;

/** Creates a management area (PRP-01). Its months of account come by themselves when billing first needs them. */
@Injectable()
export class CreateProjectService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** @throws DUPLICATE (name); INVALID_INPUT when a compulsory module is left off or the first month is far away. */
  async create(actor: Actor, dto: CreateProjectDto): Promise<ProjectDto> {
    const timeZone = dto.timeZone ?? "Asia/Shanghai";
    const today = this.clock.today(timeZone);
    if (dto.firstPeriod) refuseDistantFirstPeriod(dto.firstPeriod, today);
    const project: Project = {
      id: newId(),
      name: dto.name,
      shortName: dto.shortName,
      address: dto.address ?? null,
      telephone: dto.telephone ?? null,
      timeZone,
      modules: withLockedModules(dto.modules),
      levelNames: dto.levelNames ?? [...defaultLevelNames],
      firstPeriod: dto.firstPeriod ?? periodOf(today),
      moveInOn: dto.moveInOn ?? null,
      developerId: null,
      noticeNote: null,
      differencePercent: DEFAULT_DIFFERENCE_PERCENT,
      exportApprovalRows: DEFAULT_EXPORT_ROWS,
      notCollected: [],
      active: true,
      createdAt: this.clock.now(),
    };
    await this.db.transaction(async (tx) => {
      await tx.insert(ProjectName, { name: project.name, projectId: project.id });
      await tx.insert(Project, project);
      await this.audit.record(tx, actor, {
        projectId: project.id,
        action: "project.create",
        entity: "project",
        entityId: project.id,
        summary: `新建管理区 ${project.name}`,
        after: audited(CreateProjectDto, project),
      });
    });
    this.access.forget(actor.userId);
    return toProjectDto(project);
  }
}

/** The chosen modules (all when none are named). @throws INVALID_INPUT when a compulsory one is missing. */
export function withLockedModules(chosen: ProjectModule[] | null | undefined): ProjectModule[] {
  if (!chosen) return Object.keys(moduleLabels) as ProjectModule[];
  const missing = lockedModules.filter((module) => !chosen.includes(module));
  if (missing.length > 0) throw modulesLocked(missing.map((module) => moduleLabels[module]));
  return chosen;
}
