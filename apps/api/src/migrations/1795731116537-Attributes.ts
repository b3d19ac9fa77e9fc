import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business table `attribute_definition`; user-defined values on rooms and customers. */
export class Attributes1795731116537 implements MigrationInterface {
    name = 'Attributes1795731116537'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "attribute_definition" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "owner" text NOT NULL, "name" text NOT NULL, "type" text NOT NULL, "choices" jsonb NOT NULL, "mandatory" boolean NOT NULL, "searchable" boolean NOT NULL, "sort" integer NOT NULL, "active" boolean NOT NULL, CONSTRAINT "uq_attribute_definition_name" UNIQUE ("project_id", "owner", "name"), CONSTRAINT "pk_attribute_definition" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "customer" ADD "attributes" jsonb NOT NULL DEFAULT '{}'`);
        await queryRunner.query(`ALTER TABLE "room" ADD "attributes" jsonb NOT NULL DEFAULT '{}'`);
        await queryRunner.query(`CREATE INDEX "ix_customer_attributes" ON "customer" USING gin ("attributes") WHERE attributes <> '{}'`);
        await queryRunner.query(`CREATE INDEX "ix_room_attributes" ON "room" USING gin ("attributes") WHERE attributes <> '{}'`);
        await queryRunner.query(`ALTER TABLE "attribute_definition" ADD CONSTRAINT "fk_attribute_definition_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "attribute_definition" DROP CONSTRAINT "fk_attribute_definition_project_id"`);
        await queryRunner.query(`DROP INDEX "public"."ix_room_attributes"`);
        await queryRunner.query(`DROP INDEX "public"."ix_customer_attributes"`);
        await queryRunner.query(`ALTER TABLE "room" DROP COLUMN "attributes"`);
        await queryRunner.query(`ALTER TABLE "customer" DROP COLUMN "attributes"`);
        await queryRunner.query(`DROP TABLE "attribute_definition"`);
    }

}
