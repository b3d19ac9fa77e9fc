import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { BindRoomsDto, BindRoomsResultDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { overlaps } from "../../../common/calendar.js";
import { Clock } from "../../../common/clock.js";
import { newId } from "../../../common/ids.js";
import { notFound } from "../../../common/rule-violation.js";
import { NATURAL } from "../../../database/natural-order.js";
import { projectToday } from "../../../property/project-today.js";
import { bindingsOverlap, feeItemInactive, overrideNotAllowed, placesInWords } from "../../billing.errors.js";
import { FeeItem } from "../../fee-items/fee-item.entity.js";
import { objectLabel } from "../../objects/charge-item.sql.js";
import { Rate } from "../rate.entity.js";
import { checkTerms, type Conflict, conflictsOf, isOverride, placeOf, type PlannedBinding } from "./binding-plan.js";
import { refuseMidMonthToCome } from "./final-readings.js";
import { selectRooms } from "./room-selection.js";

/** One binding to make; `checkTerms` has looked at its terms, or `bindRooms` will. */
export interface BindingRow {
  roomId: string;
  /** A thing whose charges the room pays, kept by `ChargeObjects.keep`; without it the rate holds for the room itself. */
  objectId?: string | null;
  rateId: string;
  startsOn: string;
  endsOn?: string | null;
  quantity?: string | null;
  unitPrice?: string | null;
  overrideReason?: string | null;
}

/** Binds rates to rooms, all or nothing (BIL-05). */
@Injectable()
export class BindRoomsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Binds one rate to the selected rooms. An overlapping binding of the same item refuses all, or with `skipConflicts`
   * leaves out that room.
   * @param mayOverride whether the person may agree prices and quantities of their own
   * @throws BINDING_OVERLAP, OVERRIDE_FORBIDDEN, RATE_INACTIVE, NO_ROOMS, InvalidInput
   */
  bind(actor: Actor, projectId: string, dto: BindRoomsDto, mayOverride: boolean): Promise<BindRoomsResultDto> {
    return this.db.transaction(async (tx) => {
      const rooms = await selectRooms(tx, projectId, dto.rooms);
      const rate = await tx.findOneBy(Rate, { projectId, id: dto.rateId });
      if (!rate) throw notFound("收费标准");
      if (isOverride(rate, dto) && !mayOverride) throw overrideNotAllowed();
      const { rateId, startsOn, endsOn, quantity, unitPrice, overrideReason } = dto;
      if (endsOn && rate.base === "METERED")
        refuseMidMonthToCome(endsOn, await projectToday(tx, this.clock, projectId));
      const terms = { rateId, startsOn, endsOn, quantity, unitPrice, overrideReason };
      const rows = rooms.map(({ id }) => ({ ...terms, roomId: id }));
      const conflicts = await this.insert(tx, actor, projectId, rows, dto.skipConflicts === true);
      return { createdCount: rows.length - conflicts.length, skippedCount: conflicts.length };
    });
  }

  /**
   * Makes many bindings of any rates in the caller's transaction (imports), in a few statements. The rooms must belong
   * to the project (the database refuses others).
   * @throws BINDING_OVERLAP when one overlaps a binding of the same item, existing or in the same list
   */
  async bindRooms(tx: EntityManager, actor: Actor, projectId: string, rows: BindingRow[]): Promise<void> {
    await this.insert(tx, actor, projectId, rows, false);
  }

  /** Inserts what does not conflict; answers the conflicts that were left out. */
  async insert(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    rows: BindingRow[],
    skipConflicts: boolean,
  ): Promise<Conflict[]> {
    const rates = await this.lockRates(tx, projectId, rows);
    for (const terms of distinctTerms(rows)) await checkTerms(tx, rates.get(terms.rateId)!, terms);
    const planned = rows.map((row) => toPlanned(row, rates.get(row.rateId)!));
    const conflicts = await conflictsOf(tx, projectId, planned);
    if (conflicts.length > 0 && !skipConflicts) throw bindingsOverlap(conflicts);
    await refuseDuplicates(tx, projectId, planned);

    const left = new Set(conflicts.map(({ place }) => place));
    const kept = skipConflicts ? planned.filter((one) => !left.has(placeOf(one))) : planned;
    if (kept.length > 0) await this.write(tx, actor, projectId, kept, rates);
    return conflicts;
  }

  /**
   * Locks the fee items in id order: whoever binds another rate of the same item waits, so that no overlap slips
   * through; then the rates, so that none ends meanwhile.
   */
  private async lockRates(tx: EntityManager, projectId: string, rows: BindingRow[]): Promise<Map<string, Rate>> {
    const ids = [...new Set(rows.map(({ rateId }) => rateId))];
    const items = await tx.query<FeeItem[]>(
      `SELECT id, name, active FROM fee_item WHERE project_id = $1
          AND id IN (SELECT fee_item_id FROM rate WHERE project_id = $1 AND id = ANY ($2)) ORDER BY id FOR NO KEY UPDATE`,
      [projectId, ids],
    );
    const inactive = items.find(({ active }) => !active);
    if (inactive) throw feeItemInactive(inactive.name);
    await tx.query("SELECT 1 FROM rate WHERE project_id = $1 AND id = ANY ($2) ORDER BY id FOR SHARE", [
      projectId,
      ids,
    ]);
    const rates = await tx
      .createQueryBuilder(Rate, "r")
      .where("r.project_id = :projectId AND r.id = ANY (:ids)", { projectId, ids })
      .getMany();
    if (rates.length < ids.length) throw notFound("收费标准");
    return new Map(rates.map((rate) => [rate.id, rate]));
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    planned: PlannedBinding[],
    rates: Map<string, Rate>,
  ): Promise<void> {
    const columns = {
      id: planned.map(newId),
      roomId: planned.map(({ roomId }) => roomId),
      objectId: planned.map(({ objectId }) => objectId),
      rateId: planned.map(({ rateId }) => rateId),
      feeItemId: planned.map(({ feeItemId }) => feeItemId),
      startsOn: planned.map(({ startsOn }) => startsOn),
      endsOn: planned.map(({ endsOn }) => endsOn),
      quantity: planned.map(({ quantity }) => quantity),
      unitPrice: planned.map(({ unitPrice }) => unitPrice),
      overrideReason: planned.map(({ overrideReason }) => overrideReason),
    };
    const names = await tx.query<{ place: string; name: string }[]>(
      `WITH b AS (INSERT INTO rate_binding (project_id, created_at, id, room_id, object_id, rate_id, fee_item_id, starts_on, ends_on, quantity, unit_price, override_reason)
         SELECT $1, $2, * FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::date[], $9::date[], $10::numeric[], $11::numeric[], $12::text[])
         RETURNING project_id, room_id, object_id)
       SELECT coalesce(b.object_id, b.room_id) AS place, coalesce(${objectLabel("b")}, o.code) AS name
         FROM b JOIN room o ON o.project_id = $1 AND o.id = b.room_id ORDER BY o.code ${NATURAL}, b.object_id`,
      [projectId, this.clock.now(), ...Object.values(columns)],
    );
    const nameOf = new Map(names.map(({ place, name }) => [place, name]));
    const byRate = Map.groupBy(planned, ({ rateId }) => rateId);
    const entries = [...byRate].map(([rateId, bindings]) => {
      const words = placesInWords(bindings.map((one) => nameOf.get(placeOf(one)) ?? placeOf(one)));
      const { startsOn, endsOn, quantity, unitPrice, overrideReason } = bindings[0]!;
      const after = { startsOn, endsOn, quantity, unitPrice, overrideReason, roomCount: bindings.length };
      const summary = `绑定收费标准 ${rates.get(rateId)!.name}：${words}`;
      return { projectId, action: "binding.create", entity: "rate", entityId: rateId, summary, after };
    });
    const rooms = planned.map(({ roomId, objectId, rateId, startsOn }) => ({
      projectId,
      action: "binding.create",
      entity: "room",
      entityId: roomId,
      summary: `自 ${startsOn} 起${objectId === null ? "" : `为${nameOf.get(objectId)}`}绑定收费标准 ${rates.get(rateId)!.name}`,
    }));
    for (let i = 0; i < rooms.length; i += 1000) await this.audit.record(tx, actor, ...rooms.slice(i, i + 1000));
    await this.audit.record(tx, actor, ...entries);
  }
}

const toPlanned = (row: BindingRow, rate: Rate): PlannedBinding => ({
  roomId: row.roomId,
  objectId: row.objectId ?? null,
  rateId: row.rateId,
  feeItemId: rate.feeItemId,
  startsOn: row.startsOn,
  endsOn: row.endsOn ?? null,
  quantity: row.quantity ?? null,
  unitPrice: row.unitPrice ?? null,
  overrideReason: row.overrideReason ?? null,
});

/** The different terms of a list: thousands of rooms bound alike are checked once. */
function distinctTerms(rows: BindingRow[]): BindingRow[] {
  const key = ({ roomId: _roomId, objectId: _objectId, ...terms }: BindingRow) => JSON.stringify(terms);
  return [...new Map(rows.map((row) => [key(row), row])).values()];
}

/** Two rows of the same list may be the ones that overlap. */
async function refuseDuplicates(tx: EntityManager, projectId: string, planned: PlannedBinding[]): Promise<void> {
  const groups = Map.groupBy(planned, (one) => `${placeOf(one)}:${one.feeItemId}`);
  for (const group of groups.values()) {
    const sorted = group.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
    const clash = sorted.find((row, index) => index > 0 && overlaps(spanOf(sorted[index - 1]!), spanOf(row)));
    if (!clash) continue;
    const [found] = await tx.query<{ room: string; rate: string }[]>(
      `SELECT coalesce((SELECT x.label FROM charge_object x WHERE x.project_id = $1 AND x.id = $4), o.code) AS room, r.name AS rate
         FROM room o, rate r WHERE o.project_id = $1 AND o.id = $2 AND r.project_id = $1 AND r.id = $3`,
      [projectId, clash.roomId, clash.rateId, clash.objectId],
    );
    throw bindingsOverlap([{ placeName: found?.room ?? clash.roomId, rateName: found?.rate ?? "" }]);
  }
}

const spanOf = ({ startsOn, endsOn }: PlannedBinding) => ({ from: startsOn, to: endsOn });
