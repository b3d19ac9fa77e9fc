import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business tables `meter_sheet` and `meter_settings`. */
export class MeterSheets1795744963439 implements MigrationInterface {
    name = 'MeterSheets1795744963439'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "meter_settings" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "high_percent" integer NOT NULL, "seasonal_percent" integer NOT NULL, CONSTRAINT "uq_meter_settings" UNIQUE ("project_id"), CONSTRAINT "ck_meter_settings_percents" CHECK (high_percent >= 100 AND seasonal_percent >= 100), CONSTRAINT "pk_meter_settings" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "meter_sheet" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "period" text NOT NULL, "name" text NOT NULL, "kind" text, "place" text, "building_id" uuid, "route" text, "reader" text, "created_by" uuid NOT NULL, "created_by_name" text NOT NULL, CONSTRAINT "pk_meter_sheet" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_meter_sheet_building" ON "meter_sheet"  ("project_id", "building_id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_meter_sheet_name" ON "meter_sheet"  ("project_id", "period", "name") `);
        await queryRunner.query(`ALTER TABLE "meter_settings" ADD CONSTRAINT "fk_meter_settings_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "meter_sheet" ADD CONSTRAINT "fk_meter_sheet_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "meter_sheet" ADD CONSTRAINT "fk_meter_sheet_building" FOREIGN KEY ("project_id", "building_id") REFERENCES "building"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "meter_sheet" DROP CONSTRAINT "fk_meter_sheet_building"`);
        await queryRunner.query(`ALTER TABLE "meter_sheet" DROP CONSTRAINT "fk_meter_sheet_project_id"`);
        await queryRunner.query(`ALTER TABLE "meter_settings" DROP CONSTRAINT "fk_meter_settings_project_id"`);
        await queryRunner.query(`DROP INDEX "public"."uq_meter_sheet_name"`);
        await queryRunner.query(`DROP INDEX "public"."ix_meter_sheet_building"`);
        await queryRunner.query(`DROP TABLE "meter_sheet"`);
        await queryRunner.query(`DROP TABLE "meter_settings"`);
    }

}
