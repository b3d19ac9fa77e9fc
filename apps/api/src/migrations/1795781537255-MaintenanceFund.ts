import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** The register of the maintenance fund (business tables `fund_account`, and append-only `fund_document`, `fund_entry`). */
export class MaintenanceFund1795781537255 implements MigrationInterface {
    name = 'MaintenanceFund1795781537255'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "fund_account" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "room_id" uuid NOT NULL, "first_deposit_fen" bigint NOT NULL, "top_up_fen" bigint NOT NULL, "interest_fen" bigint NOT NULL, "moved_fen" bigint NOT NULL, "used_fen" bigint NOT NULL, "balance_fen" bigint NOT NULL, CONSTRAINT "uq_fund_account_room" UNIQUE ("project_id", "room_id"), CONSTRAINT "ck_fund_account_sign" CHECK (balance_fen >= 0), CONSTRAINT "ck_fund_account_balance" CHECK (balance_fen = first_deposit_fen + top_up_fen + interest_fen + moved_fen - used_fen), CONSTRAINT "pk_fund_account" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "fund_document" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "kind" text NOT NULL, "title" text NOT NULL, "booked_on" date NOT NULL, "decided_on" date, "scope" text, "party" text, "reference_no" text, "reversal_of" uuid, "recorded_by" uuid NOT NULL, "recorded_by_name" text NOT NULL, "request_hash" text NOT NULL, CONSTRAINT "uq_fund_document_reversal" UNIQUE ("project_id", "reversal_of"), CONSTRAINT "ck_fund_document_use" CHECK ((kind = 'USE') = (decided_on IS NOT NULL)), CONSTRAINT "pk_fund_document" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_fund_document_day" ON "fund_document"  ("project_id", "booked_on", "id") `);
        await queryRunner.query(`CREATE TABLE "fund_entry" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "document_id" uuid NOT NULL, "room_id" uuid NOT NULL, "kind" text NOT NULL, "booked_on" date NOT NULL, "amount_fen" bigint NOT NULL, "area" numeric(12,4), "self_paid_fen" bigint NOT NULL DEFAULT '0', CONSTRAINT "ck_fund_entry_amount" CHECK (amount_fen <> 0 OR self_paid_fen <> 0), CONSTRAINT "pk_fund_entry" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_fund_entry_document" ON "fund_entry"  ("project_id", "document_id") `);
        await queryRunner.query(`CREATE INDEX "ix_fund_entry_room" ON "fund_entry"  ("project_id", "room_id", "booked_on", "id") `);
        await queryRunner.query(`ALTER TABLE "fund_account" ADD CONSTRAINT "fk_fund_account_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "fund_document" ADD CONSTRAINT "fk_fund_document_reversal" FOREIGN KEY ("project_id", "reversal_of") REFERENCES "fund_document"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "fund_entry" ADD CONSTRAINT "fk_fund_entry_document" FOREIGN KEY ("project_id", "document_id") REFERENCES "fund_document"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "fund_entry" ADD CONSTRAINT "fk_fund_entry_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "fund_document");
        await appendOnly(queryRunner, "fund_entry");
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "fund_entry" DROP CONSTRAINT "fk_fund_entry_room"`);
        await queryRunner.query(`ALTER TABLE "fund_entry" DROP CONSTRAINT "fk_fund_entry_document"`);
        await queryRunner.query(`ALTER TABLE "fund_document" DROP CONSTRAINT "fk_fund_document_reversal"`);
        await queryRunner.query(`ALTER TABLE "fund_account" DROP CONSTRAINT "fk_fund_account_room"`);
        await queryRunner.query(`DROP INDEX "public"."ix_fund_entry_room"`);
        await queryRunner.query(`DROP INDEX "public"."ix_fund_entry_document"`);
        await queryRunner.query(`DROP TABLE "fund_entry"`);
        await queryRunner.query(`DROP INDEX "public"."ix_fund_document_day"`);
        await queryRunner.query(`DROP TABLE "fund_document"`);
        await queryRunner.query(`DROP TABLE "fund_account"`);
    }

}
