import type { MigrationInterface, QueryRunner } from "typeorm";

/** How a remittance was paid, for the month's vouchers (business table); those there are were transfers. */
export class RemittanceMethod1795794000000 implements MigrationInterface {
    name = 'RemittanceMethod1795794000000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "remittance" ADD "method" text NOT NULL DEFAULT 'TRANSFER'`);
        await queryRunner.query(`ALTER TABLE "remittance" ALTER COLUMN "method" DROP DEFAULT`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "remittance" DROP COLUMN "method"`);
    }

}
