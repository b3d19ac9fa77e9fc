import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Money collected for others, handed over to them; to whom it belongs and where it is kept (business tables). */
export class Remittances1795784942576 implements MigrationInterface {
    name = 'Remittances1795784942576'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "remittance" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "fee_item_id" uuid NOT NULL, "supplier_name" text, "booked_on" date NOT NULL, "period" text NOT NULL, "amount_fen" bigint NOT NULL, "slip_no" text NOT NULL, "remark" text, "reversal_of" uuid, "recorded_by" uuid NOT NULL, "recorded_by_name" text NOT NULL, "request_hash" text NOT NULL, CONSTRAINT "uq_remittance_reversal" UNIQUE ("project_id", "reversal_of"), CONSTRAINT "ck_remittance_amount" CHECK ((amount_fen > 0) = (reversal_of IS NULL) AND amount_fen <> 0), CONSTRAINT "pk_remittance" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_remittance_item" ON "remittance"  ("project_id", "fee_item_id") `);
        await queryRunner.query(`CREATE INDEX "ix_remittance_day" ON "remittance"  ("project_id", "booked_on", "id") `);
        await queryRunner.query(`ALTER TABLE "fee_item" ADD "supplier_name" text`);
        await queryRunner.query(`ALTER TABLE "fee_item" ADD "kept_account" text`);
        await queryRunner.query(`ALTER TABLE "fee_item" ADD CONSTRAINT "ck_fee_item_supplier" CHECK (collected_for_others OR (supplier_name IS NULL AND kept_account IS NULL))`);
        await queryRunner.query(`ALTER TABLE "remittance" ADD CONSTRAINT "fk_remittance_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "remittance" ADD CONSTRAINT "fk_remittance_reversal" FOREIGN KEY ("project_id", "reversal_of") REFERENCES "remittance"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "remittance");
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "remittance" DROP CONSTRAINT "fk_remittance_reversal"`);
        await queryRunner.query(`ALTER TABLE "remittance" DROP CONSTRAINT "fk_remittance_item"`);
        await queryRunner.query(`ALTER TABLE "fee_item" DROP CONSTRAINT "ck_fee_item_supplier"`);
        await queryRunner.query(`ALTER TABLE "fee_item" DROP COLUMN "kept_account"`);
        await queryRunner.query(`ALTER TABLE "fee_item" DROP COLUMN "supplier_name"`);
        await queryRunner.query(`DROP INDEX "public"."ix_remittance_day"`);
        await queryRunner.query(`DROP INDEX "public"."ix_remittance_item"`);
        await queryRunner.query(`DROP TABLE "remittance"`);
    }

}
