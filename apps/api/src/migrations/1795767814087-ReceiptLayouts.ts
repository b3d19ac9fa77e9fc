import { APP_ROLE } from "../data-source.js";
import type { MigrationInterface, QueryRunner } from "typeorm";

/** The layout receipts of a book are printed in (business table). */
export class ReceiptLayouts1795767814087 implements MigrationInterface {
    name = 'ReceiptLayouts1795767814087'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "receipt_book" ADD "layout" text NOT NULL DEFAULT 'A5'`);
        await queryRunner.query(`GRANT UPDATE (layout) ON "receipt_book" TO ${APP_ROLE}`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "receipt_book" DROP COLUMN "layout"`);
    }

}
