import type { MigrationInterface, QueryRunner } from "typeorm";

/** Disputes about charges (business table). */
export class ChargeDisputes1795760620275 implements MigrationInterface {
    name = 'ChargeDisputes1795760620275'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "charge_dispute" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "charge_id" uuid NOT NULL, "reason" text NOT NULL, "opened_on" date NOT NULL, "opened_by" uuid NOT NULL, "opened_by_name" text NOT NULL, "outcome" text, "resolution" text, "settled_on" date, "settled_by" uuid, "settled_by_name" text, CONSTRAINT "ck_charge_dispute_settled" CHECK ((settled_on IS NULL) = (outcome IS NULL) AND (settled_on IS NULL OR settled_on >= opened_on)), CONSTRAINT "pk_charge_dispute" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_charge_dispute_charge" ON "charge_dispute"  ("project_id", "charge_id", "opened_on") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_charge_dispute_open" ON "charge_dispute"  ("project_id", "charge_id") WHERE settled_on IS NULL`);
        await queryRunner.query(`ALTER TABLE "charge_dispute" ADD CONSTRAINT "fk_charge_dispute_charge" FOREIGN KEY ("project_id", "charge_id") REFERENCES "charge"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "charge_dispute" DROP CONSTRAINT "fk_charge_dispute_charge"`);
        await queryRunner.query(`DROP INDEX "public"."uq_charge_dispute_open"`);
        await queryRunner.query(`DROP INDEX "public"."ix_charge_dispute_charge"`);
        await queryRunner.query(`DROP TABLE "charge_dispute"`);
    }

}
