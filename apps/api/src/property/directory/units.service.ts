import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { CreateUnitDto, type UnitDto, UpdateUnitDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { Building } from "../building.entity.js";
import { unitNotEmpty, unknownBuilding } from "../property.errors.js";
import { audited } from "../audited.js";
import { Room } from "../room.entity.js";
import { Unit } from "../unit.entity.js";
import { DirectoryQueries } from "./directory.queries.js";

/** Keeps the units (floors, zones) of the buildings: the third of four levels (GAP-02). */
@Injectable()
export class UnitsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly directory: DirectoryQueries,
  ) {}

  /** @throws DUPLICATE when the building has the code already; INVALID_INPUT for a building of another project. */
  async create(actor: Actor, projectId: string, dto: CreateUnitDto): Promise<UnitDto> {
    const id = newId();
    await this.db.transaction(async (tx) => {
      const building = await tx.findOneBy(Building, { projectId, id: dto.buildingId });
      if (!building) throw unknownBuilding();
      const row = { projectId, id, buildingId: building.id, ...columnsOf(dto), createdAt: this.clock.now() };
      await tx.insert(Unit, row);
      await this.record(tx, actor, row, "create", `新增单元 ${building.name} ${row.name}`, null, row);
    });
    return this.directory.unit(projectId, id);
  }

  /** @throws DUPLICATE */
  async update(actor: Actor, projectId: string, id: string, dto: UpdateUnitDto): Promise<UnitDto> {
    await this.db.transaction(async (tx) => {
      const before = await locked(tx, projectId, id);
      const changes = columnsOf(dto);
      await tx.update(Unit, { projectId, id }, changes);
      const renamed = before.name !== changes.name;
      const summary = renamed ? `单元 ${before.name} 改名为 ${changes.name}` : `修改单元 ${changes.name}`;
      await this.record(tx, actor, before, "update", summary, before, { ...before, ...changes });
    });
    return this.directory.unit(projectId, id);
  }

  /** @throws REFERENCE while it has rooms. */
  async remove(actor: Actor, projectId: string, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const before = await locked(tx, projectId, id);
      const rooms = await tx.countBy(Room, { projectId, unitId: id });
      if (rooms > 0) throw unitNotEmpty(before.name, rooms);
      await tx.delete(Unit, { projectId, id });
      await this.record(tx, actor, before, "remove", `删除单元 ${before.name}`, before, null);
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
    const fields = (state: object | null) => state && audited(UpdateUnitDto, state);
    return this.audit.record(tx, actor, {
      projectId,
      action: `unit.${verb}`,
      entity: "unit",
      entityId: id,
      summary,
      before: fields(before),
      after: fields(after),
    });
  }
}

const columnsOf = ({ code, name, floors, hasLift, sort }: UpdateUnitDto) => ({
  code,
  name,
  floors: floors ?? null,
  hasLift: hasLift ?? null,
  sort: sort ?? 0,
});

async function locked(tx: EntityManager, projectId: string, id: string): Promise<Unit> {
  const row = await tx.findOne(Unit, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!row) throw notFound("单元");
  return row;
}
