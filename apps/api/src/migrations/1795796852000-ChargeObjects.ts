import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What charges of a room are for beside the room itself, such as parking spaces (business table). Charges of the room itself
 * keep their unique key, without a column more: those of things have one of their own.
 */
export class ChargeObjects1795796852000 implements MigrationInterface {
    name = 'ChargeObjects1795796852000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "charge_object" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "kind" text NOT NULL, "label" text NOT NULL, CONSTRAINT "pk_charge_object" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "charge" ADD "object_id" uuid`);
        await queryRunner.query(`ALTER TABLE "rate_binding" ADD "object_id" uuid`);
        await queryRunner.query(`ALTER TABLE "charge_run_line" ADD "object_id" uuid`);
        await queryRunner.query(`ALTER TABLE "charge_object" ADD CONSTRAINT "fk_charge_object_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`DROP INDEX "public"."uq_charge_service"`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_charge_service" ON "charge"  ("project_id", "room_id", "fee_item_id", "service_from") WHERE reversed_fen = 0 AND source = 'RUN' AND object_id IS NULL`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_charge_object_service" ON "charge"  ("project_id", "object_id", "fee_item_id", "service_from") WHERE reversed_fen = 0 AND source = 'RUN' AND object_id IS NOT NULL`);
        await queryRunner.query(`CREATE INDEX "ix_rate_binding_object" ON "rate_binding"  ("project_id", "object_id", "fee_item_id") WHERE object_id IS NOT NULL`);
        await queryRunner.query(`ALTER TABLE "charge" ADD CONSTRAINT "fk_charge_object" FOREIGN KEY ("project_id", "object_id") REFERENCES "charge_object"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "rate_binding" ADD CONSTRAINT "fk_rate_binding_object" FOREIGN KEY ("project_id", "object_id") REFERENCES "charge_object"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "rate_binding" DROP CONSTRAINT "fk_rate_binding_object"`);
        await queryRunner.query(`ALTER TABLE "charge" DROP CONSTRAINT "fk_charge_object"`);
        await queryRunner.query(`DROP INDEX "public"."ix_rate_binding_object"`);
        await queryRunner.query(`DROP INDEX "public"."uq_charge_object_service"`);
        await queryRunner.query(`DROP INDEX "public"."uq_charge_service"`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_charge_service" ON "charge"  ("project_id", "room_id", "fee_item_id", "service_from") WHERE reversed_fen = 0 AND source = 'RUN'`);
        await queryRunner.query(`ALTER TABLE "charge_run_line" DROP COLUMN "object_id"`);
        await queryRunner.query(`ALTER TABLE "rate_binding" DROP COLUMN "object_id"`);
        await queryRunner.query(`ALTER TABLE "charge" DROP COLUMN "object_id"`);
        await queryRunner.query(`DROP TABLE "charge_object"`);
    }

}
