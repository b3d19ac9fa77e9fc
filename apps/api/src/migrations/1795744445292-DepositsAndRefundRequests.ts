import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/**
 * Business tables `deposit`, `deposit_movement`, `refund_request` and `receipt_invoice`; refunds of deposits and by request;
 * red receipts that void.
 */

export class DepositsAndRefundRequests1795744445292 implements MigrationInterface {
    name = 'DepositsAndRefundRequests1795744445292'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "deposit" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "deposit_no" text NOT NULL, "charge_id" uuid NOT NULL, "room_id" uuid NOT NULL, "payer_id" uuid NOT NULL, "object" text NOT NULL, "object_ref" text, "amount_fen" bigint NOT NULL, "used_fen" bigint NOT NULL, "refundable" boolean NOT NULL, "refundable_reason" text, "remark" text, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, "request_hash" text NOT NULL, CONSTRAINT "uq_deposit_charge" UNIQUE ("project_id", "charge_id"), CONSTRAINT "uq_deposit_no" UNIQUE ("project_id", "deposit_no"), CONSTRAINT "ck_deposit_used" CHECK (used_fen >= 0 AND used_fen <= amount_fen AND amount_fen > 0), CONSTRAINT "pk_deposit" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_deposit_payer" ON "deposit"  ("project_id", "payer_id") `);
        await queryRunner.query(`CREATE INDEX "ix_deposit_room" ON "deposit"  ("project_id", "room_id") `);
        await queryRunner.query(`CREATE TABLE "deposit_movement" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "deposit_id" uuid NOT NULL, "kind" text NOT NULL, "amount_fen" bigint NOT NULL, "booked_on" date NOT NULL, "period" text NOT NULL, "reason" text NOT NULL, "document_no" text, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, "request_hash" text NOT NULL, CONSTRAINT "ck_deposit_movement_amount" CHECK (amount_fen > 0), CONSTRAINT "pk_deposit_movement" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_deposit_movement_deposit" ON "deposit_movement"  ("project_id", "deposit_id") `);
        await queryRunner.query(`CREATE TABLE "receipt_invoice" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "receipt_id" uuid NOT NULL, "invoice_no" text NOT NULL, "red_invoice_no" text, "marked_by" uuid NOT NULL, "marked_by_name" text NOT NULL, CONSTRAINT "pk_receipt_invoice" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_receipt_invoice_standing" ON "receipt_invoice"  ("project_id", "receipt_id") WHERE red_invoice_no IS NULL`);
        await queryRunner.query(`CREATE TABLE "refund_request" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "request_no" text NOT NULL, "status" text NOT NULL, "red_receipt_id" uuid, "deposit_id" uuid, "account_id" uuid, "amount_fen" bigint NOT NULL, "method" text NOT NULL, "channel_reason" text, "account_holder" text, "bank_name" text, "bank_account_cipher" text, "bank_account_masked" text, "original_receipt" text, "reason" text NOT NULL, "approval_id" uuid NOT NULL, "requested_by" uuid NOT NULL, "requested_by_name" text NOT NULL, "request_hash" text NOT NULL, CONSTRAINT "uq_refund_request_no" UNIQUE ("project_id", "request_no"), CONSTRAINT "ck_refund_request_source" CHECK (num_nonnulls(red_receipt_id, deposit_id, account_id) = 1), CONSTRAINT "ck_refund_request_amount" CHECK (amount_fen > 0), CONSTRAINT "pk_refund_request" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_refund_request_account" ON "refund_request"  ("project_id", "account_id") `);
        await queryRunner.query(`CREATE INDEX "ix_refund_request_deposit" ON "refund_request"  ("project_id", "deposit_id") `);
        await queryRunner.query(`CREATE INDEX "ix_refund_request_red" ON "refund_request"  ("project_id", "red_receipt_id") `);
        await queryRunner.query(`CREATE INDEX "ix_refund_request_status" ON "refund_request"  ("project_id", "status", "id") `);
        await queryRunner.query(`ALTER TABLE "receipt" ADD "is_void" boolean NOT NULL DEFAULT false`);
        await queryRunner.query(`ALTER TABLE "refund" ADD "deposit_id" uuid`);
        await queryRunner.query(`ALTER TABLE "refund" ADD "account_id" uuid`);
        await queryRunner.query(`ALTER TABLE "refund" ADD "request_id" uuid`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_refund_request" ON "refund"  ("project_id", "request_id") WHERE request_id IS NOT NULL`);
        await queryRunner.query(`ALTER TABLE "deposit" ADD CONSTRAINT "fk_deposit_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "deposit" ADD CONSTRAINT "fk_deposit_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "deposit" ADD CONSTRAINT "fk_deposit_payer" FOREIGN KEY ("project_id", "payer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "deposit_movement" ADD CONSTRAINT "fk_deposit_movement_deposit" FOREIGN KEY ("project_id", "deposit_id") REFERENCES "deposit"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "receipt_invoice" ADD CONSTRAINT "fk_receipt_invoice_receipt" FOREIGN KEY ("project_id", "receipt_id") REFERENCES "receipt"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "refund_request" ADD CONSTRAINT "fk_refund_request_red" FOREIGN KEY ("project_id", "red_receipt_id") REFERENCES "receipt"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "refund_request" ADD CONSTRAINT "fk_refund_request_deposit" FOREIGN KEY ("project_id", "deposit_id") REFERENCES "deposit"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "refund_request" ADD CONSTRAINT "fk_refund_request_account" FOREIGN KEY ("project_id", "account_id") REFERENCES "prepayment_account"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "refund" ADD CONSTRAINT "fk_refund_deposit" FOREIGN KEY ("project_id", "deposit_id") REFERENCES "deposit"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "refund" ADD CONSTRAINT "fk_refund_account" FOREIGN KEY ("project_id", "account_id") REFERENCES "prepayment_account"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "refund" ADD CONSTRAINT "fk_refund_request" FOREIGN KEY ("project_id", "request_id") REFERENCES "refund_request"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "refund" DROP CONSTRAINT "ck_refund_source"`);
        await queryRunner.query(`ALTER TABLE "refund" ADD CONSTRAINT "ck_refund_source" CHECK (num_nonnulls(red_receipt_id, prepayment_refund_id, deposit_id, account_id) = 1)`);
        await appendOnly(queryRunner, "deposit_movement");
        // of these only what becomes of them changes
        await appendOnly(queryRunner, "deposit", ["used_fen", "refundable", "refundable_reason"]);
        await appendOnly(queryRunner, "refund_request", ["status"]);
        await appendOnly(queryRunner, "receipt_invoice", ["red_invoice_no"]);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "refund" DROP CONSTRAINT "ck_refund_source"`);
        await queryRunner.query(`ALTER TABLE "refund" ADD CONSTRAINT "ck_refund_source" CHECK ((red_receipt_id IS NULL) <> (prepayment_refund_id IS NULL))`);
        await queryRunner.query(`ALTER TABLE "refund" DROP CONSTRAINT "fk_refund_request"`);
        await queryRunner.query(`ALTER TABLE "refund" DROP CONSTRAINT "fk_refund_account"`);
        await queryRunner.query(`ALTER TABLE "refund" DROP CONSTRAINT "fk_refund_deposit"`);
        await queryRunner.query(`ALTER TABLE "refund_request" DROP CONSTRAINT "fk_refund_request_account"`);
        await queryRunner.query(`ALTER TABLE "refund_request" DROP CONSTRAINT "fk_refund_request_deposit"`);
        await queryRunner.query(`ALTER TABLE "refund_request" DROP CONSTRAINT "fk_refund_request_red"`);
        await queryRunner.query(`ALTER TABLE "receipt_invoice" DROP CONSTRAINT "fk_receipt_invoice_receipt"`);
        await queryRunner.query(`ALTER TABLE "deposit_movement" DROP CONSTRAINT "fk_deposit_movement_deposit"`);
        await queryRunner.query(`ALTER TABLE "deposit" DROP CONSTRAINT "fk_deposit_payer"`);
        await queryRunner.query(`ALTER TABLE "deposit" DROP CONSTRAINT "fk_deposit_room"`);
        await queryRunner.query(`ALTER TABLE "deposit" DROP CONSTRAINT "fk_deposit_charge"`);
        await queryRunner.query(`DROP INDEX "public"."uq_refund_request"`);
        await queryRunner.query(`ALTER TABLE "refund" DROP COLUMN "request_id"`);
        await queryRunner.query(`ALTER TABLE "refund" DROP COLUMN "account_id"`);
        await queryRunner.query(`ALTER TABLE "refund" DROP COLUMN "deposit_id"`);
        await queryRunner.query(`ALTER TABLE "receipt" DROP COLUMN "is_void"`);
        await queryRunner.query(`DROP INDEX "public"."ix_refund_request_status"`);
        await queryRunner.query(`DROP INDEX "public"."ix_refund_request_red"`);
        await queryRunner.query(`DROP INDEX "public"."ix_refund_request_deposit"`);
        await queryRunner.query(`DROP INDEX "public"."ix_refund_request_account"`);
        await queryRunner.query(`DROP TABLE "refund_request"`);
        await queryRunner.query(`DROP INDEX "public"."uq_receipt_invoice_standing"`);
        await queryRunner.query(`DROP TABLE "receipt_invoice"`);
        await queryRunner.query(`DROP INDEX "public"."ix_deposit_movement_deposit"`);
        await queryRunner.query(`DROP TABLE "deposit_movement"`);
        await queryRunner.query(`DROP INDEX "public"."ix_deposit_room"`);
        await queryRunner.query(`DROP INDEX "public"."ix_deposit_payer"`);
        await queryRunner.query(`DROP TABLE "deposit"`);
    }

}
