import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Approval limits of reductions by role (business table `waiver_limit`), and who bears a waiver. */
export class ReductionLimits1795759229605 implements MigrationInterface {
    name = 'ReductionLimits1795759229605'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "waiver_limit" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "role_id" uuid NOT NULL, "amount_fen" bigint, "percent" numeric(5,2), CONSTRAINT "uq_waiver_limit_role" UNIQUE ("project_id", "role_id"), CONSTRAINT "ck_waiver_limit" CHECK (amount_fen >= 0 AND percent BETWEEN 0 AND 100), CONSTRAINT "pk_waiver_limit" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "waiver" ADD "bearer_id" uuid`);
        await queryRunner.query(`ALTER TABLE "waiver_line" ADD "borne_charge_id" uuid`);
        await queryRunner.query(`ALTER TABLE "waiver" ADD CONSTRAINT "fk_waiver_bearer" FOREIGN KEY ("project_id", "bearer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "waiver_line" ADD CONSTRAINT "fk_waiver_line_borne" FOREIGN KEY ("project_id", "borne_charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "waiver_line", ["borne_charge_id"]);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "waiver_line" DROP CONSTRAINT "fk_waiver_line_borne"`);
        await queryRunner.query(`ALTER TABLE "waiver" DROP CONSTRAINT "fk_waiver_bearer"`);
        await queryRunner.query(`ALTER TABLE "waiver_line" DROP COLUMN "borne_charge_id"`);
        await queryRunner.query(`ALTER TABLE "waiver" DROP COLUMN "bearer_id"`);
        await queryRunner.query(`DROP TABLE "waiver_limit"`);
    }

}
