import type { MigrationInterface, QueryRunner } from "typeorm";

/** Discount schemes may be given by the run that bills the months. Business tables. */
export class DiscountsOfRuns1795760262160 implements MigrationInterface {
    name = 'DiscountsOfRuns1795760262160'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "discount_scheme" ADD "given_at" text NOT NULL DEFAULT 'PAYMENT'`);
        await queryRunner.query(`ALTER TABLE "discount_line" ALTER COLUMN "receipt_id" DROP NOT NULL`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "discount_line" ALTER COLUMN "receipt_id" SET NOT NULL`);
        await queryRunner.query(`ALTER TABLE "discount_scheme" DROP COLUMN "given_at"`);
    }

}
