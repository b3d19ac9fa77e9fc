import type { SaveSharePoolDto, SharePoolDto } from "@linli/contracts";
import { idsOf } from "../bindings-form";

/** The form of a pool: the directory is one field, rooms with a number are lines of text, as pasted from a spreadsheet. */
export interface PoolForm extends Omit<SaveSharePoolDto, "rooms" | "excludedRoomCodes" | "ratios"> {
  /** `building:<id>` and `unit:<id>`. */
  directory?: string[];
  purposes?: SaveSharePoolDto["rooms"]["purposes"];
  /** Room codes, separated by anything. */
  excludedRoomCodes?: string;
  /** Lines of room code and per cent. */
  ratios?: string;
}

const words = (text = "") => text.split(/[\s,，、;；]+/).filter(Boolean);

/** A pasted list of rooms with a number each: `1-101 60`, one a line. What is no such line is named. */
export function roomNumbers(text = ""): { rows: { roomCode: string; value: string }[]; wrong: string[] } {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const parsed = lines.map((line) => words(line.replaceAll("%", "")));
  return {
    rows: parsed.flatMap((parts) => (isPair(parts) ? [{ roomCode: parts[0], value: parts[1] }] : [])),
    wrong: lines.filter((_line, index) => !isPair(parsed[index]!)),
  };
}

const isPair = (parts: string[]): parts is [string, string] =>
  parts.length === 2 && /^\d+(\.\d+)?$/.test(parts[1] ?? "");

/** What the form says, as the API wants it. @param roomIds rooms of the scope that an integrator named one by one */
export function toSavePool(
  { directory = [], purposes, excludedRoomCodes, ratios, ...rest }: PoolForm,
  roomIds: string[] = [],
): SaveSharePoolDto {
  const custom = rest.method === "CUSTOM";
  return {
    ...rest,
    meterId: rest.source === "AMOUNT" ? null : rest.meterId,
    useMeterKind: rest.method === "USE" ? rest.useMeterKind : null,
    rooms: {
      roomIds,
      buildingIds: idsOf(directory, "building"),
      unitIds: idsOf(directory, "unit"),
      purposes: purposes ?? [],
    },
    excludedRoomCodes: custom ? [] : words(excludedRoomCodes),
    ratios: custom ? roomNumbers(ratios).rows.map(({ roomCode, value }) => ({ roomCode, percent: value })) : [],
  };
}

/** Rooms of the scope that were named one by one: the form has no field for them and keeps them. */
export const namedRooms = (pool?: SharePoolDto): string[] =>
  pool && pool.method !== "CUSTOM" ? (pool.rooms.roomIds ?? []) : [];

/** A pool as the form shows it. */
export function formOfPool(pool: SharePoolDto): PoolForm {
  const { buildingIds = [], unitIds = [], purposes } = pool.rooms;
  return {
    name: pool.name,
    feeItemId: pool.feeItemId,
    purpose: pool.purpose,
    method: pool.method,
    areaKind: pool.areaKind,
    source: pool.source,
    meterId: pool.meterId,
    useMeterKind: pool.useMeterKind,
    unit: pool.unit,
    vacancy: pool.vacancy,
    dueRule: pool.dueRule,
    dueDays: pool.dueDays,
    legalBasis: pool.legalBasis,
    startsPeriod: pool.startsPeriod,
    active: pool.active,
    directory: [...buildingIds.map((id) => `building:${id}`), ...unitIds.map((id) => `unit:${id}`)],
    purposes,
    excludedRoomCodes: pool.excluded.map(({ roomCode }) => roomCode).join("、"),
    ratios: pool.ratios.map(({ roomCode, percent }) => `${roomCode} ${percent}`).join("\n"),
  };
}
