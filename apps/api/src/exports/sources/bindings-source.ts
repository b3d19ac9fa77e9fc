import { BindingQueryDto } from "@linli/contracts";
import { bindingConditions } from "../../billing/rates/bindings/binding.queries.js";
import { NATURAL } from "../../database/natural-order.js";
import { bindingsTemplate } from "../../imports/profiles/templates/bindings-template.js";
import { type ExportSource, numeric } from "./export-source.js";

interface BindingRow {
  room_code: string;
  object: string | null;
  fee: string;
  rate: string;
  starts_on: string;
  ends_on: string | null;
  unit_price: string | null;
  quantity: string | null;
  override_reason: string | null;
}

/** 收费标准绑定 by room, its own first, then those of its spaces, vehicles and contracts. */
export const bindingsSource: ExportSource<BindingRow> = {
  kind: "BINDINGS",
  template: bindingsTemplate,
  further: [{ key: "overrideReason", label: "约定原因" }],
  filter: BindingQueryDto,
  permission: "billing:read",
  masked: [],
  statement: async (projectId, filter) => ({
    columns:
      "o.code AS room_code, x.label AS object, f.name AS fee, r.name AS rate, b.starts_on, b.ends_on, b.unit_price, b.quantity, b.override_reason",
    from: `rate_binding b
           JOIN room o ON o.project_id = b.project_id AND o.id = b.room_id
           JOIN unit u ON u.project_id = o.project_id AND u.id = o.unit_id
           JOIN rate r ON r.project_id = b.project_id AND r.id = b.rate_id
           JOIN fee_item f ON f.project_id = b.project_id AND f.id = b.fee_item_id
           LEFT JOIN charge_object x ON x.project_id = b.project_id AND x.id = b.object_id`,
    where: bindingConditions(projectId, filter),
    order: `o.code ${NATURAL}, f.sort, f.code, x.label ${NATURAL} NULLS FIRST, b.starts_on, b.id`,
  }),
  valuesOf: (row) => ({
    roomCode: row.room_code,
    fee: row.fee,
    rate: row.rate,
    from: row.starts_on,
    to: row.ends_on,
    price: numeric(row.unit_price),
    quantity: numeric(row.quantity),
    object: row.object,
    overrideReason: row.override_reason,
  }),
};
