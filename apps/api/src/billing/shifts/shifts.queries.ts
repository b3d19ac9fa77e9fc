import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  CashiersDto,
  CountedNotesDto,
  LeftTillDto,
  MyShiftDto,
  ShiftDetailDto,
  ShiftDto,
  ShiftPageDto,
  ShiftQueryDto,
  ShiftTotalsDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { Where } from "../../common/where.js";
import { cashiersOf } from "./cashiers.js";
import { DeskSettingsService } from "./desk-settings.service.js";
import { shiftTotals } from "./shift-totals.js";

type ShiftRow = Omit<ShiftDto, "openedAt" | "closedAt"> & { openedAt: Date; closedAt: Date | null };

interface DetailRow extends ShiftRow {
  totals: ShiftTotalsDto | null;
  notes: CountedNotesDto[] | null;
  leftFen: number | null;
  differenceReason: string | null;
  countedByName: string | null;
  witnessName: string | null;
  witnessedAt: Date | null;
  witnessNote: string | null;
  takenFrom: ShiftDetailDto["takenFrom"];
  takenBy: ShiftDetailDto["takenBy"];
}

const COLUMNS = `s.id, s.shift_no AS "shiftNo", s.status, s.desk, s.cashier_id AS "cashierId", s.cashier_name AS "cashierName",
  s.opened_on AS "openedOn", s.created_at AS "openedAt", s.closed_at AS "closedAt", s.float_fen AS "floatFen",
  s.expected_fen AS "expectedFen", s.counted_fen AS "countedFen", s.counted_fen - s.expected_fen AS "differenceFen"`;

const REF = `json_build_object('id', o.id, 'shiftNo', o.shift_no, 'cashierName', o.cashier_name)`;

/** At most so many tills are offered to be taken over. */
const MOST_TILLS = 20;

/** Reads shifts (班次). */
@Injectable()
export class ShiftsQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly settings: DeskSettingsService,
  ) {}

  /** Shifts, the latest first. */
  async page(projectId: string, query: ShiftQueryDto): Promise<ShiftPageDto> {
    const { pageSize = 20 } = query;
    const [at, id] = decodeCursor(query.cursor, 2) ?? [];
    const where = new Where()
      .add("s.project_id = ?", projectId)
      .add("s.status = ?", query.status)
      .add("s.cashier_id = ?", query.cashierId)
      .add("s.opened_on >= ?::date", query.from)
      .add("s.opened_on <= ?::date", query.to)
      .add("(s.created_at, s.id) < (?::timestamptz, ?::uuid)", at, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<ShiftRow[]>(
      `SELECT ${COLUMNS} FROM cashier_shift s ${where.toString()} ORDER BY s.created_at DESC, s.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toShiftDto, (row) => [row.openedAt.toISOString(), row.id]);
  }

  /** One shift with its totals: as counted, or as of now. @throws NOT_FOUND */
  async one(projectId: string, shiftId: string): Promise<ShiftDetailDto> {
    const [row] = await this.db.query<DetailRow[]>(
      `SELECT ${COLUMNS}, s.totals, s.notes, s.left_fen AS "leftFen", s.difference_reason AS "differenceReason",
              CASE WHEN s.counted_by <> s.cashier_id THEN s.counted_by_name END AS "countedByName",
              s.witness_name AS "witnessName", s.witnessed_at AS "witnessedAt", s.witness_note AS "witnessNote",
              (SELECT ${REF} FROM cashier_shift o WHERE o.project_id = s.project_id AND o.id = s.taken_from_id) AS "takenFrom",
              (SELECT ${REF} FROM cashier_shift o WHERE o.project_id = s.project_id AND o.taken_from_id = s.id) AS "takenBy"
         FROM cashier_shift s WHERE s.project_id = $1 AND s.id = $2`,
      [projectId, shiftId],
    );
    if (!row) throw notFound("班次");
    const { totals, notes, witnessedAt, ...rest } = row;
    return {
      ...rest,
      ...toShiftDto(row),
      totals: totals ?? (await shiftTotals(this.db, projectId, shiftId, row.floatFen)),
      notes: notes ?? [],
      witnessedAt: witnessedAt?.toISOString() ?? null,
    };
  }

  async cashiers(projectId: string): Promise<CashiersDto> {
    return { items: await cashiersOf(this.db, projectId) };
  }

  /** What the desk needs to know of a person's shift. */
  async mine(projectId: string, userId: string): Promise<MyShiftDto> {
    const [{ shiftRequired }, [mine], tills, { banking, days }] = await Promise.all([
      this.settings.of(projectId),
      this.db.query<ShiftRow[]>(
        `SELECT ${COLUMNS} FROM cashier_shift s WHERE s.project_id = $1 AND s.cashier_id = $2 AND s.status IN ('OPEN', 'COUNTED')`,
        [projectId, userId],
      ),
      this.db.query<LeftTillDto[]>(
        `SELECT s.id AS "shiftId", s.shift_no AS "shiftNo", s.desk, s.cashier_name AS "cashierName", s.left_fen AS "leftFen"
           FROM cashier_shift s
          WHERE s.project_id = $1 AND s.status = 'CLOSED' AND s.left_fen > 0
            AND NOT EXISTS (SELECT 1 FROM cashier_shift t WHERE t.project_id = s.project_id AND t.taken_from_id = s.id)
          ORDER BY s.closed_at DESC LIMIT ${MOST_TILLS}`,
        [projectId],
      ),
      this.settings.unbanked(this.db.manager, projectId),
    ]);
    return { required: shiftRequired, mine: mine ? toShiftDto(mine) : null, tills, banking, unbanked: days };
  }
}

const toShiftDto = (row: ShiftRow): ShiftDto => ({
  id: row.id,
  shiftNo: row.shiftNo,
  status: row.status,
  desk: row.desk,
  cashierId: row.cashierId,
  cashierName: row.cashierName,
  openedOn: row.openedOn,
  openedAt: row.openedAt.toISOString(),
  closedAt: row.closedAt?.toISOString() ?? null,
  floatFen: row.floatFen,
  expectedFen: row.expectedFen,
  countedFen: row.countedFen,
  differenceFen: row.differenceFen,
});
