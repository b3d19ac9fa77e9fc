import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Opening balances and payment history of the system used before, and up to which days rooms were paid (business tables). */
export class Openings1795763448449 implements MigrationInterface {
    name = 'Openings1795763448449'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "opening" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "opening_no" text, "kind" text NOT NULL, "status" text NOT NULL, "file_name" text NOT NULL, "sha256" text NOT NULL, "cut_over_on" date NOT NULL, "row_count" integer NOT NULL, "other_sheets" text array NOT NULL, "options" jsonb, "job_id" uuid, "failure" text, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, "posted_at" TIMESTAMP WITH TIME ZONE, "posted_by" uuid, "posted_by_name" text, "reversed_at" TIMESTAMP WITH TIME ZONE, "reversed_by_name" text, "reversal_reason" text, "approval_id" uuid, CONSTRAINT "uq_opening_no" UNIQUE ("project_id", "opening_no"), CONSTRAINT "ck_opening_posted" CHECK ((status IN ('POSTED', 'REVERSED')) = (posted_at IS NOT NULL)), CONSTRAINT "pk_opening" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_opening_file" ON "opening"  ("project_id", "sha256") WHERE status IN ('POSTING', 'POSTED')`);
        await queryRunner.query(`CREATE TABLE "opening_row" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "opening_id" uuid NOT NULL, "kind" text NOT NULL, "sheet" text NOT NULL, "row_no" integer NOT NULL, "room_code" text, "room_id" uuid, "customer_id" uuid, "fee_item_name" text, "fee_item_id" uuid, "from_on" date, "to_on" date, "due_on" date, "paid_on" date, "amount_fen" bigint, "paid_fen" bigint, "document_no" text, "object" text, "cycle" text, "cashier" text, "remark" text, "fault" text, CONSTRAINT "pk_opening_row" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_opening_row_room" ON "opening_row"  ("project_id", "room_id", "kind", "paid_on") `);
        await queryRunner.query(`CREATE INDEX "ix_opening_row_opening" ON "opening_row"  ("project_id", "opening_id", "id") `);
        await queryRunner.query(`CREATE TABLE "opening_total" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "opening_id" uuid NOT NULL, "kind" text NOT NULL, "fee_item_id" uuid, "building_id" uuid, "source" text NOT NULL, "expected_fen" bigint NOT NULL, CONSTRAINT "ck_opening_total_expected" CHECK (expected_fen >= 0), CONSTRAINT "pk_opening_total" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_opening_total_opening" ON "opening_total"  ("project_id", "opening_id") `);
        await queryRunner.query(`CREATE TABLE "paid_through" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "opening_id" uuid NOT NULL, "room_id" uuid NOT NULL, "fee_item_id" uuid NOT NULL, "paid_to" date NOT NULL, CONSTRAINT "uq_paid_through" UNIQUE ("project_id", "opening_id", "room_id", "fee_item_id"), CONSTRAINT "pk_paid_through" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_paid_through_room" ON "paid_through"  ("project_id", "room_id") `);
        await queryRunner.query(`ALTER TABLE "opening" ADD CONSTRAINT "fk_opening_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "opening_row" ADD CONSTRAINT "fk_opening_row_opening" FOREIGN KEY ("project_id", "opening_id") REFERENCES "opening"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "opening_row" ADD CONSTRAINT "fk_opening_row_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "opening_row" ADD CONSTRAINT "fk_opening_row_customer" FOREIGN KEY ("project_id", "customer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "opening_row" ADD CONSTRAINT "fk_opening_row_fee_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "opening_total" ADD CONSTRAINT "fk_opening_total_opening" FOREIGN KEY ("project_id", "opening_id") REFERENCES "opening"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "opening_total" ADD CONSTRAINT "fk_opening_total_fee_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "opening_total" ADD CONSTRAINT "fk_opening_total_building" FOREIGN KEY ("project_id", "building_id") REFERENCES "building"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "paid_through" ADD CONSTRAINT "fk_paid_through_opening" FOREIGN KEY ("project_id", "opening_id") REFERENCES "opening"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "paid_through" ADD CONSTRAINT "fk_paid_through_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "paid_through" ADD CONSTRAINT "fk_paid_through_fee_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "paid_through");
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "paid_through" DROP CONSTRAINT "fk_paid_through_fee_item"`);
        await queryRunner.query(`ALTER TABLE "paid_through" DROP CONSTRAINT "fk_paid_through_room"`);
        await queryRunner.query(`ALTER TABLE "paid_through" DROP CONSTRAINT "fk_paid_through_opening"`);
        await queryRunner.query(`ALTER TABLE "opening_total" DROP CONSTRAINT "fk_opening_total_building"`);
        await queryRunner.query(`ALTER TABLE "opening_total" DROP CONSTRAINT "fk_opening_total_fee_item"`);
        await queryRunner.query(`ALTER TABLE "opening_total" DROP CONSTRAINT "fk_opening_total_opening"`);
        await queryRunner.query(`ALTER TABLE "opening_row" DROP CONSTRAINT "fk_opening_row_fee_item"`);
        await queryRunner.query(`ALTER TABLE "opening_row" DROP CONSTRAINT "fk_opening_row_customer"`);
        await queryRunner.query(`ALTER TABLE "opening_row" DROP CONSTRAINT "fk_opening_row_room"`);
        await queryRunner.query(`ALTER TABLE "opening_row" DROP CONSTRAINT "fk_opening_row_opening"`);
        await queryRunner.query(`ALTER TABLE "opening" DROP CONSTRAINT "fk_opening_project_id"`);
        await queryRunner.query(`DROP INDEX "public"."ix_paid_through_room"`);
        await queryRunner.query(`DROP TABLE "paid_through"`);
        await queryRunner.query(`DROP INDEX "public"."ix_opening_total_opening"`);
        await queryRunner.query(`DROP TABLE "opening_total"`);
        await queryRunner.query(`DROP INDEX "public"."ix_opening_row_opening"`);
        await queryRunner.query(`DROP INDEX "public"."ix_opening_row_room"`);
        await queryRunner.query(`DROP TABLE "opening_row"`);
        await queryRunner.query(`DROP INDEX "public"."uq_opening_file"`);
        await queryRunner.query(`DROP TABLE "opening"`);
    }

}
