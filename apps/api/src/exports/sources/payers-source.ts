import { CustomerQueryDto } from "@linli/contracts";
import type { CustomerQueries } from "../../customer/customer.queries.js";
import { NATURAL } from "../../database/natural-order.js";
import { payersTemplate } from "../../imports/profiles/templates/payers-template.js";
import type { ExportSource } from "./export-source.js";

interface PayerRow {
  room_code: string;
  fee: string | null;
  number: string;
  name: string;
  starts_on: string;
  ends_on: string | null;
}

/** 收费对象 of the customers found. */
export const payersSource = (customers: CustomerQueries): ExportSource<PayerRow> => ({
  kind: "PAYERS",
  template: payersTemplate,
  further: [],
  filter: CustomerQueryDto,
  permission: "customer:read",
  masked: [],
  statement: async (projectId, filter, today) => ({
    columns: "o.code AS room_code, f.name AS fee, c.number, c.name, p.starts_on, p.ends_on",
    from: `customer c JOIN payer p ON p.project_id = c.project_id AND p.customer_id = c.id
           JOIN room o ON o.project_id = p.project_id AND o.id = p.room_id
           LEFT JOIN fee_item f ON f.project_id = p.project_id AND f.id = p.fee_item_id`,
    where: await customers.conditions(projectId, filter, today),
    order: `o.code ${NATURAL}, f.name NULLS FIRST, p.starts_on, p.id`,
  }),
  valuesOf: (row) => ({
    roomCode: row.room_code,
    fee: row.fee,
    number: row.number,
    name: row.name,
    from: row.starts_on,
    to: row.ends_on,
  }),
});
