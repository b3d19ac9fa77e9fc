import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Payment in parts or later (business tables). */
export class PaymentPlans1795768070457 implements MigrationInterface {
    name = 'PaymentPlans1795768070457'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "payment_plan" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "plan_no" text NOT NULL, "status" text NOT NULL, "reason" text NOT NULL, "payer_id" uuid NOT NULL, "total_fen" bigint NOT NULL, "approval_id" uuid NOT NULL, "requested_by" uuid NOT NULL, "requested_by_name" text NOT NULL, "starts_on" date, "ended_on" date, "end_reason" text, "request_hash" text NOT NULL, CONSTRAINT "uq_payment_plan_no" UNIQUE ("project_id", "plan_no"), CONSTRAINT "ck_payment_plan_ended" CHECK ((ended_on IS NOT NULL) = (status = 'ENDED') AND (ended_on IS NULL OR ended_on >= starts_on)), CONSTRAINT "ck_payment_plan_started" CHECK ((starts_on IS NOT NULL) = (status IN ('APPROVED', 'ENDED'))), CONSTRAINT "ck_payment_plan_total" CHECK (total_fen > 0), CONSTRAINT "pk_payment_plan" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_payment_plan_payer" ON "payment_plan"  ("project_id", "payer_id") `);
        await queryRunner.query(`CREATE INDEX "ix_payment_plan_created" ON "payment_plan"  ("project_id", "created_at", "id") `);
        await queryRunner.query(`CREATE TABLE "payment_plan_charge" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "plan_id" uuid NOT NULL, "charge_id" uuid NOT NULL, "open_fen" bigint NOT NULL, "followed_on" date, "released" boolean NOT NULL, CONSTRAINT "ck_payment_plan_charge_open" CHECK (open_fen > 0), CONSTRAINT "pk_payment_plan_charge" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_payment_plan_charge_plan" ON "payment_plan_charge"  ("project_id", "plan_id") `);
        await queryRunner.query(`CREATE INDEX "ix_payment_plan_charge" ON "payment_plan_charge"  ("project_id", "charge_id", "plan_id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_payment_plan_charge" ON "payment_plan_charge"  ("project_id", "charge_id") WHERE NOT released`);
        await queryRunner.query(`CREATE TABLE "payment_plan_instalment" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "plan_id" uuid NOT NULL, "due_on" date NOT NULL, "amount_fen" bigint NOT NULL, "through_fen" bigint NOT NULL, CONSTRAINT "uq_payment_plan_instalment" UNIQUE ("project_id", "plan_id", "due_on"), CONSTRAINT "ck_payment_plan_instalment" CHECK (amount_fen > 0 AND through_fen >= amount_fen), CONSTRAINT "pk_payment_plan_instalment" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "payment_plan" ADD CONSTRAINT "fk_payment_plan_payer" FOREIGN KEY ("project_id", "payer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "payment_plan_charge" ADD CONSTRAINT "fk_payment_plan_charge_plan" FOREIGN KEY ("project_id", "plan_id") REFERENCES "payment_plan"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "payment_plan_charge" ADD CONSTRAINT "fk_payment_plan_charge_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "payment_plan_instalment" ADD CONSTRAINT "fk_payment_plan_instalment_plan" FOREIGN KEY ("project_id", "plan_id") REFERENCES "payment_plan"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "payment_plan_instalment");
        await appendOnly(queryRunner, "payment_plan_charge", ["released"]);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "payment_plan_instalment" DROP CONSTRAINT "fk_payment_plan_instalment_plan"`);
        await queryRunner.query(`ALTER TABLE "payment_plan_charge" DROP CONSTRAINT "fk_payment_plan_charge_charge"`);
        await queryRunner.query(`ALTER TABLE "payment_plan_charge" DROP CONSTRAINT "fk_payment_plan_charge_plan"`);
        await queryRunner.query(`ALTER TABLE "payment_plan" DROP CONSTRAINT "fk_payment_plan_payer"`);
        await queryRunner.query(`DROP TABLE "payment_plan_instalment"`);
        await queryRunner.query(`DROP INDEX "public"."uq_payment_plan_charge"`);
        await queryRunner.query(`DROP INDEX "public"."ix_payment_plan_charge"`);
        await queryRunner.query(`DROP INDEX "public"."ix_payment_plan_charge_plan"`);
        await queryRunner.query(`DROP TABLE "payment_plan_charge"`);
        await queryRunner.query(`DROP INDEX "public"."ix_payment_plan_created"`);
        await queryRunner.query(`DROP INDEX "public"."ix_payment_plan_payer"`);
        await queryRunner.query(`DROP TABLE "payment_plan"`);
    }

}
