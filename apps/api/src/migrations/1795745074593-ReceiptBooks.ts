import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Business tables `receipt_book` and `book_number`; of a number only what became of its paper changes. */
export class ReceiptBooks1795745074593 implements MigrationInterface {
    name = 'ReceiptBooks1795745074593'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "receipt_book" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "kind" text NOT NULL, "status" text NOT NULL, "prefix" text NOT NULL, "width" integer NOT NULL, "first_no" bigint NOT NULL, "last_no" bigint NOT NULL, "next_no" bigint NOT NULL, "issued_to_id" uuid, "issued_to_name" text, "created_by" uuid NOT NULL, "checked_by" uuid, "checked_by_name" text, "checked_at" TIMESTAMP WITH TIME ZONE, "check_note" text, CONSTRAINT "ck_receipt_book_range" CHECK (first_no <= last_no AND next_no >= first_no AND next_no <= last_no + 1), CONSTRAINT "pk_receipt_book" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_receipt_book_kind" ON "receipt_book"  ("project_id", "kind", "status", "id") `);
        await queryRunner.query(`CREATE TABLE "book_number" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "book_id" uuid NOT NULL, "no" bigint NOT NULL, "state" text NOT NULL, "receipt_id" uuid, "refund_id" uuid, "day" date NOT NULL, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, "reason" text, CONSTRAINT "uq_book_number" UNIQUE ("project_id", "book_id", "no"), CONSTRAINT "ck_book_number_paper" CHECK ((state = 'SPOILED') = (receipt_id IS NULL AND refund_id IS NULL)), CONSTRAINT "pk_book_number" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_book_number_receipt" ON "book_number"  ("project_id", "receipt_id") WHERE receipt_id IS NOT NULL`);
        await queryRunner.query(`ALTER TABLE "receipt_book" ADD CONSTRAINT "fk_receipt_book_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "book_number" ADD CONSTRAINT "fk_book_number_book" FOREIGN KEY ("project_id", "book_id") REFERENCES "receipt_book"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "book_number" ADD CONSTRAINT "fk_book_number_receipt" FOREIGN KEY ("project_id", "receipt_id") REFERENCES "receipt"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "book_number" ADD CONSTRAINT "fk_book_number_refund" FOREIGN KEY ("project_id", "refund_id") REFERENCES "refund"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "book_number", ["state", "reason"]);
        await appendOnly(queryRunner, "receipt_book", ["status", "next_no", "checked_by", "checked_by_name", "checked_at", "check_note"]);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "book_number" DROP CONSTRAINT "fk_book_number_refund"`);
        await queryRunner.query(`ALTER TABLE "book_number" DROP CONSTRAINT "fk_book_number_receipt"`);
        await queryRunner.query(`ALTER TABLE "book_number" DROP CONSTRAINT "fk_book_number_book"`);
        await queryRunner.query(`ALTER TABLE "receipt_book" DROP CONSTRAINT "fk_receipt_book_project_id"`);
        await queryRunner.query(`DROP INDEX "public"."ix_book_number_receipt"`);
        await queryRunner.query(`DROP TABLE "book_number"`);
        await queryRunner.query(`DROP INDEX "public"."ix_receipt_book_kind"`);
        await queryRunner.query(`DROP TABLE "receipt_book"`);
    }

}
