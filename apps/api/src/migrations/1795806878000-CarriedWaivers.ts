import type { MigrationInterface, QueryRunner } from "typeorm";

/** A waiver goes on on the bills in place of one that was recalculated: its lines may be negative. Business table. */
export class CarriedWaivers1795806878000 implements MigrationInterface {
    name = 'CarriedWaivers1795806878000'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "waiver_line" DROP CONSTRAINT "ck_waiver_line_amount"`);
        await queryRunner.query(`ALTER TABLE "waiver_line" ADD CONSTRAINT "ck_waiver_line_amount" CHECK (amount_fen <> 0)`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "waiver_line" DROP CONSTRAINT "ck_waiver_line_amount"`);
        await queryRunner.query(`ALTER TABLE "waiver_line" ADD CONSTRAINT "ck_waiver_line_amount" CHECK (amount_fen > 0)`);
    }

}
