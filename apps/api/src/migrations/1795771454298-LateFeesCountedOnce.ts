import type { MigrationInterface, QueryRunner } from "typeorm";

/** Until which day late fees were booked on what a charge stands for (business table). */
export class LateFeesCountedOnce1795771454298 implements MigrationInterface {
    name = 'LateFeesCountedOnce1795771454298'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "charge" ADD "late_booked_to" date`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "charge" DROP COLUMN "late_booked_to"`);
    }

}
