import type { MigrationInterface, QueryRunner } from "typeorm";

/** Where cycles of a rate begin, and whether late fees are offset from prepayments (business tables). */
export class CyclesFromContract1795769781868 implements MigrationInterface {
    name = 'CyclesFromContract1795769781868'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "rate" ADD "cycle_anchor" text NOT NULL DEFAULT 'NATURAL'`);
        await queryRunner.query(`ALTER TABLE "offset_scheme" ADD "late_fees" boolean NOT NULL DEFAULT true`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "offset_scheme" DROP COLUMN "late_fees"`);
        await queryRunner.query(`ALTER TABLE "rate" DROP COLUMN "cycle_anchor"`);
    }

}
