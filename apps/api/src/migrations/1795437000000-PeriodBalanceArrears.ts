import type { MigrationInterface, QueryRunner } from "typeorm";

/** What of a month's adjustments and waivers concerns earlier months: the rates of a closed month need it (BIL-110). */
export class PeriodBalanceArrears1795437000000 implements MigrationInterface {
  name = "PeriodBalanceArrears1795437000000";

  async up(queryRunner: QueryRunner): Promise<void> {
    // The table is still empty: months are closed from this version on.
    await queryRunner.query(`ALTER TABLE "period_balance" ADD "adjusted_arrears_fen" bigint NOT NULL`);
    await queryRunner.query(`ALTER TABLE "period_balance" ADD "waived_arrears_fen" bigint NOT NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "period_balance" DROP COLUMN "waived_arrears_fen"`);
    await queryRunner.query(`ALTER TABLE "period_balance" DROP COLUMN "adjusted_arrears_fen"`);
  }
}
