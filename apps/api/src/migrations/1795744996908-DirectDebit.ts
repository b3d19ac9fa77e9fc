import type { MigrationInterface, QueryRunner } from "typeorm";
import { APP_ROLE } from "../data-source.js";
import { appendOnly } from "../database/rights.js";

/**
 * Business tables of direct debit: `debit_scheme`, `debit_agreement` with `debit_cover`, `debit_batch` with its lines, charges,
 * exclusions and files, `debit_credit`; and on `charge` the batch it is out with.
 */
export class DirectDebit1795744996908 implements MigrationInterface {
    name = 'DirectDebit1795744996908'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "debit_scheme" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "name" text NOT NULL, "bank_name" text NOT NULL, "merge" text NOT NULL, "allow_partial" boolean NOT NULL, "minimum_fen" bigint NOT NULL, "maximum_fen" bigint, "request" jsonb NOT NULL, "result" jsonb NOT NULL, "success_codes" text array NOT NULL, "partial_codes" text array NOT NULL, "open_codes" text array NOT NULL, "reasons" jsonb NOT NULL, "active" boolean NOT NULL, CONSTRAINT "uq_debit_scheme_name" UNIQUE ("project_id", "name"), CONSTRAINT "ck_debit_scheme_amounts" CHECK (minimum_fen > 0 AND (maximum_fen IS NULL OR maximum_fen >= minimum_fen)), CONSTRAINT "pk_debit_scheme" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "debit_agreement" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "scheme_id" uuid NOT NULL, "agreement_no" text NOT NULL, "customer_id" uuid NOT NULL, "status" text NOT NULL, "status_reason" text, "holder" text NOT NULL, "account_cipher" text NOT NULL, "account_hash" text NOT NULL, "account_masked" text NOT NULL, "account_kind" text NOT NULL, "bank_name" text NOT NULL, "bank_code" text, "id_type" text, "id_number_cipher" text, "id_number_masked" text, "mobile_cipher" text, "mobile_masked" text, "limit_fen" bigint, "signed_on" date, "valid_from" date NOT NULL, "valid_to" date, "remark" text, CONSTRAINT "uq_debit_agreement_no" UNIQUE ("project_id", "scheme_id", "agreement_no"), CONSTRAINT "ck_debit_agreement_limit" CHECK (limit_fen IS NULL OR limit_fen > 0), CONSTRAINT "ck_debit_agreement_signed" CHECK (status = 'PENDING' OR status = 'ENDED' OR signed_on IS NOT NULL), CONSTRAINT "ck_debit_agreement_days" CHECK (valid_to IS NULL OR valid_to >= valid_from), CONSTRAINT "pk_debit_agreement" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_debit_agreement_created" ON "debit_agreement"  ("project_id", "created_at", "id") `);
        await queryRunner.query(`CREATE INDEX "ix_debit_agreement_account" ON "debit_agreement"  ("project_id", "account_hash") `);
        await queryRunner.query(`CREATE INDEX "ix_debit_agreement_customer" ON "debit_agreement"  ("project_id", "customer_id") `);
        await queryRunner.query(`CREATE TABLE "debit_batch" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "batch_no" text NOT NULL, "status" text NOT NULL, "scheme_id" uuid NOT NULL, "merge" text NOT NULL, "due_until" date NOT NULL, "request" jsonb NOT NULL, "retry_of_id" uuid, "line_count" integer NOT NULL, "amount_fen" bigint NOT NULL, "succeeded_count" integer NOT NULL, "collected_fen" bigint NOT NULL, "failed_count" integer NOT NULL, "failed_fen" bigint NOT NULL, "short_fen" bigint NOT NULL, "in_process_count" integer NOT NULL, "in_process_fen" bigint NOT NULL, "excluded_count" integer NOT NULL, "excluded_fen" bigint NOT NULL, "exported_on" date, "exported_at" TIMESTAMP WITH TIME ZONE, "export_count" integer NOT NULL, "returned_at" TIMESTAMP WITH TIME ZONE, "return_hash" text, "remark" text, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, "request_hash" text NOT NULL, CONSTRAINT "uq_debit_batch_no" UNIQUE ("project_id", "batch_no"), CONSTRAINT "ck_debit_batch_sums" CHECK (amount_fen = collected_fen + failed_fen + short_fen + in_process_fen OR status IN ('DRAFT', 'VOID')), CONSTRAINT "pk_debit_batch" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_debit_batch_open" ON "debit_batch"  ("project_id", "exported_on") WHERE status IN ('EXPORTED', 'RETURNED')`);
        await queryRunner.query(`CREATE INDEX "ix_debit_batch_created" ON "debit_batch"  ("project_id", "created_at", "id") `);
        await queryRunner.query(`CREATE TABLE "debit_cover" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "agreement_id" uuid NOT NULL, "room_id" uuid NOT NULL, "fee_item_id" uuid NOT NULL, "in_force" boolean NOT NULL, CONSTRAINT "uq_debit_cover" UNIQUE ("project_id", "agreement_id", "room_id", "fee_item_id"), CONSTRAINT "pk_debit_cover" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_debit_cover_room" ON "debit_cover"  ("project_id", "room_id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_debit_cover_in_force" ON "debit_cover"  ("project_id", "room_id", "fee_item_id") WHERE in_force`);
        await queryRunner.query(`CREATE TABLE "debit_credit" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "batch_id" uuid NOT NULL, "credited_on" date NOT NULL, "credited_fen" bigint NOT NULL, "fee_fen" bigint NOT NULL, "reference" text NOT NULL, "remark" text, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, CONSTRAINT "ck_debit_credit_amount" CHECK (credited_fen >= 0 AND fee_fen >= 0 AND credited_fen + fee_fen > 0), CONSTRAINT "pk_debit_credit" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_debit_credit_batch" ON "debit_credit"  ("project_id", "batch_id") `);
        await queryRunner.query(`CREATE TABLE "debit_exclusion" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "batch_id" uuid NOT NULL, "charge_id" uuid NOT NULL, "amount_fen" bigint NOT NULL, "reason" text NOT NULL, "detail" text, CONSTRAINT "uq_debit_exclusion_charge" UNIQUE ("project_id", "batch_id", "charge_id"), CONSTRAINT "pk_debit_exclusion" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "debit_file" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "batch_id" uuid NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, "sha256" text NOT NULL, "sealed" text NOT NULL, CONSTRAINT "uq_debit_file_kind" UNIQUE ("project_id", "batch_id", "kind"), CONSTRAINT "pk_debit_file" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "debit_line" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "batch_id" uuid NOT NULL, "line_no" integer NOT NULL, "reference" text NOT NULL, "agreement_id" uuid NOT NULL, "status" text NOT NULL, "amount_fen" bigint NOT NULL, "paid_fen" bigint NOT NULL, "reason" text, "result_code" text, "result_text" text, "value_date" date, CONSTRAINT "uq_debit_line_reference" UNIQUE ("project_id", "reference"), CONSTRAINT "uq_debit_line_no" UNIQUE ("project_id", "batch_id", "line_no"), CONSTRAINT "ck_debit_line_amount" CHECK (amount_fen > 0 AND paid_fen >= 0 AND paid_fen <= amount_fen), CONSTRAINT "pk_debit_line" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_debit_line_agreement" ON "debit_line"  ("project_id", "agreement_id") `);
        await queryRunner.query(`CREATE TABLE "debit_line_charge" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "batch_id" uuid NOT NULL, "line_id" uuid NOT NULL, "charge_id" uuid NOT NULL, "amount_fen" bigint NOT NULL, "paid_fen" bigint NOT NULL, "receipt_id" uuid, CONSTRAINT "uq_debit_line_charge" UNIQUE ("project_id", "batch_id", "charge_id"), CONSTRAINT "ck_debit_line_charge_amount" CHECK (amount_fen > 0 AND paid_fen >= 0 AND paid_fen <= amount_fen), CONSTRAINT "pk_debit_line_charge" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_debit_line_charge_charge" ON "debit_line_charge"  ("project_id", "charge_id") `);
        await queryRunner.query(`CREATE INDEX "ix_debit_line_charge_line" ON "debit_line_charge"  ("project_id", "line_id") `);
        await queryRunner.query(`ALTER TABLE "charge" ADD "debit_batch_id" uuid`);
        await queryRunner.query(`CREATE INDEX "ix_charge_debit" ON "charge"  ("project_id", "debit_batch_id") WHERE debit_batch_id IS NOT NULL`);
        await queryRunner.query(`ALTER TABLE "debit_agreement" ADD CONSTRAINT "fk_debit_agreement_scheme" FOREIGN KEY ("project_id", "scheme_id") REFERENCES "debit_scheme"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "debit_agreement" ADD CONSTRAINT "fk_debit_agreement_customer" FOREIGN KEY ("project_id", "customer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "debit_batch" ADD CONSTRAINT "fk_debit_batch_scheme" FOREIGN KEY ("project_id", "scheme_id") REFERENCES "debit_scheme"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "debit_batch" ADD CONSTRAINT "fk_debit_batch_retry_of" FOREIGN KEY ("project_id", "retry_of_id") REFERENCES "debit_batch"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "debit_cover" ADD CONSTRAINT "fk_debit_cover_agreement" FOREIGN KEY ("project_id", "agreement_id") REFERENCES "debit_agreement"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "debit_cover" ADD CONSTRAINT "fk_debit_cover_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "debit_cover" ADD CONSTRAINT "fk_debit_cover_fee_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "debit_credit" ADD CONSTRAINT "fk_debit_credit_batch" FOREIGN KEY ("project_id", "batch_id") REFERENCES "debit_batch"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "debit_exclusion" ADD CONSTRAINT "fk_debit_exclusion_batch" FOREIGN KEY ("project_id", "batch_id") REFERENCES "debit_batch"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "debit_exclusion" ADD CONSTRAINT "fk_debit_exclusion_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "debit_file" ADD CONSTRAINT "fk_debit_file_batch" FOREIGN KEY ("project_id", "batch_id") REFERENCES "debit_batch"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "debit_line" ADD CONSTRAINT "fk_debit_line_batch" FOREIGN KEY ("project_id", "batch_id") REFERENCES "debit_batch"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "debit_line" ADD CONSTRAINT "fk_debit_line_agreement" FOREIGN KEY ("project_id", "agreement_id") REFERENCES "debit_agreement"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "debit_line_charge" ADD CONSTRAINT "fk_debit_line_charge_batch" FOREIGN KEY ("project_id", "batch_id") REFERENCES "debit_batch"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "debit_line_charge" ADD CONSTRAINT "fk_debit_line_charge_line" FOREIGN KEY ("project_id", "line_id") REFERENCES "debit_line"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "debit_line_charge" ADD CONSTRAINT "fk_debit_line_charge_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "debit_line_charge" ADD CONSTRAINT "fk_debit_line_charge_receipt" FOREIGN KEY ("project_id", "receipt_id") REFERENCES "receipt"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "debit_file");
        await appendOnly(queryRunner, "debit_credit");
        await queryRunner.query(`GRANT UPDATE (debit_batch_id) ON "charge" TO ${APP_ROLE}`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "debit_line_charge" DROP CONSTRAINT "fk_debit_line_charge_receipt"`);
        await queryRunner.query(`ALTER TABLE "debit_line_charge" DROP CONSTRAINT "fk_debit_line_charge_charge"`);
        await queryRunner.query(`ALTER TABLE "debit_line_charge" DROP CONSTRAINT "fk_debit_line_charge_line"`);
        await queryRunner.query(`ALTER TABLE "debit_line_charge" DROP CONSTRAINT "fk_debit_line_charge_batch"`);
        await queryRunner.query(`ALTER TABLE "debit_line" DROP CONSTRAINT "fk_debit_line_agreement"`);
        await queryRunner.query(`ALTER TABLE "debit_line" DROP CONSTRAINT "fk_debit_line_batch"`);
        await queryRunner.query(`ALTER TABLE "debit_file" DROP CONSTRAINT "fk_debit_file_batch"`);
        await queryRunner.query(`ALTER TABLE "debit_exclusion" DROP CONSTRAINT "fk_debit_exclusion_charge"`);
        await queryRunner.query(`ALTER TABLE "debit_exclusion" DROP CONSTRAINT "fk_debit_exclusion_batch"`);
        await queryRunner.query(`ALTER TABLE "debit_credit" DROP CONSTRAINT "fk_debit_credit_batch"`);
        await queryRunner.query(`ALTER TABLE "debit_cover" DROP CONSTRAINT "fk_debit_cover_fee_item"`);
        await queryRunner.query(`ALTER TABLE "debit_cover" DROP CONSTRAINT "fk_debit_cover_room"`);
        await queryRunner.query(`ALTER TABLE "debit_cover" DROP CONSTRAINT "fk_debit_cover_agreement"`);
        await queryRunner.query(`ALTER TABLE "debit_batch" DROP CONSTRAINT "fk_debit_batch_retry_of"`);
        await queryRunner.query(`ALTER TABLE "debit_batch" DROP CONSTRAINT "fk_debit_batch_scheme"`);
        await queryRunner.query(`ALTER TABLE "debit_agreement" DROP CONSTRAINT "fk_debit_agreement_customer"`);
        await queryRunner.query(`ALTER TABLE "debit_agreement" DROP CONSTRAINT "fk_debit_agreement_scheme"`);
        await queryRunner.query(`DROP INDEX "public"."ix_charge_debit"`);
        await queryRunner.query(`ALTER TABLE "charge" DROP COLUMN "debit_batch_id"`);
        await queryRunner.query(`DROP INDEX "public"."ix_debit_line_charge_line"`);
        await queryRunner.query(`DROP INDEX "public"."ix_debit_line_charge_charge"`);
        await queryRunner.query(`DROP TABLE "debit_line_charge"`);
        await queryRunner.query(`DROP INDEX "public"."ix_debit_line_agreement"`);
        await queryRunner.query(`DROP TABLE "debit_line"`);
        await queryRunner.query(`DROP TABLE "debit_file"`);
        await queryRunner.query(`DROP TABLE "debit_exclusion"`);
        await queryRunner.query(`DROP INDEX "public"."ix_debit_credit_batch"`);
        await queryRunner.query(`DROP TABLE "debit_credit"`);
        await queryRunner.query(`DROP INDEX "public"."uq_debit_cover_in_force"`);
        await queryRunner.query(`DROP INDEX "public"."ix_debit_cover_room"`);
        await queryRunner.query(`DROP TABLE "debit_cover"`);
        await queryRunner.query(`DROP INDEX "public"."ix_debit_batch_created"`);
        await queryRunner.query(`DROP INDEX "public"."ix_debit_batch_open"`);
        await queryRunner.query(`DROP TABLE "debit_batch"`);
        await queryRunner.query(`DROP INDEX "public"."ix_debit_agreement_customer"`);
        await queryRunner.query(`DROP INDEX "public"."ix_debit_agreement_account"`);
        await queryRunner.query(`DROP INDEX "public"."ix_debit_agreement_created"`);
        await queryRunner.query(`DROP TABLE "debit_agreement"`);
        await queryRunner.query(`DROP TABLE "debit_scheme"`);
    }

}
