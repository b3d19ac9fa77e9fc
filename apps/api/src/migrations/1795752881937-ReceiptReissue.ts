import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business table `receipt`: which receipt a corrected one stands for. */
export class ReceiptReissue1795752881937 implements MigrationInterface {
    name = 'ReceiptReissue1795752881937'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "receipt" ADD "reissue_of" uuid`);
        await queryRunner.query(`ALTER TABLE "receipt" ADD CONSTRAINT "fk_receipt_reissue_of" FOREIGN KEY ("project_id", "reissue_of") REFERENCES "receipt"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "receipt" DROP CONSTRAINT "fk_receipt_reissue_of"`);
        await queryRunner.query(`ALTER TABLE "receipt" DROP COLUMN "reissue_of"`);
    }

}
