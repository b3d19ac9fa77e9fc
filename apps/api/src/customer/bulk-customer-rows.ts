import type { PoolClient } from "pg";
import type { EntityManager } from "typeorm";
import { copyArray, copyInto, copyRow } from "../database/copy.js";
import type { BulkColumns } from "./bulk-customer.js";
import { PHONE_COLUMNS, phonesOf } from "./details/customer-phones.js";
import type { KnownCustomer } from "./known-customers.js";

// How customers are stored by the thousand: new ones by COPY, changed ones by one UPDATE.

const FIELDS = `name text, kind text, sex text, id_type text, id_number_cipher text, id_number_hash text, id_number_masked text,
  birthday date, registered_place text, mobile text, home_phone text, other_phones text[], emergency_name text,
  emergency_phone text, address text, remark text`;
const NAMES = FIELDS.replaceAll(/ (text\[\]|text|date)/g, "").replaceAll(/\s+/g, " ");

type Telephoned = Pick<KnownCustomer, "id" | "columns">;

/** Writes new customers, made while the database writes those before them. */
export const copyCustomers = (
  client: PoolClient,
  projectId: string,
  createdAt: string,
  customers: Iterable<KnownCustomer>,
  missing: (columns: BulkColumns) => string[],
): Promise<void> => copyInto(client, "customer", COPIED, linesOf(projectId, createdAt, customers, missing));

/** Writes the telephones of new customers. */
export const copyPhones = (
  client: PoolClient,
  projectId: string,
  createdAt: string,
  customers: readonly Telephoned[],
): Promise<void> => copyInto(client, "customer_phone", PHONE_COLUMNS, phoneLines(projectId, createdAt, customers));

/** Writes the columns of customers who are there, all at once. */
export async function updateCustomers(
  tx: EntityManager,
  projectId: string,
  customers: readonly KnownCustomer[],
): Promise<void> {
  const set = NAMES.split(", ").map((name) => `${name} = r.${name}`);
  await tx.query(
    `UPDATE customer c SET ${set.join(", ")} FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, ${FIELDS})
      WHERE c.project_id = $1 AND c.id = r.id`,
    [projectId, JSON.stringify(customers.map(recordOf))],
  );
}

/** Columns of a record by the fields they come from. */
const COLUMN_OF = Object.fromEntries(
  NAMES.split(", ").map((column) => [
    column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    column,
  ]),
) as Record<keyof BulkColumns, string | undefined>;

/** What COPY writes of somebody new, and the fields of `BulkColumns` in that order. */
const FILLED = Object.entries(COLUMN_OF).flatMap(([field, column]) =>
  column ? [{ field: field as keyof BulkColumns, column }] : [],
);
const COPIED = ["project_id", "id", "number", "incomplete", "created_at", ...FILLED.map(({ column }) => column)];

function* linesOf(
  projectId: string,
  createdAt: string,
  customers: Iterable<KnownCustomer>,
  missing: (columns: BulkColumns) => string[],
): Generator<string> {
  for (const { id, number, columns } of customers) {
    const values = FILLED.map(({ field }) => {
      const value = columns[field];
      return Array.isArray(value) ? copyArray(value) : value;
    });
    yield copyRow([projectId, id, number, copyArray(missing(columns)), createdAt, ...values]);
  }
}

function* phoneLines(projectId: string, createdAt: string, customers: readonly Telephoned[]): Generator<string> {
  for (const { id, columns } of customers)
    for (const phone of phonesOf(id, columns))
      yield copyRow([projectId, phone.id, createdAt, id, phone.kind, phone.number, phone.isMain]);
}

function recordOf({ id, number, columns }: KnownCustomer): Record<string, unknown> {
  const record: Record<string, unknown> = { id, number };
  for (const field in columns) {
    const column = COLUMN_OF[field as keyof BulkColumns];
    if (column) record[column] = columns[field as keyof BulkColumns];
  }
  return record;
}
