import type { MigrationInterface, QueryRunner } from "typeorm";

/** Opening arrears of a space, vehicle or contract of a room (business table). */
export class OpeningRowObjects1795807253121 implements MigrationInterface {
    name = 'OpeningRowObjects1795807253121'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "opening_row" ADD "charge_object" text`);
        await queryRunner.query(`ALTER TABLE "opening_row" ADD "object_id" uuid`);
        await queryRunner.query(`ALTER TABLE "opening_row" ADD CONSTRAINT "fk_opening_row_object" FOREIGN KEY ("project_id", "object_id") REFERENCES "charge_object"("project_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "opening_row" DROP CONSTRAINT "fk_opening_row_object"`);
        await queryRunner.query(`ALTER TABLE "opening_row" DROP COLUMN "object_id"`);
        await queryRunner.query(`ALTER TABLE "opening_row" DROP COLUMN "charge_object"`);
    }

}
