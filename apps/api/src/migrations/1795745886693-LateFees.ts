import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Business tables `late_fee_scheme`, `late_fee_item` and `late_fee_rate`; a late fee is a charge that names its principal. */

export class LateFees1795745886693 implements MigrationInterface {
    name = 'LateFees1795745886693'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "late_fee_scheme" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "name" text NOT NULL, "fee_item_id" uuid NOT NULL, "grace_days" integer NOT NULL, "grace_policy" text NOT NULL, "cap_share" numeric(7,4), "collected_allowed" boolean NOT NULL, "active" boolean NOT NULL, CONSTRAINT "uq_late_fee_scheme_name" UNIQUE ("project_id", "name"), CONSTRAINT "ck_late_fee_scheme_cap" CHECK (cap_share IS NULL OR cap_share > 0), CONSTRAINT "ck_late_fee_scheme_grace" CHECK (grace_days BETWEEN 0 AND 365), CONSTRAINT "pk_late_fee_scheme" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "late_fee_item" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "scheme_id" uuid NOT NULL, "fee_item_id" uuid NOT NULL, CONSTRAINT "uq_late_fee_item" UNIQUE ("project_id", "fee_item_id"), CONSTRAINT "pk_late_fee_item" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_late_fee_item_scheme" ON "late_fee_item"  ("project_id", "scheme_id") `);
        await queryRunner.query(`CREATE TABLE "late_fee_rate" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "scheme_id" uuid NOT NULL, "starts_on" date NOT NULL, "daily_rate" numeric(12,8) NOT NULL, CONSTRAINT "uq_late_fee_rate" UNIQUE ("project_id", "scheme_id", "starts_on"), CONSTRAINT "ck_late_fee_rate" CHECK (daily_rate > 0 AND daily_rate <= 0.1), CONSTRAINT "pk_late_fee_rate" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "charge" ADD "principal_id" uuid`);
        await queryRunner.query(`ALTER TABLE "billing_settings" ADD "late_fee_ceiling" numeric(7,4) NOT NULL DEFAULT 0.3`);
        await queryRunner.query(`CREATE INDEX "ix_charge_principal" ON "charge"  ("project_id", "principal_id") WHERE principal_id IS NOT NULL`);
        await queryRunner.query(`ALTER TABLE "charge" ADD CONSTRAINT "ck_charge_principal" CHECK ((principal_id IS NOT NULL) = (source = 'LATE_FEE'))`);
        await queryRunner.query(`ALTER TABLE "charge" ADD CONSTRAINT "fk_charge_principal" FOREIGN KEY ("project_id", "principal_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "late_fee_scheme" ADD CONSTRAINT "fk_late_fee_scheme_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "late_fee_scheme" ADD CONSTRAINT "fk_late_fee_scheme_fee_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "late_fee_item" ADD CONSTRAINT "fk_late_fee_item_scheme" FOREIGN KEY ("project_id", "scheme_id") REFERENCES "late_fee_scheme"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "late_fee_item" ADD CONSTRAINT "fk_late_fee_item_fee_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "late_fee_rate" ADD CONSTRAINT "fk_late_fee_rate_scheme" FOREIGN KEY ("project_id", "scheme_id") REFERENCES "late_fee_scheme"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "late_fee_rate");
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "late_fee_rate" DROP CONSTRAINT "fk_late_fee_rate_scheme"`);
        await queryRunner.query(`ALTER TABLE "late_fee_item" DROP CONSTRAINT "fk_late_fee_item_fee_item"`);
        await queryRunner.query(`ALTER TABLE "late_fee_item" DROP CONSTRAINT "fk_late_fee_item_scheme"`);
        await queryRunner.query(`ALTER TABLE "late_fee_scheme" DROP CONSTRAINT "fk_late_fee_scheme_fee_item"`);
        await queryRunner.query(`ALTER TABLE "late_fee_scheme" DROP CONSTRAINT "fk_late_fee_scheme_project_id"`);
        await queryRunner.query(`ALTER TABLE "charge" DROP CONSTRAINT "fk_charge_principal"`);
        await queryRunner.query(`ALTER TABLE "charge" DROP CONSTRAINT "ck_charge_principal"`);
        await queryRunner.query(`DROP INDEX "public"."ix_charge_principal"`);
        await queryRunner.query(`ALTER TABLE "billing_settings" DROP COLUMN "late_fee_ceiling"`);
        await queryRunner.query(`ALTER TABLE "charge" DROP COLUMN "principal_id"`);
        await queryRunner.query(`DROP TABLE "late_fee_rate"`);
        await queryRunner.query(`DROP INDEX "public"."ix_late_fee_item_scheme"`);
        await queryRunner.query(`DROP TABLE "late_fee_item"`);
        await queryRunner.query(`DROP TABLE "late_fee_scheme"`);
    }

}
