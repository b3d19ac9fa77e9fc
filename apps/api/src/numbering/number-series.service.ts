import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import { Clock } from "../common/clock.js";
import { newId } from "../common/ids.js";

/** Kinds of numbered documents and how their numbers begin. */
const series = {
  customer: "KH",
  receipt: "SJ",
  refund: "TK",
  "refund-request": "TQ",
  deposit: "YJ",
  "write-off": "HX",
  dunning: "CJ",
  vacancy: "KZ",
  shift: "BC",
  export: "DC",
  restructure: "CF",
  transfer: "GH",
  waiver: "JM",
  "charge-batch": "LS",
  "voucher-export": "PZ",
  archive: "DA",
  "payment-plan": "FQ",
  inspection: "YS",
  debit: "DK",
  opening: "QC",
  "online-order": "XS",
  "e-invoice": "FP",
} as const;
export type NumberedKind = keyof typeof series;

/** Prefixes that no other numbering may use. */
export const seriesPrefixes: readonly string[] = Object.values(series);

const WIDTH = 6;

/**
 * Gapless numbers per project (BIL-72). A number is drawn inside the document's own transaction: the counter row stays
 * locked until it commits, and a roll-back gives the number back.
 */
@Injectable()
export class NumberSeriesService {
  constructor(private readonly clock: Clock) {}

  /** The next number, e.g. SJ000123. */
  async draw(tx: EntityManager, projectId: string, kind: NumberedKind): Promise<string> {
    const [number] = await this.drawMany(tx, projectId, kind, 1);
    return number!;
  }

  /** The next `count` numbers in order. */
  async drawMany(tx: EntityManager, projectId: string, kind: NumberedKind, count: number): Promise<string[]> {
    if (count === 0) return [];
    const rows = await tx.query<{ prefix: string; width: number; next_no: number }[]>(
      `INSERT INTO number_series (project_id, id, kind, prefix, width, next_no, created_at)
       VALUES ($1, $2, $3, $4, $5, $6::bigint + 1, $7)
       ON CONFLICT (project_id, kind) DO UPDATE SET next_no = number_series.next_no + excluded.next_no - 1
       RETURNING prefix, width, next_no`,
      [projectId, newId(), kind, series[kind], WIDTH, count, this.clock.now()],
    );
    const { prefix, width, next_no: next } = rows[0]!;
    return Array.from({ length: count }, (_, index) => prefix + String(next - count + index).padStart(width, "0"));
  }
}
