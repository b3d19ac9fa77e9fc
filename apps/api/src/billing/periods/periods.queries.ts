import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  CollectionFiguresDto,
  CollectionRateDto,
  CollectionRateRowDto,
  PeriodBalanceDto,
  PeriodBalancesDto,
  PeriodDto,
  PeriodListDto,
  PeriodStatus,
  RateBreakdown,
  ReportBasis,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { addMonths, maxDate, monthsOf, periodOf } from "../../common/calendar.js";
import { notFound } from "../../common/rule-violation.js";
import { type BalanceRow, balancesOf, figuresOf, prepaymentsOf } from "./month-figures.js";
import { figuresOfOpen } from "./open-months.js";
import { lateTakings, postedBalances } from "./posted-takings.js";
import { NO_ROOMS, roomCounts, type RoomCounts } from "./room-counts.js";
import { rateFormulas } from "./rate-formulas.js";
import { ProjectToday } from "../../property/project-today.js";

interface PeriodRow {
  period: string;
  status: PeriodStatus;
  closed_at: Date | null;
  closed_by_name: string | null;
  snapshot: Snapshot | null;
}

/** What a close keeps beside the balances. */
export interface Snapshot {
  figures: CollectionFiguresDto;
  rooms: RoomCounts;
}

/** Reads months: their states, figures, rates and balances. */
@Injectable()
export class PeriodsQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly days: ProjectToday,
  ) {}

  /** All months from the first to the current one (or later, when later ones exist), the latest first. */
  async list(projectId: string): Promise<PeriodListDto> {
    const current = periodOf(await this.days.today(projectId));
    const [project] = await this.db.query<{ first_period: string }[]>(
      "SELECT first_period FROM project WHERE id = $1",
      [projectId],
    );
    if (!project) throw notFound("管理区");
    const rows = await this.db.query<PeriodRow[]>(
      "SELECT period, status, closed_at, closed_by_name, snapshot FROM billing_period WHERE project_id = $1",
      [projectId],
    );
    const known = new Map(rows.map((row) => [row.period, row]));
    const last = rows.reduce((latest, { period }) => maxDate(latest, period), current);
    const months = monthsOf(project.first_period, last);
    // months are closed in order: the open ones are those after the last closed one
    const open = months.filter((period) => !known.get(period)?.snapshot);
    const lastClosed = months.findLast((period) => known.get(period)?.snapshot) ?? "";
    const computed = await figuresOfOpen(this.db, projectId, open, lastClosed);
    const items = months.map((period) => {
      const row = known.get(period);
      return toPeriodDto(period, row, row?.snapshot?.figures ?? computed.get(period)!, period === open[0]);
    });
    return { items: items.reverse(), current };
  }

  /** The figures of one month: of a closed month its snapshot's, else computed. */
  async figures(projectId: string, period: string): Promise<{ closed: boolean; figures: CollectionFiguresDto }> {
    const [row] = await this.db.query<{ snapshot: Snapshot | null }[]>(
      "SELECT snapshot FROM billing_period WHERE project_id = $1 AND period = $2 AND status = 'CLOSED'",
      [projectId, period],
    );
    if (row?.snapshot) return { closed: true, figures: row.snapshot.figures };
    const [{ rows }, rooms] = await Promise.all([
      balancesOf(this.db, projectId, period),
      roomCounts(this.db, projectId, period),
    ]);
    return { closed: false, figures: figuresOf(rows, rooms.project) };
  }

  /**
   * Collection rates of a month in all and by building or fee item (BIL-110). A closed month answers by the day of
   * payment from its snapshot; by the day of entry from the snapshot and the rows that were entered later.
   */
  async rates(projectId: string, period: string, by: RateBreakdown, basis: ReportBasis): Promise<CollectionRateDto> {
    const { closed, rows: kept } = await balancesOf(this.db, projectId, period);
    const isKept = closed && basis === "PAID";
    const months = { from: period, upTo: period };
    const rows = basis === "PAID" ? kept : postedBalances(kept, await lateTakings(this.db, projectId, months), period);
    const rooms = isKept
      ? await this.keptRooms(projectId, period)
      : await roomCounts(this.db, projectId, period, { basis });
    const groups = by === "ITEM" ? await this.items(projectId) : await this.buildings(projectId);
    const counts = by === "ITEM" ? rooms.byItem : rooms.byBuilding;
    const idOf = (row: BalanceRow) => (by === "ITEM" ? row.feeItemId : row.buildingId);
    const items: CollectionRateRowDto[] = groups
      .map(({ id, name }) => ({ id, name, own: rows.filter((row) => idOf(row) === id) }))
      .filter(({ own }) => own.length > 0)
      .map(({ id, name, own }) => ({ id, name, ...figuresOf(own, counts[id] ?? NO_ROOMS) }));
    const formulas = rateFormulas(basis);
    return { period, closed, basis, formulas, total: figuresOf(rows, rooms.project), rows: items };
  }

  /** The balances of a month per fee item and building, with prepayments. */
  async balances(projectId: string, period: string): Promise<PeriodBalancesDto> {
    const { closed, rows } = await balancesOf(this.db, projectId, period);
    const [items, buildings, prepayments] = await Promise.all([
      this.items(projectId),
      this.buildings(projectId),
      prepaymentsOf(this.db, projectId, period),
    ]);
    const named = new Map([...items, ...buildings].map(({ id, name }) => [id, name]));
    const order = new Map([...buildings, ...items].map(({ id }, index) => [id, index]));
    const place = (id: string) => order.get(id) ?? 0;
    const dtos = rows
      .sort((a, b) => place(a.feeItemId) - place(b.feeItemId) || place(a.buildingId) - place(b.buildingId))
      .map((row) => toBalanceDto(row, named));
    return { period, closed, rows: dtos, prepayments };
  }

  /** The month whose close comes next; undefined before the project began. */
  async nextToClose(projectId: string): Promise<string> {
    const [row] = await this.db.query<{ first_period: string; last_closed: string | null }[]>(
      `SELECT p.first_period, max(b.period) AS last_closed FROM project p
         LEFT JOIN billing_period b ON b.project_id = p.id AND b.status = 'CLOSED' WHERE p.id = $1 GROUP BY p.first_period`,
      [projectId],
    );
    if (!row) throw notFound("管理区");
    return row.last_closed ? addMonths(row.last_closed, 1) : row.first_period;
  }

  private async keptRooms(projectId: string, period: string): Promise<RoomCounts> {
    const [row] = await this.db.query<{ snapshot: Snapshot }[]>(
      "SELECT snapshot FROM billing_period WHERE project_id = $1 AND period = $2",
      [projectId, period],
    );
    return row!.snapshot.rooms;
  }

  private items(projectId: string) {
    const sql = "SELECT id, name FROM fee_item WHERE project_id = $1 ORDER BY sort, code";
    return this.db.query<{ id: string; name: string }[]>(sql, [projectId]);
  }

  private buildings(projectId: string) {
    const sql = "SELECT id, name FROM building WHERE project_id = $1 ORDER BY sort, code";
    return this.db.query<{ id: string; name: string }[]>(sql, [projectId]);
  }
}

function toPeriodDto(
  period: string,
  row: PeriodRow | undefined,
  figures: CollectionFiguresDto,
  next: boolean,
): PeriodDto {
  return {
    period,
    status: row?.status ?? "OPEN",
    next,
    receivableFen: figures.receivableFen,
    collectedFen: figures.collectedFen + figures.collectedArrearsFen,
    currentRate: figures.currentRate,
    closingFen: figures.closingFen,
    closedAt: row?.closed_at?.toISOString() ?? null,
    closedByName: row?.closed_by_name ?? null,
  };
}

function toBalanceDto(row: BalanceRow, named: Map<string, string>): PeriodBalanceDto {
  return {
    feeItemId: row.feeItemId,
    feeItemName: named.get(row.feeItemId) ?? "",
    buildingId: row.buildingId,
    buildingName: named.get(row.buildingId) ?? "",
    openingFen: row.openingFen,
    chargedFen: row.chargedFen,
    adjustedFen: row.adjustedFen,
    waivedFen: row.waivedFen,
    receivedCurrentFen: row.receivedCurrentFen,
    receivedArrearsFen: row.receivedArrearsFen,
    closingFen: row.closingFen,
  };
}
