import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/**
 * Business tables `cashier_shift`, `bank_deposit` and `desk_settings`; receipts and refunds name their shift. Of a shift
 * only what its count says may change, of a deposit slip only its striking out.
 */
export class CashierShifts1795743307462 implements MigrationInterface {
    name = 'CashierShifts1795743307462'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "cashier_shift" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "shift_no" text NOT NULL, "status" text NOT NULL, "desk" text NOT NULL, "cashier_id" uuid NOT NULL, "cashier_name" text NOT NULL, "opened_on" date NOT NULL, "float_fen" bigint NOT NULL, "taken_from_id" uuid, "totals" jsonb, "expected_fen" bigint, "counted_fen" bigint, "notes" jsonb, "left_fen" bigint, "difference_reason" text, "closed_at" TIMESTAMP WITH TIME ZONE, "closed_on" date, "counted_by" uuid, "counted_by_name" text, "witness_id" uuid, "witness_name" text, "witnessed_at" TIMESTAMP WITH TIME ZONE, "witness_note" text, CONSTRAINT "uq_cashier_shift_no" UNIQUE ("project_id", "shift_no"), CONSTRAINT "ck_cashier_shift_witness" CHECK (witness_id IS NULL OR (witness_id <> cashier_id AND witness_id <> counted_by)), CONSTRAINT "ck_cashier_shift_counted" CHECK (status = 'OPEN' OR (counted_fen IS NOT NULL AND expected_fen IS NOT NULL)), CONSTRAINT "ck_cashier_shift_left" CHECK (left_fen IS NULL OR (left_fen >= 0 AND left_fen <= counted_fen)), CONSTRAINT "ck_cashier_shift_float" CHECK (float_fen >= 0), CONSTRAINT "pk_cashier_shift" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_cashier_shift_opened" ON "cashier_shift"  ("project_id", "created_at", "id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_cashier_shift_taken" ON "cashier_shift"  ("project_id", "taken_from_id") WHERE taken_from_id IS NOT NULL`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_cashier_shift_open" ON "cashier_shift"  ("project_id", "cashier_id") WHERE status IN ('OPEN', 'COUNTED')`);
        await queryRunner.query(`CREATE TABLE "bank_deposit" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "slip_no" text NOT NULL, "deposited_on" date NOT NULL, "takings_on" date NOT NULL, "amount_fen" bigint NOT NULL, "account" text NOT NULL, "shift_id" uuid, "remark" text, "recorded_by" uuid NOT NULL, "recorded_by_name" text NOT NULL, "request_hash" text NOT NULL, "cancel_reason" text, "cancelled_by" uuid, CONSTRAINT "ck_bank_deposit_days" CHECK (deposited_on >= takings_on), CONSTRAINT "ck_bank_deposit_amount" CHECK (amount_fen > 0), CONSTRAINT "pk_bank_deposit" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_bank_deposit_shift" ON "bank_deposit"  ("project_id", "shift_id") WHERE shift_id IS NOT NULL`);
        await queryRunner.query(`CREATE INDEX "ix_bank_deposit_takings" ON "bank_deposit"  ("project_id", "takings_on", "id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_bank_deposit_slip" ON "bank_deposit"  ("project_id", "slip_no") WHERE cancel_reason IS NULL`);
        await queryRunner.query(`CREATE TABLE "desk_settings" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "shift_required" boolean NOT NULL, "banking" text NOT NULL, "banking_since" date, CONSTRAINT "uq_desk_settings" UNIQUE ("project_id"), CONSTRAINT "pk_desk_settings" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "receipt" ADD "shift_id" uuid`);
        await queryRunner.query(`ALTER TABLE "refund" ADD "shift_id" uuid`);
        await queryRunner.query(`CREATE INDEX "ix_receipt_shift" ON "receipt"  ("project_id", "shift_id") WHERE shift_id IS NOT NULL`);
        await queryRunner.query(`CREATE INDEX "ix_refund_shift" ON "refund"  ("project_id", "shift_id") WHERE shift_id IS NOT NULL`);
        await queryRunner.query(`ALTER TABLE "cashier_shift" ADD CONSTRAINT "fk_cashier_shift_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "cashier_shift" ADD CONSTRAINT "fk_cashier_shift_taken_from" FOREIGN KEY ("project_id", "taken_from_id") REFERENCES "cashier_shift"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "receipt" ADD CONSTRAINT "fk_receipt_shift" FOREIGN KEY ("project_id", "shift_id") REFERENCES "cashier_shift"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "refund" ADD CONSTRAINT "fk_refund_shift" FOREIGN KEY ("project_id", "shift_id") REFERENCES "cashier_shift"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "bank_deposit" ADD CONSTRAINT "fk_bank_deposit_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "bank_deposit" ADD CONSTRAINT "fk_bank_deposit_shift" FOREIGN KEY ("project_id", "shift_id") REFERENCES "cashier_shift"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "desk_settings" ADD CONSTRAINT "fk_desk_settings_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "cashier_shift", ["status", "totals", "expected_fen", "counted_fen", "notes", "left_fen", "difference_reason", "closed_at", "closed_on", "counted_by", "counted_by_name", "witness_id", "witness_name", "witnessed_at", "witness_note"]);
        await appendOnly(queryRunner, "bank_deposit", ["cancel_reason", "cancelled_by"]);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "desk_settings" DROP CONSTRAINT "fk_desk_settings_project_id"`);
        await queryRunner.query(`ALTER TABLE "bank_deposit" DROP CONSTRAINT "fk_bank_deposit_shift"`);
        await queryRunner.query(`ALTER TABLE "bank_deposit" DROP CONSTRAINT "fk_bank_deposit_project_id"`);
        await queryRunner.query(`ALTER TABLE "refund" DROP CONSTRAINT "fk_refund_shift"`);
        await queryRunner.query(`ALTER TABLE "receipt" DROP CONSTRAINT "fk_receipt_shift"`);
        await queryRunner.query(`ALTER TABLE "cashier_shift" DROP CONSTRAINT "fk_cashier_shift_taken_from"`);
        await queryRunner.query(`ALTER TABLE "cashier_shift" DROP CONSTRAINT "fk_cashier_shift_project_id"`);
        await queryRunner.query(`DROP INDEX "public"."ix_refund_shift"`);
        await queryRunner.query(`DROP INDEX "public"."ix_receipt_shift"`);
        await queryRunner.query(`ALTER TABLE "refund" DROP COLUMN "shift_id"`);
        await queryRunner.query(`ALTER TABLE "receipt" DROP COLUMN "shift_id"`);
        await queryRunner.query(`DROP TABLE "desk_settings"`);
        await queryRunner.query(`DROP INDEX "public"."uq_bank_deposit_slip"`);
        await queryRunner.query(`DROP INDEX "public"."ix_bank_deposit_takings"`);
        await queryRunner.query(`DROP INDEX "public"."ix_bank_deposit_shift"`);
        await queryRunner.query(`DROP TABLE "bank_deposit"`);
        await queryRunner.query(`DROP INDEX "public"."uq_cashier_shift_open"`);
        await queryRunner.query(`DROP INDEX "public"."uq_cashier_shift_taken"`);
        await queryRunner.query(`DROP INDEX "public"."ix_cashier_shift_opened"`);
        await queryRunner.query(`DROP TABLE "cashier_shift"`);
    }

}
