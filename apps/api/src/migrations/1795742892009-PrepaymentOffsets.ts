import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Business tables `offset_scheme` and `offset_run`; prepayment accounts for single fee items; receipts of an offset run.
 */

export class PrepaymentOffsets1795742892009 implements MigrationInterface {
    name = 'PrepaymentOffsets1795742892009'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "prepayment_account" DROP CONSTRAINT "uq_prepayment_account"`);
        await queryRunner.query(`CREATE TABLE "offset_run" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "trigger" text NOT NULL, "status" text NOT NULL, "scope" jsonb NOT NULL, "fingerprint" text, "request_hash" text NOT NULL, "receipt_count" integer NOT NULL, "room_count" integer NOT NULL, "charge_count" integer NOT NULL, "amount_fen" bigint NOT NULL, "booked_on" date, "job_id" uuid NOT NULL, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, CONSTRAINT "pk_offset_run" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_offset_run_recent" ON "offset_run"  ("project_id", "id") `);
        await queryRunner.query(`CREATE TABLE "offset_scheme" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "enabled" boolean NOT NULL, "on_publish" boolean NOT NULL, "daily" boolean NOT NULL, "only_listed" boolean NOT NULL, "fee_item_ids" uuid array NOT NULL, "order" text NOT NULL, "shortage" text NOT NULL, "charge_from" date, "charge_to" date, CONSTRAINT "uq_offset_scheme" UNIQUE ("project_id"), CONSTRAINT "pk_offset_scheme" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "prepayment_account" ADD "fee_item_id" uuid`);
        await queryRunner.query(`ALTER TABLE "receipt" ADD "offset_run_id" uuid`);
        await queryRunner.query(`CREATE INDEX "ix_prepayment_account_balance" ON "prepayment_account"  ("project_id", "room_id") WHERE balance_fen > 0`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_prepayment_account_item" ON "prepayment_account"  ("project_id", "room_id", "customer_id", "fee_item_id") WHERE fee_item_id IS NOT NULL`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_prepayment_account_general" ON "prepayment_account"  ("project_id", "room_id", "customer_id") WHERE fee_item_id IS NULL`);
        await queryRunner.query(`CREATE INDEX "ix_receipt_offset_run" ON "receipt"  ("project_id", "offset_run_id") WHERE offset_run_id IS NOT NULL`);
        await queryRunner.query(`ALTER TABLE "prepayment_account" ADD CONSTRAINT "fk_prepayment_account_fee_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "offset_run" ADD CONSTRAINT "fk_offset_run_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "offset_scheme" ADD CONSTRAINT "fk_offset_scheme_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "offset_scheme" DROP CONSTRAINT "fk_offset_scheme_project_id"`);
        await queryRunner.query(`ALTER TABLE "offset_run" DROP CONSTRAINT "fk_offset_run_project_id"`);
        await queryRunner.query(`ALTER TABLE "prepayment_account" DROP CONSTRAINT "fk_prepayment_account_fee_item"`);
        await queryRunner.query(`DROP INDEX "public"."ix_receipt_offset_run"`);
        await queryRunner.query(`DROP INDEX "public"."uq_prepayment_account_general"`);
        await queryRunner.query(`DROP INDEX "public"."uq_prepayment_account_item"`);
        await queryRunner.query(`DROP INDEX "public"."ix_prepayment_account_balance"`);
        await queryRunner.query(`ALTER TABLE "receipt" DROP COLUMN "offset_run_id"`);
        await queryRunner.query(`ALTER TABLE "prepayment_account" DROP COLUMN "fee_item_id"`);
        await queryRunner.query(`DROP TABLE "offset_scheme"`);
        await queryRunner.query(`DROP INDEX "public"."ix_offset_run_recent"`);
        await queryRunner.query(`DROP TABLE "offset_run"`);
        await queryRunner.query(`ALTER TABLE "prepayment_account" ADD CONSTRAINT "uq_prepayment_account" UNIQUE ("project_id", "room_id", "customer_id")`);
    }

}
