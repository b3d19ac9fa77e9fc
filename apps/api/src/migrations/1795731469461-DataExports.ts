import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Business table `data_export`, the register of exports; how many rows a project lets out without approval. */

export class DataExports1795731469461 implements MigrationInterface {
    name = 'DataExports1795731469461'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "data_export" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "number" text NOT NULL, "kind" text NOT NULL, "status" text NOT NULL, "filter" jsonb NOT NULL, "filter_words" text array NOT NULL, "columns" text array, "reason" text NOT NULL, "include_numbers" boolean NOT NULL, "expected_rows" integer NOT NULL, "rows" integer, "requested_by" uuid NOT NULL, "requested_by_name" text NOT NULL, "approval_id" uuid, "approver_name" text, "job_id" uuid, "failure" text, "size" bigint, "sha256" text, "ready_at" TIMESTAMP WITH TIME ZONE, "expires_at" TIMESTAMP WITH TIME ZONE, "downloads" integer NOT NULL DEFAULT '0', "last_downloaded_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_data_export_number" UNIQUE ("project_id", "number"), CONSTRAINT "ck_data_export_file" CHECK (status <> 'READY' OR (rows IS NOT NULL AND sha256 IS NOT NULL)), CONSTRAINT "pk_data_export" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "project" ADD "export_approval_rows" integer NOT NULL DEFAULT '1000'`);
        await queryRunner.query(`ALTER TABLE "data_export" ADD CONSTRAINT "fk_data_export_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        // Who took what, when and why stays as it was; only what becomes of the file changes.
        await appendOnly(queryRunner, "data_export", [
            "status", "filter", "rows", "approval_id", "approver_name", "job_id", "failure", "size", "sha256", "ready_at", "expires_at", "downloads", "last_downloaded_at",
        ]);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "data_export" DROP CONSTRAINT "fk_data_export_project_id"`);
        await queryRunner.query(`ALTER TABLE "project" DROP COLUMN "export_approval_rows"`);
        await queryRunner.query(`DROP TABLE "data_export"`);
    }

}
