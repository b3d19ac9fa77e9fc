import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import type { RunningJob } from "../../jobs/jobs.service.js";
import { ChargeObjects, type KnownObject } from "../../billing/objects/charge-objects.js";
import { type BindingRow, BindRoomsService } from "../../billing/rates/bindings/bind-rooms.service.js";
import { Decimal } from "decimal.js";
import { BulkCustomersService } from "../../customer/bulk-customers.service.js";
import { BulkRelationsService } from "../../customer/bulk-relations.service.js";
import { ImportRelationsService, type RelationUpdate } from "../../customer/relations/import-relations.service.js";
import { SetCustomerAttributesService } from "../../customer/set-customer-attributes.service.js";
import { ParkingSpaceWriter } from "../../parking/parking-space-writer.service.js";
import { VehicleWriter } from "../../parking/vehicles/vehicle-writer.service.js";
import type { AttributesToSet } from "../../property/attributes/bulk-attributes.js";
import { SetRoomAttributesService } from "../../property/attributes/set-room-attributes.service.js";
import { PlaceWriter, unitKey } from "../../property/directory/place-writer.service.js";
import { RoomWriter } from "../../property/rooms/room-writer.service.js";
import { objectOf } from "../check/check-bindings.js";
import { sameRelation, updateOf } from "../check/relation-changes.js";
import type { ImportPlan } from "../check/plan-import.js";
import { toRoom, toSpace, toUnit } from "../check/plan-property.js";
import { vehiclesToWrite } from "./vehicles-to-write.js";
import { WriteFeesService } from "./write-fees.service.js";

/** Rows written before the progress is told again. */
const STEP = 20_000;

/** Writes what a plan says, set by set, through the writers of the domains, in the caller's transaction. */
@Injectable()
export class WriteImportService {
  constructor(
    private readonly places: PlaceWriter,
    private readonly rooms: RoomWriter,
    private readonly customers: BulkCustomersService,
    private readonly relations: BulkRelationsService,
    private readonly relationUpdates: ImportRelationsService,
    private readonly fees: WriteFeesService,
    private readonly bindings: BindRoomsService,
    private readonly objects: ChargeObjects,
    private readonly spaces: ParkingSpaceWriter,
    private readonly vehicles: VehicleWriter,
    private readonly roomAttributes: SetRoomAttributesService,
    private readonly customerAttributes: SetCustomerAttributesService,
  ) {}

  async write(tx: EntityManager, job: RunningJob, plan: ImportPlan, fileName: string): Promise<void> {
    const roomIds = await this.writeRooms(tx, job, plan);
    await job.progress(55, 100, "正在写入客户与客房关系");
    await this.writePeople(tx, job, plan, roomIds, fileName);
    await job.progress(75, 100, "正在写入收费项目与绑定");
    await this.writeBindings(tx, job, plan, roomIds, fileName);
    await job.progress(90, 100, "正在写入车位与车辆");
    await this.spaces.upsertSpaces(tx, job.actor, job.projectId, plan.final.spaces.map(toSpace));
    const { vehicles, ends } = vehiclesToWrite(plan);
    await this.vehicles.write(tx, job.actor, job.projectId, vehicles, ends, `导入“${fileName}”`.slice(0, 200));
  }

  private async writeRooms(tx: EntityManager, job: RunningJob, plan: ImportPlan): Promise<Map<string, string>> {
    const { final, known } = plan;
    const ids = new Map([...known.rooms].map(([code, { id }]) => [code, id]));
    await job.progress(20, 100, "正在写入楼栋与单元");
    const units = final.units.map((unit) => toUnit(unit, known));
    const { unitIds } = await this.places.ensureUnits(tx, job.actor, job.projectId, units);
    const rooms = final.rooms.map((room) => ({
      ...toRoom(room, known.rooms.get(room.code)),
      unitId: unitIds.get(unitKey(room.building, room.unit)) ?? "",
    }));
    for (let from = 0; from < rooms.length; from += STEP) {
      await job.progress(25 + Math.floor((30 * from) / rooms.length), 100, `已写入房间 ${from} / ${rooms.length}`);
      const done = await this.rooms.upsertRooms(tx, job.actor, job.projectId, rooms.slice(from, from + STEP));
      for (const [code, id] of done.roomIds) ids.set(code, id);
    }
    const attributes = attributesOf(final.rooms, ({ code }) => ids.get(code));
    await this.roomAttributes.setMany(tx, job.actor, job.projectId, attributes);
    return ids;
  }

  private async writePeople(
    tx: EntityManager,
    job: RunningJob,
    plan: ImportPlan,
    roomIds: ReadonlyMap<string, string>,
    fileName: string,
  ) {
    const { final, codeOf, known } = plan;
    const upserted = await this.customers.upsertCustomers(tx, job.actor, job.projectId, plan.people);
    const people = new Map(
      final.customers.map(({ key, name }, index) => [key, { name: name.trim(), ...upserted[index]! }]),
    );
    const attributes = attributesOf(final.customers, ({ key }) => people.get(key)?.id);
    await this.customerAttributes.setMany(tx, job.actor, job.projectId, attributes);
    const rows = final.relations.flatMap((relation) => {
      const room = codeOf(relation.roomKey);
      const roomId = roomIds.get(room);
      const customer = people.get(relation.customerKey);
      if (!roomId || !customer || plan.fates.get(relation.uid ?? 0)?.outcome !== "CREATE") return [];
      return [
        {
          roomId,
          customerId: customer.id,
          role: relation.role,
          startsOn: relation.from ?? known.firstDay,
          endsOn: relation.to,
          share: percentOf(relation.share),
          kinship: relation.kinship,
          ...(customer.outcome === "CREATED" && { names: { room, customer: customer.name } }),
        },
      ];
    });
    await this.relations.ensureRelations(tx, job.actor, job.projectId, rows);
    await this.relationUpdates.updateIn(
      tx,
      job.actor,
      job.projectId,
      updatesOf(plan),
      `导入“${fileName}”`.slice(0, 200),
    );
    const payers = final.payers.flatMap((payer) => {
      const found = plan.payers.get(payer.uid ?? 0);
      if (!found || plan.fates.get(payer.uid ?? 0)?.outcome !== "CREATE") return [];
      const { roomId, customerId, feeItemId } = found;
      return [{ roomId, customerId, feeItemId, startsOn: payer.from ?? known.firstDay, endsOn: payer.to }];
    });
    await this.relations.ensurePayers(tx, job.actor, job.projectId, payers);
  }

  private async writeBindings(
    tx: EntityManager,
    job: RunningJob,
    plan: ImportPlan,
    roomIds: ReadonlyMap<string, string>,
    fileName: string,
  ): Promise<void> {
    const { final, codeOf, known, rates } = plan;
    const written = await this.fees.write(tx, job.actor, job.projectId, final.fees, known);
    const objects: KnownObject[] = [];
    const rows = final.bindings.flatMap((binding): BindingRow[] => {
      if (plan.fates.get(binding.uid ?? 0)?.outcome !== "CREATE") return [];
      const roomId = roomIds.get(codeOf(binding.roomKey));
      const rate = rates.get(binding.uid ?? 0);
      const rateId = rate?.id ?? written.get(binding.feeKey);
      if (!roomId || !rateId) return [];
      const object = objectOf(binding, known);
      if (object) objects.push(object);
      const override = binding.price !== null || (binding.quantity !== null && rate?.base !== "COUNT");
      return [
        {
          roomId,
          objectId: object?.id ?? null,
          rateId,
          startsOn: binding.from ?? known.firstDay,
          endsOn: binding.to,
          quantity: binding.quantity,
          unitPrice: binding.price,
          overrideReason: override ? `导入文件“${fileName}”第 ${binding.rowNo} 行`.slice(0, 200) : null,
        },
      ];
    });
    await this.objects.keepAll(tx, job.projectId, objects);
    if (rows.length > 0) await this.bindings.bindRooms(tx, job.actor, job.projectId, rows);
  }
}

/** What the records say of attributes, by the id of their thing. */
const attributesOf = <T extends { attributes?: AttributesToSet["attributes"] }>(
  records: readonly T[],
  idOf: (record: T) => string | undefined,
): AttributesToSet[] =>
  records.flatMap((record) => {
    const id = record.attributes && idOf(record);
    return id && record.attributes ? [{ id, attributes: record.attributes }] : [];
  });

/** Nearly every owner owns the whole. */
function percentOf(share: string | null): string | null {
  if (share === null) return null;
  return share === "1" ? "100" : new Decimal(share).times(100).toFixed();
}

/** Relations that are there and of which the file says something new. */
function updatesOf({ final, fates, known, codeOf, customerIds }: ImportPlan): RelationUpdate[] {
  return final.relations.flatMap((relation) => {
    if (fates.get(relation.uid ?? 0)?.outcome !== "UPDATE") return [];
    const roomId = known.rooms.get(codeOf(relation.roomKey))?.id ?? "";
    const customerId = customerIds.get(relation.customerKey) ?? null;
    const there = sameRelation(relation, known.relations.get(roomId) ?? [], customerId);
    return there ? [{ relationId: there.id, roomId, ...updateOf(relation, there) }] : [];
  });
}
