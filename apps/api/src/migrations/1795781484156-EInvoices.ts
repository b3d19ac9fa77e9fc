import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/**
 * Business tables of electronic invoices (BIL-121…123): `invoice_settings`, `e_invoice` with its lines and events, `red_invoice`
 * with its lines, and `invoice_answer`, what suppliers said. Nothing of them is deleted (LAW-42, LAW-44).
 */
export class EInvoices1795781484156 implements MigrationInterface {
    name = 'EInvoices1795781484156'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "e_invoice" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "request_no" text NOT NULL, "status" text NOT NULL, "adapter" text NOT NULL, "payer_id" uuid NOT NULL, "buyer_kind" text NOT NULL, "buyer_name" text NOT NULL, "buyer_tax_number" text, "buyer_address" text, "buyer_phone" text, "buyer_bank" text, "account_cipher" text, "account_masked" text, "email_cipher" text, "email_masked" text, "mobile_cipher" text, "mobile_masked" text, "seller" jsonb NOT NULL, "issuer_name" text NOT NULL, "lease" jsonb, "remark" text, "net_fen" bigint NOT NULL, "tax_fen" bigint NOT NULL, "amount_fen" bigint NOT NULL, "red_fen" bigint NOT NULL DEFAULT '0', "attempt" integer NOT NULL DEFAULT '1', "fail_reason" text, "invoice_no" text, "issued_on" date, "pdf_url" text, "ofd_url" text, "xml_url" text, "requested_by" uuid NOT NULL, "requested_by_name" text NOT NULL, "request_hash" text NOT NULL, CONSTRAINT "uq_e_invoice_request_no" UNIQUE ("project_id", "request_no"), CONSTRAINT "ck_e_invoice_reversed" CHECK ((status = 'REVERSED') = (red_fen = amount_fen)), CONSTRAINT "ck_e_invoice_issued" CHECK ((status IN ('ISSUED', 'REVERSING', 'REVERSED')) = (invoice_no IS NOT NULL) AND (invoice_no IS NULL) = (issued_on IS NULL)), CONSTRAINT "ck_e_invoice_sum" CHECK (amount_fen > 0 AND amount_fen = net_fen + tax_fen AND red_fen BETWEEN 0 AND amount_fen), CONSTRAINT "pk_e_invoice" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_e_invoice_waiting" ON "e_invoice"  ("project_id", "id") WHERE status = 'PENDING'`);
        await queryRunner.query(`CREATE INDEX "ix_e_invoice_payer" ON "e_invoice"  ("project_id", "payer_id", "id") `);
        await queryRunner.query(`CREATE INDEX "ix_e_invoice_created" ON "e_invoice"  ("project_id", "created_at", "id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_e_invoice_no" ON "e_invoice"  ("project_id", "invoice_no") WHERE invoice_no IS NOT NULL`);
        await queryRunner.query(`CREATE TABLE "e_invoice_event" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "invoice_id" uuid NOT NULL, "kind" text NOT NULL, "message" text, "by_id" uuid NOT NULL, "by_name" text NOT NULL, CONSTRAINT "pk_e_invoice_event" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_e_invoice_event_invoice" ON "e_invoice_event"  ("project_id", "invoice_id", "id") `);
        await queryRunner.query(`CREATE TABLE "e_invoice_line" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "invoice_id" uuid NOT NULL, "receipt_id" uuid NOT NULL, "charge_id" uuid NOT NULL, "position" integer NOT NULL, "item_name" text NOT NULL, "tax_code" text NOT NULL, "spec" text NOT NULL, "unit" text NOT NULL, "quantity" numeric(20,4) NOT NULL, "price" numeric(24,8) NOT NULL, "tax_rate" numeric(5,2) NOT NULL, "net_fen" bigint NOT NULL, "tax_fen" bigint NOT NULL, "amount_fen" bigint NOT NULL, CONSTRAINT "uq_e_invoice_line" UNIQUE ("project_id", "invoice_id", "receipt_id", "charge_id"), CONSTRAINT "ck_e_invoice_line_sum" CHECK (amount_fen > 0 AND amount_fen = net_fen + tax_fen), CONSTRAINT "pk_e_invoice_line" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_e_invoice_line_receipt" ON "e_invoice_line"  ("project_id", "receipt_id", "charge_id") `);
        await queryRunner.query(`CREATE TABLE "invoice_answer" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "source" text NOT NULL, "invoice_id" uuid, "fault" text, CONSTRAINT "ck_invoice_answer_applied" CHECK (fault IS NOT NULL OR invoice_id IS NOT NULL), CONSTRAINT "pk_invoice_answer" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_invoice_answer_fault" ON "invoice_answer"  ("project_id", "id") WHERE fault IS NOT NULL`);
        await queryRunner.query(`CREATE TABLE "red_invoice" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "invoice_id" uuid NOT NULL, "status" text NOT NULL, "reason" text NOT NULL, "explanation" text NOT NULL, "net_fen" bigint NOT NULL, "tax_fen" bigint NOT NULL, "amount_fen" bigint NOT NULL, "attempt" integer NOT NULL DEFAULT '1', "fail_reason" text, "confirmation_no" text, "invoice_no" text, "issued_on" date, "pdf_url" text, "ofd_url" text, "xml_url" text, "requested_by" uuid NOT NULL, "requested_by_name" text NOT NULL, "request_hash" text NOT NULL, CONSTRAINT "ck_red_invoice_issued" CHECK ((status = 'ISSUED') = (invoice_no IS NOT NULL) AND (invoice_no IS NULL) = (issued_on IS NULL)), CONSTRAINT "ck_red_invoice_sum" CHECK (amount_fen > 0 AND amount_fen = net_fen + tax_fen), CONSTRAINT "pk_red_invoice" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_red_invoice_waiting" ON "red_invoice"  ("project_id", "id") WHERE status = 'PENDING'`);
        await queryRunner.query(`CREATE INDEX "ix_red_invoice_invoice" ON "red_invoice"  ("project_id", "invoice_id", "id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_red_invoice_no" ON "red_invoice"  ("project_id", "invoice_no") WHERE invoice_no IS NOT NULL`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_red_invoice_open" ON "red_invoice"  ("project_id", "invoice_id") WHERE status IN ('PENDING', 'ISSUING')`);
        await queryRunner.query(`CREATE TABLE "red_invoice_line" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "red_id" uuid NOT NULL, "line_id" uuid NOT NULL, "net_fen" bigint NOT NULL, "tax_fen" bigint NOT NULL, "amount_fen" bigint NOT NULL, CONSTRAINT "uq_red_invoice_line" UNIQUE ("project_id", "red_id", "line_id"), CONSTRAINT "ck_red_invoice_line_sum" CHECK (amount_fen > 0 AND amount_fen = net_fen + tax_fen), CONSTRAINT "pk_red_invoice_line" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_red_invoice_line_line" ON "red_invoice_line"  ("project_id", "line_id") `);
        await queryRunner.query(`CREATE TABLE "invoice_settings" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "adapter" text NOT NULL, "seller_name" text, "seller_tax_number" text, "seller_address" text, "seller_phone" text, "seller_bank" text, "seller_account" text, "issuer_name" text, "invoice_collected" boolean NOT NULL, CONSTRAINT "uq_invoice_settings" UNIQUE ("project_id"), CONSTRAINT "ck_invoice_settings_seller" CHECK (adapter = 'OFF' OR (seller_name IS NOT NULL AND seller_tax_number IS NOT NULL AND issuer_name IS NOT NULL)), CONSTRAINT "pk_invoice_settings" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "e_invoice" ADD CONSTRAINT "fk_e_invoice_payer" FOREIGN KEY ("project_id", "payer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "e_invoice_event" ADD CONSTRAINT "fk_e_invoice_event_invoice" FOREIGN KEY ("project_id", "invoice_id") REFERENCES "e_invoice"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "e_invoice_line" ADD CONSTRAINT "fk_e_invoice_line_invoice" FOREIGN KEY ("project_id", "invoice_id") REFERENCES "e_invoice"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "e_invoice_line" ADD CONSTRAINT "fk_e_invoice_line_receipt" FOREIGN KEY ("project_id", "receipt_id") REFERENCES "receipt"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "e_invoice_line" ADD CONSTRAINT "fk_e_invoice_line_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "invoice_answer" ADD CONSTRAINT "fk_invoice_answer_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "invoice_answer" ADD CONSTRAINT "fk_invoice_answer_invoice" FOREIGN KEY ("project_id", "invoice_id") REFERENCES "e_invoice"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "red_invoice" ADD CONSTRAINT "fk_red_invoice_invoice" FOREIGN KEY ("project_id", "invoice_id") REFERENCES "e_invoice"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "red_invoice_line" ADD CONSTRAINT "fk_red_invoice_line_red" FOREIGN KEY ("project_id", "red_id") REFERENCES "red_invoice"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "red_invoice_line" ADD CONSTRAINT "fk_red_invoice_line_line" FOREIGN KEY ("project_id", "line_id") REFERENCES "e_invoice_line"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "invoice_settings" ADD CONSTRAINT "fk_invoice_settings_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        const LINKS = ["pdf_url", "ofd_url", "xml_url"];
        const RESULT = ["status", "attempt", "fail_reason", "invoice_no", "issued_on", ...LINKS];
        await appendOnly(queryRunner, "e_invoice", [...RESULT, "red_fen"]);
        await appendOnly(queryRunner, "red_invoice", [...RESULT, "confirmation_no"]);
        await appendOnly(queryRunner, "e_invoice_line");
        await appendOnly(queryRunner, "red_invoice_line");
        await appendOnly(queryRunner, "e_invoice_event");
        await appendOnly(queryRunner, "invoice_answer");
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "invoice_settings" DROP CONSTRAINT "fk_invoice_settings_project_id"`);
        await queryRunner.query(`ALTER TABLE "red_invoice_line" DROP CONSTRAINT "fk_red_invoice_line_line"`);
        await queryRunner.query(`ALTER TABLE "red_invoice_line" DROP CONSTRAINT "fk_red_invoice_line_red"`);
        await queryRunner.query(`ALTER TABLE "red_invoice" DROP CONSTRAINT "fk_red_invoice_invoice"`);
        await queryRunner.query(`ALTER TABLE "invoice_answer" DROP CONSTRAINT "fk_invoice_answer_invoice"`);
        await queryRunner.query(`ALTER TABLE "invoice_answer" DROP CONSTRAINT "fk_invoice_answer_project_id"`);
        await queryRunner.query(`ALTER TABLE "e_invoice_line" DROP CONSTRAINT "fk_e_invoice_line_charge"`);
        await queryRunner.query(`ALTER TABLE "e_invoice_line" DROP CONSTRAINT "fk_e_invoice_line_receipt"`);
        await queryRunner.query(`ALTER TABLE "e_invoice_line" DROP CONSTRAINT "fk_e_invoice_line_invoice"`);
        await queryRunner.query(`ALTER TABLE "e_invoice_event" DROP CONSTRAINT "fk_e_invoice_event_invoice"`);
        await queryRunner.query(`ALTER TABLE "e_invoice" DROP CONSTRAINT "fk_e_invoice_payer"`);
        await queryRunner.query(`DROP TABLE "invoice_settings"`);
        await queryRunner.query(`DROP INDEX "public"."ix_red_invoice_line_line"`);
        await queryRunner.query(`DROP TABLE "red_invoice_line"`);
        await queryRunner.query(`DROP INDEX "public"."uq_red_invoice_open"`);
        await queryRunner.query(`DROP INDEX "public"."uq_red_invoice_no"`);
        await queryRunner.query(`DROP INDEX "public"."ix_red_invoice_invoice"`);
        await queryRunner.query(`DROP INDEX "public"."ix_red_invoice_waiting"`);
        await queryRunner.query(`DROP TABLE "red_invoice"`);
        await queryRunner.query(`DROP INDEX "public"."ix_invoice_answer_fault"`);
        await queryRunner.query(`DROP TABLE "invoice_answer"`);
        await queryRunner.query(`DROP INDEX "public"."ix_e_invoice_line_receipt"`);
        await queryRunner.query(`DROP TABLE "e_invoice_line"`);
        await queryRunner.query(`DROP INDEX "public"."ix_e_invoice_event_invoice"`);
        await queryRunner.query(`DROP TABLE "e_invoice_event"`);
        await queryRunner.query(`DROP INDEX "public"."uq_e_invoice_no"`);
        await queryRunner.query(`DROP INDEX "public"."ix_e_invoice_created"`);
        await queryRunner.query(`DROP INDEX "public"."ix_e_invoice_payer"`);
        await queryRunner.query(`DROP INDEX "public"."ix_e_invoice_waiting"`);
        await queryRunner.query(`DROP TABLE "e_invoice"`);
    }

}
