import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who asked for the transfer that promised a balance back does not pay it (business table). */
export class RefundAskedByTransfer1795807772787 implements MigrationInterface {
    name = 'RefundAskedByTransfer1795807772787'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "prepayment_refund" ADD "transfer_asked_by" uuid`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "prepayment_refund" DROP COLUMN "transfer_asked_by"`);
    }

}
