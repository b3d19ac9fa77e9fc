import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type BuildingDto, SaveBuildingDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { Building } from "../building.entity.js";
import { buildingNotEmpty } from "../property.errors.js";
import { audited } from "../audited.js";
import { Unit } from "../unit.entity.js";
import { DirectoryQueries } from "./directory.queries.js";

/** Keeps the buildings of a project (PRP-02). */
@Injectable()
export class BuildingsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly directory: DirectoryQueries,
  ) {}

  /** @throws DUPLICATE when the project has the code already. */
  async create(actor: Actor, projectId: string, dto: SaveBuildingDto): Promise<BuildingDto> {
    const id = newId();
    await this.db.transaction(async (tx) => {
      const row = { projectId, id, ...columnsOf(dto), createdAt: this.clock.now() };
      await tx.insert(Building, row);
      await this.record(tx, actor, row, "create", `新增楼栋 ${row.name}`, null, row);
    });
    return this.directory.building(projectId, id);
  }

  /** @throws DUPLICATE */
  async update(actor: Actor, projectId: string, id: string, dto: SaveBuildingDto): Promise<BuildingDto> {
    await this.db.transaction(async (tx) => {
      const before = await locked(tx, projectId, id);
      const changes = columnsOf(dto);
      await tx.update(Building, { projectId, id }, changes);
      const renamed = before.name !== changes.name;
      const summary = renamed ? `楼栋 ${before.name} 改名为 ${changes.name}` : `修改楼栋 ${changes.name}`;
      await this.record(tx, actor, before, "update", summary, before, { ...before, ...changes });
    });
    return this.directory.building(projectId, id);
  }

  /** @throws REFERENCE while it has units. */
  async remove(actor: Actor, projectId: string, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const before = await locked(tx, projectId, id);
      const units = await tx.countBy(Unit, { projectId, buildingId: id });
      if (units > 0) throw buildingNotEmpty(before.name, units);
      await tx.delete(Building, { projectId, id });
      await this.record(tx, actor, before, "remove", `删除楼栋 ${before.name}`, before, null);
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { projectId, id }: { projectId: string; id: string },
    verb: string,
    summary: string,
    before: object | null,
    after: object | null,
  ) {
    const fields = (state: object | null) => state && audited(SaveBuildingDto, state);
    return this.audit.record(tx, actor, {
      projectId,
      action: `building.${verb}`,
      entity: "building",
      entityId: id,
      summary,
      before: fields(before),
      after: fields(after),
    });
  }
}

const columnsOf = ({ code, name, kind, floors, hasLift, sort }: SaveBuildingDto) => ({
  code,
  name,
  kind,
  floors: floors ?? null,
  hasLift: hasLift ?? null,
  sort: sort ?? 0,
});

async function locked(tx: EntityManager, projectId: string, id: string): Promise<Building> {
  const row = await tx.findOne(Building, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!row) throw notFound("楼栋");
  return row;
}
