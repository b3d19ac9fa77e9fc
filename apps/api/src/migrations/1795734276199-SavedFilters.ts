import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business table `saved_filter`. */
export class SavedFilters1795734276199 implements MigrationInterface {
    name = 'SavedFilters1795734276199'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "saved_filter" ("project_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "list" text NOT NULL, "owner_id" uuid NOT NULL, "name" text NOT NULL, "shared" boolean NOT NULL, "fields" jsonb NOT NULL, CONSTRAINT "pk_saved_filter" PRIMARY KEY ("project_id", "id"))`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_saved_filter_shared" ON "saved_filter"  ("project_id", "list", "name") WHERE shared`);
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_saved_filter_own" ON "saved_filter"  ("project_id", "list", "owner_id", "name") `);
        await queryRunner.query(`ALTER TABLE "saved_filter" ADD CONSTRAINT "fk_saved_filter_project_id" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "saved_filter" DROP CONSTRAINT "fk_saved_filter_project_id"`);
        await queryRunner.query(`DROP INDEX "public"."uq_saved_filter_own"`);
        await queryRunner.query(`DROP INDEX "public"."uq_saved_filter_shared"`);
        await queryRunner.query(`DROP TABLE "saved_filter"`);
    }

}
