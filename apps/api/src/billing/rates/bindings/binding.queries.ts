import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { BindingDto, BindingPageDto, BindingQueryDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { limitOf, toPage } from "../../../common/paging.js";
import { containing, Where } from "../../../common/where.js";
import { NATURAL } from "../../../database/natural-order.js";
import { objectLabel } from "../../objects/charge-item.sql.js";
import { trimDecimalOrNull } from "../rate.mapper.js";

interface BindingRow {
  id: string;
  room_id: string;
  room_code: string;
  room_name: string;
  object_id: string | null;
  object_label: string | null;
  rate_id: string;
  rate_name: string;
  fee_item_id: string;
  fee_item_name: string;
  starts_on: string;
  ends_on: string | null;
  quantity: string | null;
  unit_price: string | null;
  override_reason: string | null;
  billed_to: string | null;
  can_end_early: boolean;
  metered: boolean;
}

const TABLES = `FROM rate_binding b
  JOIN room o ON o.project_id = b.project_id AND o.id = b.room_id
  JOIN unit u ON u.project_id = o.project_id AND u.id = o.unit_id
  JOIN rate r ON r.project_id = b.project_id AND r.id = b.rate_id
  JOIN fee_item f ON f.project_id = b.project_id AND f.id = b.fee_item_id`;

/** Charges `c` that stand and were billed through binding `b`. */
const BILLS = `FROM charge c WHERE c.project_id = b.project_id AND c.room_id = b.room_id AND c.binding_id = b.id
  AND c.reversed_fen < c.amount_fen`;

/** Reads bindings. */
@Injectable()
export class BindingQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async list(projectId: string, query: BindingQueryDto): Promise<BindingPageDto> {
    const where = bindingConditions(projectId, query);
    const [{ total }] = await this.db.query<[{ total: number }]>(
      `SELECT count(*)::int AS total ${TABLES} ${where.toString()}`,
      where.params,
    );
    const { limit, offset } = limitOf(query);
    const rows = await this.db.query<BindingRow[]>(
      `SELECT b.*, o.code AS room_code, o.name AS room_name, r.name AS rate_name, r.base = 'METERED' AS metered, f.name AS fee_item_name,
              ${objectLabel("b")} AS object_label,
              (SELECT max(c.service_to) ${BILLS}) AS billed_to,
              coalesce((SELECT bool_and(c.source <> 'METER') ${BILLS}), false) AS can_end_early
         ${TABLES} ${where.toString()} ORDER BY o.code ${NATURAL}, f.sort, f.code, ${objectLabel("b")} ${NATURAL} NULLS FIRST, b.starts_on, b.id
         LIMIT ${where.param(limit)} OFFSET ${where.param(offset)}`,
      where.params,
    );
    return toPage(rows, total, toBindingDto);
  }
}

/** The bindings a list query means: `rate_binding b` with `room o` and `unit u`. Lists and exports share it. */
export function bindingConditions(projectId: string, query: BindingQueryDto): Where {
  const pattern = containing(query.q);
  return new Where()
    .add("b.project_id = ?", projectId)
    .add("b.fee_item_id = ?", query.feeItemId)
    .add("b.rate_id = ?", query.rateId)
    .add("b.room_id = ?", query.roomId)
    .add("b.object_id = ?", query.objectId)
    .add("o.unit_id = ?", query.unitId)
    .add("u.building_id = ?", query.buildingId)
    .add(`(o.code ILIKE ? OR o.name ILIKE ? OR ${objectLabel("b")} ILIKE ?)`, pattern, pattern, pattern)
    .add("b.starts_on <= ? AND (b.ends_on IS NULL OR b.ends_on >= ?)", query.on, query.on);
}

const toBindingDto = (row: BindingRow): BindingDto => ({
  id: row.id,
  roomId: row.room_id,
  roomCode: row.room_code,
  roomName: row.room_name,
  objectId: row.object_id,
  objectLabel: row.object_label,
  rateId: row.rate_id,
  rateName: row.rate_name,
  feeItemId: row.fee_item_id,
  feeItemName: row.fee_item_name,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  quantity: trimDecimalOrNull(row.quantity),
  unitPrice: trimDecimalOrNull(row.unit_price),
  overrideReason: row.override_reason,
  billedTo: row.billed_to,
  canEndEarly: row.can_end_early,
  metered: row.metered,
});
