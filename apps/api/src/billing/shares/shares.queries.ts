import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  AreaKind,
  DueRule,
  MeterKind,
  PageQueryDto,
  ShareDto,
  ShareLineDto,
  ShareLinePageDto,
  ShareMethod,
  SharePoolDto,
  SharePoolPageDto,
  SharePoolQueryDto,
  ShareSource,
  ShareStatus,
  ShareVacancy,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { periodOf } from "../../common/calendar.js";
import { limitOf, toPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { NATURAL } from "../../database/natural-order.js";
import { ProjectToday } from "../../property/project-today.js";
import { trimDecimal, trimDecimalOrNull } from "../rates/rate.mapper.js";
import { billedRooms } from "./billed-shares.js";
import { lossOf } from "./month-amount.js";
import { type PartOfPool, rawShare, type Sharing } from "./month-pool.js";
import { MonthShare } from "./month-share.entity.js";
import { computed, fingerprintOf, type PoolMonth } from "./month-shares.service.js";
import { movedWarning } from "./moved-shares.js";
import { SharePool } from "./share-pool.entity.js";

interface PoolRow extends Omit<SharePool, "feeItem" | "meter" | "excludedRoomIds" | "ratios"> {
  meterNo: string | null;
  feeItemName: string;
  excluded: { roomId: string; roomCode: string }[] | null;
  ratios: { roomId: string; roomCode: string; percent: string }[] | null;
  status: string | null;
  amountFen: number | null;
  inUse: boolean;
}

/** $1 project, `$on` the month. */
const pools = (on: string) => `
SELECT p.id, p.name, p.fee_item_id AS "feeItemId", f.name AS "feeItemName", p.purpose, p.method, p.area_kind AS "areaKind",
       p.source, p.meter_id AS "meterId", w.no AS "meterNo", p.use_meter_kind AS "useMeterKind", p.unit, p.rooms, p.vacancy, p.due_rule AS "dueRule", p.due_days AS "dueDays", p.legal_basis AS "legalBasis",
       p.starts_period AS "startsPeriod", p.active, s.status, s.amount_fen AS "amountFen",
       EXISTS (SELECT 1 FROM month_share m WHERE m.project_id = p.project_id AND m.pool_id = p.id) AS "inUse",
       (SELECT json_agg(json_build_object('roomId', r.id, 'roomCode', r.code) ORDER BY r.code ${NATURAL})
          FROM room r WHERE r.project_id = p.project_id AND r.id = ANY (p.excluded_room_ids)) AS excluded,
       (SELECT json_agg(json_build_object('roomId', r.id, 'roomCode', r.code, 'percent', x.percent) ORDER BY r.code ${NATURAL})
          FROM jsonb_to_recordset(p.ratios) AS x("roomId" uuid, percent text)
          JOIN room r ON r.project_id = p.project_id AND r.id = x."roomId") AS ratios
  FROM share_pool p
  JOIN fee_item f ON f.project_id = p.project_id AND f.id = p.fee_item_id
  LEFT JOIN meter w ON w.project_id = p.project_id AND w.id = p.meter_id
  LEFT JOIN month_share s ON s.project_id = p.project_id AND s.pool_id = p.id AND s.period = ${on}`;

/** Reads pools, and what their months come to. */
@Injectable()
export class SharesQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly days: ProjectToday,
  ) {}

  async list(projectId: string, query: SharePoolQueryDto): Promise<SharePoolPageDto> {
    const period = query.period ?? periodOf(await this.days.today(projectId));
    const pattern = containing(query.q);
    const where = new Where()
      .add("p.project_id = ?", projectId)
      .add("p.active = ?", query.active)
      .add("(p.name ILIKE ? OR p.purpose ILIKE ?)", pattern, pattern);
    const [{ total }] = await this.db.query<[{ total: number }]>(
      `SELECT count(*)::int AS total FROM share_pool p ${where.toString()}`,
      where.params,
    );
    const { limit, offset } = limitOf(query);
    const select = pools(where.param(period));
    const rows = await this.db.query<PoolRow[]>(
      `${select} ${where.toString()} ORDER BY p.name ${NATURAL}, p.id LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`,
      where.params,
    );
    return toPage(rows, total, (row) => toPoolDto(row, period));
  }

  async one(projectId: string, poolId: string): Promise<SharePoolDto> {
    const period = periodOf(await this.days.today(projectId));
    const sql = `${pools("$3")} WHERE p.project_id = $1 AND p.id = $2`;
    const [row] = await this.db.query<PoolRow[]>(sql, [projectId, poolId, period]);
    if (!row) throw notFound("分摊项目");
    return toPoolDto(row, period);
  }

  /** A month of a pool with its preview, or as it was confirmed. */
  async month(month: PoolMonth): Promise<ShareDto> {
    const { pool, share } = await this.find(month);
    const sharing = share && (await this.sharing(pool, share));
    const confirmed = share?.status === "CONFIRMED";
    const uses = share?.roomUses ?? [];
    const codes = await this.codesOf(
      month.projectId,
      uses.map(({ roomId }) => roomId),
    );
    const moved = confirmed ? await movedWarning(this.db, month.projectId, share.id) : null;
    const billed = confirmed ? await billedRooms(this.db.manager, month.projectId, share.id) : [];
    return {
      poolId: pool.id,
      poolName: pool.name,
      feeItemId: pool.feeItemId,
      feeItemName: pool.feeItem.name,
      purpose: pool.purpose,
      legalBasis: pool.legalBasis,
      period: month.period,
      status: (share?.status ?? "NONE") as ShareStatus,
      method: ((confirmed && share.method) || pool.method) as ShareMethod,
      areaKind: ((confirmed && share.areaKind) || pool.areaKind) as AreaKind,
      source: pool.source as ShareSource,
      meterNo: meterNoOf(pool, share),
      useMeterKind: (confirmed ? share.useMeterKind : pool.useMeterKind) as MeterKind | null,
      unit: pool.unit,
      use: trimDecimalOrNull(share?.use ?? null),
      masterUse: trimDecimalOrNull(share?.masterUse ?? null),
      subUse: trimDecimalOrNull(share?.subUse ?? null),
      unitPrice: trimDecimalOrNull(share?.unitPrice ?? null),
      roomUses: uses.map(({ roomId, use }) => ({ roomCode: codes.get(roomId) ?? "", use })),
      remark: share?.remark ?? null,
      amountFen: share?.amountFen ?? null,
      lossUse: share?.masterUse != null && share.subUse != null ? lossOf(share.masterUse, share.subUse) : null,
      base: sharing?.base ?? "0",
      memberCount: sharing?.parts.length ?? 0,
      borneFen: (sharing?.parts ?? []).reduce((sum, { borne, amountFen }) => sum + (borne ? amountFen : 0), 0),
      problems: sharing?.problems ?? [],
      warnings: moved === null ? (sharing?.warnings ?? []) : [moved],
      fingerprint: share && sharing && !confirmed ? fingerprintOf(share, sharing) : null,
      enteredByName: share?.enteredByName ?? null,
      confirmedByName: share?.confirmedByName ?? null,
      confirmedAt: share?.confirmedAt?.toISOString() ?? null,
      billedCount: billed.length,
    };
  }

  /** The rooms of a month with what they bear, by code. */
  async lines(month: PoolMonth, query: PageQueryDto): Promise<ShareLinePageDto> {
    const lines = await this.allLines(month);
    const { limit, offset } = limitOf(query);
    return { items: lines.slice(offset, offset + limit), total: lines.length };
  }

  /** All rooms of a month, for the list that is published. */
  async allLines(month: PoolMonth): Promise<ShareLineDto[]> {
    const { pool, share } = await this.find(month);
    if (!share) return [];
    const { parts, base } = await this.sharing(pool, share);
    return parts.map((part) => ({ ...part, raw: rawShare(share.amountFen, part.weight, base) }));
  }

  private async find({ projectId, poolId, period }: PoolMonth) {
    const where = { projectId, id: poolId };
    const pool = await this.db.manager.findOne(SharePool, { where, relations: { feeItem: true, meter: true } });
    if (!pool) throw notFound("分摊项目");
    const ofMonth = { where: { projectId, poolId, period }, relations: { meter: true } };
    return { pool, share: await this.db.manager.findOne(MonthShare, ofMonth) };
  }

  /** What was confirmed as it was confirmed; what was not, as it would be now. */
  private async sharing(pool: SharePool, share: MonthShare): Promise<Sharing> {
    if (share.status !== "CONFIRMED") return computed(this.db.manager, pool, share);
    const rows = await this.db.query<PartOfPool[]>(
      `SELECT l.room_id AS "roomId", r.code AS "roomCode", r.name AS "roomName", l.weight, l.amount_fen AS "amountFen",
              l.remainder_fen AS "remainderFen", l.borne
         FROM share_line l JOIN room r ON r.project_id = l.project_id AND r.id = l.room_id
        WHERE l.project_id = $1 AND l.share_id = $2 ORDER BY r.code ${NATURAL}`,
      [share.projectId, share.id],
    );
    const parts = rows.map((row) => ({ ...row, weight: trimDecimal(row.weight) }));
    return { parts, base: trimDecimal(share.base ?? "0"), problems: [], warnings: [] };
  }

  private async codesOf(projectId: string, roomIds: string[]): Promise<Map<string, string>> {
    if (roomIds.length === 0) return new Map();
    const sql = "SELECT id, code FROM room WHERE project_id = $1 AND id = ANY ($2)";
    const rows = await this.db.query<{ id: string; code: string }[]>(sql, [projectId, roomIds]);
    return new Map(rows.map(({ id, code }) => [id, code]));
  }
}

/** The meter that the uses were read from, which a pool may have exchanged since; of a month to be entered the pool's. */
function meterNoOf(pool: SharePool, share: MonthShare | null): string | null {
  if (share?.status === "CONFIRMED") return share.meter?.no ?? null;
  return pool.meter && (share?.meter?.no ?? pool.meter.no);
}

const toPoolDto = (row: PoolRow, period: string): SharePoolDto => ({
  id: row.id,
  name: row.name,
  feeItemId: row.feeItemId,
  feeItemName: row.feeItemName,
  purpose: row.purpose,
  method: row.method as ShareMethod,
  areaKind: row.areaKind as AreaKind,
  source: row.source as ShareSource,
  meterId: row.meterId,
  meterNo: row.meterNo,
  useMeterKind: row.useMeterKind as MeterKind | null,
  unit: row.unit,
  rooms: row.rooms,
  excluded: row.excluded ?? [],
  vacancy: row.vacancy as ShareVacancy,
  ratios: row.ratios ?? [],
  dueRule: row.dueRule as DueRule,
  dueDays: row.dueDays,
  legalBasis: row.legalBasis,
  startsPeriod: row.startsPeriod,
  active: row.active,
  period,
  status: (row.status ?? "NONE") as ShareStatus,
  amountFen: row.amountFen,
  inUse: row.inUse,
});
