import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  PaidBeyondDto,
  PaidBeyondQueryDto,
  PaidBeyondRowDto,
  TurnoverDto,
  TurnoverQueryDto,
  TurnoverRowDto,
  TurnoverSumsDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { firstDay, periodOf } from "../../common/calendar.js";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { Where } from "../../common/where.js";
import { joinSurvivor } from "../../customer/merged-customers.js";
import { ProjectToday } from "../../property/project-today.js";
import { paidBeyond } from "./paid-beyond.sql.js";
import { movedAccounts, turnoverSums } from "./turnover.sql.js";

/** What is owed to those who paid ahead (BIL-60, BIL-65): prepayments are a liability. */
@Injectable()
export class LiabilityQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly days: ProjectToday,
  ) {}

  /** 预收款发生表: accounts that held or moved money in a span of days. */
  async turnover(projectId: string, query: TurnoverQueryDto): Promise<TurnoverDto> {
    const to = query.to ?? (await this.days.today(projectId));
    const from = query.from ?? firstDay(periodOf(to));
    if (to < from) throw new InvalidInput({ to: ["结束日期不能早于开始日期"] });
    const { pageSize = 20 } = query;
    const kind = query.kind ?? null;
    const params = [projectId, from, to, query.buildingId ?? null, kind];
    const [sums] = await this.db.query<TurnoverSumsDto[]>(`${MOVED} SELECT ${turnoverSums("")} FROM per`, params);
    const after = decodeCursor(query.cursor, 2) ?? ["", "00000000-0000-0000-0000-000000000000"];
    const rows = await this.db.query<TurnoverRowDto[]>(
      `${MOVED} SELECT per.id, per.room_id AS "roomId", per.code AS "roomCode", c.id AS "customerId", c.name AS "customerName",
              i.name AS "feeItemName", ${turnoverSums("GROUPED")}
         FROM per ${joinSurvivor("c", "$1", "per.customer_id")}
         LEFT JOIN fee_item i ON i.project_id = $1 AND i.id = per.fee_item_id
        WHERE (per.code, per.id) > ($6, $7::uuid) ORDER BY per.code, per.id LIMIT $8`,
      [...params, ...after, pageSize + 1],
    );
    const page = toCursorPage(
      rows,
      pageSize,
      (row) => row,
      ({ roomCode, id }) => [roomCode, id],
    );
    return { ...page, from, to, sums: sums! };
  }

  /** What is paid beyond a day, by room and payer (BIL-65, LAW-14). */
  async paidBeyond(projectId: string, query: PaidBeyondQueryDto): Promise<PaidBeyondDto> {
    const on = query.on ?? (await this.days.today(projectId));
    const { pageSize = 20 } = query;
    const where = new Where().add("r.project_id = ?", projectId).add("?::date IS NOT NULL", on);
    where.add("u.building_id = ?", query.buildingId);
    const [sums] = await this.db.query<Pick<PaidBeyondDto, "balanceFen" | "chargesFen">[]>(
      `${BEYOND} SELECT coalesce(sum(k.balance), 0)::bigint AS "balanceFen", coalesce(sum(k.charges), 0)::bigint AS "chargesFen"
         FROM keyed k ${ROOMS} ${where.toString()}`,
      where.params,
    );
    const [code, room, customer] = decodeCursor(query.cursor, 3) ?? [];
    where.add("(r.code, r.id, k.customer_id) > (?, ?::uuid, ?::uuid)", code, room, customer);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<PaidBeyondRowDto[]>(
      `${BEYOND} SELECT r.id || ' ' || c.id AS id, r.id AS "roomId", r.code AS "roomCode", c.id AS "customerId", c.name AS "customerName",
              k.balance::bigint AS "balanceFen", k.charges::bigint AS "chargesFen", k.paid_to AS "paidTo",
              (k.balance + k.charges)::bigint AS "totalFen"
         FROM keyed k ${ROOMS} JOIN customer c ON c.project_id = $1 AND c.id = k.customer_id
         ${where.toString()} ORDER BY r.code, r.id, k.customer_id LIMIT ${limit}`,
      where.params,
    );
    const page = toCursorPage(
      rows,
      pageSize,
      (row) => row,
      ({ roomCode, roomId, customerId }) => [roomCode, roomId, customerId],
    );
    return { ...page, on, ...sums! };
  }
}

const MOVED = movedAccounts({ project: "$1", from: "$2", to: "$3", building: "$4", kind: "$5" });

const BEYOND = paidBeyond({ project: "$1", day: "$2" });

const ROOMS = `JOIN room r ON r.project_id = $1 AND r.id = k.room_id JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id`;
