import type { MigrationInterface, QueryRunner } from "typeorm";

/** Levels that send bills before the due day beside those that demand (business table). */
export class DunningBills1795799139000 implements MigrationInterface {
    name = 'DunningBills1795799139000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "dunning_level" ADD "kind" text NOT NULL DEFAULT 'DEMAND'`);
        await queryRunner.query(`ALTER TABLE "dunning_level" ALTER COLUMN "kind" DROP DEFAULT`);
        await queryRunner.query(`ALTER TABLE "dunning_level" ADD "days_before" integer`);
        await queryRunner.query(`ALTER TABLE "dunning_level" ALTER COLUMN "days_overdue" DROP NOT NULL`);
        await queryRunner.query(`ALTER TABLE "dunning_level" ALTER COLUMN "days_to_next" DROP NOT NULL`);
        await queryRunner.query(`ALTER TABLE "dunning_level" ADD CONSTRAINT "ck_dunning_level_kind" CHECK ((kind = 'BILL' AND days_before IS NOT NULL AND days_before > 0 AND days_overdue IS NULL AND days_to_next IS NULL)
   OR (kind = 'DEMAND' AND days_before IS NULL AND days_overdue IS NOT NULL AND days_to_next IS NOT NULL))`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "dunning_level" DROP CONSTRAINT "ck_dunning_level_kind"`);
        await queryRunner.query(`ALTER TABLE "dunning_level" ALTER COLUMN "days_to_next" SET NOT NULL`);
        await queryRunner.query(`ALTER TABLE "dunning_level" ALTER COLUMN "days_overdue" SET NOT NULL`);
        await queryRunner.query(`ALTER TABLE "dunning_level" DROP COLUMN "days_before"`);
        await queryRunner.query(`ALTER TABLE "dunning_level" DROP COLUMN "kind"`);
    }
}
