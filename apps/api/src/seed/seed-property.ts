import { type RoomState } from "@linli/contracts";
import type { DataSource } from "typeorm";
import type { Actor } from "../common/actor.js";
import { addDays, firstDay } from "../common/calendar.js";
import { PlaceWriter, unitKey, type UnitToEnsure } from "../property/directory/place-writer.service.js";
import { type RoomToUpsert, RoomWriter } from "../property/rooms/room-writer.service.js";
import type { BuildingPlan, CommunityPlan } from "./communities.js";
import type { Chance } from "./invented.js";

/** A room of the demonstration with what the later steps need of it. */
export interface SeededRoom {
  id: string;
  code: string;
  kind: BuildingPlan["kind"];
  state: RoomState;
}

const layouts = [
  { layout: "两室一厅", area: 78, orientation: "S" },
  { layout: "两室两厅", area: 89, orientation: "SN" },
  { layout: "三室两厅", area: 112, orientation: "SN" },
  { layout: "三室两厅两卫", area: 128, orientation: "SE" },
  { layout: "四室两厅", area: 143, orientation: "SN" },
] as const;

/** Buildings, units and rooms of a community. */
export async function seedProperty(
  {
    db,
    places,
    writer,
    actor,
    chance,
    today,
  }: {
    db: DataSource;
    places: PlaceWriter;
    writer: RoomWriter;
    actor: Actor;
    chance: Chance;
    today: string;
  },
  projectId: string,
  plan: CommunityPlan,
): Promise<SeededRoom[]> {
  const units = plan.buildings.flatMap(unitsOf);
  return db.transaction(async (tx) => {
    const { unitIds } = await places.ensureUnits(tx, actor, projectId, units);
    const drafts = plan.buildings.flatMap((building) => roomsOf(plan, building, unitIds, { chance, today }));
    const { roomIds } = await writer.upsertRooms(
      tx,
      actor,
      projectId,
      drafts.map(({ room }) => room),
    );
    return drafts.map(({ room, kind }) => ({
      id: roomIds.get(room.code)!,
      code: room.code,
      kind,
      state: room.state ?? "IDLE",
    }));
  });
}

function unitsOf(building: BuildingPlan): UnitToEnsure[] {
  const garage = building.kind === "GARAGE";
  return Array.from({ length: building.units }, (_, index) => ({
    buildingCode: building.code,
    buildingName: garage ? "地下车库" : building.kind === "COMMERCIAL" ? "临街商铺" : `${building.code} 栋`,
    buildingKind: building.kind,
    unitCode: String(index + 1),
    unitName: garage ? "设备与储藏区" : `${index + 1} 单元`,
    floors: building.floors,
    hasLift: building.kind === "RESIDENTIAL",
  }));
}

interface Dice {
  chance: Chance;
  today: string;
}

function roomsOf(plan: CommunityPlan, building: BuildingPlan, unitIds: ReadonlyMap<string, string>, dice: Dice) {
  const drafts: { room: RoomToUpsert; kind: BuildingPlan["kind"] }[] = [];
  for (let unit = 1; unit <= building.units; unit += 1) {
    for (let floor = 1; floor <= building.floors; floor += 1) {
      for (let order = 1; order <= building.perFloor; order += 1) {
        const number = `${floor}${String(order).padStart(2, "0")}`;
        const place = { unitId: unitIds.get(unitKey(building.code, String(unit)))!, floor };
        drafts.push({
          kind: building.kind,
          room: { ...place, ...describe(plan, building, unit, number, order, dice) },
        });
      }
    }
  }
  return drafts;
}

function describe(
  plan: CommunityPlan,
  building: BuildingPlan,
  unit: number,
  number: string,
  order: number,
  { chance, today }: Dice,
): Omit<RoomToUpsert, "unitId"> {
  if (building.kind === "GARAGE") {
    const area = `${chance.int(6, 14)}.${chance.int(10, 99)}`;
    const code = `${plan.prefix}CC-${number}`;
    return {
      code,
      name: `储藏间 ${number}`,
      buildingArea: area,
      chargeArea: area,
      layout: "储藏间",
      orientation: "N",
      purpose: "STORAGE",
      state: "SOLD",
      handedOverOn: HANDED_OVER,
    };
  }
  if (building.kind === "COMMERCIAL") {
    const area = `${chance.int(38, 160)}.${chance.int(10, 99)}`;
    const code = `${plan.prefix}${building.code}-${number}`;
    const state = chance.happens(0.7) ? "LET" : "IDLE";
    return {
      code,
      name: `商铺 ${number}`,
      buildingArea: area,
      chargeArea: area,
      layout: "商铺",
      orientation: "E",
      purpose: "SHOP",
      state,
      handedOverOn: HANDED_OVER,
    };
  }
  const state = stateOf(chance);
  const awaited = Number(number) > 100 * building.floors;
  const { layout, area, orientation } = layouts[(order - 1) % layouts.length]!;
  const buildingArea = `${area + (unit % 2)}.${String(17 + order * 13)
    .padStart(2, "0")
    .slice(0, 2)}`;
  return {
    code: `${plan.prefix}${building.code}-${unit}-${number}`,
    name: `${number} 室`,
    buildingArea,
    chargeArea: buildingArea,
    innerArea: (Number(buildingArea) * 0.78).toFixed(2),
    layout,
    orientation,
    purpose: "RESIDENCE",
    state,
    ...handoverOf(state, awaited, today),
  };
}

const HANDED_OVER = "2021-06-30";

/** Owners of some vacant rooms were asked to take them over and have not come: they pay from thirty days later on. */
function handoverOf(state: RoomState, awaited: boolean, today: string) {
  if (state === "UNSOLD") return { handedOverOn: null };
  if (state !== "VACANT" || !awaited) return { handedOverOn: HANDED_OVER };
  return { handedOverOn: null, handoverNoticedOn: addDays(firstDay(today.slice(0, 7)), -20) };
}

function stateOf(chance: Chance): RoomState {
  const dice = chance.next();
  if (dice < 0.04) return "UNSOLD";
  if (dice < 0.14) return "VACANT";
  if (dice < 0.17) return "DECORATING";
  return "OCCUPIED";
}
