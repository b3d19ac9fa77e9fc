import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The 交房日期 that an inspection filled in the room (business table). Until now it was known by being the same day: what
 * passed without defects and is the room's day is taken to have filled it.
 */
export class InspectionHandover1795812500000 implements MigrationInterface {
    name = 'InspectionHandover1795812500000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "inspection_record" ADD "handed_over_on" date`);
        await queryRunner.query(`UPDATE "inspection_record" d SET handed_over_on = d.inspected_on FROM "inspection" i, "room" r WHERE i.project_id = d.project_id AND i.id = d.id AND i.state = 'PASSED' AND r.project_id = i.project_id AND r.id = i.room_id AND r.handed_over_on = d.inspected_on AND NOT EXISTS (SELECT 1 FROM "inspection_defect" f WHERE f.project_id = d.project_id AND f.inspection_id = d.id)`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "inspection_record" DROP COLUMN "handed_over_on"`);
    }

}
