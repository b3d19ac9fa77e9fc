import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Business tables `meter`, `meter_reading` (append-only but for its state), `meter_charge` and `room_headcount` (append-only); tiers of rates. */
export class Meters1795744099559 implements MigrationInterface {
    name = 'Meters1795744099559'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "meter" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "no" text NOT NULL, "kind" text NOT NULL, "room_id" uuid, "building_id" uuid, "fee_item_id" uuid, "position" text, "route" text, "digits" integer NOT NULL, "multiplier" numeric(12,4) NOT NULL, "reverse" boolean NOT NULL, "installed_on" date NOT NULL, "start_reading" numeric(15,3) NOT NULL, "opening_use" numeric(15,3) NOT NULL, "removed_on" date, "parent_id" uuid, "replaces_id" uuid, "remark" text, CONSTRAINT "ck_meter_dates" CHECK (removed_on IS NULL OR removed_on >= installed_on), CONSTRAINT "ck_meter_multiplier" CHECK (multiplier > 0), CONSTRAINT "ck_meter_digits" CHECK (digits BETWEEN 1 AND 10), CONSTRAINT "ck_meter_place" CHECK (room_id IS NULL OR building_id IS NULL), CONSTRAINT "pk_meter" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_meter_replaces" ON "meter"  ("project_id", "replaces_id") `);
        await queryRunner.query(`CREATE INDEX "ix_meter_parent" ON "meter"  ("project_id", "parent_id") `);
        await queryRunner.query(`CREATE INDEX "ix_meter_building" ON "meter"  ("project_id", "building_id") `);
        await queryRunner.query(`CREATE INDEX "ix_meter_room" ON "meter"  ("project_id", "room_id", "fee_item_id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_meter_no" ON "meter"  ("project_id", "kind", "no") WHERE removed_on IS NULL`);
        await queryRunner.query(`CREATE TABLE "meter_reading" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "meter_id" uuid NOT NULL, "room_id" uuid, "kind" text NOT NULL, "period" text NOT NULL, "read_on" date NOT NULL, "service_from" date NOT NULL, "service_to" date NOT NULL, "previous" numeric(15,3) NOT NULL, "value" numeric(15,3) NOT NULL, "multiplier" numeric(12,4) NOT NULL, "use" numeric(20,7) NOT NULL, "estimated" boolean NOT NULL, "after_estimate" boolean NOT NULL, "rolled_over" boolean NOT NULL, "alerts" jsonb NOT NULL, "reason" text, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, "status" text NOT NULL, "undo_reason" text, "undone_at" TIMESTAMP WITH TIME ZONE, "undone_by" uuid, CONSTRAINT "ck_meter_reading_use" CHECK (use >= 0), CONSTRAINT "ck_meter_reading_status" CHECK ((status = 'VALID') = (undone_at IS NULL)), CONSTRAINT "pk_meter_reading" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_meter_reading_room" ON "meter_reading"  ("project_id", "room_id", "period") `);
        await queryRunner.query(`CREATE INDEX "ix_meter_reading_period" ON "meter_reading"  ("project_id", "period", "meter_id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_meter_reading_day" ON "meter_reading"  ("project_id", "meter_id", "service_to") WHERE status = 'VALID'`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_meter_reading_period" ON "meter_reading"  ("project_id", "meter_id", "period") WHERE status = 'VALID' AND kind = 'REGULAR'`);
        await queryRunner.query(`CREATE TABLE "meter_charge" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "reading_id" uuid NOT NULL, "charge_id" uuid NOT NULL, CONSTRAINT "pk_meter_charge" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_meter_charge_charge" ON "meter_charge"  ("project_id", "charge_id") `);
        await queryRunner.query(`CREATE INDEX "ix_meter_charge_reading" ON "meter_charge"  ("project_id", "reading_id") `);
        await queryRunner.query(`CREATE TABLE "room_headcount" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "room_id" uuid NOT NULL, "starts_on" date NOT NULL, "persons" integer NOT NULL, "proof" text NOT NULL, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, CONSTRAINT "ck_room_headcount_persons" CHECK (persons BETWEEN 1 AND 50), CONSTRAINT "pk_room_headcount" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_room_headcount_start" ON "room_headcount"  ("project_id", "room_id", "starts_on") `);
        await queryRunner.query(`ALTER TABLE "rate" ADD "tier_basis" text`);
        await queryRunner.query(`ALTER TABLE "rate_version" ADD "tiers" jsonb`);
        await queryRunner.query(`ALTER TABLE "rate_version" ADD "base_persons" integer`);
        await queryRunner.query(`ALTER TABLE "meter" ADD CONSTRAINT "fk_meter_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "meter" ADD CONSTRAINT "fk_meter_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "meter" ADD CONSTRAINT "fk_meter_building" FOREIGN KEY ("project_id", "building_id") REFERENCES "building"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "meter" ADD CONSTRAINT "fk_meter_fee_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "meter" ADD CONSTRAINT "fk_meter_parent" FOREIGN KEY ("project_id", "parent_id") REFERENCES "meter"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "meter" ADD CONSTRAINT "fk_meter_replaces" FOREIGN KEY ("project_id", "replaces_id") REFERENCES "meter"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "meter_reading" ADD CONSTRAINT "fk_meter_reading_meter" FOREIGN KEY ("project_id", "meter_id") REFERENCES "meter"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "meter_reading" ADD CONSTRAINT "fk_meter_reading_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "meter_charge" ADD CONSTRAINT "fk_meter_charge_reading" FOREIGN KEY ("project_id", "reading_id") REFERENCES "meter_reading"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "meter_charge" ADD CONSTRAINT "fk_meter_charge_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "room_headcount" ADD CONSTRAINT "fk_room_headcount_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "meter_reading", ["status", "undo_reason", "undone_at", "undone_by"]);
        await appendOnly(queryRunner, "meter_charge");
        await appendOnly(queryRunner, "room_headcount");
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "room_headcount" DROP CONSTRAINT "fk_room_headcount_room"`);
        await queryRunner.query(`ALTER TABLE "meter_charge" DROP CONSTRAINT "fk_meter_charge_charge"`);
        await queryRunner.query(`ALTER TABLE "meter_charge" DROP CONSTRAINT "fk_meter_charge_reading"`);
        await queryRunner.query(`ALTER TABLE "meter_reading" DROP CONSTRAINT "fk_meter_reading_room"`);
        await queryRunner.query(`ALTER TABLE "meter_reading" DROP CONSTRAINT "fk_meter_reading_meter"`);
        await queryRunner.query(`ALTER TABLE "meter" DROP CONSTRAINT "fk_meter_replaces"`);
        await queryRunner.query(`ALTER TABLE "meter" DROP CONSTRAINT "fk_meter_parent"`);
        await queryRunner.query(`ALTER TABLE "meter" DROP CONSTRAINT "fk_meter_fee_item"`);
        await queryRunner.query(`ALTER TABLE "meter" DROP CONSTRAINT "fk_meter_building"`);
        await queryRunner.query(`ALTER TABLE "meter" DROP CONSTRAINT "fk_meter_room"`);
        await queryRunner.query(`ALTER TABLE "meter" DROP CONSTRAINT "fk_meter_project_id"`);
        await queryRunner.query(`ALTER TABLE "rate_version" DROP COLUMN "base_persons"`);
        await queryRunner.query(`ALTER TABLE "rate_version" DROP COLUMN "tiers"`);
        await queryRunner.query(`ALTER TABLE "rate" DROP COLUMN "tier_basis"`);
        await queryRunner.query(`DROP INDEX "public"."uq_room_headcount_start"`);
        await queryRunner.query(`DROP TABLE "room_headcount"`);
        await queryRunner.query(`DROP INDEX "public"."ix_meter_charge_reading"`);
        await queryRunner.query(`DROP INDEX "public"."ix_meter_charge_charge"`);
        await queryRunner.query(`DROP TABLE "meter_charge"`);
        await queryRunner.query(`DROP INDEX "public"."uq_meter_reading_period"`);
        await queryRunner.query(`DROP INDEX "public"."uq_meter_reading_day"`);
        await queryRunner.query(`DROP INDEX "public"."ix_meter_reading_period"`);
        await queryRunner.query(`DROP INDEX "public"."ix_meter_reading_room"`);
        await queryRunner.query(`DROP TABLE "meter_reading"`);
        await queryRunner.query(`DROP INDEX "public"."uq_meter_no"`);
        await queryRunner.query(`DROP INDEX "public"."ix_meter_room"`);
        await queryRunner.query(`DROP INDEX "public"."ix_meter_building"`);
        await queryRunner.query(`DROP INDEX "public"."ix_meter_parent"`);
        await queryRunner.query(`DROP INDEX "public"."ix_meter_replaces"`);
        await queryRunner.query(`DROP TABLE "meter"`);
    }

}
