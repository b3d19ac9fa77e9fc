import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Business tables `privacy_notice` and `customer_consent` (append-only) and `privacy_request`; when a customer was anonymised. */
export class PrivacyRegister1795734975286 implements MigrationInterface {
    name = 'PrivacyRegister1795734975286'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "privacy_notice" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "version" text NOT NULL, "text" text NOT NULL, "starts_on" date NOT NULL, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, CONSTRAINT "uq_privacy_notice_version" UNIQUE ("project_id", "version"), CONSTRAINT "pk_privacy_notice" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "customer_consent" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "customer_id" uuid NOT NULL, "purpose" text, "action" text NOT NULL, "notice_id" uuid, "given_on" date NOT NULL, "way" text NOT NULL, "remark" text, "recorded_by" uuid NOT NULL, "recorded_by_name" text NOT NULL, CONSTRAINT "ck_customer_consent_what" CHECK ((purpose IS NULL) = (notice_id IS NOT NULL)), CONSTRAINT "pk_customer_consent" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_customer_consent_customer" ON "customer_consent"  ("project_id", "customer_id", "id") `);
        await queryRunner.query(`CREATE TABLE "privacy_request" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "customer_id" uuid NOT NULL, "kind" text NOT NULL, "received_on" date NOT NULL, "way" text NOT NULL, "requester" text NOT NULL, "requester_name" text, "text" text NOT NULL, "due_on" date NOT NULL, "state" text NOT NULL, "handler_id" uuid, "handler_name" text, "result" text, "closed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_privacy_request_result" CHECK (closed_at IS NULL OR result IS NOT NULL), CONSTRAINT "ck_privacy_request_closed" CHECK ((closed_at IS NOT NULL) = (state IN ('DONE', 'REJECTED'))), CONSTRAINT "pk_privacy_request" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_privacy_request_customer" ON "privacy_request"  ("project_id", "customer_id") `);
        await queryRunner.query(`CREATE INDEX "ix_privacy_request_due" ON "privacy_request"  ("project_id", "state", "due_on", "id") `);
        await queryRunner.query(`ALTER TABLE "customer" ADD "anonymised_at" TIMESTAMP WITH TIME ZONE`);
        await queryRunner.query(`ALTER TABLE "privacy_notice" ADD CONSTRAINT "fk_privacy_notice_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "customer_consent" ADD CONSTRAINT "fk_customer_consent_customer" FOREIGN KEY ("project_id", "customer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "customer_consent" ADD CONSTRAINT "fk_customer_consent_notice" FOREIGN KEY ("project_id", "notice_id") REFERENCES "privacy_notice"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "privacy_request" ADD CONSTRAINT "fk_privacy_request_customer" FOREIGN KEY ("project_id", "customer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "privacy_notice");
        await appendOnly(queryRunner, "customer_consent");
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "privacy_request" DROP CONSTRAINT "fk_privacy_request_customer"`);
        await queryRunner.query(`ALTER TABLE "customer_consent" DROP CONSTRAINT "fk_customer_consent_notice"`);
        await queryRunner.query(`ALTER TABLE "customer_consent" DROP CONSTRAINT "fk_customer_consent_customer"`);
        await queryRunner.query(`ALTER TABLE "privacy_notice" DROP CONSTRAINT "fk_privacy_notice_project_id"`);
        await queryRunner.query(`ALTER TABLE "customer" DROP COLUMN "anonymised_at"`);
        await queryRunner.query(`DROP INDEX "public"."ix_privacy_request_due"`);
        await queryRunner.query(`DROP INDEX "public"."ix_privacy_request_customer"`);
        await queryRunner.query(`DROP TABLE "privacy_request"`);
        await queryRunner.query(`DROP INDEX "public"."ix_customer_consent_customer"`);
        await queryRunner.query(`DROP TABLE "customer_consent"`);
        await queryRunner.query(`DROP TABLE "privacy_notice"`);
    }

}
