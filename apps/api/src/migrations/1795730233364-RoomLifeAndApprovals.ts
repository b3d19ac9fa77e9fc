import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Business tables `approval` and `room_area_version`; from when to when a room exists. */

export class RoomLifeAndApprovals1795730233364 implements MigrationInterface {
    name = 'RoomLifeAndApprovals1795730233364'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "approval" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "kind" text NOT NULL, "status" text NOT NULL, "title" text NOT NULL, "reason" text NOT NULL, "subject_type" text NOT NULL, "subject_id" uuid NOT NULL, "payload" jsonb NOT NULL, "lines" jsonb NOT NULL, "requested_by" uuid NOT NULL, "requested_by_name" text NOT NULL, "decided_by" uuid, "decided_by_name" text, "decided_at" TIMESTAMP WITH TIME ZONE, "note" text, CONSTRAINT "ck_approval_four_eyes" CHECK (status NOT IN ('APPROVED', 'REJECTED') OR decided_by <> requested_by), CONSTRAINT "pk_approval" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_approval_subject" ON "approval"  ("project_id", "subject_id", "id") `);
        await queryRunner.query(`CREATE INDEX "ix_approval_status" ON "approval"  ("project_id", "status", "id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_approval_pending" ON "approval"  ("project_id", "kind", "subject_id") WHERE status = 'PENDING'`);
        await queryRunner.query(`CREATE TABLE "room_area_version" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "room_id" uuid NOT NULL, "starts_on" date NOT NULL, "building_area" numeric(12,4) NOT NULL, "charge_area" numeric(12,4) NOT NULL, "inner_area" numeric(12,4), "usable_area" numeric(12,4), "reason" text, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, CONSTRAINT "ck_room_area_version_areas" CHECK (building_area >= 0 AND charge_area >= 0), CONSTRAINT "pk_room_area_version" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_room_area_version_room" ON "room_area_version"  ("project_id", "room_id", "starts_on", "id") `);
        await queryRunner.query(`ALTER TABLE "room" ADD "starts_on" date`);
        await queryRunner.query(`ALTER TABLE "room" ADD "ended_on" date`);
        await queryRunner.query(`ALTER TABLE "room" ADD CONSTRAINT "ck_room_life" CHECK (ended_on IS NULL OR starts_on IS NULL OR ended_on >= starts_on)`);
        await queryRunner.query(`ALTER TABLE "approval" ADD CONSTRAINT "fk_approval_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "room_area_version" ADD CONSTRAINT "fk_room_area_version_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "room_area_version");
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "room_area_version" DROP CONSTRAINT "fk_room_area_version_room"`);
        await queryRunner.query(`ALTER TABLE "approval" DROP CONSTRAINT "fk_approval_project_id"`);
        await queryRunner.query(`ALTER TABLE "room" DROP CONSTRAINT "ck_room_life"`);
        await queryRunner.query(`ALTER TABLE "room" DROP COLUMN "ended_on"`);
        await queryRunner.query(`ALTER TABLE "room" DROP COLUMN "starts_on"`);
        await queryRunner.query(`DROP INDEX "public"."ix_room_area_version_room"`);
        await queryRunner.query(`DROP TABLE "room_area_version"`);
        await queryRunner.query(`DROP INDEX "public"."uq_approval_pending"`);
        await queryRunner.query(`DROP INDEX "public"."ix_approval_status"`);
        await queryRunner.query(`DROP INDEX "public"."ix_approval_subject"`);
        await queryRunner.query(`DROP TABLE "approval"`);
    }

}
