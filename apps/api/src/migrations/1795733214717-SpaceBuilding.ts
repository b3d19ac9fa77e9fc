import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business table `parking_space`: the garage or building a space is registered below. */

export class SpaceBuilding1795733214717 implements MigrationInterface {
    name = 'SpaceBuilding1795733214717'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "parking_space" ADD "building_id" uuid`);
        await queryRunner.query(`CREATE INDEX "ix_parking_space_building" ON "parking_space"  ("project_id", "building_id", "code") `);
        await queryRunner.query(`ALTER TABLE "parking_space" ADD CONSTRAINT "fk_parking_space_building" FOREIGN KEY ("project_id", "building_id") REFERENCES "building"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "parking_space" DROP CONSTRAINT "fk_parking_space_building"`);
        await queryRunner.query(`DROP INDEX "public"."ix_parking_space_building"`);
        await queryRunner.query(`ALTER TABLE "parking_space" DROP COLUMN "building_id"`);
    }

}
