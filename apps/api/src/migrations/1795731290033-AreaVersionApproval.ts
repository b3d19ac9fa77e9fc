import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business table `room_area_version`: the approved request a version came from. */

export class AreaVersionApproval1795731290033 implements MigrationInterface {
    name = 'AreaVersionApproval1795731290033'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "room_area_version" ADD "approval_id" uuid`);
        await queryRunner.query(`ALTER TABLE "room_area_version" ADD CONSTRAINT "fk_room_area_version_approval" FOREIGN KEY ("project_id", "approval_id") REFERENCES "approval"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "room_area_version" DROP CONSTRAINT "fk_room_area_version_approval"`);
        await queryRunner.query(`ALTER TABLE "room_area_version" DROP COLUMN "approval_id"`);
    }

}
