import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnly } from "../database/rights.js";

/** What a charge was issued in place of (business table). */
export class ChargeOrigins1795781700000 implements MigrationInterface {
    name = 'ChargeOrigins1795781700000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "charge_origin" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "charge_id" uuid NOT NULL, "origin_id" uuid NOT NULL, CONSTRAINT "pk_charge_origin" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_charge_origin_origin" ON "charge_origin"  ("project_id", "origin_id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_charge_origin" ON "charge_origin"  ("project_id", "charge_id", "origin_id") `);
        await queryRunner.query(`ALTER TABLE "charge_origin" ADD CONSTRAINT "fk_charge_origin_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "charge_origin" ADD CONSTRAINT "fk_charge_origin_origin" FOREIGN KEY ("project_id", "origin_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await appendOnly(queryRunner, "charge_origin");
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP TABLE "charge_origin"`);
    }

}
