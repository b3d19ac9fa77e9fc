import { overlaps } from "../profiles/draft.js";
import type { KnownRoom } from "./known-project.js";
import type { KnownMain, KnownVehicle, KnownVehicleRelation } from "./known-vehicles.js";

/** What a person is to a vehicle, as it will be written. */
export interface VehicleTie {
  customerId: string;
  role: string;
  rank: string;
  kind: string;
  roomId: string | null;
  spaceId: string | null;
  from: string;
  to: string | null;
}

/** Main cars by room id: those of the project, and those of the rows before. */
export type MainCars = Map<string, KnownMain[]>;

/** Refuses the row; there is nothing to answer then. */
export type Refuse = (field: string, code: string, message: string) => undefined;

/** What a new relation meets. */
interface Surroundings {
  vehicle: KnownVehicle;
  room: KnownRoom | null;
  /** Of the person. */
  name: string;
  mains: MainCars;
}

/** Refuses days outside the life of the room, a second owner, the same relation twice, a second main car of the room. */
export function refuseConflicts(tie: VehicleTie, { vehicle, room, name, mains }: Surroundings, refuse: Refuse): void {
  if (room) refuseOutside(tie, room, refuse);
  refuseOverlaps(tie, vehicle, name, refuse);
  if (room && tie.rank === "MAIN") refuseOtherMain(vehicle.plate, tie, room, mains, refuse);
}

function refuseOutside(tie: VehicleTie, { code, startsOn, endedOn }: KnownRoom, refuse: Refuse): void {
  const tooEarly = startsOn !== null && tie.from < startsOn;
  const tooLate = endedOn !== null && (tie.to === null || tie.to > endedOn);
  if (tooEarly || tooLate)
    refuse(
      "from",
      "OUTSIDE_ROOM_LIFE",
      `房间 ${code} 存在于 ${startsOn ?? "以前"} 至 ${endedOn ?? "今后"}，关系的日期须在其中`,
    );
}

function refuseOverlaps(tie: VehicleTie, { relations }: KnownVehicle, name: string, refuse: Refuse): void {
  const others = relations.filter((one) => overlaps(one, tie));
  const owner = others.find((one) => one.role === "OWNER" && one.customerId !== tie.customerId);
  if (tie.role === "OWNER" && owner)
    refuse(
      "from",
      "OTHER_OWNER",
      `${owner.from} 至 ${owner.to ?? "今后"} 的车主是${owner.customerName}，请先结束原车主`,
    );
  const same = others.find(
    (one) => one.role === tie.role && one.customerId === tie.customerId && one.roomId === tie.roomId,
  );
  if (same) refuse("from", "OVERLAP", `${name}在 ${same.from} 至 ${same.to ?? "今后"} 与这辆车已有相同的关系`);
}

function refuseOtherMain(plate: string, tie: VehicleTie, { id, code }: KnownRoom, mains: MainCars, refuse: Refuse) {
  const other = mains.get(id)?.find((one) => one.plate !== plate && overlaps(one, tie));
  if (other) refuse("rank", "OTHER_MAIN_CAR", `房间 ${code} 在这段时间的主车是 ${other.plate}，请填副车`);
}

/** Remembers a main car for the rows that follow. */
export function noteMain(mains: MainCars, plate: string, { roomId, rank, from, to }: VehicleTie): void {
  if (roomId === null || rank !== "MAIN") return;
  mains.set(roomId, [...(mains.get(roomId) ?? []), { plate, from, to }]);
}

/** Remembers that a relation ends, for the rows that follow: somebody else may be owner or main car from then on. */
export function noteEnd(mains: MainCars, vehicle: KnownVehicle, ended: KnownVehicleRelation, to: string): void {
  vehicle.relations = vehicle.relations.map((one) => (one === ended ? { ...one, to } : one));
  const { roomId, rank, from } = ended;
  if (roomId === null || rank !== "MAIN") return;
  const isIt = (one: KnownMain) => one.plate === vehicle.plate && one.from === from && one.to === null;
  mains.set(
    roomId,
    (mains.get(roomId) ?? []).map((one) => (isIt(one) ? { ...one, to } : one)),
  );
}
