import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** One-off charges entered together (business table). */
export class ChargeBatches1795783490061 implements MigrationInterface {
    name = 'ChargeBatches1795783490061'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "charge_batch" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "batch_no" text NOT NULL, "kind" text NOT NULL, "charge_count" integer NOT NULL, "amount_fen" bigint NOT NULL, "skipped_count" integer NOT NULL, "recorded_by" uuid, "recorded_by_name" text NOT NULL, "request_hash" text NOT NULL, CONSTRAINT "pk_charge_batch" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_charge_batch_no" ON "charge_batch"  ("project_id", "batch_no") `);
        await queryRunner.query(`ALTER TABLE "charge" ADD "batch_id" uuid`);
        await queryRunner.query(`CREATE INDEX "ix_charge_batch" ON "charge"  ("project_id", "batch_id") WHERE batch_id IS NOT NULL`);
        await queryRunner.query(`ALTER TABLE "charge" ADD CONSTRAINT "fk_charge_batch" FOREIGN KEY ("project_id", "batch_id") REFERENCES "charge_batch"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "charge_batch");
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "charge" DROP CONSTRAINT "fk_charge_batch"`);
        await queryRunner.query(`DROP INDEX "public"."ix_charge_batch"`);
        await queryRunner.query(`ALTER TABLE "charge" DROP COLUMN "batch_id"`);
        await queryRunner.query(`DROP INDEX "public"."uq_charge_batch_no"`);
        await queryRunner.query(`DROP TABLE "charge_batch"`);
    }

}
