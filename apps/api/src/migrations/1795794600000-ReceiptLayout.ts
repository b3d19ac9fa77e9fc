import type { MigrationInterface, QueryRunner } from "typeorm";

/** On which paper a project prints receipts of no book (business table). */
export class ReceiptLayout1795794600000 implements MigrationInterface {
    name = 'ReceiptLayout1795794600000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "billing_settings" ADD "receipt_layout" text NOT NULL DEFAULT 'A5'`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "billing_settings" DROP COLUMN "receipt_layout"`);
    }

}
