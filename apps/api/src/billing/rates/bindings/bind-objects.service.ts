import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { BindObjectsDto, BindRoomsResultDto, ObjectBindingPreviewDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import type { Actor } from "../../../common/actor.js";
import { bindingsOverlap, objectsNotBindable, overrideNotAllowed } from "../../billing.errors.js";
import { valuesOf } from "../../formula/field-values.js";
import { formulaFields } from "../../formula/formula-fields.js";
import { ChargeObjects } from "../../objects/charge-objects.js";
import { termsOfRate } from "../../runs/run-inputs.js";
import { RateVersion } from "../rate-version.entity.js";
import { BindRoomsService } from "./bind-rooms.service.js";
import { isOverride } from "./binding-plan.js";
import { type PlannedObject, plannedObjects } from "./planned-objects.js";
import { fullMonth } from "./preview-binding.service.js";

const ROWS_SHOWN = 500;

/** Binds rates to things whose charges a room pays, such as parking spaces, all or nothing (BIL-05). */
@Injectable()
export class BindObjectsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly objects: ChargeObjects,
    private readonly binder: BindRoomsService,
  ) {}

  /**
   * Binds one rate to the selected things. One that cannot be bound refuses all, or with `skipConflicts` is left out.
   * @param mayOverride whether the person may agree prices and quantities of their own
   * @throws OBJECT_NOT_BINDABLE, BINDING_OVERLAP, OVERRIDE_FORBIDDEN and what `plannedObjects` throws
   */
  bind(actor: Actor, projectId: string, dto: BindObjectsDto, mayOverride: boolean): Promise<BindRoomsResultDto> {
    return this.db.transaction(async (tx) => {
      const { rate, planned } = await plannedObjects(tx, projectId, this.objects, dto);
      if (isOverride(rate, dto) && !mayOverride) throw overrideNotAllowed();
      const bad = planned.flatMap(({ label, problem }) => (problem === null ? [] : [{ label, problem }]));
      const taken = planned.flatMap(({ conflict }) => conflict ?? []);
      if (!dto.skipConflicts && bad.length > 0) throw objectsNotBindable(bad);
      if (!dto.skipConflicts && taken.length > 0) throw bindingsOverlap(taken);
      const free = planned.filter(isFree);
      await this.objects.keep(tx, projectId, dto.objects.kind, free);
      const { rateId, startsOn, endsOn, unitPrice } = dto;
      const rows = free.map(({ id, room, terms }) => ({
        roomId: room.id,
        objectId: id,
        rateId,
        startsOn,
        endsOn,
        unitPrice,
        ...terms,
      }));
      // somebody else may have bound one of them meanwhile
      const lost = await this.binder.insert(tx, actor, projectId, rows, dto.skipConflicts === true);
      const createdCount = rows.length - lost.length;
      return { createdCount, skippedCount: planned.length - createdCount };
    });
  }

  /** Says what binding would do, thing by thing, and changes nothing. @throws what `plannedObjects` throws */
  async preview(projectId: string, dto: BindObjectsDto): Promise<ObjectBindingPreviewDto> {
    const tx = this.db.manager;
    const { rate, planned } = await plannedObjects(tx, projectId, this.objects, dto);
    const terms = termsOfRate(rate, await tx.findBy(RateVersion, { projectId, rateId: rate.id }));
    const fields = rate.base === "FORMULA" ? await formulaFields(tx, projectId) : [];
    const rows = planned.map((one) => {
      const { id, label, room, conflict, problem } = one;
      return {
        objectId: id,
        objectLabel: label,
        roomId: room?.id ?? null,
        roomCode: room?.code ?? null,
        conflict: conflict && {
          bindingId: conflict.bindingId,
          rateName: conflict.rateName,
          startsOn: conflict.startsOn,
          endsOn: conflict.endsOn,
        },
        problem,
        monthlyFen: isFree(one)
          ? fullMonth(terms, one.room, { ...dto, ...one.terms }, valuesOf(one.room.attributes, fields))
          : null,
      };
    });
    const free = planned.filter(isFree);
    const blocked = (row: (typeof rows)[number]) => Number(row.conflict !== null || row.problem !== null);
    return {
      createCount: free.length,
      blockedCount: planned.length - free.length,
      monthlyFen: rows.reduce((sum, { monthlyFen }) => sum + (monthlyFen ?? 0), 0),
      rows: rows.toSorted((a, b) => blocked(b) - blocked(a)).slice(0, ROWS_SHOWN),
    };
  }
}

const isFree = (one: PlannedObject): one is PlannedObject & { room: NonNullable<PlannedObject["room"]> } =>
  one.room !== null && one.conflict === null && one.problem === null;
