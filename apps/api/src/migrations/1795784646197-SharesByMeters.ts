import type { MigrationInterface, QueryRunner } from "typeorm";

/** Pools whose rooms share by the readings of their meters (business table). */
export class SharesByMeters1795784646197 implements MigrationInterface {
    name = 'SharesByMeters1795784646197'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "share_pool" ADD "use_meter_kind" text`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "share_pool" DROP COLUMN "use_meter_kind"`);
    }

}
