import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { InspectionTemplateDto, InspectionTemplatesDto, SaveInspectionTemplateDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { InspectionTemplate } from "./inspection-template.entity.js";
import { templateChanged } from "./inspections.errors.js";

/** Keeps what is looked at per layout. Inspections copy it when they begin, so a change never reaches those begun. */
@Injectable()
export class InspectionTemplatesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The templates, the one for all layouts first, and the layouts rooms have. */
  async list(projectId: string): Promise<InspectionTemplatesDto> {
    const [templates, layouts] = await Promise.all([
      this.db.getRepository(InspectionTemplate).find({ where: { projectId }, order: { layout: { nulls: "FIRST" } } }),
      this.db.query<{ layout: string }[]>(
        `SELECT DISTINCT layout FROM room
          WHERE project_id = $1 AND layout <> '' AND ended_on IS NULL ORDER BY layout LIMIT 200`,
        [projectId],
      ),
    ]);
    return { items: templates.map(toTemplateDto), layouts: layouts.map(({ layout }) => layout) };
  }

  /** @throws NOT_FOUND */
  async one(projectId: string, id: string): Promise<InspectionTemplateDto> {
    const row = await this.db.getRepository(InspectionTemplate).findOneBy({ projectId, id });
    if (!row) throw notFound("验收模板");
    return toTemplateDto(row);
  }

  /** @throws DUPLICATE (layout), INVALID_INPUT (group or item twice) */
  async create(actor: Actor, projectId: string, dto: SaveInspectionTemplateDto): Promise<InspectionTemplateDto> {
    const id = newId();
    await this.db.transaction(async (tx) => {
      const createdAt = this.clock.now();
      const row = { projectId, id, createdAt, version: 1, ...columnsOf(dto), ...this.stamp(actor) };
      await tx.insert(InspectionTemplate, row);
      await this.record(tx, actor, row, "create", `新建验收模板 ${dto.name}`);
    });
    return this.one(projectId, id);
  }

  /** @throws NOT_FOUND, VERSION_CHANGED, DUPLICATE (layout), INVALID_INPUT */
  async update(
    actor: Actor,
    projectId: string,
    id: string,
    dto: SaveInspectionTemplateDto,
  ): Promise<InspectionTemplateDto> {
    await this.db.transaction(async (tx) => {
      const before = await locked(tx, projectId, id);
      if (before.version !== dto.version) throw templateChanged(before.updatedByName);
      const changes = { ...columnsOf(dto), version: before.version + 1, ...this.stamp(actor) };
      await tx.update(InspectionTemplate, { projectId, id }, changes);
      await this.record(tx, actor, before, "update", `修改验收模板 ${dto.name}`);
    });
    return this.one(projectId, id);
  }

  /** @throws NOT_FOUND */
  async remove(actor: Actor, projectId: string, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const row = await locked(tx, projectId, id);
      await tx.delete(InspectionTemplate, { projectId, id });
      await this.record(tx, actor, row, "remove", `删除验收模板 ${row.name}`);
    });
  }

  private stamp(actor: Actor) {
    return { updatedByName: actor.name, updatedAt: this.clock.now() };
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId, id }: Pick<InspectionTemplate, "projectId" | "id">,
    verb: string,
    summary: string,
  ) {
    const entity = "inspection-template";
    return this.audit.record(tx, actor, { projectId, action: `${entity}.${verb}`, entity, entityId: id, summary });
  }
}

async function locked(tx: EntityManager, projectId: string, id: string): Promise<InspectionTemplate> {
  const row = await tx.findOne(InspectionTemplate, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!row) throw notFound("验收模板");
  return row;
}

/** @throws INVALID_INPUT when a group, or an item of a group, is named twice: nobody could tell them apart */
function columnsOf({ name, layout, groups }: SaveInspectionTemplateDto) {
  const faults: Record<string, string[]> = {};
  groups.forEach((group, index) => {
    if (groups.findIndex((one) => one.name === group.name) < index) {
      faults[`groups.${index}.name`] = [`部位“${group.name}”有重复`];
    }
    group.items.forEach((item, at) => {
      if (group.items.findIndex((one) => one.name === item.name) < at) {
        faults[`groups.${index}.items.${at}.name`] = [`项目“${item.name}”有重复`];
      }
    });
  });
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
  const plain = groups.map((group) => ({
    name: group.name,
    items: group.items.map((item) => ({ name: item.name, standard: item.standard ?? null })),
  }));
  return { name, layout: layout ?? null, groups: plain };
}

function toTemplateDto(row: InspectionTemplate): InspectionTemplateDto {
  const { id, name, layout, groups, version, updatedByName } = row;
  return { id, name, layout, groups, version, updatedByName, updatedAt: row.updatedAt.toISOString() };
}
