import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** Reductions of vacant rooms (空置减免), the items they reduce and what they took off charges. Business tables. */
export class VacancyReductions1795758015920 implements MigrationInterface {
    name = 'VacancyReductions1795758015920'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "vacancy" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "vacancy_no" text NOT NULL, "status" text NOT NULL, "room_id" uuid NOT NULL, "kind" text NOT NULL, "percent" numeric(5,2), "amount_fen" bigint, "months" integer, "starts_on" date NOT NULL, "ends_on" date, "reason" text NOT NULL, "bearer_id" uuid, "requested_by" uuid NOT NULL, "requested_by_name" text NOT NULL, "inspected_on" date, "inspector" text, "finding" text, "approval_id" uuid, "end_reason" text, "request_hash" text NOT NULL, CONSTRAINT "uq_vacancy_no" UNIQUE ("project_id", "vacancy_no"), CONSTRAINT "ck_vacancy_value" CHECK ((kind = 'AMOUNT') = (amount_fen IS NOT NULL) AND (kind = 'AMOUNT') = (percent IS NULL)), CONSTRAINT "ck_vacancy_days" CHECK (ends_on IS NULL OR ends_on >= starts_on), CONSTRAINT "pk_vacancy" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_vacancy_created" ON "vacancy"  ("project_id", "created_at", "id") `);
        await queryRunner.query(`CREATE INDEX "ix_vacancy_room" ON "vacancy"  ("project_id", "room_id", "starts_on") `);
        await queryRunner.query(`CREATE TABLE "vacancy_item" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "vacancy_id" uuid NOT NULL, "fee_item_id" uuid NOT NULL, CONSTRAINT "uq_vacancy_item" UNIQUE ("project_id", "vacancy_id", "fee_item_id"), CONSTRAINT "pk_vacancy_item" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "vacancy_line" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "vacancy_id" uuid NOT NULL, "charge_id" uuid NOT NULL, "amount_fen" bigint NOT NULL, "booked_on" date NOT NULL, "borne_charge_id" uuid, CONSTRAINT "ck_vacancy_line_amount" CHECK (amount_fen <> 0), CONSTRAINT "pk_vacancy_line" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_vacancy_line_charge" ON "vacancy_line"  ("project_id", "charge_id") `);
        await queryRunner.query(`CREATE INDEX "ix_vacancy_line_vacancy" ON "vacancy_line"  ("project_id", "vacancy_id") `);
        await queryRunner.query(`ALTER TABLE "vacancy" ADD CONSTRAINT "fk_vacancy_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "vacancy" ADD CONSTRAINT "fk_vacancy_bearer" FOREIGN KEY ("project_id", "bearer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "vacancy_item" ADD CONSTRAINT "fk_vacancy_item_vacancy" FOREIGN KEY ("project_id", "vacancy_id") REFERENCES "vacancy"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "vacancy_item" ADD CONSTRAINT "fk_vacancy_item_fee_item" FOREIGN KEY ("project_id", "fee_item_id") REFERENCES "fee_item"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "vacancy_line" ADD CONSTRAINT "fk_vacancy_line_vacancy" FOREIGN KEY ("project_id", "vacancy_id") REFERENCES "vacancy"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "vacancy_line" ADD CONSTRAINT "fk_vacancy_line_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "vacancy_line" ADD CONSTRAINT "fk_vacancy_line_borne" FOREIGN KEY ("project_id", "borne_charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        // of a vacancy only what becomes of it changes
        await appendOnly(queryRunner, "vacancy", ["status", "ends_on", "end_reason", "inspected_on", "inspector", "finding", "approval_id"]);
        await appendOnly(queryRunner, "vacancy_item");
        await appendOnly(queryRunner, "vacancy_line");
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "vacancy_line" DROP CONSTRAINT "fk_vacancy_line_borne"`);
        await queryRunner.query(`ALTER TABLE "vacancy_line" DROP CONSTRAINT "fk_vacancy_line_charge"`);
        await queryRunner.query(`ALTER TABLE "vacancy_line" DROP CONSTRAINT "fk_vacancy_line_vacancy"`);
        await queryRunner.query(`ALTER TABLE "vacancy_item" DROP CONSTRAINT "fk_vacancy_item_fee_item"`);
        await queryRunner.query(`ALTER TABLE "vacancy_item" DROP CONSTRAINT "fk_vacancy_item_vacancy"`);
        await queryRunner.query(`ALTER TABLE "vacancy" DROP CONSTRAINT "fk_vacancy_bearer"`);
        await queryRunner.query(`ALTER TABLE "vacancy" DROP CONSTRAINT "fk_vacancy_room"`);
        await queryRunner.query(`DROP INDEX "public"."ix_vacancy_line_vacancy"`);
        await queryRunner.query(`DROP INDEX "public"."ix_vacancy_line_charge"`);
        await queryRunner.query(`DROP TABLE "vacancy_line"`);
        await queryRunner.query(`DROP TABLE "vacancy_item"`);
        await queryRunner.query(`DROP INDEX "public"."ix_vacancy_room"`);
        await queryRunner.query(`DROP INDEX "public"."ix_vacancy_created"`);
        await queryRunner.query(`DROP TABLE "vacancy"`);
    }

}
