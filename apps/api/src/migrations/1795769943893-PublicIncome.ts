import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Costs and uses of public income (business table `public_income_entry`, append-only). */
export class PublicIncome1795769943893 implements MigrationInterface {
    name = 'PublicIncome1795769943893'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "public_income_entry" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "kind" text NOT NULL, "fee_item_id" uuid NOT NULL, "booked_on" date NOT NULL, "period" text NOT NULL, "amount_fen" bigint NOT NULL, "party" text NOT NULL, "purpose" text NOT NULL, "reference_no" text, "reversal_of" uuid, "recorded_by" uuid NOT NULL, "recorded_by_name" text NOT NULL, "request_hash" text NOT NULL, CONSTRAINT "uq_public_income_entry_reversal" UNIQUE ("project_id", "reversal_of"), CONSTRAINT "ck_public_income_entry_amount" CHECK ((amount_fen > 0) = (reversal_of IS NULL) AND amount_fen <> 0), CONSTRAINT "pk_public_income_entry" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_public_income_entry_item" ON "public_income_entry"  ("project_id", "fee_item_id") `);
        await queryRunner.query(`CREATE INDEX "ix_public_income_entry_day" ON "public_income_entry"  ("project_id", "booked_on", "id") `);
        await queryRunner.query(`ALTER TABLE "public_income_entry" ADD CONSTRAINT "fk_public_income_entry_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "public_income_entry" ADD CONSTRAINT "fk_public_income_entry_reversal" FOREIGN KEY ("project_id", "reversal_of") REFERENCES "public_income_entry"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "public_income_entry");
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "public_income_entry" DROP CONSTRAINT "fk_public_income_entry_reversal"`);
        await queryRunner.query(`ALTER TABLE "public_income_entry" DROP CONSTRAINT "fk_public_income_entry_item"`);
        await queryRunner.query(`DROP INDEX "public"."ix_public_income_entry_day"`);
        await queryRunner.query(`DROP INDEX "public"."ix_public_income_entry_item"`);
        await queryRunner.query(`DROP TABLE "public_income_entry"`);
    }

}
