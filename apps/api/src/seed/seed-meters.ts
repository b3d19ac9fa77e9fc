import type { DataSource } from "typeorm";
import { regular, type RecordReadingsService } from "../billing/meters/record-readings.service.js";
import type { systemActor } from "../common/actor.js";
import { lastDay } from "../common/calendar.js";
import { newId } from "../common/ids.js";
import type { DemoClient } from "./demo-client.js";
import type { Chance } from "./invented.js";
import type { SeedClock } from "./seed-clock.js";

/** Rooms that have a water meter: those of the first buildings. */
const METERED_ROOMS = 240;
const READER = "赵国强";

interface Tools {
  db: DataSource;
  clock: SeedClock;
  chance: Chance;
  manager: DemoClient;
  finance: DemoClient;
  actor: typeof systemActor;
  readings: RecordReadingsService;
}

interface KnownMeter {
  id: string;
  last: string;
  is_master: boolean;
}

/** Water by tiers of the year, collected for the supplier: item, rate, bindings, a meter per room and a master meter. */
export async function seedMeters(tools: Tools, projectId: string, since: string): Promise<void> {
  const { db, chance, manager, clock } = tools;
  const at = `/projects/${projectId}`;
  const item = {
    code: "SF",
    name: "水费",
    kind: "METERED",
    incomeClass: "PROPERTY",
    collectedForOthers: true,
    supplierName: "江州市自来水公司",
    keptAccount: "代收资金专户",
    unit: "元/吨",
  };
  const { id: feeItemId } = await manager.post<{ id: string }>(`${at}/fee-items`, { ...item, sort: 4, active: true });
  const terms = { base: "METERED", areaKind: "CHARGE", cycle: "MONTH", timing: "POSTPAID", tierBasis: "YEAR" };
  const rules = { proration: "ACTUAL_DAYS", changePolicy: "SPLIT_DAYS", roundingMode: "HALF_UP", roundingUnit: "0.01" };
  const tiers = [
    { upTo: "180", price: "5.00", perPerson: "36" },
    { upTo: "260", price: "7.00", perPerson: "52" },
    { upTo: null, price: "9.00" },
  ];
  const rate = { feeItemId, name: "居民生活用水", ...terms, ...rules, dueRule: "DAY_OF_NEXT_MONTH", dueDays: 20 };
  const legalBasis = "按市供水价格文件，阶梯水价";
  const version = { startsOn: "2021-01-01", tiers, basePersons: 4 };
  const { id: rateId } = await manager.post<{ id: string }>(`${at}/rates`, { ...rate, legalBasis, version });
  const rooms = await db.query<{ id: string; code: string }[]>(
    `SELECT r.id, r.code FROM room r WHERE r.project_id = $1 AND r.purpose = 'RESIDENCE' AND r.active ORDER BY r.code LIMIT $2`,
    [projectId, METERED_ROOMS],
  );
  const roomIds = rooms.map(({ id }) => id);
  await manager.post(`${at}/bindings`, { rateId, rooms: { roomIds }, startsOn: since });
  const body = { kind: "WATER", digits: 5, multiplier: "1", reverse: false, installedOn: since, startReading: "12000" };
  const master = { ...body, no: "ZB-01", digits: 7, position: "小区进水总阀", startReading: "384500" };
  const { id: masterId } = await manager.post<{ id: string }>(`${at}/meters`, master);
  // the register of the rooms comes with the handover of the community, in one go
  const meters = rooms.map(({ id }, index) => ({
    id: newId(),
    roomId: id,
    no: `SB-${String(index + 1).padStart(4, "0")}`,
    start: String(200 + chance.int(0, 1500)),
    opening: String(chance.int(40, 175)),
  }));
  await db.query(
    `INSERT INTO meter (project_id, created_at, id, room_id, no, start_reading, opening_use, kind, fee_item_id, position, route, digits,
                        multiplier, reverse, installed_on, parent_id)
     SELECT $1, $2, m.*, 'WATER', $3, '厨房水槽下', '东区', 5, 1, false, $4::date, $5
       FROM unnest($6::uuid[], $7::uuid[], $8::text[], $9::numeric[], $10::numeric[]) AS m`,
    [
      projectId,
      clock.now(),
      feeItemId,
      since,
      masterId,
      meters.map(({ id }) => id),
      meters.map(({ roomId }) => roomId),
      meters.map(({ no }) => no),
      meters.map(({ start }) => start),
      meters.map(({ opening }) => opening),
    ],
  );
}

/** A month's round: every meter read on the last day and billed; of the present month the first part of the round. */
export async function seedReadings(tools: Tools, projectId: string, period: string, today: string): Promise<void> {
  const { db, clock, chance, manager, finance, actor, readings } = tools;
  const isPresent = today.startsWith(period);
  const readOn = isPresent ? today : lastDay(period);
  clock.set(readOn);
  const meters = await db.query<KnownMeter[]>(
    `SELECT m.id, m.room_id IS NULL AS is_master, COALESCE((SELECT r.value FROM meter_reading r WHERE r.project_id = m.project_id
              AND r.meter_id = m.id AND r.status = 'VALID' ORDER BY r.service_to DESC LIMIT 1), m.start_reading)::text AS last
       FROM meter m WHERE m.project_id = $1 AND m.removed_on IS NULL ORDER BY m.room_id IS NULL, m.no`,
    [projectId],
  );
  if (meters.length === 0) return;
  await manager.post(`/projects/${projectId}/meter-sheets`, {
    period,
    name: "东区水表",
    kind: "WATER",
    reader: READER,
  });
  const round = isPresent ? meters.slice(0, Math.floor(meters.length * 0.6)) : meters;
  let counted = 0;
  const entries = round.map(({ id, last, is_master }) => {
    const use = is_master ? Math.round(counted * 1.04) : chance.happens(0.03) ? 0 : chance.int(6, 22);
    counted += use;
    const reason = "现场核对，读数无误";
    return { meterId: id, reading: regular({ readOn, period, value: String(Number(last) + use), reason }) };
  });
  await db.transaction((tx) => readings.recordAll(tx, { ...actor, name: READER }, projectId, entries));
  if (isPresent) return;
  const [item] = await db.query<{ id: string }[]>(
    "SELECT id FROM fee_item WHERE project_id = $1 AND kind = 'METERED'",
    [projectId],
  );
  const runs = `/projects/${projectId}/runs`;
  const { runId } = await finance.run<{ jobId: string; runId: string }>(projectId, runs, {
    period,
    feeItemIds: [item!.id],
  });
  await finance.run(projectId, `${runs}/${runId}/publish`, { skipWithoutPayer: true });
}
