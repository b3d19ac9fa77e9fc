import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business table `file_object`: versions of plans, shared contents, remarks. Plans that are there are numbered as they came. */
export class PictureVersions1795731509499 implements MigrationInterface {
    name = 'PictureVersions1795731509499'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "file_object" ADD "version" integer`);
        await queryRunner.query(`ALTER TABLE "file_object" ADD "content_of" uuid`);
        await queryRunner.query(`ALTER TABLE "file_object" ADD "remark" text`);
        await queryRunner.query(
            `UPDATE "file_object" SET "version" = n.no
               FROM (SELECT project_id, id, row_number() OVER (PARTITION BY project_id, owner_type, owner_id, kind ORDER BY id) AS no
                       FROM "file_object" WHERE kind IN ('SITE_PLAN', 'BUILDING_PLAN', 'UNIT_TYPE')) n
              WHERE "file_object".project_id = n.project_id AND "file_object".id = n.id`,
        );
        await queryRunner.query(`CREATE UNIQUE INDEX "uq_file_object_version" ON "file_object"  ("project_id", "owner_type", "owner_id", "kind", "version") WHERE version IS NOT NULL`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP INDEX "public"."uq_file_object_version"`);
        await queryRunner.query(`ALTER TABLE "file_object" DROP COLUMN "remark"`);
        await queryRunner.query(`ALTER TABLE "file_object" DROP COLUMN "content_of"`);
        await queryRunner.query(`ALTER TABLE "file_object" DROP COLUMN "version"`);
    }

}
