import { hash } from "node:crypto";
import { copyRow, copyValues } from "../../database/copy.js";
import type { RunLine } from "./run-lines.js";

/** Where lines wait for what is to be said or done about them besides being charged; private to the transaction. */
export const STAGING_TABLE = `CREATE TEMP TABLE charge_staging (
  id uuid, room_id uuid, object_id uuid, payer_id uuid, fee_item_id uuid, rate_id uuid, rate_version_id uuid, binding_id uuid,
  period text, service_from date, service_to date, quantity numeric, unit_price numeric, amount_fen bigint,
  due_on date, trace jsonb, late_booked_to date, late_booked_fen bigint) ON COMMIT DROP`;

/** Columns of the staging table, in the order of `chargeRow`; those of late fees are only of what is issued in place of another. */
export const STAGED = [
  "id",
  "room_id",
  "object_id",
  "payer_id",
  "fee_item_id",
  "rate_id",
  "rate_version_id",
  "binding_id",
  "period",
  "service_from",
  "service_to",
  "quantity",
  "unit_price",
  "amount_fen",
  "due_on",
  "trace",
];

/** $1 project, $2 now, $3 run, $4 booking month. A line that is there already is left alone. */
export const INSERT_CHARGES = `INSERT INTO charge (project_id, id, created_at, room_id, object_id, payer_id, fee_item_id, rate_id, rate_version_id,
    binding_id, run_id, source, period, booked_period, service_from, service_to, quantity, unit_price, amount_fen,
    reduced_fen, received_fen, offset_fen, reversed_fen, open_fen, due_on, trace, late_booked_to, late_booked_fen)
  SELECT $1, id, $2, room_id, object_id, payer_id, fee_item_id, rate_id, rate_version_id, binding_id, $3,
         CASE WHEN jsonb_typeof(trace -> 'meters') = 'array' THEN 'METER' ELSE 'RUN' END, period, $4,
         service_from, service_to, quantity, unit_price, amount_fen, 0, 0, 0, 0, amount_fen, due_on, trace,
         late_booked_to, late_booked_fen
    FROM charge_staging
  ON CONFLICT DO NOTHING`;

/** Columns of a charge that a publication copies into the ledger, in the order of `issuedRows`. */
export const ISSUED = [
  "project_id",
  "created_at",
  "run_id",
  "booked_period",
  "reduced_fen",
  "received_fen",
  "offset_fen",
  "reversed_fen",
  "source",
  "open_fen",
  ...STAGED,
];

interface Issue {
  projectId: string;
  runId: string;
  bookedPeriod: string;
  now: Date;
}

/** Publishable lines as rows of COPY into the ledger itself: what is the same in all of them is written down once. */
export function issuedRows({ projectId, runId, bookedPeriod, now }: Issue): (row: string, line: RunLine) => string {
  const same = copyValues([projectId, now.toISOString(), runId, bookedPeriod, 0, 0, 0, 0]);
  return (row, { trace, amountFen }) => `${same}\t${trace?.meters ? "METER" : "RUN"}\t${amountFen}\t${row}`;
}

/** Whether something else than the charge follows from a line: what its meters counted is billed, a reduction is booked. */
export const hasConsequences = ({ trace }: RunLine) => trace?.meters !== undefined || trace?.red !== undefined;

/** Whether the database has refused a line because the same service is charged already. */
export function isChargedAlready(error: unknown): boolean {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string };
  return code === "23505" && /^uq_charge_(object_)?service(_\d+)?$/.test(constraint ?? "");
}

/** A publishable line as a row of COPY into the staging table. */
export const chargeRow = (id: string, line: RunLine): string =>
  copyRow([
    id,
    line.roomId,
    line.objectId,
    line.payerId,
    line.feeItemId,
    line.rateId,
    line.rateVersionId,
    line.bindingId,
    line.period,
    line.serviceFrom,
    line.serviceTo,
    line.quantity,
    line.unitPrice,
    line.amountFen,
    line.dueOn,
    JSON.stringify(line.trace),
  ]);

/**
 * Ids of the charges of a run: version 7 uuids whose time is the run's, then the number of the line (so that the keys
 * are inserted in order), then a hash of the run. The same line of the same run always gets the same id.
 */
export function chargeIds(runId: string): (index: number) => string {
  const time = runId.slice(0, 13);
  const ofRun = hash("sha1", runId).slice(0, 12);
  return (index) => {
    const high = (0x7000 | ((index >> 12) & 0xfff)).toString(16);
    const low = (0x8000 | (index & 0xfff)).toString(16);
    return `${time}-${high}-${low}-${ofRun}`;
  };
}
