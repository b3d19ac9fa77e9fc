import type { BindObjectsDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { InvalidInput, notFound } from "../../../common/rule-violation.js";
import { noObjectsSelected } from "../../billing.errors.js";
import { AREA_NAMES } from "../../formula/formula-names.js";
import { namesIn, parseFormula } from "../../formula/parse-formula.js";
import type { ChargeObjects, FoundObject } from "../../objects/charge-objects.js";
import { Rate } from "../rate.entity.js";
import { checkTerms, type Conflict, conflictsOf } from "./binding-plan.js";
import { type FoundRoom, findRooms } from "./room-selection.js";

/** A thing to bind, with what the binding comes to. */
export interface PlannedObject extends Pick<FoundObject, "id" | "label"> {
  /** Whose account is charged; null when nobody knows. */
  room: FoundRoom | null;
  conflict: Conflict | null;
  /** Why it cannot be bound apart from that. */
  problem: string | null;
  /** What is agreed, or follows from the thing: by area the area of the space. */
  terms: Pick<BindObjectsDto, "quantity" | "overrideReason">;
}

/**
 * What binding a rate to things would come to. A thing is charged to the room that was named, else to the one room it is
 * registered for on the first day or later.
 * @throws NOT_FOUND, NO_OBJECTS, RATE_INACTIVE, INVALID_INPUT (terms that could never be billed, a metered rate, a formula with an area)
 */
export async function plannedObjects(
  tx: EntityManager,
  projectId: string,
  objects: ChargeObjects,
  dto: BindObjectsDto,
): Promise<{ rate: Rate; planned: PlannedObject[] }> {
  const rate = await tx.findOneBy(Rate, { projectId, id: dto.rateId });
  if (!rate) throw notFound("收费标准");
  if (rate.base === "METERED") throw new InvalidInput({ rateId: ["按表计量的标准只能绑定房间：表具装在房间里"] });
  if (readsArea(rate)) throw new InvalidInput({ rateId: ["公式用到房间面积，只能绑定房间"] });
  await checkTerms(tx, rate, dto);
  const found = await objects.find(tx, projectId, dto.objects, {
    from: dto.startsOn,
    to: dto.endsOn ?? null,
  });
  if (found.length === 0) throw noObjectsSelected();
  const roomIds = [...new Set(dto.roomId ? [dto.roomId] : found.flatMap((one) => one.roomIds))];
  const rooms = new Map(
    roomIds.length === 0 ? [] : (await findRooms(tx, projectId, { roomIds })).map((room) => [room.id, room]),
  );
  const places = found.map(({ id }) => ({
    roomId: id,
    objectId: id,
    rateId: rate.id,
    feeItemId: rate.feeItemId,
    startsOn: dto.startsOn,
    endsOn: dto.endsOn ?? null,
    quantity: null,
    unitPrice: null,
    overrideReason: null,
  }));
  const conflicts = new Map((await conflictsOf(tx, projectId, places)).map((one) => [one.place, one]));
  const planned = found.map(({ id, label, area, problem, ...one }) => {
    const payers = dto.roomId ? [dto.roomId] : one.roomIds;
    const room = payers.length === 1 ? (rooms.get(payers[0]!) ?? null) : null;
    const byArea = rate.base === "AREA" && !dto.quantity;
    return {
      id,
      label,
      room,
      conflict: conflicts.get(id) ?? null,
      problem: problem ?? roomProblem(payers, room) ?? (byArea && !Number(area ?? 0) ? NO_AREA : null),
      terms: byArea
        ? { quantity: area, overrideReason: dto.overrideReason ?? "按登记的面积" }
        : { quantity: dto.quantity, overrideReason: dto.overrideReason },
    };
  });
  return { rate, planned };
}

/** The areas that a formula names are those of a room. */
export const readsArea = ({ base, formula }: { base: string; formula: string | null }): boolean =>
  base === "FORMULA" && namesIn(parseFormula(formula!)).some((name) => Object.hasOwn(AREA_NAMES, name));

const NO_AREA = "没有登记面积，不能按面积收费；请先登记面积，或填写约定数量";

function roomProblem(payers: readonly string[], room: FoundRoom | null): string | null {
  if (payers.length === 0) return "还没有对应的房间：请先登记它属于哪个房间，或在这里指定付费房间";
  if (payers.length > 1) return `登记在 ${payers.length} 个房间名下：请指定付费房间`;
  return room?.active ? null : `付费房间 ${room?.code ?? ""} 已停用`;
}
