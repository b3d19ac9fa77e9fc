import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Who has reviewed a receipt of the desk; what the close and the offset ask about it (business tables). */
export class ReceiptReviews1795795057195 implements MigrationInterface {
    name = 'ReceiptReviews1795795057195'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "receipt_review" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "receipt_id" uuid NOT NULL, "reviewed_by" uuid NOT NULL, "reviewed_by_name" text NOT NULL, CONSTRAINT "uq_receipt_review" UNIQUE ("project_id", "receipt_id"), CONSTRAINT "pk_receipt_review" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "billing_settings" ADD "receipt_review" text NOT NULL DEFAULT 'NONE'`);
        await queryRunner.query(`ALTER TABLE "offset_scheme" ADD "reviewed_only" boolean NOT NULL DEFAULT false`);
        await queryRunner.query(`ALTER TABLE "receipt_review" ADD CONSTRAINT "fk_receipt_review_receipt" FOREIGN KEY ("project_id", "receipt_id") REFERENCES "receipt"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "receipt_review");
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "receipt_review" DROP CONSTRAINT "fk_receipt_review_receipt"`);
        await queryRunner.query(`ALTER TABLE "offset_scheme" DROP COLUMN "reviewed_only"`);
        await queryRunner.query(`ALTER TABLE "billing_settings" DROP COLUMN "receipt_review"`);
        await queryRunner.query(`DROP TABLE "receipt_review"`);
    }

}
