import type { MigrationInterface, QueryRunner } from "typeorm";

/** How much of late fees was booked on what a charge stands for (business table). */
export class LateFeeCapGoesOn1795780854447 implements MigrationInterface {
    name = 'LateFeeCapGoesOn1795780854447'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "charge" ADD "late_booked_fen" bigint`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "charge" DROP COLUMN "late_booked_fen"`);
    }

}
