import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { SaveParkingSpaceDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { ChargeObjects, labelOfObject } from "../billing/objects/charge-objects.js";
import { Clock } from "../common/clock.js";
import { newId } from "../common/ids.js";
import { InvalidInput, notFound } from "../common/rule-violation.js";
import { audited } from "../property/audited.js";
import { ParkingSpace } from "./parking-space.entity.js";

type Columns = Omit<ParkingSpace, "project" | "building">;

/** Registers parking spaces one by one and changes them (PRK-02…06). */
@Injectable()
export class ParkingSpacesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly objects: ChargeObjects,
  ) {}

  /** Answers the id. @throws DUPLICATE (number), INVALID_INPUT (building of another project) */
  create(actor: Actor, projectId: string, dto: SaveParkingSpaceDto): Promise<string> {
    return this.db.transaction(async (tx) => {
      const place = await placeOf(tx, projectId, dto.buildingId ?? null);
      const space = { projectId, id: newId(), ...columnsOf(dto), createdAt: this.clock.now() };
      await tx.insert(ParkingSpace, space);
      await this.record(tx, actor, "create", `登记车位 ${space.code}`, space, null, inHistory(space, place));
      return space.id;
    });
  }

  /** @throws NOT_FOUND, and as `create` */
  update(actor: Actor, projectId: string, id: string, dto: SaveParkingSpaceDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const before = await tx.findOne(ParkingSpace, {
        where: { projectId, id },
        lock: { mode: "pessimistic_write" },
      });
      if (!before) throw notFound("车位");
      const changes = columnsOf(dto);
      const [from, to] = [
        await placeOf(tx, projectId, before.buildingId),
        await placeOf(tx, projectId, changes.buildingId),
      ];
      await tx.update(ParkingSpace, { projectId, id }, changes);
      const after = { ...before, ...changes };
      const renamed = before.code !== after.code;
      if (renamed) await this.objects.relabel(tx, projectId, [{ id, label: labelOfObject("SPACE", after.code) }]);
      const summary = renamed ? `车位 ${before.code} 改为 ${after.code}` : `修改车位 ${after.code}`;
      await this.record(tx, actor, "update", summary, before, inHistory(before, from), inHistory(after, to));
    });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    verb: string,
    summary: string,
    { projectId, id }: Pick<Columns, "projectId" | "id">,
    before: object | null,
    after: object,
  ): Promise<void> {
    const action = `space.${verb}`;
    return this.audit.record(tx, actor, { projectId, action, entity: "space", entityId: id, summary, before, after });
  }
}

/** All mandatory fields are there (PRK-06), so nothing is missing any more. */
const columnsOf = ({ code, name, type, place, ownership, buildingId, area }: SaveParkingSpaceDto) => ({
  code,
  name,
  type,
  place,
  ownership,
  buildingId: buildingId ?? null,
  area: area ?? null,
  incomplete: [],
});

/** The fields of the form, the garage by name. */
function inHistory(space: object, place: string | null): object {
  const { buildingId: _buildingId, area, ...fields } = audited(SaveParkingSpaceDto, space);
  return { ...fields, area: area === null ? null : Number(area), building: place };
}

async function placeOf(tx: EntityManager, projectId: string, buildingId: string | null): Promise<string | null> {
  if (buildingId === null) return null;
  const [building] = await tx.query<{ name: string }[]>(
    "SELECT name FROM building WHERE project_id = $1 AND id = $2 FOR KEY SHARE",
    [projectId, buildingId],
  );
  if (!building) throw new InvalidInput({ buildingId: ["车库或楼栋不存在"] });
  return building.name;
}
