import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  MeterKind,
  MeterPlace,
  ReadingAlert,
  SheetDto,
  SheetLineDto,
  SheetLinePageDto,
  SheetLineQueryDto,
  SheetLineStatus,
  SheetPageDto,
  SheetQueryDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { lastDay } from "../../common/calendar.js";
import { Exact } from "../../common/exact.js";
import { limitOf, toPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { NATURAL } from "../../database/natural-order.js";
import { trimDecimal, trimDecimalOrNull } from "../rates/rate.mapper.js";
import { IS_BILLED } from "./meter-supply.js";

interface SheetRow {
  id: string;
  period: string;
  name: string;
  kind: string | null;
  place: string | null;
  building_id: string | null;
  building_name: string | null;
  route: string | null;
  reader: string | null;
  created_by_name: string;
  created_at: Date;
  total: number;
  missing: number;
  read: number;
  alerts: number;
  billed: number;
  closed: boolean;
}

/** Where a meter of a sheet stands, over its reading `r` of the month. */
const STATUS = `CASE WHEN r.id IS NULL THEN 'MISSING' WHEN ${IS_BILLED} THEN 'BILLED'
                     WHEN r.alerts <> '[]'::jsonb THEN 'ALERT' ELSE 'READ' END`;

/** The meters of sheet `s` with their reading of its month. */
const LINES = `meter m
  LEFT JOIN room o ON o.project_id = m.project_id AND o.id = m.room_id
  LEFT JOIN unit n ON n.project_id = o.project_id AND n.id = o.unit_id
  LEFT JOIN building g ON g.project_id = m.project_id AND g.id = COALESCE(m.building_id, n.building_id)
  LEFT JOIN meter_reading r ON r.project_id = m.project_id AND r.meter_id = m.id AND r.period = s.period
   AND r.status = 'VALID' AND r.kind = 'REGULAR'`;

const ON_SHEET = `m.project_id = s.project_id AND (m.removed_on IS NULL OR r.id IS NOT NULL)
  AND m.installed_on <= (s.period || '-01')::date + interval '1 month' - interval '1 day'
  AND (s.kind IS NULL OR m.kind = s.kind) AND (s.building_id IS NULL OR g.id = s.building_id)
  AND (s.route IS NULL OR m.route = s.route) AND (s.place IS NULL OR (s.place = 'ROOM') = (m.room_id IS NOT NULL))`;

const SHEETS = `SELECT s.*, b.name AS building_name, c.*,
    EXISTS (SELECT 1 FROM billing_period p WHERE p.project_id = s.project_id AND p.period = s.period AND p.status = 'CLOSED') AS closed
  FROM meter_sheet s
  LEFT JOIN building b ON b.project_id = s.project_id AND b.id = s.building_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS total, count(*) FILTER (WHERE l.status = 'MISSING')::int AS missing,
           count(*) FILTER (WHERE l.status <> 'MISSING')::int AS read,
           count(*) FILTER (WHERE l.unusual)::int AS alerts, count(*) FILTER (WHERE l.status = 'BILLED')::int AS billed
      FROM (SELECT ${STATUS} AS status, COALESCE(r.alerts <> '[]'::jsonb, false) AS unusual FROM ${LINES} WHERE ${ON_SHEET}) l) c`;

interface LineRow {
  meter_id: string;
  no: string;
  kind: string;
  room_id: string | null;
  room_code: string | null;
  building_name: string | null;
  position: string | null;
  digits: number;
  multiplier: string;
  reverse: boolean;
  status: string;
  previous: string;
  previous_on: string;
  uses: string[];
  reading_id: string | null;
  read_on: string | null;
  value: string | null;
  use: string | null;
  estimated: boolean | null;
  alerts: ReadingAlert[] | null;
  reason: string | null;
  photo_count: number;
}

/** Reads sheets and their lines. */
@Injectable()
export class SheetQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async list(projectId: string, query: SheetQueryDto): Promise<SheetPageDto> {
    const where = new Where().add("s.project_id = ?", projectId).add("s.period = ?", query.period);
    const [{ total }] = await this.db.query<[{ total: number }]>(
      `SELECT count(*)::int AS total FROM meter_sheet s ${where.toString()}`,
      where.params,
    );
    const { limit, offset } = limitOf(query);
    const page = `LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`;
    const rows = await this.db.query<SheetRow[]>(
      `${SHEETS} ${where.toString()} ORDER BY s.period DESC, s.id DESC ${page}`,
      where.params,
    );
    return toPage(rows, total, toSheetDto);
  }

  async one(projectId: string, id: string): Promise<SheetDto> {
    const [row] = await this.db.query<SheetRow[]>(`${SHEETS} WHERE s.project_id = $1 AND s.id = $2`, [projectId, id]);
    if (!row) throw notFound("抄表单");
    return toSheetDto(row);
  }

  /** The meters of a sheet in the order they are walked: by building, room and number. */
  async lines(projectId: string, id: string, query: SheetLineQueryDto): Promise<SheetLinePageDto> {
    const pattern = containing(query.q);
    const where = new Where()
      .add("s.project_id = ?", projectId)
      .add("s.id = ?", id)
      .add(`${STATUS} = ?`, query.status)
      .add("(m.no ILIKE ? OR o.code ILIKE ?)", pattern, pattern);
    const from = `FROM meter_sheet s CROSS JOIN ${LINES} ${where.toString()} AND ${ON_SHEET}`;
    const [{ total }] = await this.db.query<[{ total: number }]>(`SELECT count(*)::int AS total ${from}`, where.params);
    if (total === 0) await this.one(projectId, id);
    const { limit, offset } = limitOf(query);
    const rows = await this.lineRows(where, `LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`);
    return toPage(rows, total, toLineDto);
  }

  /** The same, all of them. */
  async allLines(projectId: string, id: string): Promise<SheetLineDto[]> {
    const rows = await this.lineRows(new Where().add("s.project_id = ?", projectId).add("s.id = ?", id));
    return rows.map(toLineDto);
  }

  private lineRows(where: Where, page = ""): Promise<LineRow[]> {
    return this.db.query<LineRow[]>(
      `SELECT m.id AS meter_id, m.no, m.kind, m.room_id, o.code AS room_code, g.name AS building_name, m.position, m.digits,
              m.multiplier, m.reverse, ${STATUS} AS status,
              COALESCE(r.previous, l.value, m.start_reading) AS previous, COALESCE(l.read_on, m.installed_on) AS previous_on,
              ARRAY(SELECT u.use::text FROM meter_reading u
                     WHERE u.project_id = m.project_id AND u.meter_id = m.id AND u.status = 'VALID' AND u.kind = 'REGULAR'
                       AND u.period < s.period ORDER BY u.service_to DESC LIMIT 2) AS uses,
              r.id AS reading_id, r.read_on, r.value, r.use, r.estimated, r.alerts, r.reason,
              (SELECT count(*)::int FROM file_object a WHERE a.project_id = r.project_id AND a.owner_type = 'meter-reading'
                  AND a.owner_id = r.id AND a.removed_at IS NULL) AS photo_count
         FROM meter_sheet s CROSS JOIN ${LINES}
         LEFT JOIN LATERAL (SELECT b.value, b.read_on FROM meter_reading b
                             WHERE b.project_id = m.project_id AND b.meter_id = m.id AND b.status = 'VALID'
                               AND (r.id IS NULL OR b.service_to < r.service_to)
                             ORDER BY b.service_to DESC LIMIT 1) l ON true
        ${where.toString()} AND ${ON_SHEET}
        ORDER BY m.route NULLS LAST, g.code ${NATURAL} NULLS LAST, o.code ${NATURAL} NULLS LAST, m.kind, m.no, m.id
        ${page}`,
      where.params,
    );
  }
}

const toSheetDto = (row: SheetRow): SheetDto => ({
  id: row.id,
  period: row.period,
  name: row.name,
  kind: row.kind as MeterKind | null,
  place: row.place as MeterPlace | null,
  buildingId: row.building_id,
  buildingName: row.building_name,
  route: row.route,
  reader: row.reader,
  createdByName: row.created_by_name,
  createdAt: row.created_at.toISOString(),
  total: row.total,
  missing: row.missing,
  read: row.read,
  alerts: row.alerts,
  billed: row.billed,
  closed: row.closed,
});

const toLineDto = (row: LineRow): SheetLineDto => ({
  meterId: row.meter_id,
  no: row.no,
  kind: row.kind as MeterKind,
  roomId: row.room_id,
  roomCode: row.room_code,
  buildingName: row.building_name,
  position: row.position,
  digits: row.digits,
  multiplier: trimDecimal(row.multiplier),
  reverse: row.reverse,
  status: row.status as SheetLineStatus,
  previous: trimDecimal(row.previous),
  previousOn: row.previous_on,
  meanUse: meanOf(row.uses),
  readingId: row.reading_id,
  readOn: row.read_on,
  value: trimDecimalOrNull(row.value),
  use: trimDecimalOrNull(row.use),
  estimated: row.estimated ?? false,
  alerts: row.alerts ?? [],
  reason: row.reason,
  photoCount: row.photo_count,
});

function meanOf(uses: string[]): string | null {
  if (uses.length === 0) return null;
  const sum = uses.reduce((total, use) => total.plus(use), new Exact(0));
  return sum.div(uses.length).toDecimalPlaces(3).toFixed();
}

/** The day a reading of the month is dated when nobody says: today, or the last day of a month that is over. */
export const readingDay = (period: string, today: string): string =>
  today < lastDay(period) ? today : lastDay(period);
