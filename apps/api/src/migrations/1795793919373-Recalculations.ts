import type { MigrationInterface, QueryRunner } from "typeorm";

/** Recalculations of unpaid bills and their lists of differences (business tables). */
export class Recalculations1795793919373 implements MigrationInterface {
    name = 'Recalculations1795793919373'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "recalculation" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "status" text NOT NULL, "reason" text NOT NULL, "from_period" text NOT NULL, "to_period" text NOT NULL, "fee_item_ids" uuid array NOT NULL, "rooms" jsonb NOT NULL, "room_ids" uuid array, "line_count" integer NOT NULL, "old_fen" bigint NOT NULL, "new_fen" bigint NOT NULL, "blocked_count" integer NOT NULL, "obstacles" jsonb NOT NULL, "applied_count" integer, "applied_fen" bigint, "left_out_count" integer, "job_id" uuid, "approval_id" uuid, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, "applied_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_recalculation" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "recalculation_line" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "recalculation_id" uuid NOT NULL, "room_id" uuid NOT NULL, "fee_item_id" uuid NOT NULL, "period" text NOT NULL, "service_from" date NOT NULL, "service_to" date NOT NULL, "old_fen" bigint NOT NULL, "new_fen" bigint NOT NULL, "late_fee_fen" bigint NOT NULL, "causes" text array NOT NULL, "obstacle" text, "charge_ids" uuid array NOT NULL, "before" jsonb NOT NULL, "after" jsonb NOT NULL, "print" text NOT NULL, "applied" boolean, "left_out" text, CONSTRAINT "pk_recalculation_line" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_recalculation_line" ON "recalculation_line"  ("project_id", "recalculation_id", "id") `);
        await queryRunner.query(`ALTER TABLE "recalculation" ADD CONSTRAINT "fk_recalculation_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "recalculation_line" ADD CONSTRAINT "fk_recalculation_line_recalculation" FOREIGN KEY ("project_id", "recalculation_id") REFERENCES "recalculation"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "recalculation_line" ADD CONSTRAINT "fk_recalculation_line_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "recalculation_line" ADD CONSTRAINT "fk_recalculation_line_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "recalculation_line" DROP CONSTRAINT "fk_recalculation_line_item"`);
        await queryRunner.query(`ALTER TABLE "recalculation_line" DROP CONSTRAINT "fk_recalculation_line_room"`);
        await queryRunner.query(`ALTER TABLE "recalculation_line" DROP CONSTRAINT "fk_recalculation_line_recalculation"`);
        await queryRunner.query(`ALTER TABLE "recalculation" DROP CONSTRAINT "fk_recalculation_project_id"`);
        await queryRunner.query(`DROP INDEX "public"."ix_recalculation_line"`);
        await queryRunner.query(`DROP TABLE "recalculation_line"`);
        await queryRunner.query(`DROP TABLE "recalculation"`);
    }

}
