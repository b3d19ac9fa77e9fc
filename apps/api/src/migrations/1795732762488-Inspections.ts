import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/**
 * Business tables of the handover inspection: `inspection_template`, `inspection`, `inspection_record`, `inspection_item`,
 * `inspection_reading`, `inspection_defect`, `inspection_defect_step`, `inspection_signature`. What is completed cannot be
 * changed by the application's role.
 */
export class Inspections1795732762488 implements MigrationInterface {
    name = 'Inspections1795732762488'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "inspection" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "number" text NOT NULL, "room_id" uuid NOT NULL, "state" text NOT NULL, "version" integer NOT NULL, "draft" jsonb, "corrects_id" uuid, "correction_reason" text, "void_reason" text, "created_by" uuid NOT NULL, "updated_by_name" text NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_inspection_number" UNIQUE ("project_id", "number"), CONSTRAINT "ck_inspection_correction" CHECK ((corrects_id IS NULL) = (correction_reason IS NULL)), CONSTRAINT "ck_inspection_draft" CHECK ((state IN ('DRAFT', 'IN_PROGRESS')) = (draft IS NOT NULL) OR state = 'VOID'), CONSTRAINT "pk_inspection" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_inspection_state" ON "inspection"  ("project_id", "state", "id") `);
        await queryRunner.query(`CREATE INDEX "ix_inspection_room" ON "inspection"  ("project_id", "room_id", "id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_inspection_under_way" ON "inspection"  ("project_id", "room_id") WHERE state IN ('DRAFT', 'IN_PROGRESS')`);
        await queryRunner.query(`CREATE TABLE "inspection_record" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "inspected_on" date NOT NULL, "inspector_name" text NOT NULL, "taker_id" uuid, "taker_name" text NOT NULL, "taker_relation" text, "template_name" text, "layout" text, "version" integer NOT NULL, "unsigned_reason" text, "completed_by" uuid NOT NULL, "completed_by_name" text NOT NULL, CONSTRAINT "pk_inspection_record" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "inspection_item" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "inspection_id" uuid NOT NULL, "no" integer NOT NULL, "group" text NOT NULL, "name" text NOT NULL, "standard" text, "result" text NOT NULL, "remark" text, CONSTRAINT "ck_inspection_item_result" CHECK (result IN ('PASS', 'FAIL', 'NONE')), CONSTRAINT "pk_inspection_item" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_inspection_item_no" ON "inspection_item"  ("project_id", "inspection_id", "no") `);
        await queryRunner.query(`CREATE TABLE "inspection_reading" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "inspection_id" uuid NOT NULL, "kind" text NOT NULL, "meter_no" text NOT NULL, "reading" numeric(15,3) NOT NULL, CONSTRAINT "ck_inspection_reading_value" CHECK (reading >= 0), CONSTRAINT "pk_inspection_reading" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_inspection_reading_meter" ON "inspection_reading"  ("project_id", "inspection_id", "kind", "meter_no") `);
        await queryRunner.query(`CREATE TABLE "inspection_defect" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "inspection_id" uuid NOT NULL, "room_id" uuid NOT NULL, "item_no" integer, "place" text NOT NULL, "description" text NOT NULL, "severity" text NOT NULL, "contractor" text NOT NULL, "deadline" date NOT NULL, "found_on" date NOT NULL, "state" text NOT NULL, "closed_on" date, CONSTRAINT "pk_inspection_defect" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_inspection_defect_contractor" ON "inspection_defect"  ("project_id", "contractor", "state") `);
        await queryRunner.query(`CREATE INDEX "ix_inspection_defect_state" ON "inspection_defect"  ("project_id", "state", "deadline", "id") `);
        await queryRunner.query(`CREATE INDEX "ix_inspection_defect_inspection" ON "inspection_defect"  ("project_id", "inspection_id", "id") `);
        await queryRunner.query(`CREATE TABLE "inspection_defect_step" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "defect_id" uuid NOT NULL, "action" text NOT NULL, "done_on" date NOT NULL, "remark" text, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, CONSTRAINT "ck_inspection_defect_step_action" CHECK (action IN ('FIX', 'PASS', 'FAIL')), CONSTRAINT "pk_inspection_defect_step" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_inspection_defect_step_defect" ON "inspection_defect_step"  ("project_id", "defect_id", "id") `);
        await queryRunner.query(`CREATE TABLE "inspection_signature" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "inspection_id" uuid NOT NULL, "role" text NOT NULL, "name" text NOT NULL, "file_id" uuid NOT NULL, "version" integer NOT NULL, CONSTRAINT "pk_inspection_signature" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_inspection_signature_inspection" ON "inspection_signature"  ("project_id", "inspection_id", "id") `);
        await queryRunner.query(`CREATE TABLE "inspection_template" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "name" text NOT NULL, "layout" text, "groups" jsonb NOT NULL, "version" integer NOT NULL, "updated_by_name" text NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_inspection_template" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_inspection_template_default" ON "inspection_template"  ("project_id") WHERE layout IS NULL`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_inspection_template_layout" ON "inspection_template"  ("project_id", "layout") WHERE layout IS NOT NULL`);
        await queryRunner.query(`ALTER TABLE "inspection" ADD CONSTRAINT "fk_inspection_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "inspection" ADD CONSTRAINT "fk_inspection_corrects" FOREIGN KEY ("project_id", "corrects_id") REFERENCES "inspection"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "inspection_record" ADD CONSTRAINT "fk_inspection_record_inspection" FOREIGN KEY ("project_id", "id") REFERENCES "inspection"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "inspection_item" ADD CONSTRAINT "fk_inspection_item_record" FOREIGN KEY ("project_id", "inspection_id") REFERENCES "inspection_record"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "inspection_reading" ADD CONSTRAINT "fk_inspection_reading_record" FOREIGN KEY ("project_id", "inspection_id") REFERENCES "inspection_record"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "inspection_defect" ADD CONSTRAINT "fk_inspection_defect_record" FOREIGN KEY ("project_id", "inspection_id") REFERENCES "inspection_record"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "inspection_defect" ADD CONSTRAINT "fk_inspection_defect_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "inspection_defect_step" ADD CONSTRAINT "fk_inspection_defect_step_defect" FOREIGN KEY ("project_id", "defect_id") REFERENCES "inspection_defect"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "inspection_signature" ADD CONSTRAINT "fk_inspection_signature_inspection" FOREIGN KEY ("project_id", "inspection_id") REFERENCES "inspection"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "inspection_template" ADD CONSTRAINT "fk_inspection_template_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "inspection", ["state", "version", "draft", "void_reason", "updated_by_name", "updated_at"]);
        await appendOnly(queryRunner, "inspection_record");
        await appendOnly(queryRunner, "inspection_item");
        await appendOnly(queryRunner, "inspection_reading");
        await appendOnly(queryRunner, "inspection_defect", ["state", "closed_on"]);
        await appendOnly(queryRunner, "inspection_defect_step");
        await appendOnly(queryRunner, "inspection_signature");
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "inspection_template" DROP CONSTRAINT "fk_inspection_template_project_id"`);
        await queryRunner.query(`ALTER TABLE "inspection_signature" DROP CONSTRAINT "fk_inspection_signature_inspection"`);
        await queryRunner.query(`ALTER TABLE "inspection_defect_step" DROP CONSTRAINT "fk_inspection_defect_step_defect"`);
        await queryRunner.query(`ALTER TABLE "inspection_defect" DROP CONSTRAINT "fk_inspection_defect_room"`);
        await queryRunner.query(`ALTER TABLE "inspection_defect" DROP CONSTRAINT "fk_inspection_defect_record"`);
        await queryRunner.query(`ALTER TABLE "inspection_reading" DROP CONSTRAINT "fk_inspection_reading_record"`);
        await queryRunner.query(`ALTER TABLE "inspection_item" DROP CONSTRAINT "fk_inspection_item_record"`);
        await queryRunner.query(`ALTER TABLE "inspection_record" DROP CONSTRAINT "fk_inspection_record_inspection"`);
        await queryRunner.query(`ALTER TABLE "inspection" DROP CONSTRAINT "fk_inspection_corrects"`);
        await queryRunner.query(`ALTER TABLE "inspection" DROP CONSTRAINT "fk_inspection_room"`);
        await queryRunner.query(`DROP INDEX "public"."uq_inspection_template_layout"`);
        await queryRunner.query(`DROP INDEX "public"."uq_inspection_template_default"`);
        await queryRunner.query(`DROP TABLE "inspection_template"`);
        await queryRunner.query(`DROP INDEX "public"."ix_inspection_signature_inspection"`);
        await queryRunner.query(`DROP TABLE "inspection_signature"`);
        await queryRunner.query(`DROP INDEX "public"."ix_inspection_defect_step_defect"`);
        await queryRunner.query(`DROP TABLE "inspection_defect_step"`);
        await queryRunner.query(`DROP INDEX "public"."ix_inspection_defect_inspection"`);
        await queryRunner.query(`DROP INDEX "public"."ix_inspection_defect_state"`);
        await queryRunner.query(`DROP INDEX "public"."ix_inspection_defect_contractor"`);
        await queryRunner.query(`DROP TABLE "inspection_defect"`);
        await queryRunner.query(`DROP INDEX "public"."uq_inspection_reading_meter"`);
        await queryRunner.query(`DROP TABLE "inspection_reading"`);
        await queryRunner.query(`DROP INDEX "public"."uq_inspection_item_no"`);
        await queryRunner.query(`DROP TABLE "inspection_item"`);
        await queryRunner.query(`DROP TABLE "inspection_record"`);
        await queryRunner.query(`DROP INDEX "public"."uq_inspection_under_way"`);
        await queryRunner.query(`DROP INDEX "public"."ix_inspection_room"`);
        await queryRunner.query(`DROP INDEX "public"."ix_inspection_state"`);
        await queryRunner.query(`DROP TABLE "inspection"`);
    }

}
