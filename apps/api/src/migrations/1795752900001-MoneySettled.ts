import type { MigrationInterface, QueryRunner } from "typeorm";

/** Red receipts whose money is settled with them: of what was voided, and of what was issued anew (更正). */
export class MoneySettled1795752900001 implements MigrationInterface {
    name = 'MoneySettled1795752900001'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "receipt" ADD "money_settled" boolean NOT NULL DEFAULT false`);
        // of a correction, unless its red receipt was paid back already
        await queryRunner.query(`UPDATE "receipt" red SET money_settled = true
            FROM "receipt" o
           WHERE o.project_id = red.project_id AND o.id = red.reversal_of
             AND (red.is_void
               OR (EXISTS (SELECT 1 FROM "receipt" blue WHERE blue.project_id = o.project_id AND blue.reversal_of IS NULL
                              AND blue.remark = '更正收据 ' || o.receipt_no)
                   AND NOT EXISTS (SELECT 1 FROM "refund" f WHERE f.project_id = red.project_id AND f.red_receipt_id = red.id)))`);
        await queryRunner.query(`ALTER TABLE "receipt" ADD CONSTRAINT "ck_receipt_settled" CHECK (reversal_of IS NOT NULL OR NOT (is_void OR money_settled))`);
        await queryRunner.query(`ALTER TABLE "receipt" ADD CONSTRAINT "ck_receipt_void" CHECK (money_settled OR NOT is_void)`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "receipt" DROP CONSTRAINT "ck_receipt_void"`);
        await queryRunner.query(`ALTER TABLE "receipt" DROP CONSTRAINT "ck_receipt_settled"`);
        await queryRunner.query(`ALTER TABLE "receipt" DROP COLUMN "money_settled"`);
    }

}
