import type { MigrationInterface, QueryRunner } from "typeorm";
import { APP_ROLE } from "../data-source.js";
import { appendOnly } from "../database/rights.js";

/**
 * In which month's seal bank deposits and the documents of the maintenance fund stand (business tables). What was there
 * before stands in the month of its own day: seals made until now do not cover it. Closes are not deleted (LAW-44).
 */
export class SealBesideBills1795793163486 implements MigrationInterface {
    name = 'SealBesideBills1795793163486'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "fund_document" ADD "period" text`);
        await queryRunner.query(`UPDATE "fund_document" d SET period = greatest(to_char(d.booked_on, 'YYYY-MM'), p.first_period) FROM "project" p WHERE p.id = d.project_id`);
        await queryRunner.query(`ALTER TABLE "fund_document" ALTER COLUMN "period" SET NOT NULL`);
        await queryRunner.query(`ALTER TABLE "bank_deposit" ADD "period" text`);
        await queryRunner.query(`ALTER TABLE "bank_deposit" ADD "cancelled_period" text`);
        await queryRunner.query(`UPDATE "bank_deposit" d SET period = greatest(to_char(d.takings_on, 'YYYY-MM'), p.first_period),
                cancelled_period = CASE WHEN d.cancel_reason IS NOT NULL THEN greatest(to_char(d.takings_on, 'YYYY-MM'), p.first_period) END
           FROM "project" p WHERE p.id = d.project_id`);
        await queryRunner.query(`ALTER TABLE "bank_deposit" ALTER COLUMN "period" SET NOT NULL`);
        await queryRunner.query(`ALTER TABLE "bank_deposit" ADD CONSTRAINT "ck_bank_deposit_cancelled" CHECK ((cancel_reason IS NULL) = (cancelled_period IS NULL))`);
        await appendOnly(queryRunner, "bank_deposit", ["cancel_reason", "cancelled_by", "cancelled_period"]);
        await appendOnly(queryRunner, "fund_document");
        await queryRunner.query(`REVOKE DELETE, TRUNCATE ON "billing_period" FROM ${APP_ROLE}`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`GRANT DELETE ON "billing_period" TO ${APP_ROLE}`);
        await queryRunner.query(`ALTER TABLE "bank_deposit" DROP CONSTRAINT "ck_bank_deposit_cancelled"`);
        await queryRunner.query(`ALTER TABLE "bank_deposit" DROP COLUMN "cancelled_period"`);
        await queryRunner.query(`ALTER TABLE "bank_deposit" DROP COLUMN "period"`);
        await queryRunner.query(`ALTER TABLE "fund_document" DROP COLUMN "period"`);
    }

}
