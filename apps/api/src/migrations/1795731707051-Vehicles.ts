import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business tables `vehicle` and `vehicle_relation`. */
export class Vehicles1795731707051 implements MigrationInterface {
    name = 'Vehicles1795731707051'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "vehicle" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "plate" text NOT NULL, "model" text NOT NULL, "color" text NOT NULL, "remark" text, "active" boolean NOT NULL, CONSTRAINT "pk_vehicle" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_vehicle_plate" ON "vehicle"  ("project_id", "plate", "id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_vehicle_plate" ON "vehicle"  ("project_id", "plate") WHERE active`);
        await queryRunner.query(`CREATE TABLE "vehicle_relation" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "vehicle_id" uuid NOT NULL, "customer_id" uuid NOT NULL, "role" text NOT NULL, "rank" text NOT NULL, "kind" text NOT NULL, "room_id" uuid, "space_id" uuid, "starts_on" date NOT NULL, "ends_on" date, "end_reason" text, CONSTRAINT "ck_vehicle_relation_dates" CHECK (ends_on IS NULL OR ends_on >= starts_on), CONSTRAINT "pk_vehicle_relation" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ix_vehicle_relation_space" ON "vehicle_relation"  ("project_id", "space_id") `);
        await queryRunner.query(`CREATE INDEX "ix_vehicle_relation_room" ON "vehicle_relation"  ("project_id", "room_id") `);
        await queryRunner.query(`CREATE INDEX "ix_vehicle_relation_customer" ON "vehicle_relation"  ("project_id", "customer_id") `);
        await queryRunner.query(`CREATE INDEX "ix_vehicle_relation_vehicle" ON "vehicle_relation"  ("project_id", "vehicle_id") `);
        await queryRunner.query(`ALTER TABLE "vehicle" ADD CONSTRAINT "fk_vehicle_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "vehicle_relation" ADD CONSTRAINT "fk_vehicle_relation_vehicle" FOREIGN KEY ("project_id", "vehicle_id") REFERENCES "vehicle"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "vehicle_relation" ADD CONSTRAINT "fk_vehicle_relation_customer" FOREIGN KEY ("project_id", "customer_id") REFERENCES "customer"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "vehicle_relation" ADD CONSTRAINT "fk_vehicle_relation_room" FOREIGN KEY ("project_id", "room_id") REFERENCES "room"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "vehicle_relation" ADD CONSTRAINT "fk_vehicle_relation_space" FOREIGN KEY ("project_id", "space_id") REFERENCES "parking_space"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "vehicle_relation" DROP CONSTRAINT "fk_vehicle_relation_space"`);
        await queryRunner.query(`ALTER TABLE "vehicle_relation" DROP CONSTRAINT "fk_vehicle_relation_room"`);
        await queryRunner.query(`ALTER TABLE "vehicle_relation" DROP CONSTRAINT "fk_vehicle_relation_customer"`);
        await queryRunner.query(`ALTER TABLE "vehicle_relation" DROP CONSTRAINT "fk_vehicle_relation_vehicle"`);
        await queryRunner.query(`ALTER TABLE "vehicle" DROP CONSTRAINT "fk_vehicle_project_id"`);
        await queryRunner.query(`DROP INDEX "public"."ix_vehicle_relation_vehicle"`);
        await queryRunner.query(`DROP INDEX "public"."ix_vehicle_relation_customer"`);
        await queryRunner.query(`DROP INDEX "public"."ix_vehicle_relation_room"`);
        await queryRunner.query(`DROP INDEX "public"."ix_vehicle_relation_space"`);
        await queryRunner.query(`DROP TABLE "vehicle_relation"`);
        await queryRunner.query(`DROP INDEX "public"."uq_vehicle_plate"`);
        await queryRunner.query(`DROP INDEX "public"."ix_vehicle_plate"`);
        await queryRunner.query(`DROP TABLE "vehicle"`);
    }

}
