import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/**
 * One act of limitation after another (limitation.ts does the same): what counts prolongs to three years after its end,
 * infinity while a lawsuit is under way; what comes after the end counts only when it revives.
 */
const LIMITATION_STEP = `CREATE FUNCTION limitation_step(state date, due date, day date, until date, revives boolean) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN revives OR day <= coalesce(state, (due + interval '3 years')::date)
      THEN greatest(coalesce(state, (due + interval '3 years')::date), (until + interval '3 years')::date)
      ELSE coalesce(state, (due + interval '3 years')::date) END $$`;


/** Demands for what is overdue: levels, plans, cases, steps, promises, pauses, lawsuits (business tables). */
export class Dunning1795767886911 implements MigrationInterface {
    name = 'Dunning1795767886911'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "dunning_level" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "level_order" integer NOT NULL, "name" text NOT NULL, "days_overdue" integer NOT NULL, "min_amount_fen" bigint NOT NULL, "channel" text NOT NULL, "text" text NOT NULL, "days_to_next" integer NOT NULL, "active" boolean NOT NULL, CONSTRAINT "uq_dunning_level_name" UNIQUE ("project_id", "name"), CONSTRAINT "uq_dunning_level_order" UNIQUE ("project_id", "level_order"), CONSTRAINT "ck_dunning_level_days" CHECK (days_overdue > 0 AND days_to_next > 0 AND min_amount_fen >= 0), CONSTRAINT "pk_dunning_level" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "dunning_plan" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "name" text NOT NULL, "level_id" uuid NOT NULL, "building_id" uuid, "min_amount_fen" bigint, "every_months" integer NOT NULL, "starts_on" date NOT NULL, "active" boolean NOT NULL, CONSTRAINT "uq_dunning_plan_name" UNIQUE ("project_id", "name"), CONSTRAINT "ck_dunning_plan_months" CHECK (every_months BETWEEN 1 AND 12), CONSTRAINT "pk_dunning_plan" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "dunning_batch" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "level_id" uuid NOT NULL, "plan_id" uuid, "on_day" date NOT NULL, "scope" jsonb NOT NULL, "steps" integer NOT NULL, "amount_fen" bigint NOT NULL, "skipped" integer NOT NULL, "request_hash" text NOT NULL, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, CONSTRAINT "pk_dunning_batch" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_dunning_batch_plan" ON "dunning_batch"  ("project_id", "plan_id", "on_day") WHERE plan_id IS NOT NULL`);
        await queryRunner.query(`CREATE INDEX "ix_dunning_batch_level" ON "dunning_batch"  ("project_id", "level_id") `);
        await queryRunner.query(`CREATE TABLE "dunning_case" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "room_id" uuid NOT NULL, "payer_id" uuid NOT NULL, CONSTRAINT "uq_dunning_case" UNIQUE ("project_id", "room_id", "payer_id"), CONSTRAINT "pk_dunning_case" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_dunning_case_payer" ON "dunning_case"  ("project_id", "payer_id") `);
        await queryRunner.query(`CREATE TABLE "dunning_step" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "case_id" uuid NOT NULL, "step_no" text NOT NULL, "on_day" date NOT NULL, "level_id" uuid, "batch_id" uuid, "channel" text NOT NULL, "text" text NOT NULL, "pay_by" date, "amount_fen" bigint NOT NULL, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, "voided_on" date, "void_reason" text, CONSTRAINT "uq_dunning_step_no" UNIQUE ("project_id", "step_no"), CONSTRAINT "ck_dunning_step_amount" CHECK (amount_fen > 0), CONSTRAINT "ck_dunning_step_void" CHECK ((voided_on IS NULL) = (void_reason IS NULL)), CONSTRAINT "pk_dunning_step" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_dunning_step_level" ON "dunning_step"  ("project_id", "level_id") WHERE level_id IS NOT NULL`);
        await queryRunner.query(`CREATE INDEX "ix_dunning_step_batch" ON "dunning_step"  ("project_id", "batch_id", "id") WHERE batch_id IS NOT NULL`);
        await queryRunner.query(`CREATE INDEX "ix_dunning_step_case" ON "dunning_step"  ("project_id", "case_id", "on_day") `);
        await queryRunner.query(`CREATE TABLE "dunning_delivery" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "step_id" uuid NOT NULL, "delivered_on" date NOT NULL, "how" text NOT NULL, "interrupts" boolean NOT NULL, "recipient" text, "result" text, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, "voided_on" date, "void_reason" text, CONSTRAINT "ck_dunning_delivery_void" CHECK ((voided_on IS NULL) = (void_reason IS NULL)), CONSTRAINT "pk_dunning_delivery" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_dunning_delivery_step" ON "dunning_delivery"  ("project_id", "step_id") `);
        await queryRunner.query(`CREATE TABLE "dunning_lawsuit" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "case_id" uuid NOT NULL, "filed_on" date NOT NULL, "forum" text NOT NULL, "docket_no" text, "amount_fen" bigint NOT NULL, "ended_on" date, "outcome" text, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, CONSTRAINT "ck_dunning_lawsuit_end" CHECK ((ended_on IS NULL) = (outcome IS NULL) AND (ended_on IS NULL OR ended_on >= filed_on)), CONSTRAINT "pk_dunning_lawsuit" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_dunning_lawsuit_case" ON "dunning_lawsuit"  ("project_id", "case_id") `);
        await queryRunner.query(`CREATE TABLE "dunning_lawsuit_charge" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "lawsuit_id" uuid NOT NULL, "charge_id" uuid NOT NULL, CONSTRAINT "pk_dunning_lawsuit_charge" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_dunning_lawsuit_charge_charge" ON "dunning_lawsuit_charge"  ("project_id", "charge_id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_dunning_lawsuit_charge" ON "dunning_lawsuit_charge"  ("project_id", "lawsuit_id", "charge_id") `);
        await queryRunner.query(`CREATE TABLE "dunning_pause" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "case_id" uuid NOT NULL, "starts_on" date NOT NULL, "ends_on" date, "reason" text NOT NULL, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, CONSTRAINT "ck_dunning_pause_days" CHECK (ends_on IS NULL OR ends_on >= starts_on - 1), CONSTRAINT "pk_dunning_pause" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_dunning_pause_case" ON "dunning_pause"  ("project_id", "case_id") `);
        await queryRunner.query(`CREATE TABLE "dunning_promise" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "case_id" uuid NOT NULL, "made_on" date NOT NULL, "pay_by" date NOT NULL, "amount_fen" bigint NOT NULL, "form" text NOT NULL, "promised_by" text NOT NULL, "note" text, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, "voided_on" date, "void_reason" text, CONSTRAINT "ck_dunning_promise_void" CHECK ((voided_on IS NULL) = (void_reason IS NULL)), CONSTRAINT "ck_dunning_promise" CHECK (amount_fen > 0 AND pay_by >= made_on), CONSTRAINT "pk_dunning_promise" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_dunning_promise_case" ON "dunning_promise"  ("project_id", "case_id", "made_on") `);
        await queryRunner.query(`CREATE TABLE "dunning_promise_charge" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "promise_id" uuid NOT NULL, "charge_id" uuid NOT NULL, CONSTRAINT "pk_dunning_promise_charge" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_dunning_promise_charge_charge" ON "dunning_promise_charge"  ("project_id", "charge_id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_dunning_promise_charge" ON "dunning_promise_charge"  ("project_id", "promise_id", "charge_id") `);
        await queryRunner.query(`CREATE TABLE "dunning_step_charge" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "step_id" uuid NOT NULL, "charge_id" uuid NOT NULL, "amount_fen" bigint NOT NULL, CONSTRAINT "uq_dunning_step_charge" UNIQUE ("project_id", "step_id", "charge_id"), CONSTRAINT "ck_dunning_step_charge_amount" CHECK (amount_fen > 0), CONSTRAINT "pk_dunning_step_charge" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_dunning_step_charge_charge" ON "dunning_step_charge"  ("project_id", "charge_id") `);
        await queryRunner.query(`ALTER TABLE "dunning_level" ADD CONSTRAINT "fk_dunning_level_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_plan" ADD CONSTRAINT "fk_dunning_plan_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_plan" ADD CONSTRAINT "fk_dunning_plan_level" FOREIGN KEY ("project_id", "level_id") REFERENCES "dunning_level"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_plan" ADD CONSTRAINT "fk_dunning_plan_building" FOREIGN KEY ("project_id", "building_id") REFERENCES "building"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_batch" ADD CONSTRAINT "fk_dunning_batch_plan" FOREIGN KEY ("project_id", "plan_id") REFERENCES "dunning_plan"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_batch" ADD CONSTRAINT "fk_dunning_batch_level" FOREIGN KEY ("project_id", "level_id") REFERENCES "dunning_level"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_case" ADD CONSTRAINT "fk_dunning_case_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_case" ADD CONSTRAINT "fk_dunning_case_payer" FOREIGN KEY ("project_id", "payer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_step" ADD CONSTRAINT "fk_dunning_step_case" FOREIGN KEY ("project_id", "case_id") REFERENCES "dunning_case"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_step" ADD CONSTRAINT "fk_dunning_step_level" FOREIGN KEY ("project_id", "level_id") REFERENCES "dunning_level"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_step" ADD CONSTRAINT "fk_dunning_step_batch" FOREIGN KEY ("project_id", "batch_id") REFERENCES "dunning_batch"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_delivery" ADD CONSTRAINT "fk_dunning_delivery_step" FOREIGN KEY ("project_id", "step_id") REFERENCES "dunning_step"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_lawsuit" ADD CONSTRAINT "fk_dunning_lawsuit_case" FOREIGN KEY ("project_id", "case_id") REFERENCES "dunning_case"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_lawsuit_charge" ADD CONSTRAINT "fk_dunning_lawsuit_charge_lawsuit" FOREIGN KEY ("project_id", "lawsuit_id") REFERENCES "dunning_lawsuit"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_lawsuit_charge" ADD CONSTRAINT "fk_dunning_lawsuit_charge_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_pause" ADD CONSTRAINT "fk_dunning_pause_case" FOREIGN KEY ("project_id", "case_id") REFERENCES "dunning_case"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_promise" ADD CONSTRAINT "fk_dunning_promise_case" FOREIGN KEY ("project_id", "case_id") REFERENCES "dunning_case"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_promise_charge" ADD CONSTRAINT "fk_dunning_promise_charge_promise" FOREIGN KEY ("project_id", "promise_id") REFERENCES "dunning_promise"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_promise_charge" ADD CONSTRAINT "fk_dunning_promise_charge_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_step_charge" ADD CONSTRAINT "fk_dunning_step_charge_step" FOREIGN KEY ("project_id", "step_id") REFERENCES "dunning_step"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "dunning_step_charge" ADD CONSTRAINT "fk_dunning_step_charge_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "dunning_batch");
        await appendOnly(queryRunner, "dunning_case");
        for (const table of ["dunning_step", "dunning_delivery", "dunning_promise"]) {
            await appendOnly(queryRunner, table, ["voided_on", "void_reason"]);
        }
        for (const table of ["dunning_step_charge", "dunning_promise_charge", "dunning_lawsuit_charge"]) {
            await appendOnly(queryRunner, table);
        }
        await appendOnly(queryRunner, "dunning_pause", ["ends_on"]);
        await appendOnly(queryRunner, "dunning_lawsuit", ["ended_on", "outcome"]);
        await queryRunner.query(LIMITATION_STEP);
        await queryRunner.query(`CREATE AGGREGATE limitation_end(due date, day date, until date, revives boolean) (sfunc = limitation_step, stype = date, parallel = safe)`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP AGGREGATE limitation_end(date, date, date, boolean)`);
        await queryRunner.query(`DROP FUNCTION limitation_step(date, date, date, date, boolean)`);
        await queryRunner.query(`ALTER TABLE "dunning_step_charge" DROP CONSTRAINT "fk_dunning_step_charge_charge"`);
        await queryRunner.query(`ALTER TABLE "dunning_step_charge" DROP CONSTRAINT "fk_dunning_step_charge_step"`);
        await queryRunner.query(`ALTER TABLE "dunning_promise_charge" DROP CONSTRAINT "fk_dunning_promise_charge_charge"`);
        await queryRunner.query(`ALTER TABLE "dunning_promise_charge" DROP CONSTRAINT "fk_dunning_promise_charge_promise"`);
        await queryRunner.query(`ALTER TABLE "dunning_promise" DROP CONSTRAINT "fk_dunning_promise_case"`);
        await queryRunner.query(`ALTER TABLE "dunning_pause" DROP CONSTRAINT "fk_dunning_pause_case"`);
        await queryRunner.query(`ALTER TABLE "dunning_lawsuit_charge" DROP CONSTRAINT "fk_dunning_lawsuit_charge_charge"`);
        await queryRunner.query(`ALTER TABLE "dunning_lawsuit_charge" DROP CONSTRAINT "fk_dunning_lawsuit_charge_lawsuit"`);
        await queryRunner.query(`ALTER TABLE "dunning_lawsuit" DROP CONSTRAINT "fk_dunning_lawsuit_case"`);
        await queryRunner.query(`ALTER TABLE "dunning_delivery" DROP CONSTRAINT "fk_dunning_delivery_step"`);
        await queryRunner.query(`ALTER TABLE "dunning_step" DROP CONSTRAINT "fk_dunning_step_batch"`);
        await queryRunner.query(`ALTER TABLE "dunning_step" DROP CONSTRAINT "fk_dunning_step_level"`);
        await queryRunner.query(`ALTER TABLE "dunning_step" DROP CONSTRAINT "fk_dunning_step_case"`);
        await queryRunner.query(`ALTER TABLE "dunning_case" DROP CONSTRAINT "fk_dunning_case_payer"`);
        await queryRunner.query(`ALTER TABLE "dunning_case" DROP CONSTRAINT "fk_dunning_case_room"`);
        await queryRunner.query(`ALTER TABLE "dunning_batch" DROP CONSTRAINT "fk_dunning_batch_level"`);
        await queryRunner.query(`ALTER TABLE "dunning_batch" DROP CONSTRAINT "fk_dunning_batch_plan"`);
        await queryRunner.query(`ALTER TABLE "dunning_plan" DROP CONSTRAINT "fk_dunning_plan_building"`);
        await queryRunner.query(`ALTER TABLE "dunning_plan" DROP CONSTRAINT "fk_dunning_plan_level"`);
        await queryRunner.query(`ALTER TABLE "dunning_plan" DROP CONSTRAINT "fk_dunning_plan_project_id"`);
        await queryRunner.query(`ALTER TABLE "dunning_level" DROP CONSTRAINT "fk_dunning_level_project_id"`);
        await queryRunner.query(`DROP INDEX "public"."ix_dunning_step_charge_charge"`);
        await queryRunner.query(`DROP TABLE "dunning_step_charge"`);
        await queryRunner.query(`DROP INDEX "public"."uq_dunning_promise_charge"`);
        await queryRunner.query(`DROP INDEX "public"."ix_dunning_promise_charge_charge"`);
        await queryRunner.query(`DROP TABLE "dunning_promise_charge"`);
        await queryRunner.query(`DROP INDEX "public"."ix_dunning_promise_case"`);
        await queryRunner.query(`DROP TABLE "dunning_promise"`);
        await queryRunner.query(`DROP INDEX "public"."ix_dunning_pause_case"`);
        await queryRunner.query(`DROP TABLE "dunning_pause"`);
        await queryRunner.query(`DROP INDEX "public"."uq_dunning_lawsuit_charge"`);
        await queryRunner.query(`DROP INDEX "public"."ix_dunning_lawsuit_charge_charge"`);
        await queryRunner.query(`DROP TABLE "dunning_lawsuit_charge"`);
        await queryRunner.query(`DROP INDEX "public"."ix_dunning_lawsuit_case"`);
        await queryRunner.query(`DROP TABLE "dunning_lawsuit"`);
        await queryRunner.query(`DROP INDEX "public"."ix_dunning_delivery_step"`);
        await queryRunner.query(`DROP TABLE "dunning_delivery"`);
        await queryRunner.query(`DROP INDEX "public"."ix_dunning_step_case"`);
        await queryRunner.query(`DROP INDEX "public"."ix_dunning_step_batch"`);
        await queryRunner.query(`DROP INDEX "public"."ix_dunning_step_level"`);
        await queryRunner.query(`DROP TABLE "dunning_step"`);
        await queryRunner.query(`DROP INDEX "public"."ix_dunning_case_payer"`);
        await queryRunner.query(`DROP TABLE "dunning_case"`);
        await queryRunner.query(`DROP INDEX "public"."ix_dunning_batch_level"`);
        await queryRunner.query(`DROP INDEX "public"."ix_dunning_batch_plan"`);
        await queryRunner.query(`DROP TABLE "dunning_batch"`);
        await queryRunner.query(`DROP TABLE "dunning_plan"`);
        await queryRunner.query(`DROP TABLE "dunning_level"`);
    }

}
