import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { DunningPlanDto, SaveDunningPlanDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { newId } from "../../../common/ids.js";
import { notFound } from "../../../common/rule-violation.js";
import { projectToday } from "../../../property/project-today.js";
import { activeLevel } from "../batches/preview-dunning.service.js";
import { DunningPlan } from "./dunning-plan.entity.js";
import { planDueOn } from "./plan-due.js";

type Row = Omit<DunningPlanDto, "dueOn" | "isDue">;

/** When notices are due (催缴计划, BIL-113): a plan reminds; somebody previews and issues. */
@Injectable()
export class DunningPlansService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** All plans, those in use first, by the day they are due. */
  async list(projectId: string): Promise<DunningPlanDto[]> {
    const today = await projectToday(this.db, this.clock, projectId);
    const rows = await this.db.query<Row[]>(
      `SELECT p.id, p.name, p.level_id AS "levelId", l.name AS "levelName", l.days_before AS "daysBefore", p.building_id AS "buildingId", b.name AS "buildingName",
              p.min_amount_fen AS "minAmountFen", p.every_months AS "everyMonths", p.starts_on AS "startsOn", p.active AND l.active AS active,
              (SELECT max(x.on_day) FROM dunning_batch x WHERE x.project_id = p.project_id AND x.plan_id = p.id) AS "lastOn"
         FROM dunning_plan p
         JOIN dunning_level l ON l.project_id = p.project_id AND l.id = p.level_id
         LEFT JOIN building b ON b.project_id = p.project_id AND b.id = p.building_id
        WHERE p.project_id = $1 ORDER BY p.name`,
      [projectId],
    );
    return rows
      .map((row) => {
        const dueOn = planDueOn(row, today);
        return { ...row, dueOn, isDue: row.active && dueOn <= today };
      })
      .toSorted((a, b) => Number(b.active) - Number(a.active) || (a.dueOn < b.dueOn ? -1 : 1));
  }

  /** @throws NOT_FOUND, DUNNING_LEVEL_INACTIVE, uq_dunning_plan_name */
  create(actor: Actor, projectId: string, dto: SaveDunningPlanDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const terms = await this.checked(tx, projectId, dto);
      const id = newId();
      await tx.insert(DunningPlan, { projectId, id, createdAt: this.clock.now(), ...terms });
      await this.record(tx, actor, { projectId, id }, `新建催缴计划 ${dto.name}`, terms);
    });
  }

  /** @throws NOT_FOUND, DUNNING_LEVEL_INACTIVE, uq_dunning_plan_name */
  update(actor: Actor, projectId: string, id: string, dto: SaveDunningPlanDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const terms = await this.checked(tx, projectId, dto);
      const { affected } = await tx.update(DunningPlan, { projectId, id }, terms);
      if (!affected) throw notFound("催缴计划");
      await this.record(tx, actor, { projectId, id }, `修改催缴计划 ${dto.name}`, terms);
    });
  }

  private async checked(tx: EntityManager, projectId: string, dto: SaveDunningPlanDto) {
    const { name, levelId, buildingId = null, minAmountFen = null, everyMonths, startsOn, active } = dto;
    // a plan that is put aside may keep a level that is put aside
    if (active) await activeLevel(tx, projectId, levelId);
    if (buildingId !== null) {
      const found = await tx.query<object[]>("SELECT 1 FROM building WHERE project_id = $1 AND id = $2", [
        projectId,
        buildingId,
      ]);
      if (found.length === 0) throw notFound("楼栋");
    }
    return { name, levelId, buildingId, minAmountFen, everyMonths, startsOn, active };
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId, id }: { projectId: string; id: string },
    summary: string,
    after: object,
  ): Promise<void> {
    const action = summary.startsWith("新建") ? "dunning-plan.create" : "dunning-plan.update";
    return this.audit.record(tx, actor, {
      projectId,
      action,
      entity: "dunning-plan",
      entityId: id,
      summary,
      after: { ...after },
    });
  }
}
