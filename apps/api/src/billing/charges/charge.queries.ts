import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  ChargeDetailDto,
  ChargeEntryDto,
  ChargeEntryKind,
  ChargeFilterDto,
  ChargePageDto,
  ChargePlanDto,
  ChargeQueryDto,
  ChargeTotalsDto,
  DisputeDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { formatFen } from "../../common/money.js";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import { idsOf, joinSurvivor } from "../../customer/merged-customers.js";
import { ProjectToday } from "../../property/project-today.js";
import { isAbout, isDisputed } from "../disputes/disputes.sql.js";
import { planMissedOn, planPaid, planStateOf } from "../payment-plans/payment-plans.sql.js";
import { explain } from "../pricing/explain.js";
import type { PriceTrace } from "../pricing/pricing.types.js";
import { trimDecimal } from "../rates/rate.mapper.js";
import { taxOn, type TaxOfDay, taxPartOf } from "../tax/tax-part.js";
import { type ChargeRow, STATUS_SQL, toChargeDto } from "./charge.mapper.js";
import { itemWithObject, objectLabel } from "../objects/charge-item.sql.js";

const COLUMNS = `c.id, c.room_id, o.code AS room_code, k.id AS payer_id, k.name AS payer_name, c.fee_item_id, ${itemWithObject("c", "i.name")} AS fee_item_name, c.object_id,
  r.name AS rate_name, c.run_id, c.source, c.period, c.booked_period, c.service_from, c.service_to, c.quantity, c.unit_price,
  c.amount_fen, c.reduced_fen, c.received_fen, c.offset_fen, c.reversed_fen, c.open_fen, c.due_on, c.debit_batch_id,
  b.batch_no AS debit_batch_no, e.batch_no, c.remark, c.created_at`;

const TABLES = `FROM charge c
  JOIN room o ON o.project_id = c.project_id AND o.id = c.room_id
  ${joinSurvivor("k", "c.project_id", "c.payer_id")}
  JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
  LEFT JOIN rate r ON r.project_id = c.project_id AND r.id = c.rate_id
  LEFT JOIN debit_batch b ON b.project_id = c.project_id AND b.id = c.debit_batch_id
  LEFT JOIN charge_batch e ON e.project_id = c.project_id AND e.id = c.batch_id`;

interface EntryRow {
  id: string;
  kind: string;
  amount_fen: number;
  booked_on: string;
  receipt_id: string | null;
  receipt_no: string | null;
  reason: string | null;
  created_by_name: string | null;
  created_at: Date;
}

/** Reads charges. */
@Injectable()
export class ChargeQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly days: ProjectToday,
  ) {}

  /** A stretch of the list, the last booked first. */
  async list(projectId: string, query: ChargeQueryDto): Promise<ChargePageDto> {
    const { pageSize = 20 } = query;
    const [booked, id] = decodeCursor(query.cursor, 2) ?? [];
    const today = await this.days.today(projectId);
    const where = this.where(projectId, query, today).add("(c.booked_period, c.id) < (?, ?::uuid)", booked, id);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<ChargeRow[]>(
      `SELECT ${COLUMNS} ${TABLES} ${where.toString()} ORDER BY c.booked_period DESC, c.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(
      rows,
      pageSize,
      (row) => toChargeDto(row, today),
      (row) => [row.booked_period, row.id],
    );
  }

  /** Count and sums of everything a filter finds. */
  async totals(projectId: string, query: ChargeFilterDto): Promise<ChargeTotalsDto> {
    const where = this.where(projectId, query, await this.days.today(projectId));
    const [totals] = await this.db.query<[ChargeTotalsDto]>(
      `SELECT count(*)::int AS count, ${["amount", "reduced", "received", "offset", "reversed", "open"]
        .map((sum) => `COALESCE(sum(c.${sum}_fen), 0)::bigint AS "${sum}Fen"`)
        .join(", ")} ${TABLES} ${where.toString()}`,
      where.params,
    );
    return totals;
  }

  /** A charge with its entries and the sentences that explain its amount (GEN-03). */
  async one(projectId: string, id: string): Promise<ChargeDetailDto> {
    const [row] = await this.db.query<
      (ChargeRow & TaxOfDay & { trace: PriceTrace | null; object_label: string | null })[]
    >(
      `SELECT ${COLUMNS}, c.trace, ${objectLabel("c")} AS object_label, tax.code AS "taxCode", tax.rate AS "taxRate" ${TABLES} ${taxOn("c.due_on")}
        WHERE c.project_id = $1 AND c.id = $2`,
      [projectId, id],
    );
    if (!row) throw notFound("应收");
    const today = await this.days.today(projectId);
    const entries = await this.db.query<EntryRow[]>(
      `SELECT e.*, t.receipt_no, u.name AS created_by_name FROM charge_entry e
         LEFT JOIN receipt t ON t.project_id = e.project_id AND t.id = e.receipt_id
         LEFT JOIN app_user u ON u.id = e.created_by
        WHERE e.project_id = $1 AND e.charge_id = $2 ORDER BY e.id`,
      [projectId, id],
    );
    const disputes = await this.db.query<DisputeDto[]>(
      `SELECT id, charge_id AS "chargeId", reason, opened_on AS "openedOn", opened_by_name AS "openedByName", outcome, resolution, settled_on AS "settledOn",
              settled_by_name AS "settledByName"
         FROM charge_dispute d WHERE ${isAbout("$1::uuid", "$2::uuid")} ORDER BY id DESC`,
      [projectId, id],
    );
    const [plan = null] = await this.db.query<ChargePlanDto[]>(
      `SELECT p.id, p.plan_no AS "planNo", ${planStateOf(planPaid("$3::date"), planMissedOn("$3::date"))} AS state
         FROM payment_plan_charge l JOIN payment_plan p ON p.project_id = l.project_id AND p.id = l.plan_id
        WHERE l.project_id = $1 AND l.charge_id = $2 AND NOT l.released`,
      [projectId, id, today],
    );
    return {
      ...toChargeDto(row, today),
      disputes,
      tax: taxPartOf(row.amount_fen - row.reduced_fen - row.reversed_fen, row),
      plan,
      entries: entries.map(toEntryDto),
      explanation: [
        ...(row.object_label === null ? [] : [`计费对象：${row.object_label}，记在房间 ${row.room_code} 名下`]),
        ...(row.trace ? explain(row.trace) : wordsOf(row)),
      ],
      createdAt: row.created_at.toISOString(),
    };
  }

  private where(projectId: string, query: ChargeFilterDto, today: string): Where {
    const pattern = containing(query.q);
    const where = new Where()
      .add("c.project_id = ?", projectId)
      .add("c.room_id = ?", query.roomId)
      .add(`c.payer_id IN ${idsOf("?", "?")}`, query.payerId && projectId, query.payerId, query.payerId)
      .add("c.fee_item_id = ?", query.feeItemId)
      .add("c.run_id = ?", query.runId)
      .add(
        "c.batch_id IN (SELECT id FROM charge_batch WHERE project_id = ? AND batch_no = ?)",
        query.batchNo && projectId,
        query.batchNo,
      )
      .add("c.period >= ?", query.periodFrom)
      .add("c.period <= ?", query.periodTo)
      .add("c.booked_period = ?", query.bookedPeriod)
      .add(
        "o.unit_id IN (SELECT u.id FROM unit u WHERE u.project_id = ? AND u.building_id = ?)",
        projectId,
        query.buildingId,
      )
      .add("(o.code ILIKE ? OR k.name ILIKE ? OR k.number ILIKE ?)", pattern, pattern, pattern);
    if (query.status) where.add(`(${STATUS_SQL[query.status]})`);
    if (query.onDebit !== undefined) where.add(`c.debit_batch_id IS ${query.onDebit ? "NOT " : ""}NULL`);
    if (query.disputed !== undefined) where.add(`${query.disputed ? "" : "NOT "}${isDisputed(where.param(projectId))}`);
    if (query.overdue === true) where.add("c.open_fen > 0 AND c.due_on < ?", today);
    if (query.overdue === false) where.add("(c.open_fen = 0 OR c.due_on >= ?)", today);
    return where;
  }
}

/** Of a charge that no standard priced: what it is for, and what its amount was multiplied from. */
function wordsOf({ quantity, unit_price: price, amount_fen: fen, batch_no: batchNo, remark }: ChargeRow): string[] {
  const product =
    batchNo !== null && quantity !== null && price !== null
      ? [`${trimDecimal(quantity)} × ${trimDecimal(price)} 元 = ${formatFen(fen)} 元`]
      : [];
  return [...product, ...(remark === null ? [] : [remark])];
}

const toEntryDto = (row: EntryRow): ChargeEntryDto => ({
  id: row.id,
  kind: row.kind as ChargeEntryKind,
  amountFen: row.amount_fen,
  bookedOn: row.booked_on,
  receiptId: row.receipt_id,
  receiptNo: row.receipt_no,
  reason: row.reason,
  createdByName: row.created_by_name,
  createdAt: row.created_at.toISOString(),
});
