import type { MigrationInterface, QueryRunner } from "typeorm";
import { APP_ROLE } from "../data-source.js";
import { appendOnly } from "../database/rights.js";

/**
 * Business tables `period_seal` and `period_reopening`. The balances of a closed month may go when it is opened again:
 * they are kept with the reopening.
 */

export class PeriodSeals1795744171211 implements MigrationInterface {
    name = 'PeriodSeals1795744171211'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "period_reopening" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "period" text NOT NULL, "seal_id" uuid, "reason" text NOT NULL, "requested_by" uuid NOT NULL, "requested_by_name" text NOT NULL, "approved_by" uuid NOT NULL, "approved_by_name" text NOT NULL, "snapshot" jsonb NOT NULL, "balances" jsonb NOT NULL, CONSTRAINT "pk_period_reopening" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_period_reopening_period" ON "period_reopening"  ("project_id", "period", "created_at") `);
        await queryRunner.query(`CREATE TABLE "period_seal" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "period" text NOT NULL, "sequence" integer NOT NULL, "scheme" integer NOT NULL, "parts" jsonb NOT NULL, "previous_hash" text, "hash" text NOT NULL, "closed_by" uuid NOT NULL, "closed_by_name" text NOT NULL, CONSTRAINT "uq_period_seal_sequence" UNIQUE ("project_id", "sequence"), CONSTRAINT "ck_period_seal_first" CHECK ((sequence = 1) = (previous_hash IS NULL)), CONSTRAINT "pk_period_seal" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_period_seal_period" ON "period_seal"  ("project_id", "period", "sequence") `);
        await queryRunner.query(`ALTER TABLE "period_reopening" ADD CONSTRAINT "fk_period_reopening_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "period_seal" ADD CONSTRAINT "fk_period_seal_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "period_seal");
        await appendOnly(queryRunner, "period_reopening");
        await queryRunner.query(`GRANT DELETE ON "period_balance" TO ${APP_ROLE}`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await appendOnly(queryRunner, "period_balance");
        await queryRunner.query(`ALTER TABLE "period_seal" DROP CONSTRAINT "fk_period_seal_project_id"`);
        await queryRunner.query(`ALTER TABLE "period_reopening" DROP CONSTRAINT "fk_period_reopening_project_id"`);
        await queryRunner.query(`DROP INDEX "public"."ix_period_seal_period"`);
        await queryRunner.query(`DROP TABLE "period_seal"`);
        await queryRunner.query(`DROP INDEX "public"."ix_period_reopening_period"`);
        await queryRunner.query(`DROP TABLE "period_reopening"`);
    }

}
