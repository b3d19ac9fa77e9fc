import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/**
 * Business tables `room_restructure` and `room_lineage`; movements of prepayments without a receipt. A room whose split
 * or merge was restored ends the day before it began.
 */

export class RoomRestructures1795731648925 implements MigrationInterface {
    name = 'RoomRestructures1795731648925'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "room_restructure" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "number" text NOT NULL, "kind" text NOT NULL, "state" text NOT NULL, "effective_on" date NOT NULL, "reason" text NOT NULL, "room_ids" uuid array NOT NULL, "old_codes" text array NOT NULL, "new_codes" text array NOT NULL, "new_room_ids" uuid array NOT NULL, "plan" jsonb NOT NULL, "facts" jsonb, "lines" jsonb NOT NULL, "memo" jsonb, "approval_id" uuid, "requested_by" uuid NOT NULL, "requested_by_name" text NOT NULL, "approved_by" uuid, "approved_by_name" text, "done_at" TIMESTAMP WITH TIME ZONE, "restored_at" TIMESTAMP WITH TIME ZONE, "restored_by_name" text, "restore_reason" text, "version" integer NOT NULL, CONSTRAINT "uq_room_restructure_number" UNIQUE ("project_id", "number"), CONSTRAINT "ck_room_restructure_four_eyes" CHECK (approved_by IS NULL OR approved_by <> requested_by), CONSTRAINT "pk_room_restructure" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_room_restructure_state" ON "room_restructure"  ("project_id", "state", "id") `);
        await queryRunner.query(`CREATE TABLE "room_lineage" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "restructure_id" uuid NOT NULL, "parent_id" uuid NOT NULL, "child_id" uuid NOT NULL, CONSTRAINT "uq_room_lineage" UNIQUE ("project_id", "child_id", "parent_id"), CONSTRAINT "ck_room_lineage_self" CHECK (parent_id <> child_id), CONSTRAINT "pk_room_lineage" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_room_lineage_parent" ON "room_lineage"  ("project_id", "parent_id") `);
        await queryRunner.query(`ALTER TABLE "prepayment_movement" ADD "move_id" uuid`);
        await queryRunner.query(`ALTER TABLE "room" DROP CONSTRAINT "ck_room_life"`);
        await queryRunner.query(`ALTER TABLE "room" ADD CONSTRAINT "ck_room_life" CHECK (ended_on IS NULL OR starts_on IS NULL OR ended_on >= starts_on - 1)`);
        await queryRunner.query(`CREATE INDEX "ix_prepayment_movement_move" ON "prepayment_movement"  ("project_id", "move_id") WHERE move_id IS NOT NULL`);
        await queryRunner.query(`ALTER TABLE "room_restructure" ADD CONSTRAINT "fk_room_restructure_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "room_lineage" ADD CONSTRAINT "fk_room_lineage_restructure" FOREIGN KEY ("project_id", "restructure_id") REFERENCES "room_restructure"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "room_lineage" ADD CONSTRAINT "fk_room_lineage_parent" FOREIGN KEY ("project_id", "parent_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "room_lineage" ADD CONSTRAINT "fk_room_lineage_child" FOREIGN KEY ("project_id", "child_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "room_lineage");
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "room" DROP CONSTRAINT "ck_room_life"`);
        await queryRunner.query(`ALTER TABLE "room" ADD CONSTRAINT "ck_room_life" CHECK (ended_on IS NULL OR starts_on IS NULL OR ended_on >= starts_on)`);
        await queryRunner.query(`ALTER TABLE "room_lineage" DROP CONSTRAINT "fk_room_lineage_child"`);
        await queryRunner.query(`ALTER TABLE "room_lineage" DROP CONSTRAINT "fk_room_lineage_parent"`);
        await queryRunner.query(`ALTER TABLE "room_lineage" DROP CONSTRAINT "fk_room_lineage_restructure"`);
        await queryRunner.query(`ALTER TABLE "room_restructure" DROP CONSTRAINT "fk_room_restructure_project_id"`);
        await queryRunner.query(`DROP INDEX "public"."ix_prepayment_movement_move"`);
        await queryRunner.query(`ALTER TABLE "prepayment_movement" DROP COLUMN "move_id"`);
        await queryRunner.query(`DROP INDEX "public"."ix_room_lineage_parent"`);
        await queryRunner.query(`DROP TABLE "room_lineage"`);
        await queryRunner.query(`DROP INDEX "public"."ix_room_restructure_state"`);
        await queryRunner.query(`DROP TABLE "room_restructure"`);
    }

}
