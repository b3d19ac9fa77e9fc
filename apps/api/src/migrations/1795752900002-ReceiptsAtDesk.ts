import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which receipts were posted at the desk, with their red ones. */
export class ReceiptsAtDesk1795752900002 implements MigrationInterface {
    name = 'ReceiptsAtDesk1795752900002'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "receipt" ADD "at_desk" boolean NOT NULL DEFAULT false`);
        // those that an offset run, a bank's return, a correction, a transfer, a deposit or a meter's red and blue wrote are not
        await queryRunner.query(`UPDATE "receipt" r SET at_desk = true
           WHERE r.reversal_of IS NULL
             AND (r.shift_id IS NOT NULL
               OR (r.offset_run_id IS NULL
                   AND (r.remark IS NULL OR r.remark !~ '^(更正收据 |房屋过户 .*：预收冲抵欠费|押金 .* 扣除：|更正表 .* 读数，红冲重开)')
                   AND NOT EXISTS (SELECT 1 FROM "receipt_method" m
                                    WHERE m.project_id = r.project_id AND m.receipt_id = r.id AND m.method = 'BANK_DEBIT')))`);
        await queryRunner.query(`UPDATE "receipt" red SET at_desk = true
            FROM "receipt" o
           WHERE o.project_id = red.project_id AND o.id = red.reversal_of AND o.at_desk AND (red.is_void OR NOT red.money_settled)`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "receipt" DROP COLUMN "at_desk"`);
    }

}
