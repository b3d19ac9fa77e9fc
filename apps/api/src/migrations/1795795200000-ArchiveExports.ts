import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** The accounting archives that were taken out, with their index and hashes (business table). */
export class ArchiveExports1795795200000 implements MigrationInterface {
    name = 'ArchiveExports1795795200000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "archive_export" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "number" text NOT NULL, "year" integer NOT NULL, "months" text array NOT NULL, "open_months" text array NOT NULL, "complete" boolean NOT NULL, "include_numbers" boolean NOT NULL, "reason" text NOT NULL, "status" text NOT NULL, "requested_by" uuid NOT NULL, "requested_by_name" text NOT NULL, "approval_id" uuid, "approver_name" text, "job_id" uuid, "failure" text, "files" jsonb NOT NULL DEFAULT '[]', "rows" bigint, "size" bigint, "sha256" text, "manifest_hash" text, "ready_at" TIMESTAMP WITH TIME ZONE, "expires_at" TIMESTAMP WITH TIME ZONE, "downloads" integer NOT NULL DEFAULT '0', "request_hash" text NOT NULL, CONSTRAINT "uq_archive_export_number" UNIQUE ("project_id", "number"), CONSTRAINT "ck_archive_export_months" CHECK (cardinality(months) > 0 AND complete = (cardinality(open_months) = 0)), CONSTRAINT "ck_archive_export_file" CHECK (status <> 'READY' OR (rows IS NOT NULL AND sha256 IS NOT NULL AND manifest_hash IS NOT NULL)), CONSTRAINT "pk_archive_export" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_archive_export_hash" ON "archive_export"  ("project_id", "manifest_hash") `);
        await queryRunner.query(`ALTER TABLE "archive_export" ADD CONSTRAINT "fk_archive_export_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "archive_export", [
            "status", "approval_id", "approver_name", "job_id", "failure", "files", "rows", "size", "sha256", "manifest_hash", "ready_at", "expires_at", "downloads",
        ]);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "archive_export" DROP CONSTRAINT "fk_archive_export_project_id"`);
        await queryRunner.query(`DROP INDEX "public"."ix_archive_export_hash"`);
        await queryRunner.query(`DROP TABLE "archive_export"`);
    }

}
