import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { defaultLevelNames, type ProjectDto, UpdateProjectDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Access } from "../../auth/access.service.js";
import { refuseUncontrolled } from "../../auth/control-settings.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { notFound } from "../../common/rule-violation.js";
import { ProjectName } from "../project-name.entity.js";
import { Project } from "../project.entity.js";
import { projectInUse, unknownDeveloper } from "../property.errors.js";
import { audited } from "../audited.js";
import { withLockedModules } from "./create-project.service.js";
import { refuseDistantFirstPeriod } from "./first-period.js";
import { toProjectDto } from "./project.mapper.js";

/** Changes the settings of a management area. */
@Injectable()
export class UpdateProjectService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DUPLICATE (name), FIRST_PERIOD_IN_USE once months or charges exist, CONTROL_SETTINGS (rows of exports without approval),
   * INVALID_INPUT (developer, modules, a first month far away).
   */
  update(actor: Actor, access: Access, projectId: string, dto: UpdateProjectDto): Promise<ProjectDto> {
    return this.db.transaction(async (tx) => {
      const before = await tx.findOne(Project, { where: { id: projectId }, lock: { mode: "pessimistic_write" } });
      if (!before) throw notFound("管理区");
      const changes = {
        name: dto.name,
        shortName: dto.shortName,
        address: dto.address ?? null,
        telephone: dto.telephone ?? null,
        timeZone: dto.timeZone ?? before.timeZone,
        modules: dto.modules ? withLockedModules(dto.modules) : before.modules,
        levelNames: dto.levelNames ?? [...defaultLevelNames],
        firstPeriod: dto.firstPeriod ?? before.firstPeriod,
        moveInOn: dto.moveInOn ?? null,
        developerId: dto.developerId ?? null,
        noticeNote: dto.noticeNote ?? null,
        differencePercent: dto.differencePercent,
        exportApprovalRows: dto.exportApprovalRows ?? before.exportApprovalRows,
        active: dto.active,
      };
      if (changes.exportApprovalRows !== before.exportApprovalRows) refuseUncontrolled(access, projectId);
      if (changes.firstPeriod !== before.firstPeriod) {
        refuseDistantFirstPeriod(changes.firstPeriod, this.clock.today(changes.timeZone));
        await refuseWhenBooked(tx, projectId);
      }
      if (changes.developerId !== null && changes.developerId !== before.developerId) {
        await requireCustomer(tx, projectId, changes.developerId);
      }
      if (changes.name !== before.name) {
        await tx.delete(ProjectName, { name: before.name, projectId });
        await tx.insert(ProjectName, { name: changes.name, projectId });
      }
      await tx.update(Project, { id: projectId }, changes);
      const after = { ...before, ...changes };
      await this.audit.record(tx, actor, {
        projectId,
        action: "project.update",
        entity: "project",
        entityId: projectId,
        summary: `修改管理区 ${changes.name} 的设置`,
        before: audited(UpdateProjectDto, before),
        after: audited(UpdateProjectDto, after),
      });
      return toProjectDto(after);
    });
  }
}

/** The first month stands once anything was booked or closed. */
async function refuseWhenBooked(tx: EntityManager, projectId: string): Promise<void> {
  const [row] = await tx.query<{ charges: boolean; closed: boolean; receipts: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM charge WHERE project_id = $1) AS charges,
            EXISTS (SELECT 1 FROM receipt WHERE project_id = $1) AS receipts,
            EXISTS (SELECT 1 FROM billing_period WHERE project_id = $1) AS closed`,
    [projectId],
  );
  if (row?.charges) throw projectInUse("已有应收");
  if (row?.receipts) throw projectInUse("已有收款");
  if (row?.closed) throw projectInUse("账期已启用");
}

async function requireCustomer(tx: EntityManager, projectId: string, customerId: string): Promise<void> {
  const [found] = await tx.query<object[]>("SELECT 1 FROM customer WHERE project_id = $1 AND id = $2", [
    projectId,
    customerId,
  ]);
  if (!found) throw unknownDeveloper();
}
