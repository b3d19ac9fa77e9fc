import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Late fees by month, and the scheme a standard chooses (business tables): a rate is per day or month as its scheme says;
 * until now all were by day, and every price went by the scheme of its item.
 */
export class LateFeesOfStandards1795793500000 implements MigrationInterface {
    name = 'LateFeesOfStandards1795793500000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "late_fee_rate" DROP CONSTRAINT "ck_late_fee_rate"`);
        await queryRunner.query(`ALTER TABLE "late_fee_rate" RENAME COLUMN "daily_rate" TO "rate"`);
        await queryRunner.query(`ALTER TABLE "late_fee_rate" ADD CONSTRAINT "ck_late_fee_rate" CHECK (rate > 0 AND rate <= 0.3)`);
        await queryRunner.query(`ALTER TABLE "late_fee_scheme" ADD "unit" text NOT NULL DEFAULT 'DAY'`);
        await queryRunner.query(`ALTER TABLE "rate_version" ADD "late_fee" text NOT NULL DEFAULT 'ITEM'`);
        await queryRunner.query(`ALTER TABLE "rate_version" ADD "late_fee_scheme_id" uuid`);
        await queryRunner.query(`ALTER TABLE "rate_version" ADD CONSTRAINT "ck_rate_version_late_fee" CHECK ((late_fee = 'SCHEME') = (late_fee_scheme_id IS NOT NULL))`);
        await queryRunner.query(`ALTER TABLE "rate_version" ADD CONSTRAINT "fk_rate_version_late_fee" FOREIGN KEY ("project_id", "late_fee_scheme_id") REFERENCES "late_fee_scheme"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "rate_version" DROP CONSTRAINT "fk_rate_version_late_fee"`);
        await queryRunner.query(`ALTER TABLE "rate_version" DROP CONSTRAINT "ck_rate_version_late_fee"`);
        await queryRunner.query(`ALTER TABLE "rate_version" DROP COLUMN "late_fee_scheme_id"`);
        await queryRunner.query(`ALTER TABLE "rate_version" DROP COLUMN "late_fee"`);
        await queryRunner.query(`ALTER TABLE "late_fee_scheme" DROP COLUMN "unit"`);
        await queryRunner.query(`ALTER TABLE "late_fee_rate" DROP CONSTRAINT "ck_late_fee_rate"`);
        await queryRunner.query(`ALTER TABLE "late_fee_rate" RENAME COLUMN "rate" TO "daily_rate"`);
        await queryRunner.query(`ALTER TABLE "late_fee_rate" ADD CONSTRAINT "ck_late_fee_rate" CHECK (daily_rate > 0 AND daily_rate <= 0.1)`);
    }

}
