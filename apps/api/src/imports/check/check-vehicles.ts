import { vehicleKindLabels, vehicleRankLabels, type ImportChangeDto } from "@linli/contracts";
import { addIssue, type ImportRecords, isRefused, type VehicleRecord } from "../profiles/records.js";
import { plainText } from "../workbook/values.js";
import { noteDifferences } from "./note-differences.js";
import type { KnownProject } from "./known-project.js";
import type { KnownVehicle, KnownVehicleRelation } from "./known-vehicles.js";
import {
  type MainCars,
  noteEnd,
  noteMain,
  type Refuse,
  refuseConflicts,
  type VehicleTie,
} from "./vehicle-conflicts.js";
import { personOfRow } from "./person-of-row.js";
import { changesOf, type Fate } from "./planned-row.js";

/** Which vehicle and relation a row means, and what it changes. */
export interface FoundVehicle {
  /** Null for a vehicle that comes with the file. */
  vehicleId: string | null;
  /** What is known of the vehicle itself once the row is in. */
  fields: { model: string; color: string; remark: string | null };
  /** What the row says otherwise of the vehicle itself. */
  changes: ImportChangeDto[];
  /** A new relation. */
  tie: VehicleTie | null;
  /** A relation that ends. */
  ends: { relationId: string; to: string } | null;
  /** What the row says otherwise of a relation, and is not changed by an import. */
  differences: ImportChangeDto[];
}

interface Told {
  vehicle: KnownVehicle;
  /** The first row of the vehicle. */
  rowNo: number;
  /** What it says of the vehicle itself; the further rows of the vehicle say the same. */
  said: FoundVehicle["fields"];
}

/**
 * Finds vehicle, person, room and space of every row by the rules of the vehicle pages: one owner at a time, one main car of
 * a room, days within the life of the room. Answers by the record's number; refused rows are left out.
 */
export function checkVehicles(
  { vehicles }: ImportRecords,
  known: KnownProject,
  codeOf: (roomKey: string) => string,
): Map<number, FoundVehicle> {
  const found = new Map<number, FoundVehicle>();
  const told = new Map<string, Told>();
  const mains = new Map([...known.vehicles.mains].map(([roomId, list]) => [roomId, [...list]]));
  for (const record of vehicles) {
    const one = checkVehicle(record, known, codeOf, { told, mains });
    if (one && !isRefused(record)) found.set(record.uid ?? 0, one);
  }
  refuseWithoutOwner(vehicles, found, told);
  return found;
}

interface SoFar {
  /** Vehicles with their relations and those of earlier rows. */
  told: Map<string, Told>;
  mains: MainCars;
}

function checkVehicle(
  record: VehicleRecord,
  known: KnownProject,
  codeOf: (roomKey: string) => string,
  soFar: SoFar,
): FoundVehicle | undefined {
  const refuse: Refuse = (field, code, message) => {
    addIssue(record, "REFUSE", field, code, `${record.plate}：${message}`);
    return undefined;
  };
  const code = record.roomKey === null ? null : codeOf(record.roomKey);
  const room = code === null ? null : known.rooms.get(code);
  if (room === undefined) return refuse("roomKey", "ROOM_UNKNOWN", `房间 ${code} 不存在，请先导入房产`);
  const spaceId = record.spaceCode === null ? null : known.vehicles.spaces.get(record.spaceCode);
  if (spaceId === undefined)
    return refuse("spaceCode", "SPACE_UNKNOWN", `车位 ${record.spaceCode} 不存在，请先导入车位`);
  const ofRoom = room ? (known.relations.get(room.id) ?? []) : undefined;
  const person = personOfRow(record, known.customers, ofRoom, refuse);
  if (!person || record.from === null || isRefused(record)) return undefined;
  const tie: VehicleTie = {
    customerId: person.id,
    role: record.role,
    rank: record.rank ?? "SECOND",
    kind: record.kind ?? "MONTHLY",
    roomId: room?.id ?? null,
    spaceId,
    from: record.from,
    to: record.to,
  };
  const vehicle = vehicleOf(record, tie, known, soFar, refuse);
  if (!vehicle) return undefined;
  const there = vehicle.relations.find((one) => one.id !== "" && isSameTie(one, tie, record));
  const changes = vehicle.active ? fieldChanges(record, vehicle) : [];
  const base = { vehicleId: vehicle.id || null, fields: fieldsAfter(record, vehicle), changes };
  if (there) {
    const ends =
      there.to === null && record.to !== null && vehicle.active ? { relationId: there.id, to: record.to } : null;
    if (ends && !isRefused(record)) noteEnd(soFar.mains, vehicle, there, ends.to);
    const differences = differencesOf(record, tie, there, ends !== null);
    noteDifferences(record, `车辆 ${record.plate} 与${person.name}的关系`, differences, "车辆");
    return { ...base, tie: null, ends, differences };
  }
  refuseConflicts(tie, { vehicle, room, name: person.name, mains: soFar.mains }, refuse);
  if (isRefused(record)) return undefined;
  noteMain(soFar.mains, record.plate, tie);
  vehicle.relations.push({ ...tie, id: "", customerName: person.name, spaceCode: record.spaceCode });
  return { ...base, tie, ends: null, differences: [] };
}

/** The vehicle a row means: the one in use, the one out of use that the row shows as such, or a new one. */
function vehicleOf(
  record: VehicleRecord,
  tie: VehicleTie,
  known: KnownProject,
  { told }: SoFar,
  refuse: Refuse,
): KnownVehicle | undefined {
  const { plate } = record;
  const there = known.vehicles.byPlate.get(plate) ?? [];
  if (record.state === "RETIRED") {
    const retired = there.find((one) => !one.active && one.relations.some((other) => isSameTie(other, tie, record)));
    if (retired) return retired;
    return refuse("state", "VEHICLE_RETIRED", "停用的车辆不能导入；需要时请在车辆页面启用");
  }
  const earlier = told.get(plate);
  if (earlier) {
    if (saysOtherwise(record, earlier))
      refuse("model", "VEHICLE_DIFFERS", `车辆资料与第 ${earlier.rowNo} 行不同，同一辆车的各行应相同`);
    return earlier.vehicle;
  }
  const active = there.find((one) => one.active);
  if (!active && (record.model === null || record.color === null))
    return refuse("model", "REQUIRED", "新车辆须填写汽车型号和汽车颜色");
  const { model, color, remark } = record;
  const made = { id: "", plate, model: model ?? "", color: color ?? "", remark, active: true, relations: [] };
  const vehicle = active ? { ...active, relations: [...active.relations] } : made;
  told.set(plate, { vehicle, rowNo: record.rowNo, said: fieldsAfter(record, vehicle) });
  return vehicle;
}

/** The same person in the same role from the same day on, for the room that is named. */
const isSameTie = (there: KnownVehicleRelation, tie: VehicleTie, { roomKey }: VehicleRecord): boolean =>
  there.customerId === tie.customerId &&
  there.role === tie.role &&
  there.from === tie.from &&
  (roomKey === null || there.roomId === tie.roomId);

const FIELD_LABELS = { model: "汽车型号", color: "汽车颜色", remark: "备注" } as const;

/** What a row says otherwise of the vehicle itself; full-width letters make no difference. */
function fieldChanges(record: VehicleRecord, vehicle: KnownVehicle): ImportChangeDto[] {
  return changesOf(FIELD_LABELS, vehicle, fieldsAfter(record, vehicle));
}

/** Whether a row contradicts the first one of its vehicle. */
const saysOtherwise = (record: VehicleRecord, { vehicle, said }: Told): boolean =>
  changesOf(FIELD_LABELS, said, fieldsAfter(record, { ...vehicle, ...said })).length > 0;

function fieldsAfter(record: VehicleRecord, vehicle: KnownVehicle): FoundVehicle["fields"] {
  const kept = (given: string | null, was: string | null) =>
    given === null || (was !== null && plainText(was) === given) ? was : given;
  return {
    model: kept(record.model, vehicle.model) ?? "",
    color: kept(record.color, vehicle.color) ?? "",
    remark: kept(record.remark, vehicle.remark),
  };
}

function differencesOf(
  record: VehicleRecord,
  tie: VehicleTie,
  there: KnownVehicleRelation,
  isEnding: boolean,
): ImportChangeDto[] {
  const differences: ImportChangeDto[] = [];
  const differ = (label: string, before: string | null, after: string | null) =>
    after === null || before === after || differences.push({ label, before, after });
  differ("车位号", there.spaceCode, record.spaceCode);
  differ("主副车", worded(vehicleRankLabels, there.rank), record.rank && worded(vehicleRankLabels, tie.rank));
  differ("停放方式", worded(vehicleKindLabels, there.kind), record.kind && worded(vehicleKindLabels, tie.kind));
  if (!isEnding) differ("结束日期", there.to, record.to);
  return differences;
}

const worded = (labels: Readonly<Record<string, string>>, value: string) => labels[value] ?? value;

/** A vehicle that comes with the file has an owner in it. */
function refuseWithoutOwner(
  vehicles: readonly VehicleRecord[],
  found: ReadonlyMap<number, FoundVehicle>,
  told: ReadonlyMap<string, Told>,
): void {
  for (const record of vehicles) {
    const one = found.get(record.uid ?? 0);
    const vehicle = told.get(record.plate)?.vehicle;
    if (one?.vehicleId !== null || !vehicle || vehicle.relations.some(({ role }) => role === "OWNER")) continue;
    addIssue(record, "REFUSE", "role", "NO_OWNER", `${record.plate}：新车辆须有一行车主`);
  }
}

/** Undefined for one that is refused. */
export function fateOfVehicle(record: VehicleRecord, found: FoundVehicle | undefined): Fate | undefined {
  if (!found) return undefined;
  const { changes, tie, ends, differences } = found;
  const all = [...changes, ...(ends ? [{ label: "结束日期", before: null, after: ends.to }] : [])];
  const outcome = tie ? "CREATE" : all.length > 0 ? "UPDATE" : differences.length > 0 ? "LEFT_OUT" : "SAME";
  return { entity: "vehicle", key: record.key, outcome, changes: all.length > 0 || tie ? all : differences };
}
