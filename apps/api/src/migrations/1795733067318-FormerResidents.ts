import type { MigrationInterface, QueryRunner } from "typeorm";

/** Business table `room_relation`: its ended rows by their last day, for the list of former residents. */
export class FormerResidents1795733067318 implements MigrationInterface {
    name = 'FormerResidents1795733067318'

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE INDEX "ix_room_relation_ended" ON "room_relation"  ("project_id", "ends_on", "id") WHERE ends_on IS NOT NULL`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP INDEX "public"."ix_room_relation_ended"`);
    }

}
