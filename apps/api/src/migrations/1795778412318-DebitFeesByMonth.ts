import type { MigrationInterface, QueryRunner } from "typeorm";

/** The month the bank's charge for a debit batch is booked in (business table); those entered until now, that of their day. */
export class DebitFeesByMonth1795778412318 implements MigrationInterface {
    name = 'DebitFeesByMonth1795778412318'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "debit_credit" ADD "period" text`);
        await queryRunner.query(`UPDATE "debit_credit" SET "period" = to_char("credited_on", 'YYYY-MM')`);
        await queryRunner.query(`ALTER TABLE "debit_credit" ALTER COLUMN "period" SET NOT NULL`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "debit_credit" DROP COLUMN "period"`);
    }

}
