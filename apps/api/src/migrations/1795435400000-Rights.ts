import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly, grantAll } from "../database/rights.js";

/** What the application's role may do. Append-only tables are kept so by these rights, not by triggers. */
export class Rights1795435400000 implements MigrationInterface {
  name = "Rights1795435400000";

  async up(queryRunner: QueryRunner): Promise<void> {
    await grantAll(queryRunner);
    for (const table of [
      "audit_log",
      "charge_entry",
      "receipt",
      "receipt_method",
      "receipt_print",
      "refund",
      "prepayment_movement",
      "period_balance",
    ]) {
      await appendOnly(queryRunner, table);
    }
    // Of a charge, only the kept sums may change.
    await appendOnly(queryRunner, "charge", ["reduced_fen", "received_fen", "offset_fen", "reversed_fen", "open_fen"]);
  }

  async down(): Promise<void> {
    // The tables go with the migration before; rights go with them.
  }
}
