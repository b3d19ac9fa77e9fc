import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  ReadingAlert,
  ReadingChargeDto,
  ReadingDto,
  ReadingKind,
  ReadingPageDto,
  ReadingQueryDto,
  ReadingStatus,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { limitOf, toPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { trimDecimal } from "../rates/rate.mapper.js";

interface ReadingRow {
  id: string;
  meter_id: string;
  meter_no: string;
  kind: string;
  status: string;
  period: string;
  read_on: string;
  service_from: string;
  service_to: string;
  previous: string;
  value: string;
  use: string;
  estimated: boolean;
  rolled_over: boolean;
  alerts: ReadingAlert[];
  reason: string | null;
  undo_reason: string | null;
  created_by_name: string;
  created_at: Date;
  charges: ReadingChargeDto[] | null;
  photo_count: number;
}

const READINGS = `SELECT r.*, m.no AS meter_no,
    (SELECT json_agg(json_build_object('id', c.id, 'amountFen', c.amount_fen, 'openFen', c.open_fen,
                                       'reversed', c.reversed_fen >= c.amount_fen) ORDER BY c.id)
       FROM meter_charge b JOIN charge c ON c.project_id = b.project_id AND c.id = b.charge_id
      WHERE b.project_id = r.project_id AND b.reading_id = r.id) AS charges,
    (SELECT count(*)::int FROM file_object a
      WHERE a.project_id = r.project_id AND a.owner_type = 'meter-reading' AND a.owner_id = r.id AND a.removed_at IS NULL) AS photo_count
  FROM meter_reading r JOIN meter m ON m.project_id = r.project_id AND m.id = r.meter_id`;

/** Reads the readings of meters. */
@Injectable()
export class ReadingQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The history of a meter, the last first, with what was corrected and deleted. */
  async list(projectId: string, meterId: string, query: ReadingQueryDto): Promise<ReadingPageDto> {
    const key = [projectId, meterId];
    const [counted] = await this.db.query<{ total: number }[]>(
      `SELECT (SELECT count(*)::int FROM meter_reading r WHERE r.project_id = m.project_id AND r.meter_id = m.id) AS total
         FROM meter m WHERE m.project_id = $1 AND m.id = $2`,
      key,
    );
    if (!counted) throw notFound("表具");
    const { limit, offset } = limitOf(query);
    const rows = await this.db.query<ReadingRow[]>(
      `${READINGS} WHERE r.project_id = $1 AND r.meter_id = $2 ORDER BY r.service_to DESC, r.id DESC LIMIT $3 OFFSET $4`,
      [...key, limit, offset],
    );
    return toPage(rows, counted.total, toReadingDto);
  }

  async one(projectId: string, meterId: string, id: string): Promise<ReadingDto> {
    const [row] = await this.db.query<ReadingRow[]>(
      `${READINGS} WHERE r.project_id = $1 AND r.meter_id = $2 AND r.id = $3`,
      [projectId, meterId, id],
    );
    if (!row) throw notFound("读数");
    return toReadingDto(row);
  }
}

const toReadingDto = (row: ReadingRow): ReadingDto => ({
  id: row.id,
  meterId: row.meter_id,
  meterNo: row.meter_no,
  kind: row.kind as ReadingKind,
  status: row.status as ReadingStatus,
  period: row.period,
  readOn: row.read_on,
  serviceFrom: row.service_from,
  serviceTo: row.service_to,
  previous: trimDecimal(row.previous),
  value: trimDecimal(row.value),
  use: trimDecimal(row.use),
  estimated: row.estimated,
  rolledOver: row.rolled_over,
  alerts: row.alerts,
  reason: row.reason,
  undoReason: row.undo_reason,
  createdByName: row.created_by_name,
  createdAt: row.created_at.toISOString(),
  charges: row.charges ?? [],
  photoCount: row.photo_count,
});
