import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Business tables `billing_settings`, `waiver` and `waiver_line`. */

export class Waivers1795732113011 implements MigrationInterface {
    name = 'Waivers1795732113011'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "billing_settings" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "waiver_limit_fen" bigint NOT NULL, CONSTRAINT "uq_billing_settings" UNIQUE ("project_id"), CONSTRAINT "ck_billing_settings_waiver_limit" CHECK (waiver_limit_fen >= 0), CONSTRAINT "pk_billing_settings" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "waiver" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "waiver_no" text NOT NULL, "status" text NOT NULL, "reason_code" text NOT NULL, "reason" text NOT NULL, "payer_id" uuid NOT NULL, "amount_fen" bigint NOT NULL, "approval_id" uuid NOT NULL, "requested_by" uuid NOT NULL, "requested_by_name" text NOT NULL, "booked_on" date, "reversed_by" uuid, "reversal_reason" text, "request_hash" text NOT NULL, CONSTRAINT "uq_waiver_no" UNIQUE ("project_id", "waiver_no"), CONSTRAINT "ck_waiver_amount" CHECK (amount_fen > 0), CONSTRAINT "pk_waiver" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_waiver_payer" ON "waiver"  ("project_id", "payer_id", "id") `);
        await queryRunner.query(`CREATE INDEX "ix_waiver_created" ON "waiver"  ("project_id", "created_at", "id") `);
        await queryRunner.query(`CREATE TABLE "waiver_line" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "waiver_id" uuid NOT NULL, "charge_id" uuid NOT NULL, "amount_fen" bigint NOT NULL, CONSTRAINT "ck_waiver_line_amount" CHECK (amount_fen > 0), CONSTRAINT "pk_waiver_line" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_waiver_line_charge" ON "waiver_line"  ("project_id", "charge_id") `);
        await queryRunner.query(`CREATE INDEX "ix_waiver_line_waiver" ON "waiver_line"  ("project_id", "waiver_id") `);
        await queryRunner.query(`ALTER TABLE "billing_settings" ADD CONSTRAINT "fk_billing_settings_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "waiver" ADD CONSTRAINT "fk_waiver_payer" FOREIGN KEY ("project_id", "payer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "waiver_line" ADD CONSTRAINT "fk_waiver_line_waiver" FOREIGN KEY ("project_id", "waiver_id") REFERENCES "waiver"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "waiver_line" ADD CONSTRAINT "fk_waiver_line_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "waiver_line");
        // of a waiver only what becomes of it changes
        await appendOnly(queryRunner, "waiver", ["status", "booked_on", "reversed_by", "reversal_reason"]);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "waiver_line" DROP CONSTRAINT "fk_waiver_line_charge"`);
        await queryRunner.query(`ALTER TABLE "waiver_line" DROP CONSTRAINT "fk_waiver_line_waiver"`);
        await queryRunner.query(`ALTER TABLE "waiver" DROP CONSTRAINT "fk_waiver_payer"`);
        await queryRunner.query(`ALTER TABLE "billing_settings" DROP CONSTRAINT "fk_billing_settings_project_id"`);
        await queryRunner.query(`DROP INDEX "public"."ix_waiver_line_waiver"`);
        await queryRunner.query(`DROP INDEX "public"."ix_waiver_line_charge"`);
        await queryRunner.query(`DROP TABLE "waiver_line"`);
        await queryRunner.query(`DROP INDEX "public"."ix_waiver_created"`);
        await queryRunner.query(`DROP INDEX "public"."ix_waiver_payer"`);
        await queryRunner.query(`DROP TABLE "waiver"`);
        await queryRunner.query(`DROP TABLE "billing_settings"`);
    }

}
