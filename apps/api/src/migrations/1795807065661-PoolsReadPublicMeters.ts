import type { MigrationInterface, QueryRunner } from "typeorm";

/** Shared costs whose use of a month is read from a public meter (business tables). */
export class PoolsReadPublicMeters1795807065661 implements MigrationInterface {
    name = 'PoolsReadPublicMeters1795807065661'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "share_pool" ADD "meter_id" uuid`);
        await queryRunner.query(`ALTER TABLE "share_pool" ADD CONSTRAINT "fk_share_pool_meter" FOREIGN KEY ("project_id", "meter_id") REFERENCES "meter"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "share_pool" DROP CONSTRAINT "fk_share_pool_meter"`);
        await queryRunner.query(`ALTER TABLE "share_pool" DROP COLUMN "meter_id"`);
    }

}
