import type { MeterFileFaultDto, MeterKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { newId } from "../../common/ids.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { MASTER_LEVELS, mastersOf } from "./meter-masters.js";
import { notMetered, roomNotActive } from "./meters.errors.js";
import { refuseValue } from "./reading-rules.js";

/** A row of a workbook of meters as it was read: places, item and master meter by their names. */
export interface MeterFileRow {
  rowNo: number;
  no: string;
  kind: MeterKind;
  roomCode: string | null;
  building: string | null;
  feeItem: string | null;
  position: string | null;
  route: string | null;
  digits: number;
  multiplier: string;
  reverse: boolean;
  installedOn: string;
  startReading: string;
  openingUse: string;
  parentNo: string | null;
  remark: string | null;
}

/** A meter to be registered; in the order in which master meters come before those behind them. */
export interface PlannedMeter extends Omit<MeterFileRow, "rowNo" | "roomCode" | "building" | "feeItem" | "parentNo"> {
  id: string;
  roomId: string | null;
  buildingId: string | null;
  feeItemId: string | null;
  parentId: string | null;
}

interface Named {
  id: string;
  code: string;
  name: string;
}

interface Known {
  rooms: ReadonlyMap<string, { id: string; active: boolean }>;
  buildings: ReadonlyMap<string, Named>;
  items: ReadonlyMap<string, Named & { kind: string }>;
  /** Meters in use, by kind and number. */
  meters: ReadonlyMap<string, string>;
  /** Master meters above one that stands behind a meter in use, that one counted; by its id. */
  levels: ReadonlyMap<string, number>;
  today: string;
}

const keyOf = (kind: string, no: string) => `${kind} ${no}`;

/** What rows of a workbook come to: meters in order, and what is wrong with each other row. Nothing is written. */
export async function planMeterFile(
  tx: EntityManager,
  projectId: string,
  rows: readonly MeterFileRow[],
  today: string,
): Promise<{ meters: PlannedMeter[]; faults: MeterFileFaultDto[] }> {
  const known = await knownTo(tx, projectId, rows, today);
  const ids = new Map<string, string>();
  for (const { kind, no } of rows) if (!ids.has(keyOf(kind, no))) ids.set(keyOf(kind, no), newId());
  const faults: MeterFileFaultDto[] = [];
  const first = new Map<string, number>();
  const planned = rows.flatMap((row) => {
    const key = keyOf(row.kind, row.no);
    const before = first.get(key);
    if (before === undefined) first.set(key, row.rowNo);
    const message = before === undefined ? faultOf(row, known, ids) : `表类和表号与第 ${before} 行重复`;
    if (message === null) return [meterOf(row, known, ids)];
    faults.push({ rowNo: row.rowNo, no: row.no, message });
    return [];
  });
  const { meters, left, deep } = mastersFirst(planned, ids, known);
  const faulty = (message: (meter: PlannedMeter) => string) => (meter: PlannedMeter) => ({
    rowNo: first.get(keyOf(meter.kind, meter.no))!,
    no: meter.no,
    message: message(meter),
  });
  const circles = circlesOf(left);
  const wrongMaster = ({ id }: PlannedMeter) => circles.get(id) ?? "总表那一行有误";
  const tooDeep = () => `上面的总表超过 ${MASTER_LEVELS} 层，请核对总表`;
  return { meters, faults: [...faults, ...left.map(faulty(wrongMaster)), ...deep.map(faulty(tooDeep))] };
}

function faultOf(row: MeterFileRow, known: Known, ids: ReadonlyMap<string, string>): string | null {
  const { no, kind, roomCode, building, feeItem, parentNo } = row;
  if (known.meters.has(keyOf(kind, no))) return `已有在用的同类表“${no}”`;
  if (roomCode !== null && building !== null) return "户表只填房号，公共表只填楼栋";
  if (row.installedOn > known.today) return "安装日期不能晚于今天";
  const room = roomCode === null ? undefined : known.rooms.get(roomCode);
  if (roomCode !== null && !room) return `没有房间“${roomCode}”`;
  if (room && !room.active) return roomNotActive(roomCode!).message;
  if (building !== null && !known.buildings.has(building))
    return `没有楼栋“${building}”，或有几个楼栋叫这个名称（请填楼栋代码）`;
  const item = feeItem === null ? undefined : known.items.get(feeItem);
  if (feeItem !== null && !item) return `没有收费项目“${feeItem}”`;
  if (item && item.kind !== "METERED") return notMetered(item.name).message;
  if (parentNo !== null && !ids.has(keyOf(kind, parentNo)) && !known.meters.has(keyOf(kind, parentNo)))
    return `没有同类的总表“${parentNo}”`;
  if (parentNo === no) return "不能以自己为总表";
  try {
    refuseValue(row, row.startReading, "startReading");
  } catch (error) {
    if (error instanceof InvalidInput) return error.fields.startReading!.join("；");
    throw error;
  }
  return null;
}

function meterOf(row: MeterFileRow, known: Known, ids: ReadonlyMap<string, string>): PlannedMeter {
  const { rowNo: _row, roomCode, building, feeItem, parentNo, ...meter } = row;
  const parent = parentNo === null ? null : keyOf(row.kind, parentNo);
  return {
    ...meter,
    id: ids.get(keyOf(row.kind, row.no))!,
    roomId: roomCode === null ? null : known.rooms.get(roomCode)!.id,
    buildingId: building === null ? null : known.buildings.get(building)!.id,
    feeItemId: feeItem === null ? null : known.items.get(feeItem)!.id,
    parentId: parent === null ? null : (known.meters.get(parent) ?? ids.get(parent) ?? null),
  };
}

/**
 * Orders meters so that a master meter comes before those behind it. `left` have none that is registered; `deep` have more
 * masters above them than may be, in the file and in front of it.
 */
function mastersFirst(planned: readonly PlannedMeter[], ids: ReadonlyMap<string, string>, { levels }: Known) {
  const inFile = new Set(ids.values());
  const behind = Map.groupBy(planned, ({ parentId }) => (parentId !== null && inFile.has(parentId) ? parentId : null));
  const meters: PlannedMeter[] = [...(behind.get(null) ?? [])];
  const above = new Map<string, number>();
  for (let at = 0; at < meters.length; at++) {
    const { id, parentId } = meters[at]!;
    const masters = parentId === null ? 0 : (levels.get(parentId) ?? above.get(parentId)! + 1);
    above.set(id, masters);
    meters.push(...(behind.get(id) ?? []));
  }
  const deep = meters.filter(({ id }) => above.get(id)! > MASTER_LEVELS);
  return { meters, left: planned.filter(({ id }) => !above.has(id)), deep };
}

/** What is wrong with meters that are their own masters in the end: `互为总表：A → B → A`, by id. */
function circlesOf(left: readonly PlannedMeter[]): Map<string, string> {
  const byId = new Map(left.map((meter) => [meter.id, meter]));
  const walked = new Set<string>();
  const circles = new Map<string, string>();
  for (const start of left) {
    const way: PlannedMeter[] = [];
    let meter: PlannedMeter | undefined = start;
    for (; meter && !walked.has(meter.id); meter = byId.get(meter.parentId ?? "")) {
      walked.add(meter.id);
      way.push(meter);
    }
    const circle = meter && way.includes(meter) ? way.slice(way.indexOf(meter)) : [];
    circle.forEach(({ id }, at) => circles.set(id, circleInWords(circle, at)));
  }
  return circles;
}

const METERS_NAMED = 4;

/** The circle from the meter `at` on, round to itself. */
function circleInWords(circle: readonly PlannedMeter[], at: number): string {
  const nameOf = (step: number) => circle[(at + step) % circle.length]!.no;
  const named = Array.from({ length: Math.min(METERS_NAMED, circle.length) }, (_, step) => nameOf(step));
  const more = circle.length > METERS_NAMED ? ["…"] : [];
  return `与总表互为总表：${[...named, ...more, nameOf(0)].join(" → ")}`;
}

/** What a text stands for: its code, else its name where just one has it. */
function byCodeOrName<Row extends Named>(rows: readonly Row[]): Map<string, Row> {
  const named = [...Map.groupBy(rows, ({ name }) => name)].flatMap(([name, [one, ...others]]) =>
    one && others.length === 0 ? [[name, one] as const] : [],
  );
  return new Map([...named, ...rows.map((row) => [row.code, row] as const)]);
}

async function knownTo(
  tx: EntityManager,
  projectId: string,
  rows: readonly MeterFileRow[],
  today: string,
): Promise<Known> {
  const texts = (of: (row: MeterFileRow) => string | null) => [
    ...new Set(rows.map(of).filter((text) => text !== null)),
  ];
  const rooms = await tx.query<{ id: string; code: string; active: boolean }[]>(
    "SELECT id, code, active FROM room WHERE project_id = $1 AND code = ANY ($2) ORDER BY id FOR SHARE",
    [projectId, texts(({ roomCode }) => roomCode)],
  );
  const buildings = await tx.query<Named[]>("SELECT id, code, name FROM building WHERE project_id = $1", [projectId]);
  const items = await tx.query<(Named & { kind: string })[]>(
    "SELECT id, code, name, kind FROM fee_item WHERE project_id = $1",
    [projectId],
  );
  const meters = await tx.query<{ id: string; kind: string; no: string }[]>(
    "SELECT id, kind, no FROM meter WHERE project_id = $1 AND removed_on IS NULL AND no = ANY ($2)",
    [projectId, [...texts(({ no }) => no), ...texts(({ parentNo }) => parentNo)]],
  );
  const parents = new Set(rows.map(({ kind, parentNo }) => keyOf(kind, parentNo ?? "")));
  const inFront = meters.filter(({ kind, no }) => parents.has(keyOf(kind, no))).map(({ id }) => id);
  const masters = await mastersOf(tx, projectId, inFront);
  return {
    rooms: new Map(rooms.map((room) => [room.code, room])),
    buildings: byCodeOrName(buildings),
    items: byCodeOrName(items),
    meters: new Map(meters.map(({ id, kind, no }) => [keyOf(kind, no), id])),
    levels: new Map([...masters].map(([id, ids]) => [id, ids.length])),
    today,
  };
}
